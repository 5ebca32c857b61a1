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
        let reader = TableReader(form: form, standards: standards, unit: unit, matrix: grid.matrix)
        guard let match = HeaderMatch.best(form, matrix: reader.matrix) else { return nil }
        return reader.read(match)
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
                    guard let place else { continue }
                    observe(column.spec.overlaid(by: found.spec), row, place, into: &observations)
                }
            }
        }
        if let closing { readClosing(closing, into: &observations) }
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
            // A total's label spans the code and the name.
            case .name: label.name = text
            case .code, .classCode, .groupCode, .itemCode:
                if cell.columnSpan > 1 || Code(text) == nil { label.name = text } else { label.code += text }
            }
        }
        return label
    }

    /// The row of totals that spans the whole form, found by its labels.
    private func closingRow(below header: Int) -> Int? {
        guard let first = form.closing.first else { return nil }
        return matrix.indices.dropFirst(header).last { row in
            matrix[row].contains { cell in cell.map { foldedLabel($0.text) == foldedLabel(first.label) } ?? false }
        }
    }

    private func readClosing(_ row: Int, into observations: inout [Observation<TableSpot>]) {
        for closing in form.closing {
            let wanted = foldedLabel(closing.label)
            guard
                let last = matrix[row].indices.last(where: {
                    matrix[row][$0].map { foldedLabel($0.text) == wanted } ?? false
                }),
                last + 1 < matrix[row].count
            else { continue }
            observe(closing.spec, row, last + 1, into: &observations)
        }
    }
}

/// What the key cells of a row say.
struct RowLabel {
    var code = ""
    var name = ""
    var number = ""

    var isEmpty: Bool { code.isEmpty && name.isEmpty }
    var shown: String { [code, name].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// Finds the row of a part that a label means: code first, then name in the order of the form.
struct RowMatcher {
    private let part: Form.Part
    private let standards: Standards
    private let expansion: RowExpansion
    private let fixed: [FormRow]
    private var used = 0
    private var lastMember = Code.all

    init(part: Form.Part, standards: Standards) {
        self.part = part
        self.standards = standards
        expansion = RowExpansion(standards: standards)
        fixed = expansion.rows(of: part) { _, _, _ in [] }
    }

    mutating func match(_ label: RowLabel) -> FormRow? {
        if part.keyColumns.isEmpty { return fixed.first }
        if label.isEmpty { return nil }
        if let code = Code(label.code), let row = byCode(code) { return row }
        if let index = fixedIndex(label) {
            used = index + 1
            return fixed[index]
        }
        return byMemberName(label.name)
    }

    private mutating func byCode(_ code: Code) -> FormRow? {
        if let row = fixed.first(where: { $0.code == code }) { return row }
        for case .members(let dimension, _, let spec) in part.rows
        where standards.classification(dimension).members[code] != nil {
            lastMember = code
            return expansion.memberRow(code, dimension, spec)
        }
        return nil
    }

    /// Equal labels stand for different rows (T04's funds): the next one in the form's order is meant.
    private func fixedIndex(_ label: RowLabel) -> Int? {
        let wanted = foldedLabel(label.name)
        let candidates = fixed.indices.filter { foldedLabel(fixed[$0].label) == wanted && !fixed[$0].isBlank }
        return candidates.first { $0 >= used } ?? candidates.first
    }

    /// A name without a code: the nearest member of that name after the last one, in code order.
    private mutating func byMemberName(_ name: String) -> FormRow? {
        let wanted = foldedLabel(name)
        for case .members(let dimension, _, let spec) in part.rows {
            let classification = standards.classification(dimension)
            let codes = classification.ordered.filter {
                foldedLabel(classification.name($0)) == wanted
            }
            guard let code = codes.first(where: { $0 > lastMember }) ?? codes.first else { continue }
            lastMember = code
            return expansion.memberRow(code, dimension, spec)
        }
        return nil
    }
}
