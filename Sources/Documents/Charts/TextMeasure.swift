/// How wide text is when drawn, estimated from above: no font is at hand, and a label must never leave its place.
enum TextMeasure {
    /// Thousandths of the font size: full for Chinese and capitals, less for digits, points and small letters.
    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// Of each line as the text itself has them; of an empty text one of no width.
    static func lineWidths(_ text: String) -> [Int] {
        guard text.utf8.contains(0x0A) else { return [width(text)] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { width($0) }
    }

    /// Of the longest run that is not broken at a line's end: figures, codes, Latin words.
    static func longestWord(of text: String) -> Int {
        var (longest, run) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.value > 0x2E7F || scalar.properties.isWhitespace {
                run = 0
            } else {
                run += width(scalar)
                longest = max(longest, run)
            }
        }
        return longest
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        // Chinese, which most of it is.
        case "\u{4E00}"..."\u{9FFF}": 1050
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
