import Fiscal
import Paper

/// A grid as a Typst table: the header repeated on each page, thin rules, every cell at its square.
enum TypstTable {
    /// `width` is that of the text on the page, in points.
    static func source(_ grid: Grid, width: Int) -> String {
        let placed = PlacedGrid(grid)
        guard placed.columnCount > 0, !placed.rows.isEmpty else { return "" }
        let columns = TypstColumns(placed, wanted: grid.columnWidths, width: width)
        let long = longRows(placed)
        let head = cells(placed.rows[..<placed.headerRows], long)
        let rest = cells(placed.rows[placed.headerRows...], long)
        let fractions = columns.widths.map { "\($0)fr" }.joined(separator: ", ")
        return "  sheet((\(fractions),), \(columns.size)pt, (\n\(head)  ), (\n\(rest)  ))\n"
    }

    /// Rows that may go on over a page's end: those with a text of many lines. All others stay on one page.
    private static func longRows(_ grid: PlacedGrid) -> [Bool] {
        var long = [Bool](repeating: false, count: grid.rows.count)
        for item in grid.rows.joined() where (item.cell?.text.unicodeScalars.count ?? 0) > 200 {
            for row in item.row..<item.row + item.rowSpan { long[row] = true }
        }
        return long
    }

    private static func cells(_ rows: ArraySlice<[PlacedGrid.Item]>, _ long: [Bool]) -> String {
        rows.map { row in row.map { cell($0, long) }.joined() }.joined()
    }

    private static func cell(_ item: PlacedGrid.Item, _ long: [Bool]) -> String {
        let text = item.cell?.text ?? ""
        var arguments = "\(item.column), \(item.row), \(item.cell?.alignment.rawValue ?? "left")"
        arguments += ", \(TypstText.literal(text))"
        if item.columnSpan > 1 { arguments += ", w: \(item.columnSpan)" }
        if item.rowSpan > 1 { arguments += ", h: \(item.rowSpan)" }
        // A cell beside many rows is divided with them; its rows are not.
        let isLong = long[item.row..<item.row + item.rowSpan].contains(true)
        if isLong || item.rowSpan > 3 { arguments += ", keep: false" }
        return "    c(\(arguments)),\n"
    }
}
