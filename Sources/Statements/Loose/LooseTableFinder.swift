package import Paper
package import Standards

/// Finds the forms that stand in running text, by their titles.
package enum LooseTableFinder {
    /// - Returns: the tables in reading order; a form whose cells stand between tabs is no loose table.
    package static func tables(in blocks: [Block], standards: Standards) -> [LooseTable] {
        var walk = LooseWalk(standards: standards)
        for (index, block) in blocks.enumerated() { walk.take(block, index) }
        return walk.finish()
    }
}

/// Goes through a paper's lines and collects those of one form after another.
private struct LooseWalk {
    private let titles: [String: Form]
    /// Of forms of self-evaluation, which are no rows of the table above them.
    private let otherTitles: Set<String>
    private let unitPrefix: String
    /// 部门:, 编制单位:.
    private let unitLabels: [String]
    private var tables: [LooseTable] = []
    private var open: OpenTable?
    /// A number printed above the next title.
    private var number: (text: String, block: Int)?
    private var isAfterNote = false

    private struct OpenTable {
        let form: Form
        var number: String
        let title: String
        let place: Place?
        let firstBlock: Int
        var lastBlock: Int
        var rows: [[Cell]] = []
        var captions: [Paragraph] = []
        var notes: [Paragraph] = []
        var starts: [Int] = [0]
    }

    init(standards: Standards) {
        var titles: [String: Form] = [:]
        for (form, _) in standards.orderedForms {
            for title in [form.title] + form.aliases where titles[foldedLabel(title)] == nil {
                titles[foldedLabel(title)] = form
            }
        }
        self.titles = titles
        otherTitles = Set(standards.evaluations.forms.flatMap(\.titles)).subtracting(titles.keys)
        unitLabels = standards.reading.papers.labels.map { $0 + ":" }
        unitPrefix = foldedLabel(standards.profile.unitLabel.prefix { $0 != "{" })
    }

    mutating func finish() -> [LooseTable] {
        close()
        return tables
    }

    mutating func take(_ block: Block, _ index: Int) {
        switch block {
        case .paragraph(let paragraph), .heading(_, let paragraph): line(paragraph, index)
        case .grid(let grid) where grid.isLoose: for row in grid.rows { words(row, index) }
        case .grid: drop()
        case .chart, .contents: break
        }
    }

    private mutating func line(_ paragraph: Paragraph, _ index: Int) {
        let cells = Word.words(of: paragraph.text).enumerated().map { order, word in
            Cell(word.text, column: order, place: paragraph.place(at: word.column - 1))
        }
        words(cells, index)
    }

    private mutating func words(_ cells: [Cell], _ index: Int) {
        let text = foldedLabel(cells.map(\.text).joined())
        guard !text.isEmpty, !takesTitle(text, cells, index) else { return }
        guard open != nil else { return }
        if otherTitles.contains(text) { return close() }
        let isProse = cells.contains { $0.text.contains { "。，".contains($0) } }
        let line = Paragraph(cells.map(\.text).joined(separator: " "), place: cells.first?.place)
        if isNote(text) || isAfterNote && isProse {
            if isNote(text) {
                open?.notes.append(line)
            } else if let last = open?.notes.indices.last {
                open?.notes[last].text += line.text
            }
            open?.lastBlock = index
            isAfterNote = text.last != "。"
        } else if isProse || Self.opensPart(text) {
            close()
        } else if isInformation(text) {
            open?.captions.append(line)
        } else {
            isAfterNote = false
            open?.rows.append(cells)
            open?.lastBlock = index
        }
    }

    /// 第五部分 附件, 附件1: no row of a table, though nothing in it is a sentence.
    private static func opensPart(_ text: String) -> Bool {
        if text.hasPrefix("附件") { return !text.dropFirst(2).contains { $0 == "." } }
        guard text.hasPrefix("第"), let end = text.firstRange(of: "部分") else { return false }
        return text[..<end.lowerBound].count <= 4
    }

    /// A title, with or without the form's number beside it, or the number alone.
    private mutating func takesTitle(_ text: String, _ cells: [Cell], _ index: Int) -> Bool {
        guard text.count <= 60 else { return false }
        let (plain, printed) = Self.withoutNumber(text)
        if plain.isEmpty || isInformation(plain), !printed.isEmpty {
            if open?.number.isEmpty ?? false { open?.number = printed } else { number = (printed, index) }
            return true
        }
        guard let form = titles[plain] ?? titles[Self.withoutContinuation(plain)] else { return false }
        if var table = open, table.form.id == form.id {
            table.starts.append(table.rows.count)
            open = table
            isAfterNote = false
            return true
        }
        close()
        let above = number.map { index - $0.block <= 2 ? $0.text : "" } ?? ""
        open = OpenTable(
            form: form, number: printed.isEmpty ? above : printed, title: cells.map(\.text).joined(),
            place: cells.first?.place, firstBlock: index, lastBlock: index)
        number = nil
        return true
    }

    /// `公开03表` is cut out: what is left, and what was cut.
    private static func withoutNumber(_ text: String) -> (rest: String, number: String) {
        guard let start = text.firstRange(of: "公开") else { return (text, "") }
        let inner = text[start.upperBound...].prefix { $0.isNumber || $0 == "表" || $0 == "附" }
        guard inner.contains(where: \.isNumber), inner.last == "表" else { return (text, "") }
        return (
            String(text[..<start.lowerBound] + text[inner.endIndex...]), String(text[start.lowerBound..<inner.endIndex])
        )
    }

    private static func withoutContinuation(_ text: String) -> String {
        for mark in ["(续)", "续表", "(续表)", "(续1)", "(续2)"] where text.hasSuffix(mark) {
            return String(text.dropLast(mark.count))
        }
        return text
    }

    private func isNote(_ text: String) -> Bool {
        if ["注:", "注1", "备注:", "说明:"].contains(where: text.hasPrefix) { return true }
        let number = text.prefix { $0.isASCII && $0.isNumber }
        guard number.count == 1, text.contains("。"), let mark = text.dropFirst().first else { return false }
        return mark == "." || mark == "、"
    }

    /// Who the table is of, and in which unit.
    private func isInformation(_ text: String) -> Bool {
        if text.contains("金额单位:") || !unitPrefix.isEmpty && text.hasPrefix(unitPrefix) { return true }
        return unitLabels.contains { text.hasPrefix($0) }
    }

    /// Cells between tabs: the title was theirs.
    private mutating func drop() {
        if let table = open, table.rows.count > table.form.parts.count * 4 { close() }
        open = nil
    }

    private mutating func close() {
        defer {
            open = nil
            isAfterNote = false
        }
        guard let table = open, !table.rows.isEmpty else { return }
        let ends = table.starts.dropFirst() + [table.rows.count]
        let found = LooseTable(
            form: table.form, number: table.number, title: table.title, place: table.place,
            blocks: table.firstBlock..<(table.lastBlock + 1), rows: table.rows,
            captions: table.captions, notes: table.notes,
            pages: zip(table.starts, ends).map { $0..<$1 }.filter { !$0.isEmpty })
        if LooseLexer.hasHeader(found) { tables.append(found) }
    }
}
