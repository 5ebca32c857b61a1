import Fiscal
import Paper

/// One line of a text that is not blank.
struct PlainLine {
    /// What a line looks like by itself.
    enum Kind {
        /// Cells between tabs, blank ones included.
        case cells([Word])
        /// Words of a row of a table whose columns are not known: some are figures, none ends a sentence.
        case row([Word])
        /// A number alone: a cell, or the number of a page.
        case number([Word])
        /// Words without a figure and without the marks of a sentence: a title, a header, a label.
        case label
        case prose
        /// `- 17 -`, `第 3 页`.
        case pageNumber
        /// A whole table that stands one cell a line.
        case table(Grid)
    }

    /// Physical line, from 1.
    let number: Int
    /// Without white space at its ends.
    let text: Substring
    /// Where it begins, from 1.
    let column: Int
    /// Whether blank lines or a page's end stand before it.
    let isAfterBlank: Bool
    let kind: Kind
    /// A word behind one tab: below the rows of a table it is a row whose other cells are blank; elsewhere it is indented.
    let indented: [Word]?

    var place: Place { .line(number, column: column) }

    init(_ line: String, _ number: Int, _ isAfterBlank: Bool) {
        let start = line.firstIndex { !Self.isBlank($0) } ?? line.startIndex
        let end = line.lastIndex { !Self.isBlank($0) }.map { line.index(after: $0) } ?? start
        self.number = number
        self.isAfterBlank = isAfterBlank
        text = line[start..<end]
        column = line.distance(from: line.startIndex, to: start) + 1
        kind = Self.kind(of: text, column: column, whole: line)
        let isTabbed = line.utf8.first == 0x09 && text.count <= Self.longestLabel
        indented = isTabbed && !Self.isOfSentence(text) ? Self.cells(of: line) : nil
    }

    init(_ table: Grid, _ number: Int, _ isAfterBlank: Bool) {
        self.number = number
        self.isAfterBlank = isAfterBlank
        text = "表"
        column = 1
        kind = .table(table)
        indented = nil
    }

    static func isBlank(_ character: Character) -> Bool {
        character.isBlank || character == "\u{FEFF}" || character == "\u{C}"
    }

    // MARK: Kinds

    private static let longestRow = 400
    private static let longestLabel = 20

    private static func kind(of text: Substring, column: Int, whole: String) -> Kind {
        if whole.utf8.contains(0x09) {
            let cells = cells(of: whole)
            if cells.count > 2 || cells.count == 2 && cells.allSatisfy({ !$0.text.isEmpty }) { return .cells(cells) }
        }
        if isPageNumber(text) { return .pageNumber }
        guard text.utf8.count <= longestRow, !isOfSentence(text) else { return .prose }
        let words = Word.words(of: text, column: column)
        guard let figure = words.firstIndex(where: \.isNumber) else { return .label }
        if words.count == 1 { return .number(words) }
        for (index, word) in words.enumerated().dropFirst(figure + 1) {
            let name = word.text.prefix { $0.isLetter || $0 == "%" || $0 == "％" }
            if words[index - 1].isNumber, units.contains(String(name)) { return .prose }
        }
        return .row(words)
    }

    /// A comma of narrow type is a sentence's where no digit follows it.
    private static func isOfSentence(_ text: Substring) -> Bool {
        text.contains(where: sentenceMarks.contains)
            || zip(text, text.dropFirst()).contains { ",;".contains($0) && !$1.isASCII }
    }

    private static let sentenceMarks: Set<Character> = ["。", "，", "；", "？", "！"]
    /// A figure with one of these behind it is part of a sentence.
    private static let units: Set<String> = [
        "万元", "亿元", "元", "年", "年度", "月", "日", "个", "人", "辆", "台", "%", "％",
    ]

