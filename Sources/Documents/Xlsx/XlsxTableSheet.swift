import Fiscal
import Paper

/// Lays one table out on its sheet: title, information, grid, notes.
struct XlsxTableSheet {
    let table: XlsxLayout.Table
    private let columnCount: Int

    init(table: XlsxLayout.Table) {
        self.table = table
        columnCount = max(1, table.grid.columnCount)
    }

    /// The described sheet.
    func sheet() -> SheetDescription {
        var sheet = SheetDescription(name: table.name)
        let widths = columnWidths()
        sheet.columns = widths.enumerated().map { ColumnDescription($0 + 1...$0 + 1, width: Double($1)) }
        var row = 1
        for paragraph in table.head {
            if paragraph.style == .tableTitle {
                line(paragraph.text, XlsxLook.title, at: row, &sheet)
                sheet.rowHeights[row] = 32
            } else {
                info(paragraph.text, at: row, &sheet)
            }
            row += 1
        }
        let firstRow = row
        grid(at: firstRow, widths, &sheet)
        row += table.grid.rows.count
        for note in table.notes {
            line(note.text, XlsxLook.note, at: row, &sheet)
            sheet.rowHeights[row] = height(of: note.text, width: widths.reduce(0, +))
            row += 1
        }
        let corner = CellAddress(row: max(1, row - 1), column: columnCount)
        var print = PrintSetup(
            orientation: table.orientation, area: CellRange(first: CellAddress(row: 1, column: 1), last: corner))
        if table.grid.headerRowCount > 0, table.grid.headerRowCount <= table.grid.rows.count {
            let below = firstRow + table.grid.headerRowCount
            print.titleRows = firstRow...below - 1
            sheet.freeze = CellAddress(row: below, column: 1)
        }
        sheet.print = print
        return sheet
    }

    /// A line over the whole width of the table.
    private func line(_ text: String, _ look: CellLook, at row: Int, _ sheet: inout SheetDescription) {
        let address = CellAddress(row: row, column: 1)
        sheet.cells.append(CellDescription(address, .text(text), look: look))
        if columnCount > 1 {
            sheet.merges.append(CellRange(first: address, last: CellAddress(row: row, column: columnCount)))
        }
    }

    /// Pieces between tabs stand left, in the middle and right; a line without tabs stands right.
    private func info(_ text: String, at row: Int, _ sheet: inout SheetDescription) {
        var pieces = text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        var places: [(column: Int, alignment: Cell.Alignment)] =
            pieces.count == 1
            ? [(columnCount, .right)] : [(1, .left), ((columnCount + 1) / 2, .center), (columnCount, .right)]
        if pieces.count == 2 || columnCount < 3 && pieces.count > 1 {
            pieces = [pieces[0], pieces.dropFirst().joined(separator: "　")]
            places.remove(at: 1)
        }
        if pieces.count > 3 { pieces = pieces[..<2] + [pieces[2...].joined(separator: "　")] }
        if columnCount == 1 {
            pieces = [pieces.filter { !$0.isEmpty }.joined(separator: "　")]
            places = [(1, .right)]
        }
        for (piece, place) in zip(pieces, places) where !piece.isEmpty {
            let address = CellAddress(row: row, column: place.column)
            sheet.cells.append(CellDescription(address, .text(piece), look: XlsxLook.info(place.alignment)))
        }
    }

    private func grid(at firstRow: Int, _ widths: [Int], _ sheet: inout SheetDescription) {
        for (index, row) in table.grid.rows.enumerated() {
            var height = 18.0
            for cell in row where cell.column >= 0 && cell.column < columnCount {
                let address = CellAddress(row: firstRow + index, column: cell.column + 1)
                let right = min(columnCount, cell.column + max(1, cell.columnSpan))
                let bottom = min(table.grid.rows.count, index + max(1, cell.rowSpan))
                let last = CellAddress(row: firstRow + bottom - 1, column: right)
                let format = Self.format(cell)
                let content: CellDescription.Content =
                    cell.text.isEmpty ? .blank : format == nil ? .text(cell.text) : .number(Self.plain(cell))
                let look = XlsxLook.square(cell, numberFormat: format)
                sheet.cells.append(CellDescription(address, content, look: look))
                if last != address { sheet.merges.append(CellRange(first: address, last: last)) }
                if format == nil {
                    let width = widths[cell.column..<right].reduce(0, +)
                    height = max(height, self.height(of: cell.text, width: width) / Double(bottom - index))
                }
            }
            sheet.rowHeights[firstRow + index] = height
        }
    }

    /// The format under which a number prints as the cell's text; nil where none does, and the cell stays text.
    private static func format(_ cell: Cell) -> String? {
        guard let number = cell.number, String(number.mantissa.magnitude).count <= DecimalText.significantDigits else {
            return nil
        }
        let fraction = number.decimals > 0 ? "." + String(repeating: "0", count: number.decimals) : ""
        if cell.text == number.text(grouping: true) { return "#,##0" + fraction }
        return cell.text == number.text() ? "0" + fraction : nil
    }

    private static func plain(_ cell: Cell) -> String { cell.number?.text() ?? "" }

    private func height(of text: String, width: Int) -> Double {
        XlsxLook.height(of: text, width: width, fontSize: 10)
    }

    /// In digits; by the grid's own proportions where it has some.
    private func columnWidths() -> [Int] {
        guard table.grid.columnCount > 0 else { return [80] }
        if table.grid.columnWidths.count == table.grid.columnCount {
            let total = table.orientation == .landscape ? 132 : 92
            return ColumnWidths.fitted(table.grid, total: total, unit: 1, padding: 2).map { max(4, $0) }
        }
        return ColumnWidths.wanted(table.grid).map { max($0.text, $0.figures) + 3 }
    }
}
