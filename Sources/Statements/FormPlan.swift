package import Fiscal
package import Ledger
package import Standards

/// A form whose figures are resolved once, to print the figures alone of many units.
///
/// Row for row and column for column what `TableBuilder` prints.
package struct FormPlan: Sendable {
    private enum Row: Sendable {
        case fixed([FigurePlan.Figure?])
        case blank
        case members(Dimension, isShown: [Bool], lines: [Int], [FigurePlan.MemberFigure?])
    }

    private struct Part: Sendable {
        /// Where its first column of figures stands.
        let column: Int
        let rows: [Row]
    }

    package let form: Form
    private let parts: [Part]
    private let closing: [(column: Int, figure: FigurePlan.Figure?)]
    private let headerRows: Int

    package init(_ form: Form, standards: Standards, plan: inout FigurePlan) throws(FigurePlan.Unplanned) {
        self.form = form
        headerRows = FormHeader(form).rowCount
        var parts: [Part] = []
        var column = 0
        for part in form.parts {
            column += part.keyColumns.count
            parts.append(Part(column: column, rows: try Self.rows(of: part, standards, &plan)))
            column += part.columns.count
        }
        self.parts = parts
        var closing: [(column: Int, figure: FigurePlan.Figure?)] = []
        column = 0
        for cell in form.closing {
            column += cell.span
            closing.append((column, try plan.figure(cell.spec)))
            column += 1
        }
        self.closing = closing
    }

    private static func rows(
        of part: Form.Part, _ standards: Standards, _ plan: inout FigurePlan
    ) throws(FigurePlan.Unplanned) -> [Row] {
        var result: [Row] = []
        let expansion = RowExpansion(standards: standards)
        for row in part.rows {
            guard case .members(let dimension, let levels, let spec) = row else {
                for row in expansion.rows(of: row, in: part, members: { _, _, _ in [] }) {
                    if row.isBlank {
                        result.append(.blank)
                        continue
                    }
                    var figures: [FigurePlan.Figure?] = []
                    for column in part.columns {
                        let spec = column.spec.overlaid(by: row.spec)
                        figures.append(row.hasFigure(in: column) ? try plan.figure(spec) : nil)
                    }
                    result.append(.fixed(figures))
                }
                continue
            }
            let classification = standards.classification(dimension)
            let isShown =
                [false] + classification.ordered.map { levels.contains(classification.members[$0]?.level ?? 0) }
            var figures: [FigurePlan.MemberFigure?] = []
            for column in part.columns {
                figures.append(try plan.figure(column.spec.overlaid(by: spec), each: dimension))
            }
            let lines = Set(figures.flatMap { $0?.lines ?? [] }).sorted()
            result.append(.members(dimension, isShown: isShown, lines: lines, figures))
        }
        return result
    }

    /// Gives every printed figure with its row and column in the grid.
    ///
    /// - Parameter sums: filled with the lines of the unit.
    package func print(
        _ sums: inout FigureSums, zero: Profile.ZeroStyle, _ body: (_ row: Int, _ column: Int, PrintedNumber) -> Void
    ) {
        func put(_ amount: Int64?, _ measure: Measure, _ row: Int, _ column: Int) {
            guard let amount, amount != 0 || zero == .digits else { return }
            body(row, column, form.printed(FactValue(amount: amount, measure: measure)))
        }
        var height = 0
        for part in parts {
            var row = headerRows
            for plan in part.rows {
                switch plan {
                case .blank: row += 1
                case .fixed(let figures):
                    for (offset, figure) in figures.enumerated() {
                        guard let figure else { continue }
                        put(sums.value(of: figure), figure.measure, row, part.column + offset)
                    }
                    row += 1
                case .members(let dimension, let isShown, let lines, let figures):
                    for member in sums.members(dimension, of: lines) where isShown[member] {
                        let values = figures.map { $0.flatMap { sums.value(of: $0, member: member, in: dimension) } }
                        guard values.contains(where: { $0 != nil && $0 != 0 }) else { continue }
                        for (offset, figure) in figures.enumerated() {
                            guard let figure else { continue }
                            put(values[offset], figure.measure, row, part.column + offset)
                        }
                        row += 1
                    }
                }
            }
            height = max(height, row)
        }
        for cell in closing {
            guard let figure = cell.figure else { continue }
            put(sums.value(of: figure), figure.measure, height, cell.column)
        }
    }
}
