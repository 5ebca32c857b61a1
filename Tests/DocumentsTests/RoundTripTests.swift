import Fiscal
import Paper
import Testing

@testable import Documents

struct RoundTripTests {
    private func grids(_ paper: Paper) -> [Grid] {
        paper.withoutPlaces.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    }

    private func firstDifference(_ a: [Grid], _ b: [Grid]) -> String? {
        guard a.count == b.count else { return "\(a.count) grids, \(b.count) read" }
        for (left, right) in zip(a, b) where left != right {
            if left.columnCount != right.columnCount || left.headerRowCount != right.headerRowCount {
                return "\(left.columnCount)×\(left.headerRowCount), \(right.columnCount)×\(right.headerRowCount)"
            }
            for (x, y) in zip(left.rows, right.rows) where x != y {
                for (u, v) in zip(x, y) where u != v { return "\(u)\n\(v)" }
                return "\(x.map(\.text))\n\(y.map(\.text))"
            }
            return "\(left.rows.count) rows, \(right.rows.count) read"
        }
        return nil
    }

    @Test func docxOfTheSamplePaper() throws {
        let paper = SamplePaper.paper
        let read = try DocxReader.paper(DocxWriter.write(paper))
        #expect(read.withoutPlaces == paper.withoutPlaces)
        #expect(firstDifference(grids(paper), grids(read)) == nil)
        guard case .grid(let grid) = read.sections[3].blocks[3] else { return }
        #expect(grid.rows[2][2].place == .table(1, row: 3, column: 3))
    }

    private func document(_ paper: Paper) throws -> String {
        let package = try OfficePackage(DocxWriter.write(paper), limits: .standard)
        return String(decoding: try package.required("word/document.xml"), as: UTF8.self)
    }

    /// One title, set as a table's and listed as a heading: in the contents, for navigation, in the sheet.
    @Test func theTitleOfATableIsAHeading() throws {
        let title = Block.heading(level: 2, Paragraph("收入决算表", style: .tableTitle, anchor: "T02"))
        let earlier = Block.heading(level: 2, Paragraph("无表", style: .tableTitle))
        let grid = Block.grid(Grid(rows: [[Cell("甲", column: 0)]], columnCount: 1, headerRowCount: 0))
        let paper = Paper(
            title: "决算",
            sections: [Section(role: .contents, blocks: [.contents()]), Section(blocks: [earlier, title, grid])])
        let xml = try document(paper)
        #expect(xml.contains("<w:pStyle w:val=\"MzTableTitle\"/><w:outlineLvl w:val=\"1\"/>"))
        #expect(xml.contains("<w:hyperlink w:anchor=\"_Toc000002\""))
        #expect(xml.contains("w:name=\"_Toc000002\""))
        #expect(try DocxReader.paper(DocxWriter.write(paper)).withoutPlaces == paper.withoutPlaces)
        #expect(XlsxWriter.describe(paper).sheets.map(\.name) == ["目录", "收入决算表", "情况说明"])
    }

    @Test func aSectionOfChartsAloneIsNoPage() throws {
        let charts = Section(blocks: [.chart(Chart(title: "图", unit: "万元", categories: [], series: []))])
        let text = Section(blocks: [.paragraph(Paragraph("正文"))])
        let paper = Paper(title: "决算", sections: [text, charts])
        #expect(try document(paper).ranges(of: "<w:sectPr>").count == 1)
        #expect(try DocxReader.paper(DocxWriter.write(paper)).withoutPlaces.sections == [text])
    }

    @Test(arguments: 0..<60) func docxOfRandomPapers(seed: Int) throws {
        var random = RandomPaper(seed: UInt64(seed))
        let paper = random.paper()
        let read = try DocxReader.paper(DocxWriter.write(paper))
        #expect(firstDifference(grids(paper), grids(read)) == nil)
        #expect(read.withoutPlaces == paper.withoutPlaces)
    }

    @Test func xlsxOfTheSamplePaper() throws {
        let paper = SamplePaper.paper
        let read = try XlsxReader.paper(XlsxWriter.write(paper))
        #expect(firstDifference(grids(paper), grids(read)) == nil)
        #expect(read.title == paper.title)
        #expect(read.provenance == paper.provenance)
        #expect(read.sections.map(\.role) == [.contents, .body, .body, .body])
        #expect(read.sections.map(\.orientation) == [.portrait, .landscape, .landscape, .portrait])
        // A sheet has no levels: the heading above a table comes back as its title.
        let table = paper.withoutPlaces.sections[3].blocks[0..<5].map { block in
            if case .heading(_, let title) = block { Block.paragraph(title) } else { block }
        }
        #expect(read.withoutPlaces.sections[1].blocks == table)
        #expect(read.withoutPlaces.sections[2].blocks == paper.withoutPlaces.sections[3].blocks[5...].map { $0 })
        let prose = paper.withoutPlaces.sections[2].blocks + paper.withoutPlaces.sections[4].blocks
        #expect(read.withoutPlaces.sections[3].blocks == prose)
        guard case .grid(let grid) = read.sections[1].blocks[3] else { return }
        #expect(grid.rows[2][2].place == .sheet("公开01", cell: "C6"))
    }

    @Test(arguments: 0..<60) func xlsxOfRandomPapers(seed: Int) throws {
        var random = RandomPaper(seed: UInt64(seed))
        let paper = random.paper()
        let read = try XlsxReader.paper(XlsxWriter.write(paper))
        #expect(firstDifference(grids(paper), grids(read)) == nil)
    }

    @Test func equalPapersGiveEqualBytes() throws {
        let paper = SamplePaper.paper
        #expect(DocxWriter.write(paper) == DocxWriter.write(paper))
        #expect(try XlsxWriter.write(paper) == XlsxWriter.write(paper))
    }
}
