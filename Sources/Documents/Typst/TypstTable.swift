import Fiscal
import Paper

/// A grid as a Typst table: the header repeated on each page, thin rules, every cell at its square.
enum TypstTable {
    static func source(_ grid: Grid, on orientation: Section.Orientation) -> String {
        let placed = PlacedGrid(grid)
        guard placed.columnCount > 0, !placed.rows.isEmpty else { return "" }
        let columns = PlacedColumns(placed, wanted: grid.columnWidths, width: orientation == .portrait ? 442 : 728)
        let head = cells(placed.rows[..<placed.headerRows], of: placed)
        let rest = cells(placed.rows[placed.headerRows...], of: placed)
        let fractions = columns.widths.map { "\($0)fr" }.joined(separator: ", ")
        let space = space(columns, rows: placed.rows.count, on: orientation)
        return "  sheet((\(fractions),), \(columns.points)pt, \(space)pt, (\n\(head)  ), (\n\(rest)  ))\n"
    }

    /// What a title, two lines of information and four of notes leave of a page, in tenths of a point.
    private static func room(_ orientation: Section.Orientation) -> Int { orientation == .portrait ? 5_250 : 3_300 }

    /// Space above and below the text of a cell: less than usual where the table then stands on one page.
    private static func space(_ columns: PlacedColumns, rows: Int, on orientation: Section.Orientation) -> String {
        let usual = 32
        let least = 12
        let lines = columns.lineCount
        // 3.5 points stand between two lines of a cell.
        let text = lines * columns.size * 5 + max(0, lines - rows) * 35
        let fitting = (room(orientation) - text) / (2 * rows)
        let tenths = fitting < least ? usual : min(fitting, usual)
        return "\(tenths / 10).\(tenths % 10)"
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
