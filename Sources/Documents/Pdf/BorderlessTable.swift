import Paper

/// Finds tables that are not ruled: lines one below the other whose pieces stand in columns of figures.
struct BorderlessTable {
    /// A gap of so many characters parts two cells.
    private static let gap = 1.2
    private static let fewestRows = 3
    private static let mostColumns = 60

    private struct Row {
        var line: TextLine
        var pieces: [(text: String, box: Box)]
    }

    private let rows: [Row]
    private let columns: [(left: Double, right: Double)]

    /// The items with runs of such lines put together to tables.
    static func recognised(in items: [PageItem], geometry: PdfGeometry, page: Int) -> [PageItem] {
        var result: [PageItem] = []
        var run: [Row] = []
        // Single pieces at a run's end belong to what follows it.
        var pending: [Row] = []
        func flush() {
            while let last = run.last, last.pieces.count < 2 {
                run.removeLast()
                pending.insert(last, at: 0)
            }
            if let table = BorderlessTable(run) {
                result.append(.table(table.table(geometry: geometry, page: page)))
            } else {
                result += run.map { .line($0.line) }
            }
            result += pending.map { .line($0.line) }
            (run, pending) = ([], [])
        }
        for item in items {
            guard let line = item.line else {
                flush()
                result.append(item)
                continue
            }
            let row = Row(line: line, pieces: line.pieces(beyond: gap))
            let isNear = run.last.map { line.baseline - $0.line.baseline < 3.2 * max(line.size, $0.line.size) } ?? true
            let isLabel = row.pieces.count == 1 && run.last.map { line.width < 0.6 * $0.line.width } ?? false
            if !isNear || !(row.pieces.count > 1 || isLabel) { flush() }
            if row.pieces.count > 1 || isLabel { run.append(row) } else { result.append(item) }
        }
        flush()
        return result
    }

    /// nil where the lines are no table: too few, or without a column of figures.
    private init?(_ rows: [Row]) {
        let full = rows.filter { $0.pieces.count > 1 }
        guard full.count >= Self.fewestRows else { return nil }
        let withFigures = full.filter { row in row.pieces.dropFirst().contains { ReadNumber.of($0.text) != nil } }
        guard withFigures.count >= Self.fewestRows, withFigures.count * 3 >= full.count * 2 else { return nil }
        guard !full.contains(where: { TocLine.isEntry($0.line) }) else { return nil }
        self.rows = rows
        columns = Self.columns(of: withFigures)
        guard (2...Self.mostColumns).contains(columns.count) else { return nil }
    }

    /// Pieces that overlap stand in one column.
    private static func columns(of rows: [Row]) -> [(left: Double, right: Double)] {
        var columns: [(left: Double, right: Double)] = []
        for box in rows.flatMap({ $0.pieces.map(\.box) }).sorted(by: { $0.left < $1.left }) {
            if let last = columns.last, box.left < last.right {
                columns[columns.count - 1].right = max(last.right, box.right)
            } else {
                columns.append((box.left, box.right))
            }
        }
        return columns
    }

    private func table(geometry: PdfGeometry, page: Int) -> PageTable {
        let lines = rows.map(\.line)
        let outer = lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
        var xs = [min(outer.left, columns[0].left)]
        for (column, next) in zip(columns, columns.dropFirst()) { xs.append((column.right + next.left) / 2) }
        xs.append(max(outer.right, columns[columns.count - 1].right))
        var cells: [PageTable.Entry] = []
        var rowCount = 0
        for row in rows {
            if isContinuation(row, of: cells, row: rowCount - 1, xs: xs) {
                for piece in row.pieces { append(piece, to: &cells, row: rowCount - 1, xs: xs) }
                continue
            }
            let starts = Dictionary(grouping: row.pieces) { span($0.box).lowerBound }
            var end = 0
            // A piece over several columns leaves no empty cells beneath itself.
            for column in columns.indices where column >= end || starts[column] != nil {
                let pieces = starts[column] ?? []
                end = max(column + 1, pieces.map { span($0.box).upperBound }.max() ?? 0)
                cells.append(cell(pieces, row: rowCount, column: column, line: row.line, xs: xs, geometry, page))
            }
            rowCount += 1
        }
        return PageTable(
            xs: xs, rowCount: rowCount, cells: cells, page: page, box: outer,
            shownBox: geometry.shown(outer))
    }

    /// Columns over which a piece stands; the nearest one where it stands between.
    private func span(_ box: Box) -> Range<Int> {
        let over = columns.indices.filter { box.left < columns[$0].right && box.right > columns[$0].left }
        if let first = over.first, let last = over.last { return first..<last + 1 }
        let center = (box.left + box.right) / 2
        let nearest = columns.indices.min {
            abs((columns[$0].left + columns[$0].right) / 2 - center)
                < abs((columns[$1].left + columns[$1].right) / 2 - center)
        }
        return (nearest ?? 0)..<(nearest ?? 0) + 1
    }

    private func cell(
        _ pieces: [(text: String, box: Box)], row: Int, column: Int, line: TextLine, xs: [Double],
        _ geometry: PdfGeometry, _ page: Int
    ) -> PageTable.Entry {
        let end = pieces.map { span($0.box).upperBound }.max() ?? column + 1
        let box = Box(left: xs[column], top: line.box.top, right: xs[end], bottom: line.box.bottom)
        let text = pieces.map(\.text).joined(separator: " ")
        return PageTable.Entry(
            area: RuledTable.Area(row: row, column: column, columnSpan: end - column), text: text,
            alignment: ReadNumber.of(text) == nil ? .left : .right, page: page, box: geometry.shown(box))
    }

    /// One piece below a text of the row above, narrower, with no figure: the rest of a label that was too long.
    private func isContinuation(_ row: Row, of cells: [PageTable.Entry], row above: Int, xs: [Double]) -> Bool {
        guard above >= 0, row.pieces.count == 1, ReadNumber.of(row.pieces[0].text) == nil else { return false }
        let column = span(row.pieces[0].box)
        guard column.count == 1 else { return false }
        let upper = cells.last { $0.area.row == above && $0.area.column == column.lowerBound }
        guard let upper, !upper.text.isEmpty, ReadNumber.of(upper.text) == nil else { return false }
        return abs(row.pieces[0].box.left - columns[column.lowerBound].left) < 2.5 * row.line.size
    }

    private func append(_ piece: (text: String, box: Box), to cells: inout [PageTable.Entry], row: Int, xs: [Double]) {
        let column = span(piece.box).lowerBound
        if let index = cells.lastIndex(where: { $0.area.row == row && $0.area.column == column }) {
            cells[index].text = TextJoint.join(cells[index].text, piece.text)
        }
    }
}

/// A line of a table of contents: a title, dots or the like up to the page's number.
enum TocLine {
    static func isEntry(_ line: TextLine) -> Bool {
        let text = line.text.filter { !$0.isBlank }
        let number = text.reversed().prefix { $0.isNumber || "ivxIVX".contains($0) }.count
        guard number > 0, number <= 5 else { return false }
        let leader = text.dropLast(number).reversed().prefix { "….·．⋯-_".contains($0) }
        // An ellipsis is three dots by itself.
        return leader.count >= (leader.first == "…" ? 2 : 3)
    }
}
