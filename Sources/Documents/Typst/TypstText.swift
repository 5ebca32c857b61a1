/// Text as a string of Typst: nothing in a string is markup, so only the string's own marks are escaped.
enum TypstText {
    static func literal(_ text: String) -> String {
        var result = "\""
        result.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars where HtmlText.isAllowed(scalar) {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": break
            // No font draws a tab, and PDF/A refuses what no font draws.
            case "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
