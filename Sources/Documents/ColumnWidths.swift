import Paper

/// Shares the width of a page among the columns of a grid.
enum ColumnWidths {
    /// Widths that add up to `total`: by `Grid.columnWidths` where given, else by content.
    ///
    /// `unit` is the width of half a Chinese character (one digit), `padding` what a cell needs besides its text.
    static func fitted(_ grid: Grid, total: Int, unit: Int, padding: Int) -> [Int] {
        guard grid.columnCount > 0 else { return [] }
        if grid.columnWidths.count == grid.columnCount, grid.columnWidths.allSatisfy({ $0 > 0 }) {
            return shared(grid.columnWidths, total: total)
        }
        let wishes = wanted(grid)
        let figures = wishes.map { $0.figures * unit + padding }
        let texts = wishes.map { $0.text * unit + padding }
        let wanted = zip(figures, texts).map { max($0, $1) }
        let sum = wanted.reduce(0, +)
        guard sum > total else { return shared(wanted, total: total) }
        // Too much: figures keep their place, since half a figure is a wrong one; texts share the rest and wrap.
        let least = figures.map { max($0, unit * 4 + padding) }
        let rest = total - least.reduce(0, +)
        guard rest > 0 else { return shared(least, total: total) }
        let over = zip(wanted, least).map { max(0, $0 - $1) }
        return zip(least, shared(over, total: rest)).map { $0 + $1 }
    }

    /// Widest content of each column in digits: of its body texts (long ones wrap) and of its figures.
    static func wanted(_ grid: Grid) -> [(text: Int, figures: Int)] {
        var result = [(text: Int, figures: Int)](repeating: (4, 0), count: grid.columnCount)
        for (index, row) in grid.rows.enumerated() {
            for cell in row where cell.columnSpan <= 1 && cell.column >= 0 && cell.column < grid.columnCount {
                let width = cell.text.split(separator: "\n").map { displayWidth($0) }.max() ?? 0
                if cell.number != nil {
                    result[cell.column].figures = max(result[cell.column].figures, width)
                } else {
                    let limit = cell.isHeader || index < grid.headerRowCount ? 12 : 44
                    result[cell.column].text = max(result[cell.column].text, min(width, limit))
                }
            }
        }
        return result
    }

    /// `total` in proportion to `parts`, to the last unit.
    static func shared(_ parts: [Int], total: Int) -> [Int] {
        let sum = parts.reduce(0, +)
        guard sum > 0 else { return parts.indices.map { total * ($0 + 1) / parts.count - total * $0 / parts.count } }
        var before = 0
        return parts.map { part in
            let start = total * before / sum
            before += part
            return total * before / sum - start
        }
    }
}

/// Columns that a text takes where Chinese characters take two.
func displayWidth(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
}
