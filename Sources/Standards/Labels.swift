/// A label as compared: white space dropped, full-width ASCII folded to half width, quotation marks unified.
/// The printed form is kept elsewhere for messages.
package func foldedLabel(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        if let folded = foldedScalar(scalar) { result.unicodeScalars.append(folded) }
    }
    return result
}

/// One scalar as compared; nil where it is white space.
package func foldedScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}": nil
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0)
    case "“", "”", "„", "‟", "\u{300C}", "\u{300D}": "\""
    default: scalar
    }
}

extension StringProtocol {
    /// Without white space (the ideographic space included) at both ends.
    package var trimmed: String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
