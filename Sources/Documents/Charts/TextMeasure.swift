/// How wide text is when drawn, estimated from above: no font is at hand, and a label must never leave its place.
enum TextMeasure {
    /// Thousandths of the font size: full for Chinese and capitals, less for digits, points and small letters.
    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "0"..."9", "-", "+": 600
        case ".", ",", " ", ":", ";", "'", "!", "|": 350
        case "a"..."z": scalar == "m" || scalar == "w" ? 950 : 650
        case "(", ")", "/", "[", "]": 450
        default: scalar.properties.generalCategory == .nonspacingMark ? 0 : 1050
        }
    }

    /// The text in lines no wider than `limit` thousandths of the font size; a line holds one character at least.
    static func lines(_ text: String, limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var filled = 0
        for character in text {
            if character.isNewline {
                lines.append(line)
                (line, filled) = ("", 0)
                continue
            }
            let needed = width(String(character))
            if filled + needed > limit, !line.isEmpty {
                lines.append(line)
                (line, filled) = ("", 0)
            }
            line.append(character)
            filled += needed
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
