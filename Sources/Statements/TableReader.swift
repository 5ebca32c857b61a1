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
    /// How many columns the form has.
    package let columnCount: Int
    /// Rows of the grid that are its header.
    package let headerRows: Int
    /// What the row and the column of each observation are called.
    package let labels: [TableSpot: TableLabel]
    /// Squares that should hold a figure and hold something else.
    package let unreadable: [(spot: TableSpot, label: TableLabel, text: String)]
    /// Amounts in rows that their column has no part in (商品和服务支出 as 人员经费): the whole column is left out.
    package let outside: [(spot: TableSpot, label: TableLabel, text: String)]
    /// The key cells of every row below the header that has some, part by part.
    package let rows: [TableRow]
}

/// The key cells of a row of one part, as printed.
package struct TableRow: Hashable, Sendable {
    package let part: Int
    package let row: Int
    /// 类, 款 and 项 put together where they stand in columns of their own; empty where there is none.
    package let code: String
    package let name: String
}

/// What the row and the column of a figure are called.
package struct TableLabel: Hashable, Sendable {
    /// Code and name; empty where the form has no row labels.
    package let row: String
    /// As short as tells it from the other columns; empty in a closing row.
    package let column: String
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
        guard let (layout, match) = HeaderMatch.best(of: form, matrix: matrix, year: standards.year) else { return nil }
        return TableReader(form: layout, standards: standards, unit: unit, matrix: matrix).read(match)
    }

    private func read(_ match: HeaderMatch) -> TableReading {
        var found = Findings()
        var next = 0
        let closing = closingRow(below: match.headerRows)
        let rows = match.headerRows..<(closing ?? matrix.count)
        for (index, part) in form.parts.enumerated() {
            let keys = part.keyColumns.indices.map { match.columns[next + $0] }
            let values = part.columns.indices.map { match.columns[next + part.keyColumns.count + $0] }
            next += part.keyColumns.count + part.columns.count
            read(part, rows: rows, keys: keys, values: values, into: &found)
            for row in rows {
                let label = label(row, part: part, columns: keys)
                guard !label.isEmpty else { continue }
                found.rows.append(TableRow(part: index, row: row, code: label.code, name: label.name))
            }
        }
        if let closing { readClosing(closing, match, into: &found) }
        let paths = FormHeader(form).paths
        let optional = form.parts.flatMap { part in
            part.keyColumns.map { _ in false } + part.columns.map(\.isOptional)
        }
        let missing = paths.indices.filter { match.columns[$0] == nil && !optional[$0] }.map {
            paths[$0].joined(separator: "/")
        }
        return TableReading(
            form: form.id, observations: found.observations, unrecognized: found.unrecognized, missingColumns: missing,
            columnCount: paths.count, headerRows: match.headerRows, labels: found.labels, unreadable: found.unreadable,
            outside: found.outside, rows: found.rows)
    }

    private func read(
        _ part: Form.Part, rows: Range<Int>, keys: [Int?], values: [Int?], into found: inout Findings
    ) {
        let titles = part.columns.map { column in
            let isAlone = part.columns.filter { $0.title.last == column.title.last }.count == 1
            return isAlone ? column.title.last ?? "" : column.title.joined(separator: " ")
        }
        var matcher = RowMatcher(part: part, standards: standards)
        var outside: [(spot: TableSpot, label: TableLabel, text: String)] = []
        for row in rows {
            let label = label(row, part: part, columns: keys)
            guard let known = matcher.match(label) else {
                if !label.isEmpty, !label.shown.allSatisfy({ "….·".contains($0) }) {
                    found.unrecognized.append((row, label.shown))
                }
                continue
            }
            for (index, column) in part.columns.enumerated() {
                guard let place = values[index], known.hasFigure(in: column) else { continue }
                let spot = TableSpot(row: row, column: place)
                let name = TableLabel(row: label.shown, column: titles[index])
                if let spec = standards.narrowed(column.spec, by: known.spec) {
                    observe(spec, spot, name, into: &found)
                } else if let text = amount(at: spot) {
                    outside.append((spot, name, text))
                }
            }
        }
        found.leaveOut(outside, columns: Self.columns(like: Set(outside.map(\.spot.column)), part, values))
    }

    /// These columns of a grid, and those beside them that cut the same dimension: what the one has too much the other lacks.
    private static func columns(like wrong: Set<Int>, _ part: Form.Part, _ values: [Int?]) -> Set<Int> {
        func cuts(_ column: Form.Column) -> Set<Dimension> {
            Set(Dimension.allCases.filter { !column.spec.coordinates[$0].isAll })
        }
        // What all columns have in common divides none of them.
        let shared = part.columns.map(cuts).reduce(Set(Dimension.allCases)) { $0.intersection($1) }
        let divided = part.columns.indices.filter { values[$0].map(wrong.contains) ?? false }.reduce(Set()) {
            $0.union(cuts(part.columns[$1]).subtracting(shared))
        }
        return Set(
            part.columns.indices.filter { !cuts(part.columns[$0]).isDisjoint(with: divided) }.compactMap { values[$0] })
    }

    /// What a cell prints, where it is neither blank nor zero.
    private func amount(at spot: TableSpot) -> String? {
        guard let cell = matrix[spot.row][spot.column], !cell.text.trimmed.isEmpty, !Self.isDash(cell.text) else {
            return nil
        }
        let number = cell.number ?? (try? NumberText.parse(cell.text))
        return number?.isZero ?? false ? nil : cell.text
    }

    /// What is found so far.
    private struct Findings {
        var observations: [Observation<TableSpot>] = []
        var unrecognized: [(row: Int, label: String)] = []
        var labels: [TableSpot: TableLabel] = [:]
        var unreadable: [(spot: TableSpot, label: TableLabel, text: String)] = []
        var rows: [TableRow] = []
        var outside: [(spot: TableSpot, label: TableLabel, text: String)] = []

        /// A column with an amount in a row that its definition has no part in is meant otherwise by this paper: nothing of
        /// it is known then.
        mutating func leaveOut(
            _ cells: [(spot: TableSpot, label: TableLabel, text: String)], columns: Set<Int>
        ) {
            guard !columns.isEmpty else { return }
            observations.removeAll { columns.contains($0.position.column) }
            outside += cells
        }
    }

    private func observe(_ spec: FactSpec, _ spot: TableSpot, _ label: TableLabel, into found: inout Findings) {
        guard let key = spec.key(unit: unit, year: standards.year), let cell = matrix[spot.row][spot.column] else {
            return
        }
        let text = cell.text
        let printed = cell.number ?? (try? NumberText.parse(text))
        guard printed != nil || text.trimmed.isEmpty else {
            if !Self.isDash(text) { found.unreadable.append((spot, label, text)) }
            return
        }
        found.labels[spot] = label
        found.observations.append(
            Observation(figure: .fact(key), printed: printed, text: text, position: spot))
    }

    /// What forms print where there can be no figure.
    private static func isDash(_ text: String) -> Bool { text.trimmed.allSatisfy { "—–-－/／*".contains($0) } }

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
    private func readClosing(_ row: Int, _ match: HeaderMatch, into found: inout Findings) {
        var next = 0
        for closing in form.closing {
            next += closing.span
            let own = match.columns.indices.contains(next) ? match.columns[next] : nil
            next += 1
            guard let last = place(of: closing, row: row) else { continue }
            let isSpanning = (matrix[row][last]?.columnSpan ?? 1) > 1
            let column = isSpanning ? last + 1 : own.map { max($0, last + 1) } ?? last + 1
            guard column < matrix[row].count else { continue }
            observe(
                closing.spec, TableSpot(row: row, column: column), TableLabel(row: closing.label, column: ""),
                into: &found)
        }
    }
}
