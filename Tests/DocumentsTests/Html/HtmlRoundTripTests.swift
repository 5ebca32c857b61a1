import Fiscal
import Paper
import Testing

@testable import Documents

@Suite("网页：写出再读回")
struct HtmlRoundTripTests {
    /// What reading can give back: no charts, no places.
    private func comparable(_ paper: Paper) -> Paper {
        var copy = paper.withoutPlaces
        for index in copy.sections.indices {
            copy.sections[index].blocks.removeAll { if case .chart = $0 { true } else { false } }
        }
        return copy
    }

    @Test("完整的公开稿")
    func publication() throws {
        let paper = PageSamples.publication()
        let read = try HtmlReader.paper(Array(HtmlWriter.write(paper).utf8))
        #expect(read.withoutPlaces == comparable(paper))
    }

    @Test("任意形状的文档")
    func random() throws {
        for seed in 0..<600 {
            var papers = RandomPapers(seed: UInt64(seed))
            let paper = papers.paper()
            let page = HtmlWriter.write(paper)
            let read = try HtmlReader.paper(Array(page.utf8))
            #expect(read.withoutPlaces == comparable(paper), "\(seed): \(page)")
        }
    }

    @Test("写两遍字节相同")
    func determinism() {
        #expect(HtmlWriter.write(PageSamples.publication()) == HtmlWriter.write(PageSamples.publication()))
    }

    @Test("敌意文字不成为标记，且原样读回", arguments: PageSamples.hostile)
    func hostile(text: String) throws {
        let paper = PageSamples.hostilePaper(text)
        let page = HtmlWriter.write(paper)
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        let read = try HtmlReader.paper(Array(page.utf8))
        let expected = comparable(PageSamples.hostilePaper(text.filter { $0 != "\u{1}" && $0 != "\u{0}" }))
        #expect(read.withoutPlaces == expected)
    }

    @Test("段落和单元格知道自己的位置")
    func places() throws {
        let read = try HtmlReader.paper(Array(HtmlWriter.write(PageSamples.publication(rows: 2)).utf8))
        let paragraphs = read.blocks.compactMap { block -> Place? in
            switch block {
            case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.place
            default: nil
            }
        }
        #expect(paragraphs == (1...paragraphs.count).map { Place.paragraph($0) })
        let grids = read.blocks.compactMap { block -> Grid? in if case .grid(let grid) = block { grid } else { nil } }
        #expect(grids.map(\.place) == (1...4).map { Place.table($0, row: 1, column: 1) })
        #expect(grids[1].rows[2][1].place == .table(2, row: 3, column: 4))
    }
}
