/// The rows of a table element, those of tables inside its cells left out.
struct HtmlTableRows {
    struct Entry {
        var element: HtmlElement
        /// Number of the row group: no cell spans beyond its group.
        var group: Int
        var isHead: Bool
    }

    private(set) var rows: [[Entry]] = []
    private(set) var captions: [HtmlElement] = []
    /// Number of `col` elements: the columns of our own tables.
    private(set) var columns = 0
    /// Number of header rows where the table says it: our own do.
    let head: Int?
    /// For each row, the end of its group.
    private(set) var groupEnds: [Int] = []
    /// Tables inside cells, the outermost only.
    private(set) var nested: [HtmlElement] = []

    private let role: String?
    private static let words: Set = ["p", "div", "span", "b", "strong", "font"]
    private var groups: [Int] = []
    private var group = 0

    init(_ table: HtmlElement) {
        head = table.attributes["data-head"].flatMap { Int($0) }
        role = table.attributes["role"]
        collect(table, isHead: false)
        groupEnds = [Int](repeating: rows.count, count: rows.count)
        for row in rows.indices.dropLast().reversed() {
            groupEnds[row] = groups[row] == groups[row + 1] ? groupEnds[row + 1] : row + 1
        }
        for row in rows {
            for entry in row { Self.tables(in: entry.element, into: &nested) }
        }
    }

    /// Whether the table only lays out a page: it says so, or has a single cell, or a cell holds a chapter, or figures
    /// or most of the cells stand in tables inside.
    var isLayout: Bool {
        if role == "presentation" || cellCount <= 1 { return true }
        if cellCount <= 4, rows.joined().contains(where: { Self.holdsChapter($0.element) }) { return true }
        guard !nested.isEmpty else { return false }
        let inner = nested.map { HtmlTableRows($0) }
        if inner.reduce(0, { $0 + $1.cellCount }) >= cellCount { return true }
        return !holdsFigures && inner.contains(where: \.holdsFigures)
    }

    private var cellCount: Int { rows.reduce(0) { $0 + $1.count } }

    private var holdsFigures: Bool {
        rows.joined().contains { entry in
            let text = HtmlContent.text(entry.element, isOwn: false, skippingTables: true)
            return ReadNumber.of(HtmlContent.stripped(text)) != nil
        }
    }

    /// Headings, or more paragraphs than any cell of a form has.
    private static func holdsChapter(_ cell: HtmlElement) -> Bool {
        var paragraphs = 0
        func walk(_ element: HtmlElement) -> Bool {
            for inner in element.elements where inner.name != "table" {
                if ["h1", "h2", "h3"].contains(inner.name) { return true }
                if inner.name == "p" { paragraphs += 1 }
                if paragraphs > 12 || walk(inner) { return true }
            }
            return false
        }
        return walk(cell)
    }

    private mutating func collect(_ element: HtmlElement, isHead: Bool) {
        for case .text(let text) in element.children where !HtmlContent.isBlank(text) {
            captions.append(HtmlElement(name: "p", attributes: [:], children: [.text(text)]))
        }
        for inner in element.elements where !HtmlContent.isHidden(inner) {
            switch inner.name {
            case "tr":
                groups.append(group)
                rows.append(cells(inner, isHead: isHead))
            case "thead", "tbody", "tfoot":
                group += 1
                collect(inner, isHead: inner.name == "thead")
                group += 1
            case "caption": captions.append(inner)
            case "col": columns += 1
            case "table", "td", "th": break
            // Text between the rows is shown above the table.
            case let name where Self.words.contains(name) && inner.first("tr") == nil: captions.append(inner)
            default: collect(inner, isHead: isHead)
            }
        }
    }

    /// Cells of a row; a form or a link may stand around them.
    private func cells(_ row: HtmlElement, isHead: Bool) -> [Entry] {
        row.elements.filter { !HtmlContent.isHidden($0) }.flatMap { inner -> [Entry] in
            switch inner.name {
            case "td", "th": [Entry(element: inner, group: group, isHead: isHead)]
            case "table": []
            default: cells(inner, isHead: isHead)
            }
        }
    }

    private static func tables(in element: HtmlElement, into found: inout [HtmlElement]) {
        for inner in element.elements where !HtmlContent.isHidden(inner) {
            if inner.name == "table" { found.append(inner) } else { tables(in: inner, into: &found) }
        }
    }
}
