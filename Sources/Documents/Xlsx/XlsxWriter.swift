package import Paper

/// Writes a paper as a workbook: a sheet for each table, one for the prose, one for the contents; ready to print.
package enum XlsxWriter {
    /// The bytes of an .xlsx; equal papers give equal bytes.
    package static func write(_ paper: Paper) throws(DocumentFault) -> [UInt8] {
        try WorkbookWriter.write(describe(paper))
    }

    /// What is written. Covers and charts are left out.
    package static func describe(_ paper: Paper) -> WorkbookDescription {
        let layout = XlsxLayout(paper)
        var sheets = layout.tables.map { XlsxTableSheet(table: $0).sheet() }
        if !layout.prose.isEmpty { sheets.append(prose(layout.prose)) }
        if sheets.count > 1 || sheets.isEmpty { sheets.insert(contents(layout, title: paper.title), at: 0) }
        return WorkbookDescription(title: paper.title, provenance: paper.provenance, sheets: sheets)
    }

    /// Width of the sheets of one column, in digits: what an upright page holds.
    private static let lineWidth = 78

    private static func contents(_ layout: XlsxLayout, title: String) -> SheetDescription {
        var sheet = SheetDescription(name: XlsxLayout.contentsName)
        let head = CellLook().with {
            $0.fontName = XlsxLook.titleFont
            $0.fontSize = 18
            $0.alignment = .center
            $0.wraps = true
        }
        let link = CellLook().with {
            $0.fontSize = 12
            $0.color = 0x0563C1
        }
        sheet.columns = [ColumnDescription(1...1, width: Double(lineWidth))]
        sheet.cells = [CellDescription(CellAddress(row: 1, column: 1), .text(title), look: head)]
        sheet.rowHeights[1] = 40
        var targets = layout.tables.map { ($0.title.hasPrefix($0.name) ? $0.title : "\($0.name)　\($0.title)", $0.name) }
        if !layout.prose.isEmpty { targets.append((XlsxLayout.proseName, XlsxLayout.proseName)) }
        for (index, target) in targets.enumerated() {
            let address = CellAddress(row: index + 2, column: 1)
            sheet.cells.append(CellDescription(address, .link(target.0, sheet: target.1), look: link))
            sheet.rowHeights[index + 2] = 22
        }
        sheet.print = PrintSetup(area: area(rows: targets.count + 1))
        return sheet
    }

    /// One column down to a row.
    private static func area(rows: Int) -> CellRange {
        CellRange(first: CellAddress(row: 1, column: 1), last: CellAddress(row: max(1, rows), column: 1))
    }

    /// Headings are bold and indented by their level less one: `XlsxReader` tells them by that.
    private static func prose(_ lines: [XlsxLayout.Line]) -> SheetDescription {
        var sheet = SheetDescription(name: XlsxLayout.proseName)
        sheet.columns = [ColumnDescription(1...1, width: Double(lineWidth))]
        for (index, line) in lines.enumerated() {
            var look = CellLook()
            look.wraps = true
            look.fontSize = 12
            let text: String
            switch line {
            case .heading(let level, let paragraph):
                look.isBold = true
                look.alignment = .left
                look.indent = level - 1
                look.fontSize = level == 1 ? 16 : 12
                text = paragraph.text
            case .paragraph(let paragraph):
                if paragraph.style != .body { look.alignment = paragraph.style == .tableInfo ? .right : .center }
                if paragraph.style == .tableNote { look.alignment = .left }
                text = paragraph.text
            }
            sheet.cells.append(CellDescription(CellAddress(row: index + 1, column: 1), .text(text), look: look))
            sheet.rowHeights[index + 1] = XlsxLook.height(of: text, width: lineWidth, fontSize: look.fontSize)
        }
        sheet.print = PrintSetup(area: area(rows: lines.count))
        return sheet
    }
}

/// Typefaces and colours of our sheets.
enum XlsxLook {
    static let titleFont = "方正小标宋简体"

    static let title = CellLook().with {
        $0.fontName = titleFont
        $0.fontSize = 18
        $0.alignment = .center
        $0.wraps = true
    }

    static let note = CellLook().with {
        $0.alignment = .left
        $0.wraps = true
    }

    static func info(_ alignment: Cell.Alignment) -> CellLook { CellLook().with { $0.alignment = alignment } }

    /// Points for a text wrapped in a column of so many digits; a digit of the default typeface is 5¼ points wide.
    static func height(of text: String, width: Int, fontSize: Int) -> Double {
        let room = max(2, (width - 1) * 21 / (2 * fontSize))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, (displayWidth($1) + room - 1) / room) }
        // 409 is the highest row that there is.
        return min(409, Double(max(1, lines) * fontSize) * 1.35 + 4.5)
    }

    /// Header cells are bold: `XlsxReader` tells them by that.
    static func square(_ cell: Cell, numberFormat: String?) -> CellLook {
        CellLook().with {
            $0.hasBorder = true
            $0.wraps = numberFormat == nil
            $0.alignment = cell.alignment
            $0.isBold = cell.isHeader
            if cell.isHeader { $0.fill = 0xF2F2F2 }
            // A blank cell keeps what a figure typed there would look like.
            $0.numberFormat = numberFormat ?? "General"
        }
    }
}
