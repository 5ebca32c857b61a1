/// A piece of a line between blanks, with the column where it begins.
package struct Word: Sendable, Hashable {
    package let text: String
    /// In characters from 1.
    package let column: Int

    package init(_ text: String, column: Int) {
        self.text = text
        self.column = column
    }
}

extension Word {
    /// A line at its blanks, and where a figure with decimals is glued to the label behind it (`833.49八、…`).
    package static func words(of line: some StringProtocol, column first: Int = 1) -> [Word] {
        var words: [Word] = []
        var text = ""
        var start = first
        var column = first
        func finish() { if !text.isEmpty { words.append(Word(text, column: start)) } }
        for character in line {
            if character.isBlank || character == "\u{FEFF}" {
                finish()
                text = ""
            } else {
                if isASCIIDigit(text.utf8.last), isLabel(character), isFigure(text) {
                    finish()
                    text = ""
                }
                if text.isEmpty { start = column }
                text.append(character)
            }
            column += 1
        }
        finish()
        return words
    }

    /// What follows a figure in a sentence is its unit, not the next label.
    private static let units: Set<Character> = ["万", "亿", "元", "个", "人", "次", "辆", "件", "倍", "吨", "分"]

    private static func isASCIIDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    private static func isLabel(_ character: Character) -> Bool {
        character.isLetter && !character.isASCII && !units.contains(character) || character == "（"
    }

    /// Digits with a point among them, as money is printed: an integer may be part of a name (7天连锁).
    private static func isFigure(_ text: String) -> Bool {
        var point = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", ",", "-": continue
            case "." where !point: point = true
            default: return false
            }
        }
        return point && text.last != "."
    }

    /// Digits, separators, one point and a sign, and nothing else.
    package var isNumber: Bool {
        var digits = 0
        var points = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "\u{FF10}"..."\u{FF19}": digits += 1
            case ".", "\u{FF0E}": points += 1
            case ",", "\u{FF0C}": if digits == 0 { return false }
            case "-", "\u{FF0D}", "\u{2212}": if digits > 0 { return false }
            default: return false
            }
        }
        return digits > 0 && points <= 1 && text.last != "."
    }
}
