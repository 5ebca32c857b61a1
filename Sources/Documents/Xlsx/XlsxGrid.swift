import Fiscal
import Paper

/// Consecutive rows of a sheet as a grid.
struct XlsxGrid {
    private let sheet: WorkbookSheet
    private let rows: [WorkbookRow]
    private let merges: MergeIndex
    private let isOurs: Bool
    private let columns: ClosedRange<Int>
    private let numbers: ClosedRange<Int>

    init(sheet: WorkbookSheet, rows: [WorkbookRow], merges: MergeIndex, isOurs: Bool) {
        self.sheet = sheet
        self.rows = rows
        self.merges = merges
        self.isOurs = isOurs
        let used = rows.flatMap { row in
            row.cells.filter { $0.style.hasBorder || !$0.text.isEmpty }.map(\.column)
        }
        let valued = rows.filter { $0.cells.contains { !$0.text.isEmpty } }
        let valuedColumns = valued.flatMap { $0.cells.lazy.filter { !$0.text.isEmpty }.map(\.column) }
        let (lastColumn, lastRow) = (used.max() ?? 1, rows.last?.number ?? 1)
        columns = (used.min() ?? 1)...(isOurs ? lastColumn : Self.end(lastColumn, valued: valuedColumns.max()))
        numbers = (rows.first?.number ?? 1)...(isOurs ? lastRow : Self.end(lastRow, valued: valued.last?.number))
    }

    /// Whole sheets are given borders at times: blank squares far behind the last value are none of a table.
    private static func end(_ last: Int, valued: Int?) -> Int {
        guard let valued, last - valued > mostBlank else { return last }
        return valued
    }

    /// Merged columns and blank rows of a form reach as far as this behind its last value.
    private static let mostBlank = 60

    /// How many squares it has.
    var squareCount: Int { numbers.count * columns.count }

    /// Every square that no merged neighbour covers is a cell.
    func grid() -> Grid {
        let headerCount = headerRowCount
        let known = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [[Cell]] = []
        for number in numbers {
            let cells = Dictionary(
                (known[number]?.cells ?? []).map { ($0.column, $0) }, uniquingKeysWith: { a, _ in a })
            var row: [Cell] = []
            for column in columns {
                let address = CellAddress(row: number, column: column)
                let range = merges.range(at: address)
                if let range, range.first != address, isInside(range.first) { continue }
                row.append(cell(cells[column], at: address, range, isHeader: result.count < headerCount))
            }
            result.append(row)
        }
        let place = Place.sheet(sheet.name, cell: CellAddress(row: numbers.lowerBound, column: columns.lowerBound).text)
        return Grid(rows: result, columnCount: columns.count, headerRowCount: headerCount, place: place)
    }

    /// Rows from the top that are repeated on each page.
    private var headerRowCount: Int {
        guard let titles = sheet.printTitles, titles.contains(numbers.lowerBound) else { return 0 }
        return min(titles.upperBound, numbers.upperBound) - numbers.lowerBound + 1
    }

    private func isInside(_ address: CellAddress) -> Bool {
        numbers.contains(address.row) && columns.contains(address.column)
    }

    private func cell(_ cell: WorkbookCell?, at address: CellAddress, _ range: CellRange?, isHeader: Bool) -> Cell {
        let blank: (text: String, number: PrintedNumber?) = ("", nil)
        let shown = cell.map { XlsxDisplay.of($0, readsText: !isOurs && !isHeader) } ?? blank
        let last = range?.last ?? address
        return Cell(
            shown.text, number: shown.number, column: address.column - columns.lowerBound,
            rowSpan: min(last.row, numbers.upperBound) - address.row + 1,
            columnSpan: min(last.column, columns.upperBound) - address.column + 1,
            alignment: cell?.style.alignment ?? (shown.number == nil ? .left : .right),
            isHeader: isOurs ? cell?.style.isBold ?? false : isHeader, place: .sheet(sheet.name, cell: address.text))
    }
}
