import Standards

/// The year's main tasks with their money, of a form of goals.
struct TaskReader {
    private struct Column {
        let name: String
        let range: Range<Int>
    }

    private static let task = "任务"
    private static let total = FundName.total

    private let definitions: EvaluationDefinitions
    private let definition: EvaluationDefinitions.Form
    private let cells: EvaluationCellReader
    private var columns: [Column] = []
    private var width = 0
    private var rows: [FundRow] = []
    private var sum: FundRow?

    init(_ definitions: EvaluationDefinitions, _ definition: EvaluationDefinitions.Form) {
        self.definitions = definitions
        self.definition = definition
        cells = EvaluationCellReader(definitions: definitions)
    }

    /// A row of cells with the label of the tasks' names.
    func isHeader(_ row: SourceRow) -> Bool {
        guard !row.isWords, let task = definition.tasks.first(where: { $0.name == Self.task }) else { return false }
        return row.filled.contains { task.words.contains(foldedLabel($0.text)) }
    }

    mutating func add(_ row: SourceRow) {
        guard !row.isWords else { return }
        let found = row.filled.compactMap { piece -> Column? in
            let label = foldedLabel(piece.text)
            return definition.tasks.first { $0.words.contains(label) }.map {
                Column(name: $0.name, range: piece.column..<(piece.column + piece.width))
            }
        }
        if found.contains(where: { $0.name == Self.task }) || found.count >= 2 {
            columns.removeAll { old in found.contains { $0.name == old.name } }
            columns += found
            width = max(width, row.width)
            return
        }
        guard columns.contains(where: { $0.name == Self.total }) else { return }
        let labels = row.filled.filter { cells.number(foldedLabel($0.text)) == nil }
        guard let label = labels.first else { return }
        let isTotal = definition.taskTotals.contains(foldedLabel(label.text))
        let shift = isTotal && row.width < width ? width - row.width : 0
        var values: [String: EvaluationCell] = [:]
        for piece in row.filled where cells.number(foldedLabel(piece.text)) != nil {
            let range = (piece.column + shift)..<(piece.column + shift + piece.width)
            guard let column = columns.first(where: { $0.range.overlaps(range) }) else { continue }
            values[column.name] = cells.cell(piece.text, piece.place)
        }
        guard !values.isEmpty else { return }
        let result = FundRow(
            name: isTotal ? Self.total : label.text, label: cells.cell(label.text, label.place), values: values)
        if isTotal { sum = result } else { rows.append(result) }
    }

    func finish(into form: inout EvaluationForm) {
        form.tasks = rows
        form.taskTotal = sum
    }
}
