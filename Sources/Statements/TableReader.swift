package import Fiscal
package import Paper
package import Standards

/// What a grid was read as.
package struct TableReading: Sendable {
    package let form: String
    package let observations: [Observation<TableSpot>]
    /// Rows whose label is none the form knows: listed, never dropped.
    package let unrecognized: [(row: Int, label: String)]
    /// Columns of the form that the grid does not have.
    package let missingColumns: [String]
}

/// grid + form → observations, by headers, codes and labels; never by position alone.
package struct TableReader {
    private let form: Form
    private let standards: Standards
    private let unit: String
    private let matrix: [[Cell?]]

    private init(form: Form, standards: Standards, unit: String, matrix: [[Cell?]]) {
        self.form = form
        self.standards = standards
        self.unit = unit
        self.matrix = matrix
    }

    /// - Returns: nil where the grid's headers are not this form's.
    package static func read(_ grid: Grid, as form: Form, standards: Standards, unit: String) -> TableReading? {
        let matrix = grid.matrix
        guard let (layout, match) = HeaderMatch.best(of: form, matrix: matrix) else { return nil }
        return TableReader(form: layout, standards: standards, unit: unit, matrix: matrix).read(match)
    }

    private func read(_ match: HeaderMatch) -> TableReading {
        var observations: [Observation<TableSpot>] = []
        var unrecognized: [(row: Int, label: String)] = []
        var next = 0
        let closing = closingRow(below: match.headerRows)
        let rows = match.headerRows..<(closing ?? matrix.count)
        for part in form.parts {
            let keys = part.keyColumns.indices.map { match.columns[next + $0] }
            let values = part.columns.indices.map { match.columns[next + part.keyColumns.count + $0] }
            next += part.keyColumns.count + part.columns.count
            var matcher = RowMatcher(part: part, standards: standards)
            for row in rows {
                let label = label(row, part: part, columns: keys)
                guard let found = matcher.match(label) else {
                    if !label.isEmpty { unrecognized.append((row, label.shown)) }
                    continue
                }
                for (column, place) in zip(part.columns, values) {
                    guard let place, found.hasFigure(in: column) else { continue }
                    observe(column.spec.overlaid(by: found.spec), row, place, into: &observations)
                }
            }
        }
        if let closing { readClosing(closing, match, into: &observations) }
        let missing = zip(match.columns, FormHeader(form).paths).filter { $0.0 == nil }.map {
            $0.1.joined(separator: "/")
        }
        return TableReading(
            form: form.id, observations: observations, unrecognized: unrecognized, missingColumns: missing)
    }

    private func observe(
        _ spec: FactSpec, _ row: Int, _ column: Int, into observations: inout [Observation<TableSpot>]
    ) {
        guard let key = spec.key(unit: unit, year: standards.year), let cell = matrix[row][column] else { return }
        let text = cell.text
        let printed = cell.number ?? (try? NumberText.parse(text))
        guard printed != nil || text.trimmed.isEmpty else { return }
        observations.append(
            Observation(
                figure: .fact(key), printed: printed, text: text, position: TableSpot(row: row, column: column)))
    }

    private func label(_ row: Int, part: Form.Part, columns: [Int?]) -> RowLabel {
        var label = RowLabel()
        for (key, column) in zip(part.keyColumns, columns) {
            guard let column, let cell = matrix[row][column] else { continue }
            let text = cell.text.trimmed
            switch key.content {
            case .rowNumber: label.number = text
            // A total's label spans the code and the name, or stands in one of them.
            case .name: if !text.isEmpty { label.name = text }
            case .code, .classCode, .groupCode, .itemCode:
                if !text.isEmpty, Code(text) == nil {
                    label.name = text
                } else if cell.column == column {
                    label.code += text
                }
            }
        }
        return label
    }

    /// The row of totals that spans the whole form, found by its labels.
    private func closingRow(below header: Int) -> Int? {
        guard let first = form.closing.first else { return nil }
        return matrix.indices.dropFirst(header).last { place(of: first, row: $0) != nil }
    }

    /// The last column that a closing row's label covers.
    private func place(of closing: Form.Closing, row: Int) -> Int? {
        let labels = ([closing.label] + closing.aliases).map { foldedLabel($0) }
        return matrix[row].indices.last { matrix[row][$0].map { labels.contains(foldedLabel($0.text)) } ?? false }
    }

    /// A label that spans columns has its figure behind it; one that does not, as between tabs, in the form's column.
    private func readClosing(_ row: Int, _ match: HeaderMatch, into observations: inout [Observation<TableSpot>]) {
        var next = 0
        for closing in form.closing {
            next += closing.span
            let own = match.columns.indices.contains(next) ? match.columns[next] : nil
            next += 1
            guard let last = place(of: closing, row: row) else { continue }
            let isSpanning = (matrix[row][last]?.columnSpan ?? 1) > 1
            let column = isSpanning ? last + 1 : own.map { max($0, last + 1) } ?? last + 1
            guard column < matrix[row].count else { continue }
            observe(closing.spec, row, column, into: &observations)
        }
    }
}
