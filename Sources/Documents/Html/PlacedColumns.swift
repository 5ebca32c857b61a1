import Fiscal
import Paper

/// Size of the text of a table and widths of its columns, so that no figure is broken or leaves its cell.
struct PlacedColumns {
    /// In points.
    private(set) var size: Int
    /// Shares of the table's width, one a column.
    private(set) var widths: [Int]

    /// Space left and right of a text within its cell, in points.
    private static let inset = 6
    /// What is longer than this, in thousandths of the text's size, is no figure and may break as it likes.
    private static let longestWord = 25_000
    /// A text column without a wanted width is as wide as its longest text, up to this.
    private static let widestText = 16_000
    private static let widestHeader = 5_000

    /// `wanted` are relative widths; where there are none, columns are as wide as what stands in them.
    init(_ grid: PlacedGrid, wanted: [Int], width: Int) {
        var words = [Int](repeating: 0, count: grid.columnCount)
        var texts = [Int](repeating: 2_500, count: grid.columnCount)
        for item in grid.rows.joined() where item.columnSpan == 1 {
            guard let cell = item.cell else { continue }
            let widest = cell.isHeader ? Self.widestHeader : Self.widestText
            let longest = cell.text.split(separator: "\n").map { TextMeasure.width($0) }.max() ?? 0
            words[item.column] = max(words[item.column], min(Self.longestWord, Self.longestWord(of: cell.text)))
            texts[item.column] = max(texts[item.column], min(widest, longest))
        }
        let known = wanted.count == grid.columnCount ? wanted.map { min(max(1, $0), 1_000_000) } : []
        let shares = known.isEmpty ? zip(words, texts).map { max($0, $1) } : known
        let total = shares.reduce(0, +)
        size = 7
        widths = []
        for candidate in [grid.columnCount > 9 ? 8 : 9, 8, 7] {
            size = candidate
            let least = words.map { $0 * candidate + Self.inset * 1000 }
            widths = shares.map { $0 * width * 1000 / max(1, total) }
            if zip(widths, least).allSatisfy({ $0 >= $1 }) { break }
            widths = Self.widened(widths, to: least)
            if least.reduce(0, +) <= width * 1000 { break }
        }
    }

    /// Gives columns that are too narrow what they need, and takes it from those that have more than they need.
    private static func widened(_ widths: [Int], to least: [Int]) -> [Int] {
        let total = widths.reduce(0, +)
        let spare = zip(widths, least).reduce(0) { $0 + max(0, $1.0 - $1.1) }
        let free = total - least.reduce(0, +)
        guard spare > 0, free > 0 else { return least.map { max(1, $0) } }
        return zip(widths, least).map { width, needed in
            needed + Int(Int128(max(0, width - needed)) * Int128(free) / Int128(spare))
        }
    }

    /// Width of the longest run that is not broken at a line's end: figures, codes, Latin words.
    private static func longestWord(of text: String) -> Int {
        let runs = text.unicodeScalars.split { $0.value > 0x2E7F || $0.properties.isWhitespace }
        return runs.map { TextMeasure.width(String($0)) }.max() ?? 0
    }
}
