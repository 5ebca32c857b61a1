import Documents
import Foundation
import Paper
import Testing

@testable import mingzhang

private let typstWorker = checkout + "/.tools/bin/typst-worker"

/// Tables of every shape, set by Typst and read back.
@Suite(
    .enabled(
        if: PdfWorkerProgram.found != nil && FileManager.default.isExecutableFile(atPath: typstWorker),
        "PDFium 或 Typst 未安装（scripts/setup）"))
struct PdfRandomTables {
    /// The same numbers on every run.
    private struct Lehmer {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let words = [
        "收入", "机关事业单位基本养老保险缴费支出", "", "12,345.67", "0.00", "-8.5", "2080505", "其他（含（一））", "98%", "≥230件", "优",
        "因公出国(境)费", "",
    ]

    /// Rows of cells of one and more squares; a line of the lattice at which no cell begins cannot be seen, so the first
    /// row and the first column have none but single squares.
    private static func grid(_ random: inout Lehmer) -> Grid {
        // Cells over many rows only in tables of one page: cut by its end, an empty one cannot be told from two.
        let isLong = random.below(4) == 0
        let (columns, rows) = (2 + random.below(isLong ? 5 : 8), isLong ? 20 + random.below(80) : 3 + random.below(5))
        var isTaken = [[Bool]](repeating: Array(repeating: false, count: columns), count: rows)
        var cells = [[Cell]](repeating: [], count: rows)
        for row in 0..<rows {
            for column in 0..<columns where !isTaken[row][column] {
                let isFree = row > 0 && column > 0
                let room = isTaken[row][column...].prefix { !$0 }.count
                let width = isFree && random.below(6) == 0 ? 1 + random.below(room) : 1
                let height = isFree && !isLong && random.below(5) == 0 ? 1 + random.below(min(4, rows - row)) : 1
                for r in row..<row + height { for c in column..<column + width { isTaken[r][c] = true } }
                let text = row == 0 ? "列\(column)" : column == 0 ? "行\(row)" : words[random.below(words.count)]
                cells[row].append(
                    Cell(
                        text, column: column, rowSpan: height, columnSpan: width,
                        alignment: [.left, .center, .right][random.below(3)]))
            }
        }
        return Grid(rows: cells, columnCount: columns, headerRowCount: random.below(2))
    }

    @Test(arguments: 0..<8)
    func readBack(_ seed: Int) throws {
        var random = Lehmer(state: UInt64(seed) * 977 + 5)
        let grids = (0..<8).map { _ in Self.grid(&random) }
        let sections = grids.enumerated().map { index, grid in
            Section(
                orientation: [.portrait, .landscape][random.below(2)],
                blocks: [.paragraph(Paragraph("第\(index)张表", style: .tableTitle)), .grid(grid)])
        }
        let scratch = try Scratch()
        let source = TypstWriter.source(Paper(title: "表", sections: sections))
        let pdf = try TypstTool(worker: typstWorker).compile(source, in: scratch.path).pdf
        let path = scratch.path + "/tables.pdf"
        try FileBytes.write(pdf, to: path)
        let read = try #require(PdfWorkerProgram.found).read(path).paper.blocks.compactMap { block in
            if case .grid(let grid) = block { grid } else { nil }
        }
        #expect(read.count == grids.count)
        for (index, (wanted, found)) in zip(grids, read).enumerated() {
            #expect(wanted.rows.count == found.rows.count && wanted.columnCount == found.columnCount, "table \(index)")
            for (row, (wanted, found)) in zip(wanted.rows, found.rows).enumerated() {
                #expect(wanted.map(Self.folded) == found.map(Self.folded), "table \(index) row \(row)")
            }
        }
    }

    private static func folded(_ cell: Cell) -> String {
        "\(cell.column) \(cell.columnSpan) \(cell.rowSpan) " + cell.text.filter { !$0.isWhitespace }
    }
}
