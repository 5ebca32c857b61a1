import Fiscal
import Paper

/// The part of a table that stands on one page.
struct PageTable {
    /// A cell, by the squares it covers.
    struct Entry {
        var area: RuledTable.Area
        var text: String
        var alignment: Cell.Alignment
        var page: Int
        /// On the page as shown.
        var box: Box
        /// Whether the text fills the cell's last line, so that it may go on over the page.
        var isFull = false
    }

    /// Where columns part; the cells' columns are counted by these.
    var xs: [Double]
    var rowCount: Int
    /// Row by row, from the left.
    var cells: [Entry]
    var page: Int
    /// As it is read; the cells' boxes are on the page as shown.
    var box: Box
    var shownBox: Box
    /// Rows that the next page repeated, where it did.
    var headerRows: Int?
    /// Cells among which those stand that end with the last row.
    var bottom: [Int]

    init(xs: [Double], rowCount: Int, cells: [Entry], page: Int, box: Box, shownBox: Box) {
        (self.xs, self.rowCount, self.page, self.box, self.shownBox) = (xs, rowCount, page, box, shownBox)
        self.cells = cells.sorted { ($0.area.row, $0.area.column) < ($1.area.row, $1.area.column) }
        bottom = Array(cells.indices)
    }

    /// Cells of a row that begin in it, from the left.
    func cells(of row: Int) -> [Entry] {
        cells.prefix { $0.area.row <= row }.filter { $0.area.row == row }
    }

    /// Rows from the top that no cell's span leaves and in which every column is named at last, with the one that
    /// numbers the columns; 0 where that is all.
    var headerGuess: Int {
        var depth = 1
        while depth < rowCount {
            let reach = cells.filter { $0.area.row < depth }.map { $0.area.row + $0.area.rowSpan }.max() ?? depth
            if reach > depth {
                depth = reach
                continue
            }
            let isOpen = cells.contains { $0.area.row + $0.area.rowSpan == depth && $0.area.columnSpan > 1 }
            guard isOpen, !cells.contains(where: { $0.area.row == depth && ReadNumber.of($0.text) != nil }) else {
                break
            }
            depth += 1
        }
        if depth < rowCount, numbersColumns(depth) { depth += 1 }
        return depth < rowCount ? depth : 0
    }

    private func numbersColumns(_ row: Int) -> Bool {
        let numbers = cells(of: row).map(\.text).filter { ReadNumber.of($0) != nil }
        return numbers.count > 1 && numbers == (1...numbers.count).map { "\($0)" }
    }

    /// The texts of the first rows, to know them again on the next page.
    func head(_ rows: Int) -> [String] {
        cells.prefix { $0.area.row < rows }.map {
            "\($0.area.row) \($0.area.column) \($0.area.columnSpan) " + $0.text.filter { !$0.isBlank }
        }
    }

    mutating func dropRows(_ count: Int) {
        cells = cells.compactMap {
            var cell = $0
            guard cell.area.row + cell.area.rowSpan > count else { return nil }
            let start = max(0, cell.area.row - count)
            cell.area.rowSpan -= max(0, count - cell.area.row)
            cell.area.row = start
            return cell
        }
        rowCount -= count
    }
}

/// Puts the characters of a page into the cells of its tables.
struct TableFiller {
    let geometry: PdfGeometry
    let page: Int

    /// The tables filled, and the characters that stand in none.
    func fill(_ tables: [RuledTable], with glyphs: [PdfGlyph]) -> (tables: [PageTable], rest: [PdfGlyph]) {
        let bySize = tables.indices.sorted { area(tables[$0].box) < area(tables[$1].box) }
        var finders = tables.map { CellFinder($0) }
        var rest: [PdfGlyph] = []
        for run in runs(of: glyphs) {
            guard let center = run.first(where: { !$0.isBlank }) ?? run.first else { continue }
            let home = bySize.first { tables[$0].box.contains(x: center.center, y: center.middle) }
            guard let home else {
                rest += run
                continue
            }
            finders[home].put(run)
        }
        var filled: [PageTable] = []
        for finder in finders {
            if SparseRules.lacksColumns(finder.table, finder.contents) {
                rest += finder.contents.joined()
            } else {
                let (table, contents) = SparseRules.split(finder.table, finder.contents)
                filled.append(self.table(table, contents))
            }
        }
        return (filled, rest)
    }

