import Fiscal
import Paper

/// Size of the text of a table and widths of its columns, so that no figure is broken or leaves its cell, and no label
/// is broken where a little smaller text prevents it.
struct PlacedColumns {
    /// In half points.
    private(set) var size: Int
    /// Shares of the table's width, one a column, in thousandths of a point.
    private(set) var widths: [Int]
    private let grid: PlacedGrid

    /// Space left and right of a text within its cell, in points.
    static let inset = 6
    /// What is longer than this, in thousandths of the text's size, is no figure and may break as it likes.
    private static let longestWord = 25_000
    /// A text up to this is a label: it stands on one line if it can.
    private static let longestLabel = 22_000
    /// A header up to the first of these stands on one line if it can, else one up to the next.
    private static let shortHeaders = [8_400, 4_200, 2_100]
    /// A text column without a wanted width is as wide as its longest text, up to this.
    private static let widestText = 16_000
    private static let shortestText = 2_500
    private static let widestHeader = 5_000

    /// `wanted` are relative widths; where there are none, columns are as wide as what stands in them.
    ///
    /// `width` is that of the table, in points; `atMost` the largest size of text, in half points.
    init(_ grid: PlacedGrid, wanted: [Int], width: Int, atMost: Int? = nil) {
        self.grid = grid
        let longest = Longest(grid)
        let known = wanted.count == grid.columnCount ? wanted.map { min(max(1, $0), 1_000_000) } : []
        let shares = known.isEmpty ? zip(longest.words, longest.texts).map { max($0, $1) } : known
        let total = max(1, shares.reduce(0, +))
        let even = shares.map { $0 * width * 1000 / total }
        let largest = min(grid.columnCount > 9 ? 16 : 18, max(14, atMost ?? .max))
        if let balanced = BalancedColumns.of(
            grid, even: even, sizes: Set([largest, 16, 15, 14]).filter { $0 <= largest })
        {
            (size, widths) = (balanced.size, balanced.widths)
            return
        }
        let candidates =
            [largest, largest - 1, 16].filter { $0 <= largest }.flatMap { size in
                longest.labels.map { (size: size, least: Self.least($0, size: size)) }
            }
            + [largest, 16, 14].filter { $0 <= largest }.map { (size: $0, least: Self.least(longest.words, size: $0)) }
        size = 14
        widths = even
        for candidate in candidates {
            let sum = candidate.least.reduce(0, +)
            guard sum <= width * 1000 || candidate.size == 14 else { continue }
            size = candidate.size
            if zip(even, candidate.least).contains(where: { $0 < $1 }) {
                widths = Self.widened(even, to: candidate.least)
            }
            break
        }
    }

    /// What is longest in each column, in thousandths of the text's size.
    private struct Longest {
        /// What cannot be broken.
        var words: [Int]
        var texts: [Int]
        /// What should stand on one line, for each length of a header that does.
        var labels: [[Int]]

        init(_ grid: PlacedGrid) {
            words = [Int](repeating: 0, count: grid.columnCount)
            texts = [Int](repeating: PlacedColumns.shortestText, count: grid.columnCount)
            labels = shortHeaders.map { _ in [Int](repeating: 0, count: grid.columnCount) }
            for item in grid.rows.joined() where item.columnSpan == 1 {
                guard let cell = item.cell else { continue }
                let (column, longest) = (item.column, item.lineWidths.max() ?? 0)
                words[column] = max(words[column], min(longestWord, TextMeasure.longestWord(of: cell.text)))
                texts[column] = max(texts[column], min(cell.isHeader ? widestHeader : widestText, longest))
                for (index, short) in shortHeaders.enumerated()
                where longest <= (cell.isHeader ? short : longestLabel) {
                    labels[index][column] = max(labels[index][column], longest)
                }
            }
            labels = labels.map { zip($0, words).map { max($0, $1) } }
        }
    }

    /// The size as Typst and style sheets write it.
    var points: String { size.isMultiple(of: 2) ? "\(size / 2)" : "\(size / 2).5" }

    /// How many lines all rows together have, the highest cell of each counted.
    var lineCount: Int {
        var lines = grid.rows.map { row in row.lazy.filter { $0.rowSpan == 1 }.map { self.lines(of: $0) }.max() ?? 1 }
        for item in grid.rows.joined() where item.rowSpan > 1 {
            let covered = lines[item.row..<item.row + item.rowSpan].reduce(0, +)
            lines[item.row + item.rowSpan - 1] += max(0, self.lines(of: item) - covered)
        }
        return lines.reduce(0, +)
    }

    private func lines(of item: PlacedGrid.Item) -> Int {
        guard item.cell != nil else { return 1 }
        let room = widths[item.column..<item.column + item.columnSpan].reduce(0, +) - Self.inset * 1000
        return item.lineWidths.reduce(0) { $0 + max(1, ($1 * size / 2 + room - 1) / max(1, room)) }
    }

    private static func least(_ contents: [Int], size: Int) -> [Int] {
        contents.map { $0 * size / 2 + Self.inset * 1000 }
    }

    /// Gives columns that are too narrow what they need, and takes it from those that have more than they need.
    static func widened(_ widths: [Int], to least: [Int]) -> [Int] {
        let total = widths.reduce(0, +)
        let spare = zip(widths, least).reduce(0) { $0 + max(0, $1.0 - $1.1) }
        let free = total - least.reduce(0, +)
        guard spare > 0, free > 0 else { return least.map { max(1, $0) } }
        return zip(widths, least).map { width, needed in
            needed + Int(Int128(max(0, width - needed)) * Int128(free) / Int128(spare))
        }
    }
}
