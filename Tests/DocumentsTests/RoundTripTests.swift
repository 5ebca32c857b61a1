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
        #expect(read.withoutPlaces.sections[1].blocks == paper.withoutPlaces.sections[3].blocks[0..<5].map { $0 })
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
