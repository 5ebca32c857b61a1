/// Text made safe for a page, in a way that reads back exactly.
enum HtmlText {
    /// Text between tags: line ends become `<br>`, tabs and carriage returns references.
    static func content(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where isAllowed(scalar) {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\n": result += "<br>"
            case "\t": result += "&#9;"
            case "\r": result += "&#13;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text between double quotes of an attribute.
    static func attribute(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where isAllowed(scalar) {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text of a `<title>`, where no tag may stand: line ends become references.
    static func title(_ text: String) -> String { attribute(text) }

    /// What follows `#` in a link to an id: ASCII that means something in a link is escaped by its value.
    static func fragment(_ id: String) -> String {
        var result = ""
        for scalar in id.unicodeScalars {
            let isUnreserved = scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar)
            if isUnreserved || !scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (hex.count < 2 ? "0" : "") + hex
            }
        }
        return attribute(result)
    }

    /// Control characters and non-characters have no place in a page or a PDF and are left out.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
