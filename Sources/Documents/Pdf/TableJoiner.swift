import Fiscal
import Paper

/// Puts the parts of a table together that stand on consecutive pages.
struct TableJoiner {
    /// Rows of a header that are looked for again on the next page.
    private static let deepestHeader = 8
    private static let tolerance = 3.0

    /// Joins over page ends: the part of the later page leaves it, with the title and the notes that were repeated.
    static func join(_ pages: inout [PageContent]) {
        var home: Home?
        for page in pages.indices {
            guard let index = pages[page].items.firstIndex(where: { $0.line == nil }),
                case .table(let part) = pages[page].items[index]
            else {
                if !pages[page].items.isEmpty { home = nil }
                continue
            }
            let before = pages[page].items[..<index].compactMap(\.line)
            let after = lines(after: index, in: pages[page].items)
            let isLast = pages[page].items.lastIndex { $0.line == nil } == index
            guard var known = home, let joined = known.joined(with: part, before: before, after: after) else {
                home = self.home(on: page, of: pages)
                continue
            }
            pages[page].items.removeSubrange(...index)
            let notes = known.notePage == known.page ? known.index + 1 : 0
            pages[known.notePage].items.removeSubrange(notes..<notes + known.after.count)
            pages[known.page].items[known.index] = .table(joined)
            (known.table, known.after, known.notePage) = (joined, after, page)
            home = isLast ? known : self.home(on: page, of: pages)
        }
    }

    private static func lines(after index: Int, in items: [PageItem]) -> [TextLine] {
        items[(index + 1)...].prefix { $0.line != nil }.compactMap(\.line)
    }

    /// The last table of a page, which may go on.
    private static func home(on page: Int, of pages: [PageContent]) -> Home? {
        let items = pages[page].items
        guard let index = items.lastIndex(where: { $0.line == nil }), case .table(let table) = items[index] else {
            return nil
        }
        let before = items[..<index].reversed().prefix { $0.line != nil }.compactMap(\.line)
        return Home(
            page: page, index: index, table: table, before: Set(before.map(folded)),
            after: lines(after: index, in: items), notePage: page)
    }

    private static func folded(_ line: TextLine) -> String { line.text.filter { !$0.isWhitespace } }

    /// A table that may go on over the page's end.
    private struct Home {
        var page: Int
        var index: Int
        var table: PageTable
        var before: Set<String>
        /// What stands below it where it ends so far, and on which page.
        var after: [TextLine]
        var notePage: Int

        func joined(with part: PageTable, before lines: [TextLine], after last: [TextLine]) -> PageTable? {
            guard let (table, part) = aligned(table, part) else { return nil }
            let header = repeatedRows(table, part)
            if !lines.isEmpty || !after.isEmpty {
                // Only a page that says all over again what the first one said goes on with it.
                let isSame =
                    header > 0 && lines.allSatisfy { before.contains(folded($0)) }
                    && Set(after.map(folded)).isSubset(of: last.map(folded))
                guard isSame else { return nil }
            }
            return table.appended(part, droppingHeader: header)
        }
    }

    /// Both with the same columns: those of the one whose lines are more; nil where they do not agree.
    private static func aligned(_ table: PageTable, _ part: PageTable) -> (PageTable, PageTable)? {
        let (a, b) = (table.xs.map { $0 - table.xs[0] }, part.xs.map { $0 - part.xs[0] })
        if let places = places(of: b, in: a) { return (table, part.withColumns(places, xs: table.xs)) }
        if let places = places(of: a, in: b) { return (table.withColumns(places, xs: part.xs), part) }
        return nil
    }

    /// For each line its number among the others; nil where one has no counterpart, or a side is another.
    private static func places(of few: [Double], in many: [Double]) -> [Int]? {
        guard few.count <= many.count, few.count > 2 || few.count == many.count else { return nil }
        var places: [Int] = []
        for x in few {
            let nearest = many.indices.min { abs(many[$0] - x) < abs(many[$1] - x) }
            guard let nearest, abs(many[nearest] - x) <= tolerance, places.last.map({ $0 < nearest }) ?? true else {
                return nil
            }
            places.append(nearest)
        }
        return places.first == 0 && places.last == many.count - 1 ? places : nil
    }

    /// How many rows at the top of the part repeat those at the top of the table.
    private static func repeatedRows(_ table: PageTable, _ part: PageTable) -> Int {
        guard !table.cells(of: 0).allSatisfy({ $0.text.isEmpty }) else { return 0 }
        var repeated = 0
        for rows in 1...max(1, min(deepestHeader, table.rowCount, part.rowCount)) {
            guard table.head(rows) == part.head(rows) else { break }
            if part.cells.allSatisfy({ $0.area.row >= rows || $0.area.row + $0.area.rowSpan <= rows }) {
                repeated = rows
            }
        }
        return repeated
    }
}

extension PageTable {
    fileprivate func withColumns(_ places: [Int], xs: [Double]) -> PageTable {
        var table = self
        table.xs = xs
        for index in cells.indices {
            let area = cells[index].area
            table.cells[index].area.column = places[area.column]
            table.cells[index].area.columnSpan = places[area.column + area.columnSpan] - places[area.column]
        }
        return table
    }

    fileprivate func appended(_ part: PageTable, droppingHeader header: Int) -> PageTable {
        var (table, part) = (self, part)
        if header > 0 {
            table.headerRows = max(table.headerRows ?? 0, header)
            part.dropRows(header)
        }
        if table.takeSplitRow(of: part) { part.dropRows(1) }
        table.stretch(into: &part)
        for var cell in part.cells {
            cell.area.row += table.rowCount
            table.cells.append(cell)
        }
        table.rowCount += part.rowCount
        return table
    }

    /// A row cut by the page's end: its texts go on where they were full, and nothing new begins.
    private mutating func takeSplitRow(of part: PageTable) -> Bool {
        let rests = part.cells(of: 0)
        let filled = rests.filter { !$0.text.isEmpty }
        guard !filled.isEmpty, filled.count < rests.count, rests.allSatisfy({ $0.area.rowSpan == 1 }) else {
            return false
        }
        var targets: [(cell: Int, text: String)] = []
        for rest in filled {
            let above = cells.firstIndex {
                $0.area.row + $0.area.rowSpan == rowCount && $0.area.column == rest.area.column && $0.isFull
            }
            guard let above, ReadNumber.of(rest.text) == nil else { return false }
            targets.append((above, rest.text))
        }
        let starts = cells.contains { cell in
            cell.area.row + cell.area.rowSpan == rowCount && !cell.text.isEmpty
                && !filled.contains { $0.area.column == cell.area.column }
        }
        guard starts else { return false }
        for target in targets { cells[target.cell].text = TextJoint.join(cells[target.cell].text, target.text) }
        return true
    }

    /// A cell over many rows whose lower half stands, empty, at the top of the next page.
    private mutating func stretch(into part: inout PageTable) {
        for rest in part.cells(of: 0) where rest.text.isEmpty && rest.area.rowSpan > 1 {
            let above = cells.firstIndex {
                $0.area.row + $0.area.rowSpan == rowCount && $0.area.rowSpan > 1 && !$0.text.isEmpty
                    && $0.area.column == rest.area.column && $0.area.columnSpan == rest.area.columnSpan
            }
            guard let above else { continue }
            cells[above].area.rowSpan += rest.area.rowSpan
            part.cells.removeAll { $0.area == rest.area }
        }
    }
}
