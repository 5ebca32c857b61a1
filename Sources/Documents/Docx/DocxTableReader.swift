import Fiscal
import Paper

/// Reads one table as a grid; tables within its cells are kept for after it.
struct DocxTableReader {
    let styles: DocxStyleMap
    /// Ours, and not saved by another program since: then the styles tell numbers and headers exactly.
    let isUntouched: Bool
    /// Which table of the document it is, from 1.
    let number: Int
    private(set) var nested: [XmlElement] = []
    /// For each column, where the cell stands that a vertical merge below it would belong to.
    private var owners: [Int: (row: Int, index: Int)] = [:]
    private var rows: [[Cell]] = []
    private var headerRows = 0

    init(styles: DocxStyleMap, isUntouched: Bool, number: Int) {
        self.styles = styles
        self.isUntouched = isUntouched
        self.number = number
    }

    /// nil for a table without any cell.
    mutating func grid(_ table: XmlElement) -> Grid? {
        var isHead = true
        for element in Self.unwrapped(table, "tr") where element.at("trPr", "del") == nil {
            let head =
                element.at("trPr", "tblHeader").map { !["0", "false", "off"].contains($0.value ?? "1") } ?? false
            isHead = isHead && head
            if isHead { headerRows += 1 }
            row(element, isHead: isHead)
        }
        let count = rows.flatMap { $0 }.map { $0.column + $0.columnSpan }.max() ?? 0
        guard count > 0 else { return nil }
        return Grid(
            rows: rows, columnCount: count, headerRowCount: headerRows,
            place: .table(number, row: 1, column: 1))
    }

    private mutating func row(_ element: XmlElement, isHead: Bool) {
        let index = rows.count
        rows.append([])
        var column = max(0, min(Self.gap(element, "gridBefore"), Self.columnLimit))
        for square in Self.unwrapped(element, "tc") {
            let properties = square.first("tcPr")
            let span = max(1, min(properties?.first("gridSpan").map { $0.int("val") } ?? 1, Self.columnLimit))
            let merge = properties?.first("vMerge")
            if properties?.first("hMerge")?.value == "continue", let last = rows[index].indices.last {
                rows[index][last].columnSpan += span
            } else if let merge, merge.value != "restart", let owner = owners[column],
                owner.row + rows[owner.row][owner.index].rowSpan == index
            {
                rows[owner.row][owner.index].rowSpan = index - owner.row + 1
            } else {
                owners[column] = merge == nil ? nil : (index, rows[index].count)
                rows[index].append(cell(square, row: index, column: column, span: span, isHead: isHead))
            }
            column += span
            guard column <= Self.columnLimit else { break }
        }
    }

    /// More columns fit no page; Word itself stops at 63.
    private static let columnLimit = 1_000

    private static func gap(_ row: XmlElement, _ name: String) -> Int {
        row.at("trPr", name).map { $0.int("val") } ?? 0
    }

    private mutating func cell(_ square: XmlElement, row: Int, column: Int, span: Int, isHead: Bool) -> Cell {
        var reader = DocxText()
        var lines: [String] = []
        var style: DocxStyleMap.Entry?
        var alignment: String?
        for element in Self.contents(of: square) {
            if element.name == "tbl" {
                nested.append(element)
                continue
            }
            let content = reader.read(element)
            lines.append(content.text)
            for box in content.boxes { lines += box.all("p").map { reader.read($0).text } }
            let properties = element.first("pPr")
            if style == nil {
                let first = styles[properties?.first("pStyle")?.value]
                style = first
                alignment = properties?.first("jc")?.value ?? first.alignment
            }
        }
        if !isUntouched { lines = lines.filter { $0.contains { !$0.isWhitespace } } }
        let text = lines.joined(separator: "\n")
        let isNumber = isUntouched ? style?.own == .cellNumber : !isHead
        return Cell(
            text, number: isNumber ? ReadNumber.of(text) : nil, column: column, columnSpan: span,
            alignment: Self.alignment(alignment), isHeader: isUntouched ? style?.own == .cellHeader : isHead,
            place: .table(number, row: row + 1, column: column + 1))
    }

    /// Paragraphs and tables of a cell.
    private static func contents(of square: XmlElement) -> [XmlElement] {
        square.elements.flatMap { element -> [XmlElement] in
            switch element.name {
            case "p", "tbl": [element]
            case "sdt": element.first("sdtContent").map { contents(of: $0) } ?? []
            case "ins", "moveTo", "customXml": contents(of: element)
            default: []
            }
        }
    }

    /// Rows or cells, also those within content controls.
    private static func unwrapped(_ element: XmlElement, _ name: String) -> [XmlElement] {
        element.elements.flatMap { child -> [XmlElement] in
            switch child.name {
            case name: [child]
            case "sdt": child.first("sdtContent").map { unwrapped($0, name) } ?? []
            case "ins", "moveTo", "customXml": unwrapped(child, name)
            default: []
            }
        }
    }

    private static func alignment(_ word: String?) -> Cell.Alignment {
        switch word {
        case "center", "distribute": .center
        case "right", "end": .right
        default: .left
        }
    }
}
