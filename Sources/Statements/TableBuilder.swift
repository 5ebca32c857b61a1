package import Fiscal
package import Ledger
import Paper
package import Standards

/// How figures are put on paper.
package struct PrintStyle: Sendable {
    package var zero: Profile.ZeroStyle
    /// 部门 or 单位, for the words of the notes.
    package var noun: String
    package var unitName: String
    package var year: Int
    /// Printed figures that take the place of plain rounding, so that parts add up exactly.
    package var adjusted: [FactKey: PrintedNumber]

    package init(
        zero: Profile.ZeroStyle, noun: String, unitName: String, year: Int, adjusted: [FactKey: PrintedNumber] = [:]
    ) {
        self.zero = zero
        self.noun = noun
        self.unitName = unitName
        self.year = year
        self.adjusted = adjusted
    }

    func filled(_ text: String) -> String {
        text.replacing("{类}", with: noun).replacing("{年}", with: String(year)).replacing("{单位}", with: unitName)
    }
}

/// form + facts → table.
package struct TableBuilder {
    private let form: Form
    private let number: String
    private let facts: FactBase
    private let style: PrintStyle
    private var figures: [TableSpot: FactKey] = [:]
    private var isEmpty = true
    private var isAdjusted = false

    private init(form: Form, number: String, facts: FactBase, style: PrintStyle) {
        self.form = form
        self.number = number
        self.facts = facts
        self.style = style
    }

    package static func table(_ form: Form, number: String, facts: FactBase, style: PrintStyle) -> Table {
        var builder = TableBuilder(form: form, number: number, facts: facts, style: style)
        return builder.table()
    }

    private mutating func table() -> Table {
        let header = FormHeader(form)
        let expansion = RowExpansion(standards: facts.standards)
        let parts = form.parts.map { part in
            expansion.rows(of: part) { dimension, levels, specs in
                levels.flatMap { facts.members(dimension, level: $0, of: specs) }.sorted()
            }
        }
        let height = parts.map(\.count).max() ?? 0
        var rows = header.rows()
        for index in 0..<height {
            var cells: [Cell] = []
            var column = 0
            for (part, partRows) in zip(form.parts, parts) {
                let row = index < partRows.count ? partRows[index] : FormRow(isBlank: true)
                cells += keyCells(row, part, column: column, index: index, isPadding: index >= partRows.count)
                column += part.keyColumns.count
                cells += valueCells(row, part, column: column, gridRow: rows.count)
                column += part.columns.count
            }
            rows.append(cells)
        }
        if !form.closing.isEmpty { rows.append(closingRow(gridRow: rows.count)) }
        let widths = form.parts.flatMap { $0.keyColumns.map(\.width) + $0.columns.map(\.width) }
        var notes = form.notes
        if style.zero == .blank { notes += facts.standards.profile.notes }
        let emptyNote = isEmpty && !form.emptyNote.isEmpty ? [form.emptyNote] : []
        if !form.emptyNoteStandsApart { notes += emptyNote }
        if isAdjusted { notes.append(facts.standards.profile.adjustmentNote) }
        return Table(
            form: form, number: number,
            grid: Grid(
                rows: rows, columnCount: header.paths.count, headerRowCount: header.rowCount, columnWidths: widths),
            figures: figures, isEmpty: isEmpty,
            notes: numbered(notes.map { style.filled($0) })
                + (form.emptyNoteStandsApart ? emptyNote.map { style.filled($0) } : []))
    }

    private func numbered(_ notes: [String]) -> [String] {
        if notes.count == 1 { return ["注：" + notes[0]] }
        return notes.enumerated().map { ($0 == 0 ? "注：" : "") + "\($0 + 1).\($1)" }
    }

    private func keyCells(_ row: FormRow, _ part: Form.Part, column: Int, index: Int, isPadding: Bool) -> [Cell] {
        // A total's label takes the place of code and name together.
        let labelled = part.keyColumns.filter { $0.content != .rowNumber }.count
        var cells: [Cell] = []
        for (offset, key) in part.keyColumns.enumerated() {
            let place = column + offset
            switch key.content {
            case .rowNumber:
                let text = isPadding ? "" : String(part.firstRowNumber + index)
                cells.append(Cell(text, column: place, alignment: .center))
            case _ where row.code.isAll && labelled > 1 && !row.isBlank:
                if offset == 0 {
                    cells.append(Cell(row.label, column: place, columnSpan: labelled, alignment: .center))
                }
            case .name:
                cells.append(Cell(row.label, column: place, alignment: row.isTotal ? .center : .left))
            default: cells.append(Cell(codeText(row.code, key.content), column: place))
            }
        }
        return cells
    }

    /// A code in one column, or its 类, 款, 项 in three.
    private func codeText(_ code: Code, _ content: Form.KeyColumn.Content) -> String {
        let text = code.isAll ? "" : code.text
        switch content {
        case .classCode: return String(text.prefix(3))
        case .groupCode: return String(text.dropFirst(3).prefix(2))
        case .itemCode: return String(text.dropFirst(5).prefix(2))
        default: return text
        }
    }

    private mutating func valueCells(_ row: FormRow, _ part: Form.Part, column: Int, gridRow: Int) -> [Cell] {
        part.columns.enumerated().map { offset, definition in
            let place = column + offset
            guard row.hasFigure(in: definition) else {
                return Cell(row.isBlank ? "" : form.notApplicable, column: place, alignment: .center)
            }
            guard let key = facts.key(definition.spec.overlaid(by: row.spec)) else {
                return Cell("", column: place, alignment: .right)
            }
            return figureCell(key, TableSpot(row: gridRow, column: place))
        }
    }

    private mutating func closingRow(gridRow: Int) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        for closing in form.closing {
            cells.append(Cell(closing.label, column: column, columnSpan: closing.span, alignment: .center))
            column += closing.span
            if let key = facts.key(closing.spec) {
                cells.append(figureCell(key, TableSpot(row: gridRow, column: column)))
            }
            column += 1
        }
        return cells
    }

    private mutating func figureCell(_ key: FactKey, _ spot: TableSpot) -> Cell {
        figures[spot] = key
        guard let value = facts.value(of: key) else { return Cell("", column: spot.column, alignment: .right) }
        if value.amount != 0 { isEmpty = false }
        let plain = form.printed(value)
        let number = style.adjusted[key] ?? plain
        if number != plain { isAdjusted = true }
        if value.amount == 0, style.zero == .blank { return Cell("", column: spot.column, alignment: .right) }
        return Cell(number.text(grouping: true), number: number, column: spot.column, alignment: .right)
    }
}

extension Form {
    /// The figure as this form prints it: rounded once, from the exact sum.
    package func printed(_ value: FactValue) -> PrintedNumber {
        printed(value.amount, decimals: value.measure.decimals)
    }

    /// - Parameter own: the decimals of what is no money.
    func printed(_ amount: Int64, decimals own: Int?) -> PrintedNumber {
        guard let own else { return PrintedNumber.printing(amount, in: unit, decimals: decimals) }
        return PrintedNumber(mantissa: amount, decimals: own)
    }
}
