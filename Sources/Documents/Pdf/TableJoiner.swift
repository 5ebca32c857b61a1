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
                if !pages[page].items.isEmpty { settle(&home, nil, in: &pages) }
                continue
            }
            let before = pages[page].items[..<index].compactMap(\.line)
            let after = lines(after: index, in: pages[page].items)
            let isLast = pages[page].items.lastIndex { $0.line == nil } == index
            let notes = home.map { ($0.notePage, $0.notePage == $0.page ? $0.index + 1 : 0, $0.after.count) }
            guard home?.take(part, before: before, after: after, of: page) == true, let notes else {
                settle(&home, self.home(on: page, of: pages), in: &pages)
                continue
            }
            pages[page].items.removeSubrange(...index)
            pages[notes.0].items.removeSubrange(notes.1..<notes.1 + notes.2)
            if !isLast { settle(&home, self.home(on: page, of: pages), in: &pages) }
        }
        settle(&home, nil, in: &pages)
    }

    /// Puts the table back where it began. Only here: a table over many pages is not copied for each of them.
    private static func settle(_ home: inout Home?, _ next: Home?, in pages: inout [PageContent]) {
        if let home, home.isJoined { pages[home.page].items[home.index] = .table(home.table) }
        home = next
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

    private static func folded(_ line: TextLine) -> String { line.text.filter { !$0.isBlank } }

    /// A table that may go on over the page's end.
    private struct Home {
        var page: Int
        var index: Int
        var table: PageTable
        var before: Set<String>
        /// What stands below it where it ends so far, and on which page.
        var after: [TextLine]
        var notePage: Int
        var isJoined = false

        /// Appends the part if it goes on with this table.
        mutating func take(_ part: PageTable, before lines: [TextLine], after last: [TextLine], of page: Int) -> Bool {
            guard let places = alignment(table.xs, part.xs) else { return false }
            let part = places.part.map { part.withColumns($0, xs: table.xs) } ?? part
            let widened = places.table.map { table.withColumns($0, xs: part.xs) }
            let header = repeatedRows(widened ?? table, part)
            if !lines.isEmpty || !after.isEmpty {
                // Only a page that says all over again what the first one said goes on with it.
                let isSame =
                    header > 0 && lines.allSatisfy { before.contains(folded($0)) }
                    && Set(after.map(folded)).isSubset(of: last.map(folded))
                guard isSame else { return false }
            }
            if let widened { table = widened }
            table.append(part, droppingHeader: header)
            (after, notePage, isJoined) = (last, page, true)
            return true
        }
    }

    /// How the columns of both become those of the one whose lines are more; nil where they do not agree.
    private static func alignment(_ table: [Double], _ part: [Double]) -> (table: [Int]?, part: [Int]?)? {
        let (a, b) = (table.map { $0 - table[0] }, part.map { $0 - part[0] })
        if let places = places(of: b, in: a) { return (nil, places) }
        if let places = places(of: a, in: b) { return (places, nil) }
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

    fileprivate mutating func append(_ part: PageTable, droppingHeader header: Int) {
        var part = part
        if header > 0 {
            headerRows = max(headerRows ?? 0, header)
            part.dropRows(header)
        } else {
            part.dropInnerHeader(of: self)
        }
        let bottom = bottom.filter { cells[$0].area.row + cells[$0].area.rowSpan == rowCount }
        if takeSplitRow(of: part, bottom) { part.dropRows(1) }
        let stretched = stretch(into: &part, bottom)
        self.bottom = stretched + Array(cells.count..<cells.count + part.cells.count)
        for var cell in part.cells {
            cell.area.row += rowCount
            cells.append(cell)
        }
        rowCount += part.rowCount
    }

    /// The header of a block in the middle of a form (一级指标, 二级指标, …), printed again on the next page: as many labels,
    /// none with a figure, each where it stands in a row above. A label beside the block goes on with the one above.
    private mutating func dropInnerHeader(of table: PageTable) {
        let labels = cells(of: 0).filter { $0.area.rowSpan == 1 && !$0.text.isEmpty }
        guard labels.count >= Self.fewestLabels, Set(labels.map(\.text)).count == labels.count,
            !labels.contains(where: { $0.text.contains { $0.isASCII && $0.isNumber } })
        else { return }
        let isRepeated = (0..<table.rowCount).contains { row in
            let above = table.cells(of: row).filter { $0.area.rowSpan == 1 && !$0.text.isEmpty }
            return above.count == labels.count
                && zip(above, labels).allSatisfy { $0.text == $1.text && $0.area.column == $1.area.column }
        }
        guard isRepeated else { return }
        for index in cells.indices where cells[index].area.row == 0 && cells[index].area.rowSpan > 1 {
            cells[index].text = ""
            cells[index].area.row = 1
            cells[index].area.rowSpan -= 1
        }
        dropRows(1)
    }

    private static let fewestLabels = 4

    /// A row cut by the page's end: its texts go on where they were full, and nothing new begins. What stands in the
    /// first column names a row, so that it begins one, however full the cell above it is.
    private mutating func takeSplitRow(of part: PageTable, _ bottom: [Int]) -> Bool {
        let rests = part.cells(of: 0)
        let filled = rests.filter { !$0.text.isEmpty }
        guard !filled.isEmpty, rests.first?.text.isEmpty == true, rests.allSatisfy({ $0.area.rowSpan == 1 }) else {
            return false
        }
        var targets: [(cell: Int, rest: Entry)] = []
        for rest in filled {
            let above = bottom.first { cells[$0].area.column == rest.area.column && cells[$0].isFull }
            guard let above, ReadNumber.of(rest.text) == nil else { return false }
            targets.append((above, rest))
        }
        let starts = bottom.contains { index in
            !cells[index].text.isEmpty && !filled.contains { $0.area.column == cells[index].area.column }
        }
        guard starts else { return false }
        for target in targets {
            cells[target.cell].text = TextJoint.join(cells[target.cell].text, target.rest.text)
            cells[target.cell].isFull = target.rest.isFull
        }
        return true
    }

    /// A label over many rows whose lower part stands, empty, at the top of the next page. A figure is left alone: below
    /// it an empty cell is as likely, and would become a figure.
    ///
    /// - Returns: the cells that now reach into the part.
    private mutating func stretch(into part: inout PageTable, _ bottom: [Int]) -> [Int] {
        var stretched: [Int] = []
        for rest in part.cells(of: 0) where rest.text.isEmpty {
            let above = bottom.first {
                !cells[$0].text.isEmpty && ReadNumber.of(cells[$0].text) == nil
                    && max(cells[$0].area.rowSpan, rest.area.rowSpan) > 1 && cells[$0].area.column == rest.area.column
                    && cells[$0].area.columnSpan == rest.area.columnSpan
            }
            guard let above else { continue }
            cells[above].area.rowSpan += rest.area.rowSpan
            stretched.append(above)
            part.cells.removeAll { $0.area == rest.area }
        }
        return stretched
    }
}
