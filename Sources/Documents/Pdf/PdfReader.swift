package import Paper

/// A PDF as read: the paper, and what of the file could not be.
package struct PdfReading: Sendable {
    package var paper: Paper
    /// Pages, from 1, that hold pictures but no text: scans.
    package var unreadablePages: [Int]
    package var pageCount: Int
}

package enum PdfReader {
    package static func read(_ pages: [RawPage]) -> PdfReading {
        PdfReading(paper: Paper(title: ""), unreadablePages: [], pageCount: pages.count)
    }
}