    private static func cells(of line: String) -> [Word] {
        var result: [Word] = []
        var column = 1
        for cell in line.split(separator: "\t", omittingEmptySubsequences: false) {
            let blanks = cell.prefix { isBlank($0) }.count
            var text = cell.dropFirst(blanks)
            while let last = text.last, isBlank(last) { text.removeLast() }
            result.append(Word(String(text), column: column + (text.isEmpty ? 0 : blanks)))
            column += cell.count + 1
        }
        return result
    }

    private static func isPageNumber(_ text: Substring) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let plain = text.filter { !isBlank($0) }
        if plain.hasPrefix("第"), plain.contains("页"), plain.allSatisfy({ $0.isNumber || "第页共/，,".contains($0) }) {
            return true
        }
        let dashes: Set<Character> = ["-", "—", "–", "－", "―", "─", "·", "~"]
        guard let first = plain.first, let last = plain.last, plain.count > 2, dashes.contains(first),
            dashes.contains(last)
        else { return false }
        let inner = plain.drop { dashes.contains($0) }.reversed().drop { dashes.contains($0) }
        return (1...4).contains(inner.count) && inner.allSatisfy(\.isNumber)
    }

    // MARK: Running text

    /// Columns of a fixed-width face: an ideograph takes two.
    var width: Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }

    /// Ends like a sentence, so that the next line is another paragraph.
    var endsSentence: Bool { text.last.map { "。！？；:：”）".contains($0) } ?? true }

    /// Ends with what may close a sentence or stand in the middle of one.
    var endsBracket: Bool { text.last.map { "”）".contains($0) } ?? false }

    /// Leads to what follows.
    var leads: Bool { text.last.map { "：:".contains($0) } ?? false }

    /// Begins with a mark that no sentence begins with.
    var beginsWithin: Bool { text.first.map { "、，。；：！？）”％%".contains($0) } ?? false }

    /// Running text, or words that may be.
    var isText: Bool {
        switch kind {
        case .prose, .label: true
        case .cells, .row, .number, .pageNumber, .table: false
        }
    }

    /// Columns of the figure it begins with.
    var uncut: Int { text.prefix { $0.isASCII && ($0.isNumber || ",.%".contains($0)) }.count }

    /// Ends in the middle of one, however short the line is.
    var isOpen: Bool { text.last.map { "，、,（(“".contains($0) } ?? false }

    /// Whether it is a numbered heading that ends as headings do (九、…情况说明), and the next line no word that goes on.
    func isTitle(before next: PlainLine) -> Bool {
        guard beginsItem, case .label = kind, Self.titleEnds.contains(where: { text.hasSuffix($0) }),
            let first = next.text.first
        else { return false }
        return !Self.continuations.contains(first)
    }

    private static let titleEnds = ["情况说明", "情况", "概况"]
    private static let continuations = Set("的和及与、，。；：:（）()")

    /// Whether it begins with the unit of the figure that a line ends in.
    func beginsUnit(of line: PlainLine) -> Bool {
        guard let last = line.text.last, last.isASCII, last.isNumber else { return false }
        return Self.units.contains { text.hasPrefix($0) }
    }

    /// Begins like a heading, an item of a list or a note.
    var beginsItem: Bool {
        let head = text.prefix(8)
        if head.hasPrefix("第") || head.hasPrefix("附") || head.hasPrefix("注") || head.hasPrefix("公开") { return true }
        if let first = head.first, first == "(" || first == "（" {
            let inner = head.dropFirst().prefix { Numerals.ordinals.contains($0) || $0.isASCII && $0.isNumber }
            return !inner.isEmpty && inner.count < 4
        }
        let ordinal = head.prefix { Numerals.ordinals.contains($0) }
        if !ordinal.isEmpty { return head.dropFirst(ordinal.count).first == "、" }
        let number = head.prefix { $0.isASCII && $0.isNumber }
        let rest = head.dropFirst(number.count)
        guard (1...2).contains(number.count), let mark = rest.first else { return false }
        return mark == "、" || ".．".contains(mark) && rest.dropFirst().first?.isNumber == false
    }
}
