import Fiscal
import Paper

/// A grid as a Typst table: the header repeated on each page, thin rules, every cell at its square.
enum TypstTable {
    /// `width` is that of the text on the page, in points.
    static func source(_ grid: Grid, width: Int) -> String {
        let placed = PlacedGrid(grid)
        guard placed.columnCount > 0, !placed.rows.isEmpty else { return "" }
        let columns = PlacedColumns(placed, wanted: grid.columnWidths, width: width)
        let head = cells(placed.rows[..<placed.headerRows], of: placed)
        let rest = cells(placed.rows[placed.headerRows...], of: placed)
        let fractions = columns.widths.map { "\($0)fr" }.joined(separator: ", ")
        return "  sheet((\(fractions),), \(columns.size)pt, (\n\(head)  ), (\n\(rest)  ))\n"
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
