import Fiscal
import Paper

/// A grid as a Typst table: the header repeated on each page, thin rules, every cell at its square.
enum TypstTable {
    static func source(
        _ grid: Grid, on orientation: Section.Orientation, around: TableSurroundings = .usual
    ) -> String {
        let placed = PlacedGrid(grid)
        guard placed.columnCount > 0, !placed.rows.isEmpty else { return "" }
        let (columns, space) = fitted(placed, wanted: grid.columnWidths, on: orientation, around: around)
        let head = cells(placed.rows[..<placed.headerRows], of: placed)
        let rest = cells(placed.rows[placed.headerRows...], of: placed)
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
    ) -> (columns: PlacedColumns, space: Int) {
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
            if fitting >= least { return (columns, min(fitting, usual.space)) }
            first = first ?? columns
        }
        return (first ?? PlacedColumns(grid, wanted: wanted, width: width(orientation)), usual.space)
    }

    private static func cells(_ rows: ArraySlice<[PlacedGrid.Item]>, of grid: PlacedGrid) -> String {
        rows.map { row in row.map { cell($0, of: grid) }.joined() }.joined()
    }

    private static func cell(_ item: PlacedGrid.Item, of grid: PlacedGrid) -> String {
        let text = item.cell?.text ?? ""
        var arguments = "\(item.column), \(item.row), \(item.cell?.alignment.rawValue ?? "left")"
        arguments += ", \(TypstText.literal(text))"
        if item.columnSpan > 1 { arguments += ", w: \(item.columnSpan)" }
        if item.rowSpan > 1 { arguments += ", h: \(item.rowSpan)" }
        if grid.isDivisible(item) { arguments += ", keep: false" }
        return "    c(\(arguments)),\n"
    }
}
