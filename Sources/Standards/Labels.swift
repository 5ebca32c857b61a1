/// A label as compared: white space dropped, full-width ASCII folded to half width, quotation marks unified.
/// The printed form is kept elsewhere for messages.
package func foldedLabel(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { folded in
            var (next, count) = (0, 0)
            while next < bytes.count {
                let (byte, length) = foldedBytes(bytes, next)
                if let byte {
                    folded[count] = byte
                    count += 1
                } else if length > 0 {
                    for index in next..<(next + length) {
                        folded[count] = bytes[index]
                        count += 1
                    }
                }
                next += max(1, abs(length))
            }
            return count
        }
    }
}

/// What `foldedScalar` makes of the scalar that begins here, told by its UTF-8: most text is told at its first byte.
///
/// - Returns: the byte to take its place, or nil; and its length, less than zero where it is left out.
private func foldedBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (UInt8?, Int) {
    func follows(_ second: UInt8, _ third: ClosedRange<UInt8>) -> Bool {
        start + 2 < bytes.count && bytes[start + 1] == second && third.contains(bytes[start + 2])
    }
    switch bytes[start] {
    case 0x20, 0x09, 0x0A, 0x0D: return (nil, -1)
    case 0xC2 where start + 1 < bytes.count && bytes[start + 1] == 0xA0: return (nil, -2)
    case 0xE2 where follows(0x80, 0x9C...0x9F): return (0x22, 3)
    case 0xE3 where follows(0x80, 0x80...0x80): return (nil, -3)
    case 0xE3 where follows(0x80, 0x8C...0x8D): return (0x22, 3)
    case 0xEF where follows(0xBC, 0x81...0xBF): return (bytes[start + 2] - 0x60, 3)
    case 0xEF where follows(0xBD, 0x80...0x9E): return (bytes[start + 2] - 0x20, 3)
    default: return (nil, 1)
    }
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
        if hasInkAtEnds { return String(self) }
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }

    /// Whether it surely has no white space at either end.
    package var hasInkAtEnds: Bool { Self.isInk(unicodeScalars.first) && Self.isInk(unicodeScalars.last) }

    /// Whether a character is surely no white space, told without looking it up.
    private static func isInk(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar?.value ?? 0 {
        case 0x21...0x7E, 0x3001...0xD7FF, 0xFF01...0xFFEF: true
        default: false
        }
    }
}
