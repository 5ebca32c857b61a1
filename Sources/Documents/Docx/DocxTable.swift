import Paper

/// Writes one grid as a table: every square of every row, spans by gridSpan and vMerge.
struct DocxTable {
    let grid: Grid
    let page: DocxPage

    private let columns: PlacedColumns
    private let rowHeight: Int
    /// Above and below the text of a cell, so that no line of many touches a rule.
    private let inset: Int

    init(grid: Grid, page: DocxPage, around: TableSurroundings = .usual) {
        self.grid = grid
        self.page = page
        (columns, rowHeight) = Self.fitted(grid, page: page, around: around)
        inset = max(0, min(30, (rowHeight - Self.linePitch(columns.size)) / 2))
    }

    func write(_ xml: inout XmlWriter) {
        // Whole points: programs that count in other units then find the edges of all rows at the same place.
        let widths = ColumnWidths.shared(shares, total: page.textWidth / 20).map { $0 * 20 }
        xml.element("w:tbl") { xml in
            properties(total: widths.reduce(0, +), &xml)
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
            }
            let starts = startsByRow()
            for row in grid.rows.indices { self.row(row, starts[row], widths, rowHeight, &xml) }
        }
    }

    /// One a column of the grid: `PlacedColumns` ends where no form reaches.
    private var shares: [Int] {
        let known = columns.widths.prefix(grid.columnCount)
        return known + Array(repeating: 1, count: grid.columnCount - known.count)
    }

    /// Columns, and rows as high as lets the table fill one page well, where it can be on one, with smaller text if need be.
    private static func fitted(
        _ grid: Grid, page: DocxPage, around: TableSurroundings
    ) -> (columns: PlacedColumns, height: Int) {
        let placed = PlacedGrid(grid)
        // The title, a line below the table that ends the section, and what a program's own rounding of rules takes.
        let rows = max(1, grid.rows.count)
        let chrome = 579 + 600 + around.infoLines * 320 + around.noteLines * 380
        let room = page.textHeight - chrome - rows * ruleWidth
        var first: PlacedColumns?
        for size in TableSurroundings.sizes {
            let columns = PlacedColumns(
                placed, wanted: grid.columnWidths, width: page.textWidth / 20, atMost: size)
            let pitch = linePitch(columns.size)
            let each = (room - max(0, columns.lineCount - rows) * pitch) / rows
            if each >= pitch + 2 { return (columns, min(each, 420)) }
            first = first ?? columns
        }
        let columns = first ?? PlacedColumns(placed, wanted: grid.columnWidths, width: page.textWidth / 20)
        return (columns, 310)
    }

    /// Of the styles of cells, in half points.
    static let fontSize = 18
    /// Of the text in cells.
    static let linePitch = fontSize * 10 + 40

    /// Of the rule between two rows, which programs add to their height.
    private static let ruleWidth = 10

    /// Twips from line to line of text of a size; smaller text also stands closer.
    private static func linePitch(_ size: Int) -> Int { size < fontSize ? size * 10 + 20 : linePitch }

    private func properties(total: Int, _ xml: inout XmlWriter) {
        xml.element("w:tblPr") { xml in
            xml.empty("w:tblW", ["w:w": String(total), "w:type": "dxa"])
            xml.empty("w:jc", ["w:val": "center"])
            xml.element("w:tblBorders") { xml in
                for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                    xml.empty(
                        "w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
                }
            }
            xml.empty("w:tblLayout", ["w:type": "fixed"])
            xml.element("w:tblCellMar") { xml in
                // In the order that the schema demands.
                for (side, width) in [("top", inset), ("left", 57), ("bottom", inset), ("right", 57)] {
                    xml.empty("w:\(side)", ["w:w": String(width), "w:type": "dxa"])
                }
            }
        }
    }

    /// What a square of a row is filled with.
    private enum Start {
        case cell(Cell, continuesAbove: Bool)
        case blank
    }

    /// For each row, the cells that are written in it from the left: those that begin there and those that reach into it.
    private func startsByRow() -> [[(column: Int, start: Start)]] {
        var covered = [[Bool]](repeating: Array(repeating: false, count: grid.columnCount), count: grid.rows.count)
        var starts = [[(column: Int, start: Start)]](repeating: [], count: grid.rows.count)
        for (r, row) in grid.rows.enumerated() {
            for cell in row where cell.column >= 0 && cell.column < grid.columnCount && !covered[r][cell.column] {
                for below in r..<min(grid.rows.count, r + max(1, cell.rowSpan)) {
                    starts[below].append((cell.column, .cell(cell, continuesAbove: below > r)))
                    for column in cell.column..<min(grid.columnCount, cell.column + max(1, cell.columnSpan)) {
                        covered[below][column] = true
                    }
                }
            }
            for column in 0..<grid.columnCount where !covered[r][column] { starts[r].append((column, .blank)) }
            starts[r].sort { $0.column < $1.column }
        }
        return starts
    }

    private func row(
        _ index: Int, _ starts: [(column: Int, start: Start)], _ widths: [Int], _ height: Int, _ xml: inout XmlWriter
    ) {
        // A header within the form stays with the first row below it.
        let keepsNext = grid.repeatedRows?.contains(index) ?? false
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                xml.empty("w:cantSplit")
                xml.empty("w:trHeight", ["w:val": String(height), "w:hRule": "atLeast"])
                if index < grid.headerRowCount { xml.empty("w:tblHeader") }
            }
            for (column, start) in starts {
                switch start {
                case .cell(let cell, let continues):
                    square(cell, continuesAbove: continues, at: column, widths, keepsNext: keepsNext, &xml)
                case .blank:
                    square(
                        Cell("", column: column), continuesAbove: false, at: column, widths, keepsNext: keepsNext, &xml)
                }
            }
        }
    }

    private func square(
        _ cell: Cell, continuesAbove: Bool, at column: Int, _ widths: [Int], keepsNext: Bool, _ xml: inout XmlWriter
    ) {
        let span = min(max(1, cell.columnSpan), grid.columnCount - column)
        xml.element("w:tc") { xml in
            xml.element("w:tcPr") { xml in
                let width = widths[column..<column + span].reduce(0, +)
                xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                if span > 1 { xml.empty("w:gridSpan", ["w:val": String(span)]) }
                if continuesAbove {
                    xml.empty("w:vMerge")
                } else if cell.rowSpan > 1 {
                    xml.empty("w:vMerge", ["w:val": "restart"])
                }
                xml.empty("w:vAlign", ["w:val": "center"])
            }
            xml.element("w:p") { xml in
                xml.element("w:pPr") { xml in
                    xml.empty("w:pStyle", ["w:val": style(of: cell).rawValue])
                    if keepsNext { xml.empty("w:keepNext") }
                    if columns.size != Self.fontSize {
                        let pitch = String(Self.linePitch(columns.size))
                        xml.empty("w:spacing", ["w:line": pitch, "w:lineRule": "exact"])
                    }
                    xml.empty("w:jc", ["w:val": cell.alignment.rawValue])
                }
                let size = columns.size == Self.fontSize ? nil : columns.size
                if !continuesAbove { DocxRun.write(cell.text, size: size, &xml) }
            }
        }
    }

    private func style(of cell: Cell) -> DocxStyle {
        if cell.isHeader { return .cellHeader }
        return cell.number == nil ? .cellText : .cellNumber
    }
}
