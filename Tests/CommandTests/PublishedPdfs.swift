import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Testing

@testable import mingzhang

/// Papers as published by others: every cell that pdfplumber found with a number, or empty, in `Fixtures/papers`.
///
/// The papers themselves are no part of the project; where they are not at hand, nothing is compared.
@Suite(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"))
struct PublishedPdfs {
    private static let folder = ["/../shared/papers", "/../../shared/papers"].map { checkout + $0 }
        .first { FileBytes.isFolder($0) }

    private struct Spot {
        var page: Int
        var x: Double
        var y: Double
        var number: String
    }

    private func spots(_ name: String) throws -> [Spot] {
        let sheet = try CsvSheet.read(
            FileBytes.read(checkout + "/Tests/Fixtures/papers/\(name).csv"), name: name, file: name)
        return try sheet.rows.map { row in
            Spot(
                page: try #require(Int(row.cells[0])), x: try #require(Double(row.cells[1])),
                y: try #require(Double(row.cells[2])), number: row.cells[3])
        }
    }

    @Test(
        "Every cell of every table",
        arguments: [
            ("shanghai-2024-finals-template", 10, 908), ("shanghai-finance-2025-budget", 9, 1_010),
            ("wanli-2023-budget", 14, 2_514), ("wanli-2024-budget", 9, 2_130),
        ])
    func cells(_ name: String, _ tables: Int, _ count: Int) throws {
        guard let folder = Self.folder else {
            print("未检查：\(name)（没有 ../shared/papers）")
            return
        }
        let reading = try #require(PdfWorkerProgram.found).read("\(folder)/\(name).pdf")
        let grids = reading.paper.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        #expect(grids.count == tables)
        let all = grids.flatMap { $0.rows.joined() }
        #expect(all.count == count)
        #expect(reading.unreadablePages.isEmpty)
        var byPage: [Int: [(box: Box, text: String)]] = [:]
        for cell in all {
            guard case .page(let page, let box)? = cell.place else { continue }
            byPage[page, default: []].append((box, cell.text.filter { !$0.isWhitespace }))
        }
        let spots = try spots(name)
        var equal = 0
        for spot in spots {
            let found = byPage[spot.page]?.filter { spot.x >= $0.box.left && spot.x <= $0.box.right }
                .first { spot.y >= $0.box.top && spot.y <= $0.box.bottom }
            if found?.text == spot.number { equal += 1 } else { Issue.record("\(spot): \(found?.text ?? "no cell")") }
        }
        print("\(name): \(tables) tables, \(spots.count) cells compared, \(equal) equal")
    }
}
