import Paper

/// A grid as a page and a PDF need it: every square is taken once, and no span leaves the grid or its header.
///
/// A square that no cell covers becomes an item without a cell. Where cells overlap, which no valid grid has, the
/// first keeps its squares and the later one moves right to the first free square of its row.
struct PlacedGrid {
    struct Item {
        /// nil for a square that no cell covers.
        let cell: Cell?
        let row: Int
        let column: Int
        let rowSpan: Int
        let columnSpan: Int
        /// How wide each line of the text is, as `TextMeasure` has it.
        let lineWidths: [Int]

        init(cell: Cell?, row: Int, column: Int, rowSpan: Int, columnSpan: Int) {
            (self.cell, self.row, self.column) = (cell, row, column)
            (self.rowSpan, self.columnSpan) = (rowSpan, columnSpan)
            lineWidths = cell.map { TextMeasure.lineWidths($0.text) } ?? []
        }
    }

    private(set) var rows: [[Item]] = []
    let columnCount: Int
    /// Rows repeated on each page: the grid's own, and more where a header cell reaches further down.
    let headerRows: Int
    /// Rows that may go on over a page's end: those with a text of many lines. All others stay on one page.
    private(set) var longRows: [Bool]

    init(_ grid: Grid) {
        let widest = grid.rows.joined().map { max(0, $0.column) + 1 }.max() ?? 0
        columnCount = min(Self.mostColumns, max(grid.columnCount, widest))
        headerRows = Self.closedHeader(grid)
        longRows = [Bool](repeating: false, count: grid.rows.count)
        var takenUntil = [Int](repeating: 0, count: columnCount)
        for (r, row) in grid.rows.enumerated() {
            var items = Self.place(row.sorted { $0.column < $1.column }, row: r, of: grid.rows.count, &takenUntil)
            for column in 0..<columnCount where takenUntil[column] <= r {
                items.append(Item(cell: nil, row: r, column: column, rowSpan: 1, columnSpan: 1))
                takenUntil[column] = r + 1
            }
            rows.append(items.sorted { $0.column < $1.column })
            for item in items where (item.cell?.text.unicodeScalars.count ?? 0) > Self.longText {
                for row in item.row..<item.row + item.rowSpan { longRows[row] = true }
            }
        }
    }

    /// More columns than any form has; a browser, too, stops at 1000.
    private static let mostColumns = 1000
    /// Characters beyond which a cell may be divided between pages.
    private static let longText = 200

    /// Whether a cell may be divided between pages: with its long rows, or beside many.
    func isDivisible(_ item: Item) -> Bool {
        item.rowSpan > 3 || longRows[item.row..<item.row + item.rowSpan].contains(true)
    }

    private static func place(_ row: [Cell], row r: Int, of rowCount: Int, _ takenUntil: inout [Int]) -> [Item] {
        var items: [Item] = []
        for cell in row {
            var column = max(0, cell.column)
            while column < takenUntil.count, takenUntil[column] > r { column += 1 }
            guard column < takenUntil.count else { continue }
            let rowSpan = min(max(1, cell.rowSpan), rowCount - r)
            var columnSpan = 0
            while columnSpan < max(1, cell.columnSpan), column + columnSpan < takenUntil.count,
                takenUntil[column + columnSpan] <= r
            {
                takenUntil[column + columnSpan] = r + rowSpan
                columnSpan += 1
            }
            items.append(Item(cell: cell, row: r, column: column, rowSpan: rowSpan, columnSpan: columnSpan))
        }
        return items
    }

    /// The number of header rows that no cell's span leaves; 0 where that would be the whole grid.
    private static func closedHeader(_ grid: Grid) -> Int {
        var end = min(max(0, grid.headerRowCount), grid.rows.count)
        guard end > 0 else { return 0 }
        var row = 0
        while row < end {
            for cell in grid.rows[row] { end = max(end, min(grid.rows.count, row + max(1, cell.rowSpan))) }
            row += 1
        }
        return end < grid.rows.count || end == grid.headerRowCount ? end : 0
    }
}
