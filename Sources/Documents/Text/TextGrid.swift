import Paper

/// A grid out of rows between tabs. Tabs do not say what was merged: blanks in the header do.
struct TextGrid {
    private let rows: [[Word]]
    /// The physical line of each row.
    private let numbers: [Int]

    private static let deepestHeader = 8

    init(rows: [[Word]], numbers: [Int]) {
        self.rows = Self.withoutIdleBlanks(rows)
        self.numbers = numbers
    }

    /// A header whose first title was merged over more columns than its rows have is shortened by the blanks behind it
    /// that amounts would stand under: under a title's blanks stand names and codes.
    private static func withoutIdleBlanks(_ rows: [[Word]]) -> [[Word]] {
        let depth = headerDepth(rows)
        guard depth < rows.count, let first = rows.first, first.count > 2 else { return rows }
        let blanks = first.indices.dropFirst().prefix { first[$0].text.isEmpty }
        let body = rows[depth...].filter { row in row.contains { isAmount($0) } }
        let idle = blanks.reversed().prefix { column in
            body.allSatisfy { $0.indices.contains(column) && isAmount($0[column]) }
        }.count
        guard idle > 0, !body.isEmpty, body.allSatisfy({ $0.count <= first.count - idle }) else { return rows }
        return rows.enumerated().map { index, row in
            guard index < depth, row.count > idle, row[1...idle].allSatisfy(\.text.isEmpty) else { return row }
            return Array(row[..<1] + row[(1 + idle)...])
        }
    }

    private static func isAmount(_ word: Word) -> Bool { word.text.contains(".") && ReadNumber.of(word.text) != nil }

    func grid() -> Grid {
        // Blank cells at the end of every row are only the tabs of a longer one.
        let columns = rows.map { row in row.lastIndex { !$0.text.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
        let depth = Self.headerDepth(rows)
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
    private static func headerDepth(_ rows: [[Word]]) -> Int {
        rows.prefix(deepestHeader + 1).firstIndex { row in row.contains { ReadNumber.of($0.text) != nil } } ?? 1
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
