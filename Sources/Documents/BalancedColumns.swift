import Paper

/// Columns of a form whose labels and texts stand anywhere, many of them across columns: no figure is broken, no label
/// stands one character a line, and what is left of the width goes to where it saves most lines.
struct BalancedColumns {
    /// In half points.
    private(set) var size: Int
    /// In thousandths of a point.
    private(set) var widths: [Int]

    /// A text that may take width from others.
    private struct Text {
        /// Of each of its lines, in thousandths of the text's size.
        let lines: [Int]
        let row: Int
        let rows: Int
        let columns: Range<Int>
    }

    private let texts: [Text]
    private let rowCount: Int
    private let least: [Int]
    /// Lines of all rows.
    private var height: Int { score(widths) / Self.line }

    /// What a line of a label holds at least, in thousandths of the text's size: five characters, four, three, two; one only
    /// where nothing else fits.
    private static let labels = [5_250, 4_200, 3_150, 2_100]
    /// Of a character of Chinese.
    private static let character = 1_050
    /// A part of the width, in hundredths, that is left for texts where labels are as wide as they like.
    private static let free = 12
    /// Widths that are moved, in thousandths of a point.
    private static let steps = [48_000, 24_000, 12_000, 4_000]
    /// More than all texts of a table have lines, so that the height of the rows counts before them.
    private static let line = 1_000_000
    /// A table of more rows is a list, whose texts are all of one kind.
    private static let mostRows = 200

    /// nil for a table whose columns its header tells.
    static func of(_ grid: PlacedGrid, even: [Int], sizes: Set<Int>) -> BalancedColumns? {
        guard grid.headerRows == 0, grid.rows.count <= mostRows,
            grid.rows.joined().contains(where: { $0.columnSpan > 1 && $0.cell != nil })
        else { return nil }
        let total = even.reduce(0, +)
        let items = grid.rows.joined().filter { !($0.cell?.text.isEmpty ?? true) }
        let texts = items.map(text)
        func columns(_ label: Int, _ size: Int) -> BalancedColumns {
            let least = least(items, columns: even.count, label: label, size: size)
            return BalancedColumns(
                size: size, widths: PlacedColumns.widened(even, to: least), texts: texts, rowCount: grid.rows.count,
                least: least)
        }
        let room = total * (100 - free) / 100
        var fitting: [BalancedColumns] = []
        for size in sizes.sorted(by: >) where fitting.isEmpty {
            for label in labels {
                let candidate = columns(label, size)
                if candidate.least.reduce(0, +) <= room { fitting.append(candidate) }
            }
        }
        // Of two widths of labels the wider one, unless that costs a line.
        var tried = Array(fitting.prefix(2))
        if tried.isEmpty { tried = [columns(character, sizes.min() ?? 14)] }
        for index in tried.indices { tried[index].balance() }
        return tried.filter { $0.least.reduce(0, +) <= total }.min { $0.height < $1.height }
    }

    private static func text(_ item: PlacedGrid.Item) -> Text {
        Text(
            lines: item.lineWidths, row: item.row, rows: item.rowSpan,
            columns: item.column..<item.column + item.columnSpan)
    }

    // MARK: What columns need

    private static func least(_ items: [PlacedGrid.Item], columns: Int, label: Int, size: Int) -> [Int] {
        var result = [Int](repeating: PlacedColumns.inset * 1000, count: columns)
        for item in items.sorted(by: { $0.columnSpan < $1.columnSpan }) {
            let text = item.cell?.text ?? ""
            let longest = item.lineWidths.max() ?? 0
            // A label beside many rows has as many lines for its characters, two on each.
            let tall = max(2 * character, (longest + item.rowSpan - 1) / item.rowSpan)
            let wanted = min(longest, item.rowSpan > 1 ? min(label, tall) : label)
            let needed = max(wanted, min(TextMeasure.longestWord(of: text), 25_000)) * size / 2
            let own = item.column..<item.column + item.columnSpan
            let missing = needed + PlacedColumns.inset * 1000 - result[own].reduce(0, +)
            guard missing > 0 else { continue }
            for (index, share) in zip(own, ColumnWidths.shared(own.map { _ in 1 }, total: missing)) {
                result[index] += share
            }
        }
        return result
    }

    // MARK: What they get

    /// Takes from the column that misses it least what the column that gains most by it can use, until none does.
    private mutating func balance() {
        var best = score(widths)
        for step in Self.steps {
            for _ in 0..<widths.count * 2 {
                let gains = widths.indices.map { best - score(changed($0, by: step)) }
                let losses = widths.indices.map { index in
                    widths[index] - step >= least[index] ? score(changed(index, by: -step)) - best : .max
                }
                let (to, from) = (
                    gains.indices.max { gains[$0] < gains[$1] }, losses.indices.min { losses[$0] < losses[$1] }
                )
                guard let to, let from, to != from, gains[to] > 0, losses[from] < gains[to] else { break }
                var next = changed(to, by: step)
                next[from] -= step
                let after = score(next)
                guard after < best else { break }
                (widths, best) = (next, after)
            }
        }
    }

    private func changed(_ column: Int, by step: Int) -> [Int] {
        var copy = widths
        copy[column] += step
        return copy
    }

    /// How high the rows are, and of two that are equally high the one whose texts have fewer lines.
    private func score(_ widths: [Int]) -> Int {
        var edges = [0]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        var heights = [Int](repeating: 1, count: rowCount)
        var all = 0
        var tall: [(Text, Int)] = []
        for text in texts {
            let room = edges[text.columns.upperBound] - edges[text.columns.lowerBound] - PlacedColumns.inset * 1000
            let whole = max(1, room / (Self.character * size / 2)) * (Self.character * size / 2)
            let lines = text.lines.reduce(0) { $0 + max(1, ($1 * size / 2 + whole - 1) / whole) }
            all += lines
            if text.rows == 1 { heights[text.row] = max(heights[text.row], lines) } else { tall.append((text, lines)) }
        }
        for (text, lines) in tall {
            let rows = text.row..<min(rowCount, text.row + text.rows)
            heights[rows.upperBound - 1] += max(0, lines - heights[rows].reduce(0, +))
        }
        return heights.reduce(0, +) * Self.line + all
    }
}
