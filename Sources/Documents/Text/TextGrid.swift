import Paper

/// A grid out of rows between tabs. Tabs do not say what was merged: blanks in the header do.
struct TextGrid {
    let rows: [[Word]]
    /// The physical line of each row.
    let numbers: [Int]

    private static let deepestHeader = 8

    func grid() -> Grid {
        // Blank cells at the end of every row are only the tabs of a longer one.
        let columns = rows.map { row in row.lastIndex { !$0.text.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
        let depth = headerDepth(columns)
        let header = headerCells(depth: depth, columns: columns)
        let body = (depth..<rows.count).map { row in
            (0..<columns).map { column in
                let word = column < rows[row].count ? rows[row][column] : Word("", column: 1)
                return Cell(word.text, number: ReadNumber.of(word.text), column: column, place: place(row, column))
            }
        }
        return Grid(
            rows: header + body, columnCount: columns, headerRowCount: depth,
            place: .line(numbers[0], column: rows[0].first?.column ?? 1))
    }

    private func place(_ row: Int, _ column: Int) -> Place {
        .line(numbers[row], column: column < rows[row].count ? rows[row][column].column : rows[row].last?.column ?? 1)
    }

    /// Rows above the first with a number; none where all of the first rows are words.
    private func headerDepth(_ columns: Int) -> Int {
        rows.prefix(Self.deepestHeader + 1).firstIndex { row in row.contains { ReadNumber.of($0.text) != nil } } ?? 1
    }

    private func isBlank(_ row: Int, _ column: Int) -> Bool {
        column >= rows[row].count || rows[row][column].text.isEmpty
    }

    /// A blank belongs to the title on its left where both stand under one title, else to the one above.
    private func headerCells(depth: Int, columns: Int) -> [[Cell]] {
        var owners = [[(row: Int, column: Int)?]](repeating: Array(repeating: nil, count: columns), count: depth)
        for row in 0..<depth {
            for column in 0..<columns {
                if !isBlank(row, column) {
                    owners[row][column] = (row, column)
                } else if row == 0 {
                    owners[row][column] = column > 0 ? owners[0][column - 1] : nil
                } else if column > 0, let above = owners[row - 1][column], let beside = owners[row - 1][column - 1],
                    above == beside, let left = owners[row][column - 1], left.row == row
                {
                    owners[row][column] = left
                } else {
                    owners[row][column] = owners[row - 1][column]
                }
            }
        }
        return (0..<depth).map { row in
            (0..<columns).compactMap { column in
                guard let owner = owners[row][column], owner == (row, column) else { return nil }
                let width = owners[row][column...].prefix { $0.map { $0 == owner } ?? false }.count
                let height = owners[row...].prefix { $0[column].map { $0 == owner } ?? false }.count
                let word = rows[row][column]
                return Cell(
                    word.text, column: column, rowSpan: height, columnSpan: width, alignment: .center, isHeader: true,
                    place: place(row, column))
            }
        }
    }
}
