import Fiscal
import Paper

/// Makes papers of any shape from a seed: the same seed gives the same paper.
struct RandomPapers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func text() -> String {
        let pieces = [
            "收入总计", "12.50", " ", "  ", "\t", "\n", "<", ">", "&", "\"", "'", "　", "支出", "#", "\\", "*", "_", "$", "@",
            "]]>", "&nbsp;", "<br>", "\u{A0}", "𠀀", "é", "\r", "，", "；", "2040601",
        ]
        return (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined()
    }

    private mutating func one<T>(of values: [T]) -> T { values[next(values.count)] }

    mutating func paper() -> Paper {
        Paper(
            title: text(),
            provenance: Provenance(
                department: text(), year: next(2) == 0 ? nil : 2000 + next(50), standards: text(), book: text()),
            sections: (0..<next(4)).map { _ in
                Section(
                    orientation: one(of: [.portrait, .landscape]), role: one(of: [.cover, .contents, .body]),
                    blocks: (0..<next(9)).map { _ in block() })
            })
    }

    private mutating func block() -> Block {
        switch next(7) {
        case 0:
            .heading(level: 1 + next(4), Paragraph(text(), style: one(of: [.body, .tableTitle]), anchor: text()))
        case 1: .contents()
        case 2, 3: .grid(grid())
        default: .paragraph(Paragraph(text(), style: one(of: Paragraph.Style.allCases), anchor: text()))
        }
    }

    /// A grid tiled by cells of any span, with squares left out here and there.
    private mutating func grid() -> Grid {
        let (height, width) = (next(7), 1 + next(6))
        var taken = [[Bool]](repeating: Array(repeating: false, count: width), count: height)
        var rows: [[Cell]] = []
        for row in 0..<height {
            var cells: [Cell] = []
            for column in 0..<width where !taken[row][column] {
                if next(8) == 0 { continue }
                var columns = 1
                while columns < 3, column + columns < width, !taken[row][column + columns], next(3) == 0 {
                    columns += 1
                }
                let span = 1 + next(min(3, height - row))
                for r in row..<row + span {
                    for c in column..<column + columns { taken[r][c] = true }
                }
                cells.append(cell(column: column, rows: span, columns: columns))
            }
            rows.append(cells)
        }
        return Grid(rows: rows, columnCount: width, headerRowCount: next(height + 1))
    }

    private mutating func cell(column: Int, rows: Int, columns: Int) -> Cell {
        let number = PrintedNumber(mantissa: Int64(next(2_000_000)) - 1_000_000, decimals: next(4))
        let isNumber = next(2) == 0
        return Cell(
            isNumber ? number.text(grouping: true) : text(), number: isNumber ? number : nil, column: column,
            rowSpan: rows, columnSpan: columns, alignment: one(of: [.left, .center, .right]), isHeader: next(3) == 0)
    }
}
