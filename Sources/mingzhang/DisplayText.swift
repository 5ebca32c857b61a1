/// Text on a terminal, where a Chinese character is two columns wide.
enum DisplayText {
    static let width = 80

    static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        // Marks over and under letters, and what is not seen.
        case 0x300...0x36F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: 0
        // Kana and Hangul of half the width.
        case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: 1
        case 0x2E80...: 2
        default: 1
        }
    }

    /// Filled up with blanks, or cut with … where it is too long.
    static func padded(_ text: String, to width: Int) -> String {
        var text = text
        if columns(text) > width {
            while columns(text) > width - 1, !text.isEmpty { text.removeLast() }
            text += "…"
        }
        return text + blanks(width - columns(text))
    }

    /// The same, but cut in front: names of files differ at their ends.
    static func paddedEnd(_ text: String, to width: Int) -> String {
        var text = text
        if columns(text) > width {
            while columns(text) > width - 1, !text.isEmpty { text.removeFirst() }
            text = "…" + text
        }
        return text + blanks(width - columns(text))
    }

    /// Figures of a column, one under the other.
    static func alignedRight(_ text: String, to width: Int) -> String { blanks(width - columns(text)) + text }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// Lines of at most 80 columns. Numbers with their unit and words of letters stay whole, no line begins with a mark
    /// that ends something nor ends with one that begins it.
    static func wrapped(_ text: String, first: String = "", rest: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        for unit in units(text) {
            if columns(line) + columns(unit) > width, line != first, line != rest {
                while line.last == " " { line.removeLast() }
                lines.append(line)
                line = rest + (unit == " " ? "" : unit)
            } else {
                line += unit
            }
        }
        return lines + [line]
    }

    private static let closing: Set<Character> = [
        "。", "；", "，", "、", "：", "）", "”", "》", "〕", "】", "！", "？", "…", "％",
    ]
    private static let opening: Set<Character> = ["“", "（", "《", "〔", "【"]
    private static let measures: Set<Character> = ["万", "亿", "元", "％", "%"]
    /// Longer than this, what may not be parted is parted all the same.
    private static let longest = 40

    /// What may not be parted by the end of a line.
    private static func units(_ text: String) -> [String] {
        var units: [String] = []
        for piece in pieces(text) {
            guard let last = units.last, let mark = last.last, let next = piece.first, piece != " ", last != " ",
                columns(last) < longest
            else {
                units.append(piece)
                continue
            }
            let isMeasure = measures.contains(next) && (mark.isWholeNumber || measures.contains(mark))
            if closing.contains(next) || opening.contains(mark) || isMeasure {
                units[units.count - 1] += piece
            } else {
                units.append(piece)
            }
        }
        return units
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
