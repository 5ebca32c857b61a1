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

    private var groups: [Int] = []
    private var group = 0

    init(_ table: HtmlElement) {
        head = table.attributes["data-head"].flatMap { Int($0) }
        collect(table, isHead: false)
        groupEnds = [Int](repeating: rows.count, count: rows.count)
        for row in rows.indices.dropLast().reversed() {
            groupEnds[row] = groups[row] == groups[row + 1] ? groupEnds[row + 1] : row + 1
        }
        for row in rows {
            for entry in row { Self.tables(in: entry.element, into: &nested) }
        }
    }

    /// Whether the table only lays out a page: a single cell, or cells fewer than those of a table inside.
    var isLayout: Bool {
        let own = rows.reduce(0) { $0 + $1.count }
        if own <= 1 { return true }
        return nested.contains { HtmlTableRows($0).rows.reduce(0) { $0 + $1.count } >= own }
    }

    private mutating func collect(_ element: HtmlElement, isHead: Bool) {
        for inner in element.elements {
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
            default: collect(inner, isHead: isHead)
            }
        }
    }

    /// Cells of a row; a form or a link may stand around them.
    private func cells(_ row: HtmlElement, isHead: Bool) -> [Entry] {
        row.elements.flatMap { inner -> [Entry] in
            switch inner.name {
            case "td", "th": [Entry(element: inner, group: group, isHead: isHead)]
            case "table": []
            default: cells(inner, isHead: isHead)
            }
        }
    }

    private static func tables(in element: HtmlElement, into found: inout [HtmlElement]) {
        for inner in element.elements {
            if inner.name == "table" { found.append(inner) } else { tables(in: inner, into: &found) }
        }
    }
}
