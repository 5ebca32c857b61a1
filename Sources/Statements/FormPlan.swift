package import Fiscal
package import Ledger
package import Standards

/// A form whose figures are resolved once, to print the figures alone of many units.
///
/// Row for row and column for column what `TableBuilder` prints.
package struct FormPlan: Sendable {
    /// A figure in a row that always stands.
    private struct Cell: Sendable {
        /// Counted from the first row of its block.
        let row: Int
        let column: Int
        let figure: FigurePlan.Figure
    }

    /// A row for each member that has figures.
    private struct Members: Sendable {
        let dimension: Dimension
        let isShown: [Bool]
        let lines: [Int]
        let figures: [FigurePlan.MemberFigure?]
    }

    private enum Block: Sendable {
        case fixed(height: Int, [Cell])
        case members(Members)
    }

    private struct Part: Sendable {
        /// Where its first column of figures stands.
        let column: Int
        let blocks: [Block]
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
            parts.append(Part(column: column, blocks: try Self.blocks(of: part, standards, &plan)))
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

    private static func blocks(
        of part: Form.Part, _ standards: Standards, _ plan: inout FigurePlan
    ) throws(FigurePlan.Unplanned) -> [Block] {
        var result: [Block] = []
        var height = 0
        var cells: [Cell] = []
        let expansion = RowExpansion(standards: standards)
        for row in part.rows {
            if case .members(let dimension, let levels, let spec) = row {
                result.append(.fixed(height: height, cells))
                (height, cells) = (0, [])
                let members = try members(dimension, levels: levels, spec, of: part, standards, &plan)
                result.append(.members(members))
                continue
            }
            for row in expansion.rows(of: row, in: part, members: { _, _, _ in [] }) {
                for (column, definition) in part.columns.enumerated()
                where !row.isBlank && row.hasFigure(in: definition) {
                    guard let figure = try plan.figure(definition.spec.overlaid(by: row.spec)) else { continue }
                    cells.append(Cell(row: height, column: column, figure: figure))
                }
                height += 1
            }
        }
        return result + [.fixed(height: height, cells)]
    }

    private static func members(
        _ dimension: Dimension, levels: [Int], _ spec: FactSpec, of part: Form.Part, _ standards: Standards,
        _ plan: inout FigurePlan
    ) throws(FigurePlan.Unplanned) -> Members {
        let classification = standards.classification(dimension)
        let isShown = [false] + classification.ordered.map { levels.contains(classification.members[$0]?.level ?? 0) }
        var figures: [FigurePlan.MemberFigure?] = []
        for column in part.columns {
            figures.append(try plan.figure(column.spec.overlaid(by: spec), each: dimension))
        }
        let lines = Set(figures.compactMap(\.self).flatMap { plan.lines(of: $0) }).sorted()
        return Members(dimension: dimension, isShown: isShown, lines: lines, figures: figures)
    }

    /// Gives every printed figure with its row and column in the grid.
    ///
    /// - Parameter sums: filled with the lines of the unit.
    package func print(
        _ sums: inout FigureSums, zero: Profile.ZeroStyle, _ body: (_ row: Int, _ column: Int, PrintedNumber) -> Void
    ) {
        func put(_ amount: Int64?, _ decimals: Int?, _ row: Int, _ column: Int) {
            guard let amount, amount != 0 || zero == .digits else { return }
            body(row, column, form.printed(amount, decimals: decimals))
        }
        var height = 0
        var values: [Int64?] = []
        for part in parts {
            var row = headerRows
            for block in part.blocks {
                switch block {
                case .fixed(let height, let cells):
                    for cell in cells {
                        put(
                            sums.value(of: cell.figure), cell.figure.decimals, row + cell.row, part.column + cell.column
                        )
                    }
                    row += height
                case .members(let rows):
                    for member in sums.members(rows.dimension, of: rows.lines) where rows.isShown[member] {
                        values.removeAll(keepingCapacity: true)
                        for figure in rows.figures {
                            values.append(figure.flatMap { sums.value(of: $0, member: member, in: rows.dimension) })
                        }
                        guard values.contains(where: { $0 != nil && $0 != 0 }) else { continue }
                        for (offset, figure) in rows.figures.enumerated() {
                            if let figure { put(values[offset], figure.decimals, row, part.column + offset) }
                        }
                        row += 1
                    }
                }
            }
            height = max(height, row)
        }
        for cell in closing {
            guard let figure = cell.figure else { continue }
            put(sums.value(of: figure), figure.decimals, height, cell.column)
        }
    }
}
