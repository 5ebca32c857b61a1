import Fiscal
import Paper

/// A grid as a table that a screen reader, a phone and a printer can use.
enum HtmlTable {
    /// `caption` holds the elements of the title and information lines above the grid, `label` the title alone.
    static func text(_ grid: Grid, id: String, caption: [String], label: String = "表格") -> String {
        let placed = PlacedGrid(grid)
        let dense = placed.columnCount > 9 ? " class=\"dense\"" : ""
        let name = HtmlText.attribute(id)
        var text = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(HtmlText.attribute(label))\">\n"
        text += "<table id=\"\(name)\"\(dense) data-head=\"\(grid.headerRowCount)\" "
        text += "style=\"--columns:\(placed.columnCount)\">\n"
        if !caption.isEmpty { text += "<caption>\(caption.joined())</caption>\n" }
        text += columns(placed, wanted: grid.columnWidths)
        if placed.headerRows > 0 {
            text += "<thead>\n" + rows(placed.rows[..<placed.headerRows], of: placed, inHead: true) + "</thead>\n"
        }
        if placed.headerRows < placed.rows.count {
            text += "<tbody>\n" + rows(placed.rows[placed.headerRows...], of: placed, inHead: false) + "</tbody>\n"
        }
        return text + "</table>\n</div>\n"
    }

    /// One `col` a column: the widths, and for our reader the number of columns.
    private static func columns(_ grid: PlacedGrid, wanted: [Int]) -> String {
        let widths = PlacedColumns(grid, wanted: wanted, width: 728).widths
        let total = max(1, widths.reduce(0, +))
        let columns = widths.map { width in
            let tenths = width * 1000 / total
            return "<col style=\"width:\(tenths / 10).\(tenths % 10)%\">"
        }
        return "<colgroup>\(columns.joined())</colgroup>\n"
    }

    private static func rows(_ rows: ArraySlice<[PlacedGrid.Item]>, of grid: PlacedGrid, inHead: Bool) -> String {
        rows.map { row in
            let isLong = row.contains { grid.isDivisible($0) }
            let cells = row.map { cell($0, inHead: inHead) }.joined()
            return "<tr\(isLong ? " class=\"long\"" : "")>\(cells)</tr>\n"
        }.joined()
    }

    private static func cell(_ item: PlacedGrid.Item, inHead: Bool) -> String {
        guard let cell = item.cell else { return "<td class=\"gap\"></td>" }
        let tag = cell.isHeader ? "th" : "td"
        var attributes = ""
        if cell.isHeader { attributes += scope(item, inHead: inHead) }
        switch cell.alignment {
        case .left: break
        case .center: attributes += " class=\"c\""
        case .right: attributes += " class=\"r\""
        }
        if item.rowSpan > 1 { attributes += " rowspan=\"\(item.rowSpan)\"" }
        if item.columnSpan > 1 { attributes += " colspan=\"\(item.columnSpan)\"" }
        if let number = cell.number { attributes += " data-n=\"\(number.text())\"" }
        return "<\(tag)\(attributes)>\(HtmlText.content(cell.text))</\(tag)>"
    }

    private static func scope(_ item: PlacedGrid.Item, inHead: Bool) -> String {
        if inHead { return item.columnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"" }
        return item.rowSpan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\""
    }
}
