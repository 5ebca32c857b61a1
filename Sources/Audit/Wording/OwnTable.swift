import Fiscal
import Paper
import Standards

/// A table of a paper's own making: rows that stand beside each other, and a row of totals.
struct OwnTable {
    struct Figure {
        let number: PrintedNumber
        let text: String
        let place: Place?
        var bounds: Bounds? { Bounds(number, factor: 1) }
    }

    /// A column whose figures are all printed.
    struct Column {
        /// Folded, all rows of the header.
        let header: String
        let cells: [Figure]
        let total: Figure
    }

    let columns: [Column]
    /// Whether its rows are numbered from 1 on, none left out.
    let isNumbered: Bool

    private static let fewestRows = 2

    /// nil where it has no row of totals, or the rows are not all alike.
    ///
    /// - Parameter above: the line above the grid, which is the header of one that is loose.
    init?(_ grid: Grid, above: String, _ words: OwnTableWords) {
        guard let rows = grid.isLoose ? Self.loose(grid) : Self.ruled(grid),
            let total = rows.firstIndex(where: { words.isTotal($0.names) && !$0.figures.isEmpty }),
            rows.filter({ words.isTotal($0.names) }).count == 1
        else { return nil }
        let count = rows[total].figures.count
        guard
            let first = rows.firstIndex(where: { row in
                // A total that looks like a year is no header.
                row.figures.count * 2 > count
                    && (words.isTotal(row.names) || !words.isHeader(row.names, row.figures))
            })
        else { return nil }
        // The total stands above all rows, or below them.
        let body = Array(total == first ? rows[(total + 1)...] : rows[first..<total])
        let wanted = rows[total].figures.keys.sorted().filter { column in body.allSatisfy { $0.figures[column] != nil }
        }
        let labels = body.map { row in row.names.joined() }
        guard body.count >= Self.fewestRows, Set(body.map(\.names.count)).count == 1,
            body.allSatisfy({ !$0.figures.isEmpty && (!grid.isLoose || $0.figures.count == count) }),
            labels.allSatisfy({ !$0.isEmpty && !words.isNested($0) }), Set(labels.map(Self.style)).count == 1,
            let headers = grid.isLoose
                ? Self.headers(above, behind: body[0].names.count, count)
                : Self.headers(Array(rows[..<first]), wanted),
            !headers.contains(where: \.isEmpty)
        else { return nil }
        columns = zip(wanted, headers).compactMap { column, header in
            rows[total].figures[column].map { total in
                Column(header: header, cells: body.compactMap { $0.figures[column] }, total: total)
            }
        }
        isNumbered = body.enumerated().allSatisfy { number, row in row.names.first == String(number + 1) }
    }

    /// 一、 and （一） and 1. do not stand beside each other.
    private static func style(_ label: String) -> Int {
        if Numerals.withoutOrdinal(label) == label { return 0 }
        return label.hasPrefix("(") ? 1 : label.first.map(Numerals.ordinals.contains) ?? false ? 2 : 3
    }

    // MARK: Rows

    private struct Row {
        /// What stands before its figures.
        var names: [String] = []
        var figures: [Int: Figure] = [:]
        /// Everything, by column.
        var texts: [Int: String] = [:]
    }

    private static func figure(_ cell: Cell) -> Figure? {
        guard let number = try? NumberText.parse(cell.text) else { return nil }
        return Figure(number: number, text: cell.text, place: cell.place)
    }

    /// Words in order: the figures are what ends a row.
    private static func loose(_ grid: Grid) -> [Row] {
        grid.rows.map { cells in
            let names = (cells.lastIndex { figure($0) == nil } ?? -1) + 1
            var row = Row(names: cells[..<names].map { foldedLabel($0.text) })
            for (index, cell) in cells[names...].enumerated() { row.figures[index] = figure(cell) }
            return row
        }
    }

    /// Cells in columns; nil where a figure goes over several squares, since it would count in each.
    private static func ruled(_ grid: Grid) -> [Row]? {
        let matrix = grid.matrix
        func isFigure(_ cell: Cell?) -> Bool { cell.flatMap(figure) != nil }
        guard let last = matrix.indices.last(where: { matrix[$0].dropFirst().contains(where: isFigure) }),
            let firstColumn = matrix[last].indices.dropFirst().first(where: { isFigure(matrix[last][$0]) })
        else { return nil }
        var rows: [Row] = []
        for cells in matrix[...last] {
            var row = Row()
            for (column, cell) in cells.enumerated() {
                guard let cell else { continue }
                row.texts[column] = foldedLabel(cell.text)
                if column < firstColumn {
                    row.names.append(foldedLabel(cell.text))
                } else if let figure = figure(cell) {
                    guard cell.rowSpan <= 1, cell.columnSpan <= 1 else { return nil }
                    row.figures[column] = figure
                }
            }
            rows.append(row)
        }
        return rows
    }

    // MARK: Header

    private static func headers(_ rows: [Row], _ columns: [Int]) -> [String]? {
        columns.map { column in rows.compactMap { $0.texts[column] }.joined() }
    }

    /// As many words as a row has, in the line right above; nil where they are not.
    private static func headers(_ line: String, behind names: Int, _ count: Int) -> [String]? {
        let words = line.split(whereSeparator: \.isWhitespace).map { foldedLabel($0) }
        return words.count == names + count ? Array(words.suffix(count)) : nil
    }
}

/// What the labels of such tables are told by.
struct OwnTableWords {
    private let totals: [String]
    private let nested: [String]
    private let rates: [String]
    private let sums: [String]
    private let money: [String]
    private let numbers: [String]

    init(_ words: WordLists) {
        func folded(_ key: String) -> [String] { words("文内小表", key).map { foldedLabel($0) } }
        totals = folded("合计行")
        nested = folded("不并列")
        rates = folded("不可加")
        sums = folded("合计栏")
        money = folded("金额")
        numbers = folded("栏次")
    }

    func isTotal(_ names: [String]) -> Bool {
        let told = names.filter { !$0.isEmpty }
        return !told.isEmpty && told.allSatisfy { totals.contains($0) }
    }

    /// 栏次 1 2 3, or years.
    func isHeader(_ names: [String], _ figures: [Int: OwnTable.Figure]) -> Bool {
        names.allSatisfy(\.isEmpty) || names.contains { numbers.contains($0) }
            || figures.values.allSatisfy { figure in
                figure.number.decimals == 0 && Self.years.contains(figure.number.mantissa) && figure.text.count == 4
            }
    }

    private static let years: ClosedRange<Int64> = 1990...2099

    func isNested(_ label: String) -> Bool { nested.contains { label.contains($0) } }

    /// Whether the figures under such a header may be added.
    func isAdditive(_ header: String) -> Bool { !rates.contains { header.contains($0) } && !isNested(header) }

    /// Whether a column is what the columns behind it come to.
    func isSum(_ header: String) -> Bool { sums.contains { header == $0 || header.hasSuffix($0) } }

    func isMoney(_ header: String) -> Bool { money.contains { header.contains($0) } }
}
