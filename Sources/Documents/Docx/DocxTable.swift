import Paper

/// Writes one grid as a table: every square of every row, spans by gridSpan and vMerge.
struct DocxTable {
    let grid: Grid
    let page: DocxPage

    private let columns: PlacedColumns

    init(grid: Grid, page: DocxPage) {
        self.grid = grid
        self.page = page
        columns = PlacedColumns(PlacedGrid(grid), wanted: grid.columnWidths, width: page.textWidth / 20)
    }

    func write(_ xml: inout XmlWriter) {
        let widths = ColumnWidths.shared(shares, total: page.textWidth)
        xml.element("w:tbl") { xml in
            properties(total: widths.reduce(0, +), &xml)
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
            }
            let starts = startsByRow()
            let height = rowHeight
            for row in grid.rows.indices { self.row(row, starts[row], widths, height, &xml) }
        }
    }

    /// One a column of the grid: `PlacedColumns` ends where no form reaches.
    private var shares: [Int] {
        let known = columns.widths.prefix(grid.columnCount)
        return known + Array(repeating: 1, count: grid.columnCount - known.count)
    }

    /// As high as lets the table fill one page well, where it can be on one.
    private var rowHeight: Int {
        // Title, two lines of information and four of notes stand on the same page.
        let room = page.textHeight - 2_600
        let lowest = 230
        let rows = max(1, grid.rows.count)
        let each = (room - max(0, columns.lineCount - rows) * Self.linePitch) / rows
        return each < lowest ? 310 : min(each, 420)
    }

    /// Of the styles of cells, in half points.
    static let fontSize = 18
    /// Of the text in cells.
    static let linePitch = 220

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
                xml.empty("w:left", ["w:w": "57", "w:type": "dxa"])
                xml.empty("w:right", ["w:w": "57", "w:type": "dxa"])
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
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                xml.empty("w:cantSplit")
                xml.empty("w:trHeight", ["w:val": String(height), "w:hRule": "atLeast"])
                if index < grid.headerRowCount { xml.empty("w:tblHeader") }
            }
            for (column, start) in starts {
                switch start {
                case .cell(let cell, let continues):
                    square(cell, continuesAbove: continues, at: column, widths, &xml)
                case .blank: square(Cell("", column: column), continuesAbove: false, at: column, widths, &xml)
                }
            }
        }
    }

    private func square(
        _ cell: Cell, continuesAbove: Bool, at column: Int, _ widths: [Int], _ xml: inout XmlWriter
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
