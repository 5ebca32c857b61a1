package import Fiscal

/// A table as printed: rows of cells; a cell may span rows and columns.
package struct Grid: Sendable, Equatable {
    /// Rows from the top; each holds only the cells that begin in it (`Cell.column` says where).
    package var rows: [[Cell]]
    package var columnCount: Int
    /// How many rows from the top are repeated on each page.
    package var headerRowCount: Int
    /// Rows further down that head the rows below them, as those of the indicators within a form: where a page ends among
    /// these, they are printed again on the next. Readers leave it empty.
    package var repeatedRows: Range<Int>?
    /// Relative widths, one a column; empty = by content. Readers leave it empty.
    package var columnWidths: [Int]
    /// A table whose columns are not known (text with blank cells dropped): each row holds the words of one line in
    /// order, and a cell's column only counts them.
    package var isLoose: Bool
    package var place: Place?

    package init(
        rows: [[Cell]], columnCount: Int, headerRowCount: Int, columnWidths: [Int] = [], isLoose: Bool = false,
        repeatedRows: Range<Int>? = nil, place: Place? = nil
    ) {
        self.rows = rows
        self.columnCount = columnCount
        self.headerRowCount = headerRowCount
        self.repeatedRows = repeatedRows
        self.columnWidths = columnWidths
        self.isLoose = isLoose
        self.place = place
    }

    package var withoutPlaces: Grid {
        var copy = self
        copy.place = nil
        copy.columnWidths = []
        copy.repeatedRows = nil
        for r in copy.rows.indices {
            for c in copy.rows[r].indices { copy.rows[r][c].place = nil }
        }
        return copy
    }

    /// The grid with every span filled: `matrix[row][column]` is the cell that covers that square, nil where none does.
    package var matrix: [[Cell?]] {
        var squares = [[Cell?]](repeating: Array(repeating: nil, count: columnCount), count: rows.count)
        for (r, row) in rows.enumerated() {
            for cell in row {
                for dr in 0..<max(1, cell.rowSpan) where r + dr < rows.count {
                    for dc in 0..<max(1, cell.columnSpan) where cell.column + dc < columnCount {
                        squares[r + dr][cell.column + dc] = cell
                    }
                }
            }
        }
        return squares
    }
}

/// One cell, where it begins.
package struct Cell: Sendable, Equatable {
    package enum Alignment: String, Sendable { case left, center, right }

    /// What is printed, exactly; empty for a blank cell.
    package var text: String
    /// The same as a number where the cell is one, so that a spreadsheet gets a number and no text.
    package var number: PrintedNumber?
    package var column: Int
    package var rowSpan: Int
    package var columnSpan: Int
    package var alignment: Alignment
    package var isHeader: Bool
    package var place: Place?

    package init(
        _ text: String, number: PrintedNumber? = nil, column: Int, rowSpan: Int = 1, columnSpan: Int = 1,
        alignment: Alignment = .left, isHeader: Bool = false, place: Place? = nil
    ) {
        self.text = text
        self.number = number
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.alignment = alignment
        self.isHeader = isHeader
        self.place = place
    }
}