    private func area(_ box: Box) -> Double { box.width * box.height }

    /// Characters written one after another without a gap, as they stand in the file: one cell's text.
    private func runs(of glyphs: [PdfGlyph]) -> [[PdfGlyph]] {
        var runs: [[PdfGlyph]] = []
        for glyph in glyphs {
            if let last = runs.last?.last, last.turns == glyph.turns, last.size == glyph.size,
                abs(last.baseline - glyph.baseline) < 0.1 * glyph.size,
                abs(glyph.box.left - last.box.right) < 0.25 * glyph.size
            {
                runs[runs.count - 1].append(glyph)
            } else {
                runs.append([glyph])
            }
        }
        return runs
    }

    private func table(_ ruled: RuledTable, _ contents: [[PdfGlyph]]) -> PageTable {
        let cells = zip(ruled.areas, contents).map { area, glyphs in
            let box = ruled.box(of: area)
            let content = CellContent(glyphs, in: box)
            return PageTable.Entry(
                area: area, text: content.text, alignment: content.alignment, page: page, box: geometry.shown(box),
                isFull: content.isFull)
        }
        return PageTable(
            xs: ruled.xs, rowCount: ruled.ys.count - 1, cells: cells, page: page, box: ruled.box,
            shownBox: geometry.shown(ruled.box))
    }
}

/// Finds the cell in which a character stands.
private struct CellFinder {
    let table: RuledTable
    private(set) var contents: [[PdfGlyph]]
    private var owner: [Int]

    init(_ table: RuledTable) {
        self.table = table
        contents = Array(repeating: [], count: table.areas.count)
        let width = table.xs.count - 1
        owner = Array(repeating: 0, count: width * (table.ys.count - 1))
        for (index, area) in table.areas.enumerated() {
            for row in area.row..<area.row + area.rowSpan {
                for column in area.column..<area.column + area.columnSpan { owner[row * width + column] = index }
            }
        }
    }

    private func cell(x: Double, y: Double) -> Int {
        owner[Self.slot(y, in: table.ys) * (table.xs.count - 1) + Self.slot(x, in: table.xs)]
    }

    private static func slot(_ value: Double, in levels: [Double]) -> Int {
        var (low, high) = (0, levels.count - 2)
        while low < high {
            let middle = (low + high + 1) / 2
            if levels[middle] <= value { low = middle } else { high = middle - 1 }
        }
        return low
    }

    mutating func put(_ run: [PdfGlyph]) {
        let cells = run.map { cell(x: $0.center, y: $0.middle) }
        guard let first = cells.first, let last = cells.last else { return }
        if first != last, let owner = overflowing(run, cells) {
            contents[owner] += run
        } else {
            for (glyph, cell) in zip(run, cells) { contents[cell].append(glyph) }
        }
    }

    /// The cell of a text that runs over a line: spreadsheets let it, and the line then cuts a character. nil where the
    /// line falls between two characters, whose texts then only stand close.
    private func overflowing(_ run: [PdfGlyph], _ cells: [Int]) -> Int? {
        var isCut = false
        for (glyph, next) in zip(run.indices, run.indices.dropFirst()) where cells[glyph] != cells[next] {
            let line = table.box(of: table.areas[cells[next]]).left
            isCut = isCut || [run[glyph], run[next]].contains { cuts(line, $0) }
        }
        guard isCut, let first = cells.first, let last = cells.last else { return nil }
        let (start, end) = (table.box(of: table.areas[first]), table.box(of: table.areas[last]))
        let (before, after) = (run[0].box.left - start.left, end.right - run[run.count - 1].box.right)
        if before < run[0].size || after > 2 * run[0].size { return first }
        if after < run[0].size { return last }
        let counts = Dictionary(cells.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether the line goes through the character itself: brackets and points fill only half of their square, and the
    /// other half may stand beyond the line.
    private func cuts(_ line: Double, _ glyph: PdfGlyph) -> Bool {
        guard !glyph.isBlank, !glyph.text.isPunctuation else { return false }
        let edge = 0.15 * glyph.box.width
        return glyph.box.left + edge < line && line < glyph.box.right - edge
    }
}
