import Fiscal
import Paper

/// A grid as a Typst table: the header repeated on each page, thin rules, every cell at its square.
enum TypstTable {
    static func source(
        _ grid: Grid, on orientation: Section.Orientation, around: TableSurroundings = .usual
    ) -> String {
        let placed = PlacedGrid(grid)
        guard placed.columnCount > 0, !placed.rows.isEmpty else { return "" }
        let (columns, space, isOnePage) = fitted(placed, wanted: grid.columnWidths, on: orientation, around: around)
        let head = cells(placed.rows[..<placed.headerRows], of: placed)
        let inner = isOnePage ? nil : grid.repeatedRows
        let rest = inner.flatMap { divided(placed, at: $0) } ?? cells(placed.rows[placed.headerRows...], of: placed)
        let fractions = columns.widths.map { "\($0)fr" }.joined(separator: ", ")
        return
            "  sheet((\(fractions),), \(columns.points)pt, \(space / 10).\(space % 10)pt, (\n\(head)  ), (\n\(rest)  ))\n"
    }

    /// Of the page's text, in points.
    static func width(_ orientation: Section.Orientation) -> Int { orientation == .portrait ? 442 : 728 }

    /// What a title, two lines of information and four of notes leave of a page, in tenths of a point.
    private static func room(_ orientation: Section.Orientation) -> Int { orientation == .portrait ? 5_250 : 3_300 }

    /// Columns, and the space above and below the text of a cell in tenths of a point: less than usual, and then smaller
    /// text, where the table so stands on one page.
    private static func fitted(
        _ grid: PlacedGrid, wanted: [Int], on orientation: Section.Orientation, around: TableSurroundings
    ) -> (columns: PlacedColumns, space: Int, isOnePage: Bool) {
        let usual = (space: 32, around: TableSurroundings.usual)
        let least = 10
        // A line of information takes 13.5 points, one of notes 14.5.
        let room =
            room(orientation) + (usual.around.infoLines - around.infoLines) * 135
            + (usual.around.noteLines - around.noteLines) * 145
        let rows = grid.rows.count
        var first: PlacedColumns?
        for size in TableSurroundings.sizes {
            let columns = PlacedColumns(grid, wanted: wanted, width: width(orientation), atMost: size)
            let lines = columns.lineCount
            // 3.5 points stand between two lines of a cell.
            let text = lines * columns.size * 5 + max(0, lines - rows) * 35
            let fitting = (room - text) / (2 * rows)
            if fitting >= least { return (columns, min(fitting, usual.space), true) }
            first = first ?? columns
        }
        return (first ?? PlacedColumns(grid, wanted: wanted, width: width(orientation)), usual.space, false)
    }

    /// The rows below the header of the page, with rows among them that head those below and are printed again on the next
    /// page. A label beside all of these ends with the header, where it is printed again too, and goes on without a rule.
    private static func divided(_ grid: PlacedGrid, at header: Range<Int>) -> String? {
        guard header.lowerBound > grid.headerRows, header.upperBound < grid.rows.count else { return nil }
        let isCrossed = grid.rows[..<header.lowerBound].joined().contains { $0.row + $0.rowSpan > header.lowerBound }
        guard !isCrossed else { return nil }
        var head = ""
        var rest = ""
        for item in grid.rows[header].joined() {
            let below = item.row + item.rowSpan - header.upperBound
            guard below > 0 else {
                head += cell(item, of: grid)
                continue
            }
            var blank = item.cell
            blank?.text = ""
            let upper = PlacedGrid.Item(
                cell: item.cell, row: item.row, column: item.column, rowSpan: header.upperBound - item.row,
                columnSpan: item.columnSpan)
            let lower = PlacedGrid.Item(
                cell: blank, row: header.upperBound, column: item.column, rowSpan: below, columnSpan: item.columnSpan)
            head += cell(upper, of: grid, without: "bottom")
            rest += cell(lower, of: grid, without: "top")
        }
        rest += cells(grid.rows[header.upperBound...], of: grid)
        return cells(grid.rows[grid.headerRows..<header.lowerBound], of: grid)
            + "    table.header(repeat: true,\n\(head)    ),\n" + rest
    }

    private static func cells(_ rows: ArraySlice<[PlacedGrid.Item]>, of grid: PlacedGrid) -> String {
        rows.map { row in row.map { cell($0, of: grid) }.joined() }.joined()
    }

    private static func cell(_ item: PlacedGrid.Item, of grid: PlacedGrid, without side: String? = nil) -> String {
        let text = item.cell?.text ?? ""
        var arguments = "\(item.column), \(item.row), \(item.cell?.alignment.rawValue ?? "left")"
        arguments += ", \(TypstText.literal(text))"
        if item.columnSpan > 1 { arguments += ", w: \(item.columnSpan)" }
        if item.rowSpan > 1 { arguments += ", h: \(item.rowSpan)" }
        if let side { arguments += ", open: \(TypstText.literal(side))" }
        if grid.isDivisible(item) { arguments += ", keep: false" }
        return "    c(\(arguments)),\n"
    }
}
