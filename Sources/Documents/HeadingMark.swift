import Fiscal
import Paper

/// Tells headings by their numbers, in papers whose writers set them as plain paragraphs.
enum HeadingMark {
    private static let numerals = Numerals.ordinals.union("〇零百")
    private static let longest = 40

    /// 1 for 第一部分, 2 for 一、, 3 for （一）, 4 for 1.; nil where the text is no heading.
    static func level(of line: String) -> Int? {
        guard line.utf8.count <= 6 * longest else { return nil }
        let text = line.filter { !$0.isBlank || $0 == "\t" || $0 == "\n" }
        guard text.count <= longest, let last = text.last, !"。；，：、;,:".contains(last) else { return nil }
        // A sentence, a line of a table of contents, or several lines.
        guard !text.contains(where: { "。\t\n…".contains($0) }), !text.contains("...") else { return nil }
        if text.first == "第" {
            let rest = text.dropFirst().drop { numerals.contains($0) }
            return rest.count < text.count - 1 && (rest.hasPrefix("部分") || rest.hasPrefix("章")) ? 1 : nil
        }
        if let first = text.first, "（(".contains(first) {
            let rest = text.dropFirst().drop { numerals.contains($0) }
            let isClosed = rest.first == "）" || rest.first == ")"
            return rest.count < text.count - 1 && isClosed && rest.count > 1 ? 3 : nil
        }
        let rest = text.drop { numerals.contains($0) }
        if rest.count < text.count { return rest.first == "、" && rest.count > 1 ? 2 : nil }
        return isDecimal(text) ? 4 : nil
    }

    /// `1.` or `12、` before words without a figure: with one it is an item of a list.
    private static func isDecimal(_ text: String) -> Bool {
        let tail = text.drop { $0.isASCII && $0.isNumber }
        guard (1...2).contains(text.count - tail.count), let mark = tail.first, ".．、".contains(mark) else {
            return false
        }
        return tail.count > 1 && !holdsFigure(tail.dropFirst())
    }

    /// A number other than a year.
    private static func holdsFigure(_ text: Substring) -> Bool {
        var rest = text.drop { !$0.isNumber }
        while !rest.isEmpty {
            let tail = rest.drop { $0.isNumber }
            guard rest.count - tail.count == 4, tail.first == "年" else { return true }
            rest = tail.drop { !$0.isNumber }
        }
        return false
    }
}
