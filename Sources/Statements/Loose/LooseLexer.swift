import Fiscal
import Paper
import Standards

/// A word of a loose table: a label's piece, a figure, or the mark of a cell that has none.
struct LooseToken {
    enum Kind { case label, number(PrintedNumber), mark }

    let text: String
    let kind: Kind
    let spot: TableSpot

    /// Digits alone, as codes and 行次 are printed.
    var integer: Int? {
        guard case .number(let number) = kind, number.decimals == 0, text.allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return Int(text)
    }

    var isLabel: Bool {
        if case .label = kind { return true }
        return false
    }

    private static let marks: Set<String> = ["-", "--", "—", "——", "/", "－"]

    init(_ cell: Cell, _ spot: TableSpot) {
        text = foldedLabel(cell.text)
        self.spot = spot
        if Self.marks.contains(text) {
            kind = .mark
        } else if let number = try? NumberText.parse(text) {
            kind = .number(number)
        } else {
            kind = .label
        }
    }
}

/// Turns a loose table into the words below its headers.
struct LooseLexer {
    private let table: LooseTable
    private let labels: LooseLabels

    init(_ table: LooseTable, labels: LooseLabels) {
        self.table = table
        self.labels = labels
    }

    /// Whether the text under a title has the titles of the form's columns, as a list of contents has not.
    static func hasHeader(_ table: LooseTable) -> Bool {
        var wanted = Set(FormHeader(table.form).paths.flatMap { $0 }.map { foldedLabel($0) })
        for (word, others) in table.form.synonyms where wanted.contains(foldedLabel(word)) {
            wanted.formUnion(others.map { foldedLabel($0) })
        }
        let head = table.rows.prefix(60).joined().prefix(200)
        let text = head.map { foldedLabel($0.text) }.joined()
        let paths = FormHeader(table.form).paths
        let found = paths.filter { path in
            guard let last = path.last.map({ foldedLabel($0) }) else { return false }
            return text.contains(last)
                || table.form.synonyms.contains { word, others in
                    foldedLabel(word) == last && others.contains { text.contains(foldedLabel($0)) }
                }
        }
        return found.count * 2 >= paths.count
    }

    /// Whether a 行次 column is printed.
    var hasRowNumbers: Bool {
        table.rows.contains { $0.contains { foldedLabel($0.text) == "行次" } }
    }

    func tokens() -> [LooseToken] {
        table.pages.flatMap { page in
            let tokens = page.flatMap { row in
                table.rows[row].enumerated().filter { !$1.text.isEmpty }.map { column, cell in
                    LooseToken(cell, TableSpot(row: row, column: column))
                }
            }
            return Array(tokens[headerEnd(tokens)...])
        }
    }

    // MARK: Headers

    private static let headerLimit = 200

    /// Below the row of 栏次; without one, before the first label or code that has a figure.
    private func headerEnd(_ tokens: [LooseToken]) -> Int {
        let head = tokens.prefix(Self.headerLimit)
        if let start = head.firstIndex(where: { $0.text.hasPrefix("栏次") }) { return afterNumbers(tokens, from: start) }
        if table.form.parts.allSatisfy(\.keyColumns.isEmpty) {
            let one = head.firstIndex { $0.integer == 1 } ?? tokens.endIndex
            let end = afterNumbers(tokens, from: one)
            if end > one + 1 { return end }
        }
        guard let figure = tokens.firstIndex(where: { !$0.isLabel }) else { return tokens.endIndex }
        var start = figure
        for index in (0..<figure).reversed() where figure - index <= 12 {
            if labels.knows(tokens[index..<figure].map(\.text).joined()) { start = index }
        }
        return start
    }

    /// Consecutive numbers from 1, with 栏次 between them.
    private func afterNumbers(_ tokens: [LooseToken], from start: Int) -> Int {
        var index = start
        var next = 1
        while index < tokens.endIndex {
            if tokens[index].integer == next {
                next += 1
            } else if tokens[index].text == "栏次1", next == 1 {
                next = 2
            } else if !tokens[index].text.hasPrefix("栏次") {
                break
            }
            index += 1
        }
        return index
    }
}
