import Fiscal
import Paper
import Standards

/// Puts cells row by row into a grid, each at the next column that no cell above reaches down to.
struct GridBuilder {
    private let width: Int
    private var rows: [[Cell]] = []
    /// How many more rows each column is covered from above.
    private var covered: [Int]
    private var next = 0
    private var repeated: Range<Int>?

    init(width: Int) {
        self.width = width
        covered = Array(repeating: 0, count: width)
    }

    var rowCount: Int { rows.count }

    mutating func beginRow() {
        rows.append([])
        next = 0
    }

    /// The next rows head a block: on a further page they are printed again.
    mutating func repeatRows(_ count: Int) { repeated = rows.count..<rows.count + count }

    /// A cell that would reach over the right edge is cut there.
    mutating func add(
        _ text: String, number: PrintedNumber? = nil, columns: Int = 1, rows height: Int = 1,
        alignment: Cell.Alignment = .center, isHeader: Bool = false
    ) {
        while next < width, covered[next] > 0 { next += 1 }
        guard next < width, !rows.isEmpty else { return }
        let span = min(columns, width - next)
        rows[rows.count - 1].append(
            Cell(
                text, number: number, column: next, rowSpan: height, columnSpan: span, alignment: alignment,
                isHeader: isHeader))
        for column in next..<(next + span) { covered[column] = height }
        next += span
    }

    mutating func endRow() {
        for column in 0..<width { covered[column] = max(0, covered[column] - 1) }
    }

    /// Columns that no cell begins at are one with those before them, as no reader could tell them apart.
    func grid(widths: [Int]) -> Grid {
        let starts = Set(rows.joined().map(\.column)).sorted()
        let places = Dictionary(zip(starts, starts.indices), uniquingKeysWith: { first, _ in first })
        let ends = starts.dropFirst() + [width]
        let merged = rows.map { row in
            row.map { cell in
                var copy = cell
                copy.column = places[cell.column] ?? 0
                let right = cell.column + cell.columnSpan
                copy.columnSpan = max(1, starts.count { $0 >= cell.column && $0 < right })
                return copy
            }
        }
        return Grid(
            rows: merged, columnCount: starts.count, headerRowCount: 0,
            columnWidths: zip(starts, ends).map { start, end in widths[start..<end].reduce(0, +) },
            repeatedRows: repeated)
    }
}
