import Fiscal
import Standards
import Statements

/// What a short line of a paper says by its form: a number, a unit of money, a title, a heading.
enum LineWords {
    private static let numerals = Numerals.ordinals.union("百0123456789")

    /// Pieces of a line set left and right, apart by a tab or by wide blanks.
    static func pieces(_ text: String) -> [String] {
        text.split { $0 == "\t" || $0 == "\n" }.flatMap { part in
            part.replacing("　", with: "  ").split(separator: "  ").map { $0.trimmed }
        }.filter { !$0.isEmpty }
    }

    /// The unit that amounts are printed in, where a line says so (金额单位：万元).
    static func moneyUnit(_ text: String) -> MoneyUnit? {
        let folded = foldedLabel(text)
        guard let mark = folded.ranges(of: "单位:").last else { return nil }
        let word = folded[mark.upperBound...].prefix { $0 != ")" }
        return MoneyUnit.allCases.first { word == $0.word || word == "人民币" + $0.word }
    }

    /// The value of a labelled piece (部门：某局); nil where the piece has no such label or names a unit of money.
    static func department(_ piece: String, _ words: ReadingWords.Papers) -> String? {
        guard let mark = piece.firstIndex(where: { $0 == "：" || $0 == ":" }),
            words.labels.contains(foldedLabel(piece[..<mark])), moneyUnit(piece) == nil
        else { return nil }
        let value = piece[piece.index(after: mark)...].trimmed
        return value.isEmpty ? nil : value
    }

    /// A printed number of a table: 公开05表, 附表3, 表一.
    static func isTableNumber(_ text: String) -> Bool {
        var word = foldedLabel(text)
        for head in ["公开", "附件", "附表", "附", "表"] where word.hasPrefix(head) {
            word.removeFirst(head.count)
            break
        }
        if word.hasPrefix("表") { word.removeFirst() }
        if word.hasSuffix("表") { word.removeLast() }
        guard word.count < foldedLabel(text).count, word.count <= 4 else { return false }
        return !word.isEmpty && word.allSatisfy { numerals.contains($0) || $0 == "-" }
    }

    /// Whether a line stands under a table, or is the page's own.
    static func isNote(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        if folded.hasPrefix("注:") || folded.hasPrefix("注1") || folded.hasPrefix("说明:") || folded.hasPrefix("备注") {
            return true
        }
        return isPageNumber(text)
    }

    /// - 12 -, 第 3 页 共 40 页; an empty line too.
    static func isPageNumber(_ text: String) -> Bool {
        foldedLabel(text).allSatisfy { numerals.contains($0) || "-—–第页共/".contains($0) }
    }

    /// Whether a line under a grid is its note: it says so, goes on counting after one that does, or speaks of 本表.
    ///
    /// - Parameter last: the note before it.
    static func isTableNote(_ text: String, after last: String?) -> Bool {
        let folded = foldedLabel(text)
        if folded.hasPrefix("注:") || folded.hasPrefix("注1") || folded.hasPrefix("备注") || folded.contains("本表") {
            return true
        }
        guard last != nil, let first = folded.first, first.isASCII, first.isNumber else { return false }
        return folded.dropFirst().first.map { ".、)".contains($0) } ?? false
    }

    /// Whether a line is the title of a report or form of performance, which is no part of the accounts.
    static func isReport(_ text: String, in standards: Standards) -> Bool {
        let folded = foldedLabel(text)
        guard folded.count <= 45, standards.reading.papers.reportEnds.contains(where: folded.hasSuffix) else {
            return false
        }
        return standards.otherTables.contains { folded.contains($0.word) }
    }

    /// The level that a heading's own number says (第一部分, 一、, （一）, 1．); nil where it has none.
    static func level(_ text: String) -> Int? {
        let folded = foldedLabel(text)
        if folded.hasPrefix("第"), let end = folded.firstRange(of: "部分"),
            folded[folded.index(after: folded.startIndex)..<end.lowerBound].allSatisfy({ numerals.contains($0) })
        {
            return 1
        }
        guard Numerals.withoutOrdinal(folded).count < folded.count, let first = folded.first else { return nil }
        if first == "(" { return 3 }
        return first.isASCII ? 4 : 2
    }

    /// The number of a heading counted in Chinese (十一、 is 11); nil where it has none, or one above 99.
    static func ordinal(_ text: String) -> Int? {
        Numerals.value(String(foldedLabel(text).prefix { Numerals.ordinals.contains($0) }))
    }

    /// A heading or title without its number.
    static func core(_ text: String) -> String {
        var folded = foldedLabel(text)
        if level(text) == 1, let end = folded.firstRange(of: "部分") { folded = String(folded[end.upperBound...]) }
        return Numerals.withoutOrdinal(folded)
    }
}
