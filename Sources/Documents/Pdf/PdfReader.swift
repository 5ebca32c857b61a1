import Fiscal
package import Paper

/// A PDF as read: the paper, and what of the file could not be.
package struct PdfReading: Sendable {
    package var paper: Paper
    /// Pages, from 1, that hold pictures but no text: scans.
    package var unreadablePages: [Int]
    package var pageCount: Int
}

/// Reads the pages of a PDF, as the worker process handed them over, as a paper.
package enum PdfReader {
    package static func read(_ raw: [RawPage]) -> PdfReading {
        var pages = Stretches.each(raw.count) { PageContent(raw[$0], number: $0 + 1) }
        let unreadable = pages.filter(\.isPicture).map(\.number)
        PageFurniture.remove(from: &pages)
        // A table that is joined leaves its page, whose column it may show.
        let columns = TextColumn.columns(of: pages)
        TableJoiner.join(&pages)
        let sections = BlockMaker.sections(of: pages, columns)
        return PdfReading(
            paper: Paper(title: title(sections), sections: sections), unreadablePages: unreadable,
            pageCount: raw.count)
    }

    /// As on the cover.
    private static func title(_ sections: [Section]) -> String {
        sections.first?.blocks.reduce(into: "") { title, block in
            if case .paragraph(let paragraph) = block, paragraph.style == .title { title += paragraph.text }
        } ?? ""
    }
}
