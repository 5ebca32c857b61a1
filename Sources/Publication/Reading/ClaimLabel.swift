import Fiscal
import Standards

/// Where a figure of running text stands, in words.
enum ClaimLabel {
    private static let wordsBefore = 24

    /// The heading and the words that lead to the figure. Where the heading was lost and the words told the section, its
    /// title as the outline has it: the last heading that was read is another section's.
    static func of(_ printed: String, at offset: Int, in text: String, heading: String) -> String {
        let start = max(0, offset - wordsBefore)
        let from = text.index(text.startIndex, offsetBy: start, limitedBy: text.endIndex) ?? text.endIndex
        let figure = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
        var words = text[from..<figure]
        if let stop = words.lastIndex(where: { "。；\n".contains($0) }) { words = words[words.index(after: stop)...] }
        let isCut = start > 0 && words.startIndex == from
        let clause = (isCut ? "…" : "") + String(words).trimmed + printed
        return [heading, clause].filter { !$0.isEmpty }.joined(separator: "：")
    }
}
