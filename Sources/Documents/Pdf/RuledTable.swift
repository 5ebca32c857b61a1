import Paper

/// A table as its ruling lines show it: a lattice whose squares are one cell where the line between them is missing.
struct RuledTable {
    /// A cell by the squares that it covers.
    struct Area: Equatable {
        var row: Int
        var column: Int
        var rowSpan = 1
        var columnSpan = 1
    }

    /// Where the columns and the rows part, from the left and from the top, both sides included.
    var xs: [Double]
    var ys: [Double]
    var areas: [Area]

    var box: Box { Box(left: xs[0], top: ys[0], right: xs[xs.count - 1], bottom: ys[ys.count - 1]) }

    func box(of area: Area) -> Box {
        Box(
            left: xs[area.column], top: ys[area.row], right: xs[area.column + area.columnSpan],
            bottom: ys[area.row + area.rowSpan])
    }

    /// Lines nearer than this, in points, are one.
    private static let tolerance = 2.0
    /// Squares beyond which a lattice is no table of figures.
    private static let mostSquares = 40_000

    /// Every table of a page, from the top.
    static func tables(of rules: RuleLines) -> [RuledTable] {
        RuleComponents.of(rules).compactMap { RuledTable($0.horizontals, $0.verticals) }
            .sorted { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
    }

    /// nil where the lines enclose less than two cells: a frame or a cross is no table.
    private init?(_ horizontals: [RuledLine], _ verticals: [RuledLine]) {
        let (columns, rows) = (Levels(verticals, across: horizontals), Levels(horizontals, across: verticals))
        guard columns.at.count > 1, rows.at.count > 1 else { return nil }
        guard (columns.at.count - 1) * (rows.at.count - 1) <= Self.mostSquares else { return nil }
        (xs, ys) = (columns.at, rows.at)
        areas = Self.areas(columns, rows)
        dropUnused()
        guard areas.count > 1 else { return nil }
    }

    private static func areas(_ columns: Levels, _ rows: Levels) -> [Area] {
        let (width, height) = (columns.at.count - 1, rows.at.count - 1)
        var groups = Groups(width * height)
        for row in 0..<height {
            for column in 0..<width {
                let square = row * width + column
                if column + 1 < width, !columns.isDrawn(column + 1, from: rows.at[row], to: rows.at[row + 1]) {
                    groups.join(square, square + 1)
                }
                if row + 1 < height, !rows.isDrawn(row + 1, from: columns.at[column], to: columns.at[column + 1]) {
                    groups.join(square, square + width)
                }
            }
        }
        let group = (0..<width * height).map { groups.root($0) }
        return rectangles(group, width: width, height: height)
    }

    /// Squares of one group as rectangles: one where they form one, else as many as are needed.
    private static func rectangles(_ group: [Int], width: Int, height: Int) -> [Area] {
        var isTaken = [Bool](repeating: false, count: group.count)
        var areas: [Area] = []
        for row in 0..<height {
            for column in 0..<width where !isTaken[row * width + column] {
                let wanted = group[row * width + column]
                let isFree = { (square: Int) in group[square] == wanted && !isTaken[square] }
                var area = Area(row: row, column: column)
                while column + area.columnSpan < width, isFree(row * width + column + area.columnSpan) {
                    area.columnSpan += 1
                }
                while row + area.rowSpan < height,
                    (column..<column + area.columnSpan).allSatisfy({ isFree((row + area.rowSpan) * width + $0) })
                {
                    area.rowSpan += 1
                }
                for r in row..<row + area.rowSpan {
                    for c in column..<column + area.columnSpan { isTaken[r * width + c] = true }
                }
                areas.append(area)
            }
        }
        return areas
    }

    /// A line at which no cell begins parts nothing: the remains of an underline or of a frame within.
    private mutating func dropUnused() {
        let (columns, rows) = (Set(areas.map(\.column)).sorted(), Set(areas.map(\.row)).sorted())
        let (newColumn, newRow) = (Self.places(columns, of: xs.count), Self.places(rows, of: ys.count))
        areas = areas.map {
            let (column, row) = (newColumn[$0.column], newRow[$0.row])
            return Area(
                row: row, column: column, rowSpan: newRow[$0.row + $0.rowSpan] - row,
                columnSpan: newColumn[$0.column + $0.columnSpan] - column)
        }
        xs = columns.map { xs[$0] } + xs.suffix(1)
        ys = rows.map { ys[$0] } + ys.suffix(1)
    }

    /// For each old line, how many kept ones stand before it.
    private static func places(_ kept: [Int], of count: Int) -> [Int] {
        var (places, next) = ([Int](), 0)
        for old in 0..<count {
            places.append(next)
            if next < kept.count, kept[next] == old { next += 1 }
        }
        return places
    }

    /// Lines of one direction at the places where they stand across it.
    private struct Levels {
        private(set) var at: [Double] = []
        private var lines: [[RuledLine]] = []

        init(_ own: [RuledLine], across other: [RuledLine]) {
            for line in own.sorted(by: { $0.at < $1.at }) {
                if let last = at.last, line.at - last <= tolerance {
                    lines[lines.count - 1].append(line)
                } else {
                    at.append(line.at)
                    lines.append([line])
                }
            }
            closeOpenSides(other)
        }

        /// A table need not be ruled at its sides: there the lines of the other direction end in the open.
        private mutating func closeOpenSides(_ other: [RuledLine]) {
            guard let first = at.first, let last = at.last else { return }
            let open = 12.0
            let (before, after) = (other.filter { first - $0.from > open }, other.filter { $0.to - last > open })
            if before.count * 2 > other.count {
                at.insert(before.map(\.from).min() ?? first, at: 0)
                lines.insert([], at: 0)
            }
            if after.count * 2 > other.count {
                at.append(after.map(\.to).max() ?? last)
                lines.append([])
            }
        }

        /// Whether most of the stretch is ruled.
        func isDrawn(_ level: Int, from: Double, to: Double) -> Bool {
            var covered = 0.0
            for line in lines[level] { covered += max(0, min(line.to, to) - max(line.from, from)) }
            return covered * 2 > to - from
        }
    }
}

/// Which of many things belong together.
struct Groups {
    private var parent: [Int]

    init(_ count: Int) { parent = Array(0..<count) }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}

/// Lines that touch one another, table by table.
enum RuleComponents {
    /// How far a line may end before the one it belongs to.
    private static let reach = 2.5

    static func of(_ rules: RuleLines) -> [(horizontals: [RuledLine], verticals: [RuledLine])] {
        let (across, down) = (rules.horizontals, rules.verticals.sorted { $0.at < $1.at })
        var groups = Groups(across.count + down.count)
        for (h, line) in across.enumerated() {
            var v = firstIndex(in: down, from: line.from - reach)
            while v < down.count, down[v].at <= line.to + reach {
                if down[v].from - reach <= line.at, line.at <= down[v].to + reach { groups.join(h, across.count + v) }
                v += 1
            }
        }
        var found: [Int: (horizontals: [RuledLine], verticals: [RuledLine])] = [:]
        for (h, line) in across.enumerated() { found[groups.root(h), default: ([], [])].horizontals.append(line) }
        for (v, line) in down.enumerated() {
            found[groups.root(across.count + v), default: ([], [])].verticals.append(line)
        }
        return found.sorted { $0.key < $1.key }.map(\.value).filter { !$0.horizontals.isEmpty && !$0.verticals.isEmpty }
    }

    private static func firstIndex(in sorted: [RuledLine], from at: Double) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].at < at { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
