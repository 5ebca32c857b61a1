import Paper

/// Tables copied from a word processor: one cell a line, led by a tab, a blank line behind each row.
///
/// A cell may go on in lines without a tab, blank ones among them; a blank line before a tab ends the row. Merged cells
/// print once, so that rows differ in length.
struct CellLines {
    /// One physical line, blank or not.
    struct Line {
        let number: Int
        let text: String
        let isBlank: Bool
    }

    /// Lines of the whole file, and the table that stands there.
    struct Table {
        let lines: Range<Int>
        let grid: Grid
    }

    private let lines: [Line]

    /// Fewer are a list that happens to be indented.
    private static let fewestCells = 12
    private static let fewestRows = 3
    private static let longestCell = 60
    private static let longestTitle = 40

    init(_ lines: [Line]) { self.lines = lines }

    func tables() -> [Table] {
        var result: [Table] = []
        var next = 0
        while next < lines.count {
            guard isCell(next) else {
                next += 1
                continue
            }
            let end = end(from: next)
            if let grid = grid(next..<end) {
                result.append(Table(lines: next..<end, grid: grid))
                next = end
            } else {
                while next < end, isCell(next) || lines[next].isBlank { next += 1 }
            }
        }
        return result
    }

    /// A tab in front and none behind it: a row between tabs is something else.
    private func isCell(_ index: Int) -> Bool {
        let text = lines[index].text
        guard text.utf8.first == 0x09 else { return false }
        return !text.drop { $0 == "\t" }.contains("\t")
    }

    private func isTitle(_ index: Int) -> Bool {
        let text = lines[index].text.filter { !PlainLine.isBlank($0) }
        return text.count <= Self.longestTitle && (text.hasSuffix("表") || text.hasPrefix("附件"))
    }

    /// Behind the last line of the last cell.
    private func end(from first: Int) -> Int {
        var last = first
        var next = first + 1
        while next < lines.count, next - last <= Self.longestCell {
            if isCell(next) {
                last = next
            } else if lines[next].text.contains("\t") || lines[next - 1].isBlank && isTitle(next) {
                break
            }
            next += 1
        }
        var end = last + 1
        while end < lines.count, !lines[end].isBlank, !lines[end].text.contains("\t") { end += 1 }
        return end
    }

    private func grid(_ range: Range<Int>) -> Grid? {
        var rows: [[Cell]] = []
        var cells = 0
        for index in range {
            let line = lines[index]
            if isCell(index) {
                cells += 1
                if rows.isEmpty || index > range.lowerBound && lines[index - 1].isBlank && !isCell(index - 1) {
                    rows.append([])
                }
                rows[rows.count - 1].append(
                    Cell("", column: rows.last?.count ?? 0, place: .line(line.number, column: 1)))
            }
            add(line, to: &rows)
        }
        guard cells >= Self.fewestCells, rows.count >= Self.fewestRows else { return nil }
        for r in rows.indices {
            for c in rows[r].indices { rows[r][c].number = ReadNumber.of(rows[r][c].text) }
        }
        return Grid(
            rows: rows, columnCount: rows.map(\.count).max() ?? 0, headerRowCount: 0,
            place: .line(lines[range.lowerBound].number, column: 1))
    }

    /// What a line adds to the last cell.
    private func add(_ line: Line, to rows: inout [[Cell]]) {
        guard !line.isBlank, let row = rows.indices.last, let column = rows[row].indices.last else { return }
        let blanks = line.text.prefix { PlainLine.isBlank($0) }.count
        var text = line.text.dropFirst(blanks)
        while let last = text.last, PlainLine.isBlank(last) { text.removeLast() }
        guard !text.isEmpty else { return }
        if rows[row][column].text.isEmpty {
            rows[row][column].text = String(text)
            rows[row][column].place = .line(line.number, column: blanks + 1)
        } else {
            rows[row][column].text += "\n" + text
        }
    }
}
