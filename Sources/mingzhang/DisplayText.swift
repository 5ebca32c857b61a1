/// Text on a terminal, where a Chinese character is two columns wide.
enum DisplayText {
    static let width = 80

    static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }

    /// Filled up with blanks, or cut with … where it is too long.
    static func padded(_ text: String, to width: Int) -> String {
        var text = text
        if columns(text) > width {
            while columns(text) > width - 1, !text.isEmpty { text.removeLast() }
            text += "…"
        }
        return text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    /// Lines of at most 80 columns. Numbers and words of letters stay whole, and no line begins with a mark that ends one.
    static func wrapped(_ text: String, first: String = "", rest: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        for piece in pieces(text) {
            let isTail = piece.count == 1 && "。；，、：）”％%".contains(piece)
            if columns(line) + columns(piece) > width, !isTail, line != first, line != rest {
                while line.last == " " { line.removeLast() }
                lines.append(line)
                line = rest + (piece == " " ? "" : piece)
            } else {
                line += piece
            }
        }
        return lines + [line]
    }

    /// Runs of ASCII without blanks, and single characters.
    private static func pieces(_ text: String) -> [String] {
        var result: [String] = []
        var run = ""
        for character in text {
            if character.isASCII, character != " " {
                run.append(character)
                continue
            }
            if !run.isEmpty { result.append(run) }
            run = ""
            result.append(String(character))
        }
        return run.isEmpty ? result : result + [run]
    }
}
