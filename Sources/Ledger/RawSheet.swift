import Standards

/// A sheet as text: what a CSV or a workbook holds before it is understood.
package struct RawSheet: Sendable, Hashable {
    /// Name without extension (支出).
    package var name: String
    /// What to call it in messages (支出.csv, 账套.xlsx 的“支出”).
    package var file: String
    /// The header's cells.
    package var header: [String]
    /// Where the header stands, from 1.
    package var headerRow: Int
    /// Rows below the header, each with its row number in the file.
    package var rows: [Row]
    /// Whether it is one part of a sheet that may have several: an export brought over by 列名对照.
    package var isPart: Bool

    package struct Row: Sendable, Hashable {
        package var number: Int
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        /// Rows of a template that only show how to fill in: their first cell begins with `例：`.
        package var isExample: Bool {
            guard let first = cells.first?.trimmedCell else { return false }
            return RawSheet.exampleMarks.contains { first.hasPrefix($0) }
        }
    }

    /// What a column begins with that is nobody's but the user's.
    static let remark = "备注"

    /// What the first cell of an example row begins with; such rows are passed over.
    package static let exampleMarks = ["例：", "例:"]

    package init(
        name: String, file: String, header: [String], rows: [Row], headerRow: Int = 1, isPart: Bool = false
    ) {
        self.name = name
        self.file = file
        self.header = header
        self.headerRow = headerRow
        self.rows = rows
        self.isPart = isPart
    }

    /// Whether a row says what the columns are called and nothing else: fewer words may be a row's own.
    ///
    /// - Parameter names: of columns that the sheet may have.
    func isHeader(_ row: Row, of names: Set<String>) -> Bool {
        // Most rows are told by their first cell.
        guard let first = row.cells.first(where: { !$0.isEmpty })?.trimmedCell, names.contains(first) else {
            return false
        }
        let filled = row.cells.map(\.trimmedCell).filter { !$0.isEmpty }
        return filled.count >= 3 && filled.allSatisfy { names.contains($0) || $0.hasPrefix(RawSheet.remark) }
    }

    func headersAgain(_ names: Set<String>) -> [BookFault] {
        rows.filter { isHeader($0, of: names) }.map { BookFault(.headerAgain, sheet: file, row: $0.number) }
    }

    /// A cell by the name of its column; empty where there is none.
    package func text(_ column: String, in row: Row) -> String {
        guard let place = header.firstIndex(of: column), place < row.cells.count else { return "" }
        return row.cells[place].trimmedCell
    }
}

extension String {
    /// A cell without white space at its ends.
    var trimmedCell: String {
        if hasInkAtEnds { return self }
        return (first?.isWhitespace ?? false) || (last?.isWhitespace ?? false) ? trimmed : self
    }
}
