import Fiscal
import Standards

/// One row of one part of a form, with what its key columns say.
struct FormRow: Sendable {
    var label = ""
    /// Labels it is seen under.
    var aliases: [String] = []
    var code = Code.all
    var spec = FactSpec()
    var isTotal = false
    /// Rows that only keep their place.
    var isBlank = false
    /// 栏次 of the columns that have a figure in this row; nil = all.
    var columns: [String]?

    func hasFigure(in column: Form.Column) -> Bool { !isBlank && columns?.contains(column.number) ?? true }
}

/// Turns a part's row plan into rows.
struct RowExpansion {
    let standards: Standards

    /// - Parameter members: which members of a dimension have figures under these specs (from facts, or from a grid).
    func rows(of part: Form.Part, members: (Dimension, [Int], [FactSpec]) -> [Code]) -> [FormRow] {
        part.rows.flatMap { rows(of: $0, in: part, members: members) }
    }

    func rows(
        of plan: Form.RowPlan, in part: Form.Part, members: (Dimension, [Int], [FactSpec]) -> [Code]
    ) -> [FormRow] {
        switch plan {
        case .fixed(let row):
            return [
                FormRow(
                    label: row.label, aliases: row.aliases, spec: row.spec, isTotal: row.isTotal, columns: row.columns)
            ]
        case .blank(let count): return Array(repeating: FormRow(isBlank: true), count: count)
        case .members(let dimension, let levels, let spec):
            let specs = part.columns.map { $0.spec.overlaid(by: spec) }
            return members(dimension, levels, specs).map { memberRow($0, dimension, spec) }
        case .classLines(let spec):
            return standards.classLines.map { line in
                var row = memberRow(line.code, .function, spec)
                row.label = Numerals.chinese(line.ordinal) + "、" + row.label
                return row
            }
        case .economicLines(let block, let spec):
            return standards.economicLines.filter { $0.block == block }.map { memberRow($0.code, .economic, spec) }
        }
    }

    func memberRow(_ code: Code, _ dimension: Dimension, _ spec: FactSpec) -> FormRow {
        var narrowed = spec
        narrowed.coordinates[dimension] = code
        let classification = standards.classification(dimension)
        return FormRow(
            label: classification.name(code), aliases: classification.members[code]?.aliases ?? [], code: code,
            spec: narrowed)
    }
}
