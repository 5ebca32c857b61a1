import Fiscal
import Paper
import Standards

/// Rows of a base-data table → staff, and amounts of last year, the budget and the year.
struct BaseTableReader {
    private let definitions: EvaluationDefinitions
    private let cells: EvaluationCellReader
    private var form: EvaluationForm
    /// Columns of amounts where the table is a grid.
    private var ranges: [(role: BaseColumn.Role, range: Range<Int>)] = []
    private var grid: SourceRow.Shape?
    private var staff: [(name: String, range: Range<Int>)] = []
    private var owner = ""
    private var pending: [SourceRow.Piece] = []

    init(_ definitions: EvaluationDefinitions, _ form: EvaluationForm) {
        self.definitions = definitions
        self.form = form
        cells = EvaluationCellReader(definitions: definitions)
    }

    mutating func read(_ rows: [SourceRow]) -> EvaluationForm {
        for row in rows { add(row) }
        return form
    }

    private mutating func add(_ row: SourceRow) {
        if addStaff(row) || addColumns(row) { return }
        guard !form.columns.isEmpty else { return }
        let filled = row.filled
        let first = filled.firstIndex { isAmount($0.text) } ?? filled.count
        let label = filled[..<first]
        if label.isEmpty {
            form.unread += filled.map { cells.cell($0.text, $0.place) }
            return
        }
        if first == filled.count, row.isWords, row.folded.count > 30 { return }
        append(row, label: Array(label), values: Array(filled[first...]))
    }

    private func isAmount(_ text: String) -> Bool {
        guard let number = cells.number(foldedLabel(text)), number.comparison == nil else { return false }
        return number.unit.isEmpty || number.unit == "万元" || number.unit == "元"
    }

    // MARK: Staff

    private mutating func addStaff(_ row: SourceRow) -> Bool {
        let labels = form.definition.staff
        var found: [(name: String, range: Range<Int>)] = []
        for (index, piece) in row.filled.enumerated() {
            let folded = foldedLabel(piece.text)
            guard let label = labels.first(where: { $0.words.contains { folded.hasSuffix($0) } }) else { continue }
            found.append((label.name, row.isWords ? index..<(index + 1) : piece.column..<(piece.column + piece.width)))
        }
        if found.count >= 2, found.count == labels.count || !row.isWords {
            staff = found
            return true
        }
        guard !staff.isEmpty, form.staff.isEmpty else { return false }
        let filled = row.filled.filter { cells.number(foldedLabel($0.text)) != nil }
        guard !filled.isEmpty else { return false }
        for (index, piece) in filled.enumerated() {
            let range = row.isWords ? index..<(index + 1) : piece.column..<(piece.column + piece.width)
            guard let place = staff.first(where: { $0.range.overlaps(range) }) else { continue }
            form.staff[place.name] = cells.cell(piece.text, piece.place)
        }
        return !form.staff.isEmpty
    }

    // MARK: Columns

    /// 2020年决算数 2021年预算数 2021年决算数, whatever stands before them.
    private mutating func addColumns(_ row: SourceRow) -> Bool {
        guard form.columns.isEmpty else { return false }
        var found: [(year: Int, isBudget: Bool, title: String, range: Range<Int>)] = []
        for piece in row.filled {
            let folded = foldedLabel(piece.text)
            guard let mark = folded.firstRange(of: "年"), let year = Int(folded[..<mark.lowerBound].suffix(4)),
                year > 1900,
                folded.contains("决算") || folded.contains("预算")
            else { continue }
            found.append(
                (
                    year, folded.contains("预算"), folded,
                    piece.column..<(piece.column + piece.width)
                ))
        }
        guard found.count >= 2, let latest = found.map(\.year).max() else { return false }
        for column in found {
            let role: BaseColumn.Role? =
                column.year == latest ? (column.isBudget ? .budget : .actual) : column.isBudget ? nil : .before
            guard let role, !form.columns.contains(where: { $0.role == role }) else { continue }
            form.columns.append(BaseColumn(role: role, year: column.year, title: column.title))
            ranges.append((role, column.range))
        }
        grid = row.shape
        return true
    }

    // MARK: Rows

    private mutating func append(_ row: SourceRow, label: [SourceRow.Piece], values: [SourceRow.Piece]) {
        let text = label.map(\.text).joined()
        let labelCell = cells.cell(text, label.first?.place)
        let known = known(foldedLabel(text))
        if let known {
            if known.ownsFollowing { owner = known.label.name } else { owner = "" }
        }
        var result = BaseRow(
            name: known?.label.name ?? "", label: labelCell, owner: known == nil ? owner : known?.parent ?? "",
            values: [:], open: [])
        let typed = values.map { cells.cell($0.text, $0.place) }
        if !row.isWords, grid == row.shape {
            for (piece, cell) in zip(values, typed) {
                let range = piece.column..<(piece.column + piece.width)
                if let column = ranges.first(where: { $0.range.overlaps(range) }) { result.values[column.role] = cell }
            }
        } else if typed.count == form.columns.count {
            for (column, cell) in zip(form.columns, typed) { result.values[column.role] = cell }
        } else {
            result.open = typed
        }
        if known == nil, owner.isEmpty {
            form.unrecognized.append(labelCell)
            return
        }
        form.rows.append(result)
    }

    /// The row that a label names, without its ordinal, 其中 and a remark in brackets.
    private func known(_ label: String) -> EvaluationDefinitions.BaseRow? {
        var bare = Numerals.withoutOrdinal(label)
        if bare.hasPrefix("其中") { bare = String(bare.dropFirst(2)) }
        bare = bare.filter { $0 != ":" }
        let plain = bare.firstIndex(of: "(").map { String(bare[..<$0]) } ?? bare
        return form.definition.rows.first { $0.label.words.contains(bare) || $0.label.words.contains(plain) }
    }
}
