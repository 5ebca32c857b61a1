import Fiscal
import Paper

/// Reads one table as a grid; tables within its cells are kept for after it.
struct DocxTableReader {
    let styles: DocxStyleMap
    /// Ours, and not saved by another program since: then the styles tell numbers and headers exactly.
    let isUntouched: Bool
    /// Which table of the document it is, from 1.
    let number: Int
    private(set) var numbering: DocxNumbering
    private(set) var nested: [XmlElement] = []
    /// Footnotes of its cells, in order.
    private(set) var notes: [String] = []
    /// How many changes were tracked in it.
    private(set) var changes = 0
    /// For each column, where the cell stands that a vertical merge below it would belong to.
    private var owners: [Int: (row: Int, index: Int)] = [:]
    private var rows: [[Cell]] = []
    private var headerRows = 0

    init(styles: DocxStyleMap, numbering: DocxNumbering, isUntouched: Bool, number: Int) {
        self.styles = styles
        self.numbering = numbering
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
            if properties?.first("cellDel") != nil { continue }
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
        var isOpen = false
        for element in Self.contents(of: square) {
            if element.name == "tbl" {
                nested.append(element)
                continue
            }
            let properties = element.first("pPr")
            let own = styles[properties?.first("pStyle")?.value]
            if style == nil {
                style = own
                alignment = properties?.first("jc")?.value ?? own.alignment
            }
            let found = self.lines(of: element, style: own, &reader)
            if isOpen, let last = lines.popLast(), let first = found.first {
                lines += [last + first] + found.dropFirst()
            } else {
                lines += found
            }
            isOpen = DocxText.isOpen(element)
        }
        changes += reader.changes
        if !isUntouched { lines = lines.filter { $0.contains { !$0.isBlank } } }
        let text = lines.joined(separator: "\n")
        let isNumber = isUntouched ? style?.own == .cellNumber : !isHead
        return Cell(
            text, number: isNumber ? ReadNumber.of(text) : nil, column: column, columnSpan: span,
            alignment: Self.alignment(alignment), isHeader: isUntouched ? style?.own == .cellHeader : isHead,
            place: .table(number, row: row + 1, column: column + 1))
    }

    /// The text of a paragraph and of the text boxes anchored in it; tables within those are kept for later.
    private mutating func lines(
        of paragraph: XmlElement, style: DocxStyleMap.Entry, _ reader: inout DocxText
    ) -> [String] {
        let content = reader.read(paragraph)
        notes += content.notes
        let properties = paragraph.at("pPr", "numPr") ?? style.numbering
        let mark = isUntouched ? "" : numbering.text(for: properties)
        var lines = [mark + content.text]
        for element in content.boxes.flatMap({ Self.contents(of: $0) }) {
            if element.name == "tbl" { nested.append(element) } else { lines.append(reader.read(element).text) }
        }
        return lines
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
