import Fiscal
import Foundation
import Paper
import Testing

@testable import Documents
@testable import mingzhang

/// Long forms on one page: smaller rows, then smaller text, before a few rows spill to a second page.
struct TablePages {
    /// As 公开04 is: six header lines' worth of columns and rows of two blocks.
    private func section(rows: Int, notes: Int = 2) -> Section {
        let header = ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算", "政府性基金", "国有资本"].enumerated().map {
            Cell($1, column: $0, isHeader: true)
        }
        let row = ["一、一般公共服务支出", "12", "110,308.90", "二十一、国有资本经营预算支出", "53", "1.00", "2.00", "3.00", "4.00"]
            .enumerated().map { Cell($1, column: $0) }
        let grid = Grid(
            rows: [header] + Array(repeating: row, count: rows), columnCount: 9, headerRowCount: 1,
            columnWidths: [26, 5, 12, 26, 5, 12, 12, 12, 12])
        let title = Paragraph("财政拨款收入支出决算总表", style: .tableTitle)
        let info = ["公开04表", "部门：某局\t金额单位：万元"].map { Block.paragraph(Paragraph($0, style: .tableInfo)) }
        let note = Block.paragraph(Paragraph("注：本表反映本年度收支。", style: .tableNote))
        return Section(
            orientation: .landscape,
            blocks: [.heading(level: 2, title)] + info + [.grid(grid)] + Array(repeating: note, count: notes))
    }

    @Test("What stands around a table is counted from its section; of two tables on a page nothing is known")
    func surroundings() {
        let section = section(rows: 3)
        #expect(
            TableSurroundings(of: 3, in: section.blocks, width: 728) == TableSurroundings(infoLines: 2, noteLines: 2))
        let long = Block.paragraph(Paragraph(String(repeating: "注", count: 100), style: .tableNote))
        #expect(TableSurroundings(of: 3, in: section.blocks + [long], width: 728).noteLines == 4)
        #expect(TableSurroundings(of: 3, in: section.blocks + section.blocks, width: 728) == .usual)
    }

    @Test(
        "Rows of the docx fit their page up to what small text allows, and are of usual height beyond",
        arguments: [10, 30, 34, 80])
    func docx(_ rows: Int) throws {
        let paper = Paper(title: "表", provenance: Provenance(), sections: [section(rows: rows)])
        let part = try OfficePackage(DocxWriter.write(paper), limits: .standard).tree("word/document.xml")
        let heights = Self.heights(in: try #require(part))
        #expect(heights.count == rows + 1 && Set(heights).count == 1)
        let height = try #require(heights.first)
        if rows > 45 {
            #expect(height == 310)
        } else {
            // Title, two lines of information, two notes and the rules between rows.
            let room = DocxPage.landscape.textHeight - 579 - 2 * 320 - 2 * 380 - (rows + 1) * 10
            #expect((rows + 1) * height <= room && height >= 170)
        }
    }

    private static func heights(in element: XmlElement) -> [Int] {
        (element.name == "trHeight" ? [element.int("val")] : []) + element.elements.flatMap { heights(in: $0) }
    }

    @Test("Headings of up to four characters stand on one line where there is room")
    func headers() {
        let names = ["科目编码", "科目名称", "决算数"]
        let header = names.enumerated().map { Cell($1, column: $0, isHeader: true) }
        let row = ["301", "工资福利支出", "5,318.76"].enumerated().map { Cell($1, column: $0) }
        let grid = Grid(rows: [header, row], columnCount: 3, headerRowCount: 1, columnWidths: [4, 60, 20])
        let columns = PlacedColumns(PlacedGrid(grid), wanted: grid.columnWidths, width: 442)
        #expect(columns.widths[0] >= 4 * columns.size * 500 + 6_000 && columns.lineCount == 2)
    }

    @Test(
        "In the PDF 36 rows are one page",
        .enabled(if: mingzhang.TypstTool.find() != nil, "Typst 未安装（scripts/setup）"))
    func pdf() throws {
        let tool = try #require(mingzhang.TypstTool.find())
        let folder = NSTemporaryDirectory() + "pages-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let paper = Paper(
            title: "表", provenance: Provenance(), sections: [section(rows: 36), section(rows: 80), section(rows: 1)])
        let pages = try tool.compile(TypstWriter.source(paper), in: folder).headingPages
        // The second has too many rows for one page.
        #expect(pages.count == 3 && pages[0] == 1 && pages[1] == 2 && pages[2] > 4, "\(pages)")
    }
}
