import Standards

/// The block of a monitoring form's indicators: their state, the causes of deviations, the likelihood.
///
/// Its header stands in two rows (causes and likelihoods have a column each); rows of words have no columns to tell and
/// stay unread.
struct MonitoringReader {
    private struct Column {
        let name: String
        let range: Range<Int>
    }

    private let definitions: EvaluationDefinitions
    private let cells: EvaluationCellReader
    private var columns: [Column] = []
    private var first = ""
    private var second = ""
    private var found: [MonitoringRow] = []
    private var unread: [EvaluationCell] = []

    private static let plain = [
        MonitoringColumn.target, MonitoringColumn.state, MonitoringColumn.forecast, MonitoringColumn.reason,
        MonitoringColumn.note,
    ]

    init(_ definitions: EvaluationDefinitions) {
        self.definitions = definitions
        cells = EvaluationCellReader(definitions: definitions)
    }

    mutating func add(_ row: SourceRow) {
        guard !row.isWords else {
            unread += row.filled.map { cells.cell($0.text, $0.place) }
            return
        }
        let header = row.filled.compactMap { piece in
            name(of: piece.text).map { Column(name: $0, range: piece.column..<(piece.column + piece.width)) }
        }
        let isHeader = header.count >= 2 && header.count * 2 > row.filled.count
        if isHeader {
            // Without spans the heading of a group stands over its first column alone.
            columns.removeAll { old in header.contains { $0.range == old.range } }
            columns += header
        } else if !columns.isEmpty {
            addCells(row)
        }
    }

    private func name(of text: String) -> String? {
        let label = withoutPeriod(foldedLabel(text))
        return definitions.monitoringColumns.first { $0.words.contains(label) }?.name
    }

    private mutating func addCells(_ row: SourceRow) {
        var byColumn: [String: EvaluationCell] = [:]
        for piece in row.filled {
            let range = piece.column..<(piece.column + piece.width)
            // A column of the second row stands below one of the first: the narrower one is meant.
            let column = columns.filter { $0.range.overlaps(range) }.min { $0.range.count < $1.range.count }
            guard let column, byColumn[column.name] == nil else { continue }
            byColumn[column.name] = cells.cell(piece.text, piece.place)
        }
        if let cell = byColumn[MonitoringColumn.first] {
            first = foldedLabel(cell.text)
            second = ""
        }
        if let cell = byColumn[MonitoringColumn.second] { second = foldedLabel(cell.text) }
        guard let name = byColumn[MonitoringColumn.name] else { return }
        func pick(_ names: [String]) -> [String: EvaluationCell] {
            byColumn.filter { names.contains($0.key) && !$0.value.isBlank }
        }
        found.append(
            MonitoringRow(
                first: first, second: second, name: name, values: pick(Self.plain),
                causes: pick(definitions.causes),
                likelihoods: pick(definitions.likelihoods + [MonitoringColumn.likelihood])))
    }

    func finish(into form: inout EvaluationForm) {
        form.monitored = found
        form.unread += unread
    }
}
