import Fiscal
import Paper

/// Lays the cells of a table into columns, as a browser does.
struct HtmlGrid {
    private let source: HtmlTableRows
    private let isOwn: Bool
    private let table: Int
    /// For each column, the first row that is free again.
    private var takenUntil: [Int] = []

    /// Squares beyond which a table is refused: the largest form has some ten thousand.
    private static let mostSquares = 4_000_000
    private static let mostColumns = 1000

    init(_ source: HtmlTableRows, isOwn: Bool, table: Int) {
        self.source = source
        self.isOwn = isOwn
        self.table = table
    }

    mutating func grid() throws(DocumentFault) -> Grid {
        var rows: [[Cell]] = []
        for (r, entries) in source.rows.enumerated() {
            var cells: [Cell] = []
            var column = 0
            for entry in entries {
                let isGap = isOwn && entry.element.classes.contains("gap")
                let cell = place(entry, row: r, from: &column)
                if let cell, !isGap { cells.append(cell) }
            }
            rows.append(cells)
            let squares = takenUntil.count * source.rows.count
            guard squares <= Self.mostSquares else {
                throw .file(.pageTableTooLarge(table, squares: squares, limit: Self.mostSquares))
            }
        }
        return Grid(
            rows: rows, columnCount: isOwn ? max(source.columns, takenUntil.count) : takenUntil.count,
            headerRowCount: headerRows(rows), place: .table(table, row: 1, column: 1))
    }

    private mutating func place(_ entry: HtmlTableRows.Entry, row r: Int, from column: inout Int) -> Cell? {
        let element = entry.element
        while column < takenUntil.count, takenUntil[column] > r { column += 1 }
        guard column < Self.mostColumns else { return nil }
        let toEnd = source.groupEnds[r] - r
        let asked = element.number("rowspan", default: 1, in: 0...65_534)
        let rowSpan = asked == 0 ? toEnd : min(asked, toEnd)
        var columnSpan = element.number("colspan", default: 1, in: 1...(Self.mostColumns - column))
        // A cell of a row above that stands in the way ends the span: two cells never share a square.
        let known = min(takenUntil.count, column + columnSpan)
        if column < known, let end = (column..<known).first(where: { takenUntil[$0] > r }) {
            columnSpan = min(columnSpan, end - column)
        }
        while takenUntil.count < column + columnSpan { takenUntil.append(0) }
        for square in column..<column + columnSpan { takenUntil[square] = r + rowSpan }
        let cell = cell(entry, row: r, column: column, rowSpan: rowSpan, columnSpan: columnSpan)
        column += columnSpan
        return cell
    }

    private func cell(
        _ entry: HtmlTableRows.Entry, row: Int, column: Int, rowSpan: Int, columnSpan: Int
    ) -> Cell {
        let element = entry.element
        let text = HtmlContent.text(element, isOwn: isOwn, skippingTables: true)
        let isHeader = element.name == "th" || (!isOwn && entry.isHead)
        let printed = isOwn ? element.attributes["data-n"] : isHeader ? nil : text
        let number = printed.flatMap { ReadNumber.of(isOwn ? $0 : HtmlContent.stripped($0)) }
        return Cell(
            isOwn || number == nil ? text : HtmlContent.stripped(text), number: number, column: column,
            rowSpan: rowSpan, columnSpan: columnSpan, alignment: alignment(element, isHeader: isHeader),
            isHeader: isHeader, place: .table(table, row: row + 1, column: column + 1))
    }

    private func alignment(_ element: HtmlElement, isHeader: Bool) -> Cell.Alignment {
        if isOwn { return element.classes.contains("r") ? .right : element.classes.contains("c") ? .center : .left }
        let style = (element.attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
        let align = element.attributes["align"]?.lowercased()
        for word in ["right", "center", "left"] where align == word || style.contains("text-align:\(word)") {
            return Cell.Alignment(rawValue: word) ?? .left
        }
        return isHeader ? .center : .left
    }

    /// Our own tables say it; elsewhere it is the rows from the top that hold nothing but header cells.
    private func headerRows(_ rows: [[Cell]]) -> Int {
        if isOwn, let element = source.head { return element }
        return rows.firstIndex { row in !row.allSatisfy(\.isHeader) } ?? 0
    }
}
