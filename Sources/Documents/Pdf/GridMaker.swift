import Fiscal
import Paper

extension PageTable {
    /// The table as a grid, each cell with its page and box.
    var grid: Grid {
        let header = min(headerRows ?? headerGuess, rowCount)
        var rows = [[Cell]](repeating: [], count: rowCount)
        for cell in cells.sorted(by: { $0.area.column < $1.area.column }) {
            let isHeader = cell.area.row < header
            rows[cell.area.row].append(
                Cell(
                    cell.text, number: isHeader ? nil : ReadNumber.of(cell.text), column: cell.area.column,
                    rowSpan: cell.area.rowSpan, columnSpan: cell.area.columnSpan, alignment: cell.alignment,
                    isHeader: isHeader, place: .page(cell.page, box: cell.box)))
        }
        return Grid(
            rows: rows, columnCount: xs.count - 1, headerRowCount: header, place: .page(page, box: shownBox))
    }
}
