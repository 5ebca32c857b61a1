/// One thing on a page, in reading order.
package enum Block: Sendable, Equatable {
    /// A heading; `level` 1 (第一部分), 2 (一、), 3 ((一)), 4 (1.). Writers give it the format's real heading style.
    ///
    /// With a paragraph of style `.tableTitle` it is the title of the grid that follows: set as such, and yet a heading
    /// of its level to the contents and to navigation. Any other style means nothing here.
    case heading(level: Int, Paragraph)
    case paragraph(Paragraph)
    case grid(Grid)
    /// A drawing of figures that the tables already print: only the page for browsers shows it.
    case chart(Chart)
    /// The table of contents; a writer fills it from the headings. A reader of pages knows what is printed there.
    case contents(entries: [Paragraph] = [])

    /// The title of a grid, whether the contents list it or not.
    package var tableTitle: Paragraph? {
        switch self {
        case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.style == .tableTitle ? paragraph : nil
        case .grid, .chart, .contents: nil
        }
    }

    /// Running text or a heading of it.
    package var isProse: Bool {
        switch self {
        case .heading(_, let paragraph): paragraph.style != .tableTitle
        case .paragraph(let paragraph): paragraph.style == .body
        case .grid, .chart, .contents: false
        }
    }

    package var withoutPlaces: Block {
        switch self {
        case .heading(let level, let paragraph): .heading(level: level, paragraph.withoutPlace)
        case .paragraph(let paragraph): .paragraph(paragraph.withoutPlace)
        case .grid(let grid): .grid(grid.withoutPlaces)
        case .chart, .contents: self
        }
    }
}

/// A run of text between two line ends.
package struct Paragraph: Sendable, Equatable {
    /// How it is set; the words of the styles are those of GB/T 9704.
    package enum Style: String, Sendable, CaseIterable {
        /// Large centred title of the cover.
        case title
        /// Smaller centred lines of the cover.
        case subtitle
        /// Body text, first line indented by two characters.
        case body
        /// The title above a grid, centred: of a paragraph, or of a heading where the contents list the grid.
        case tableTitle
        /// Beside or under a table's title: pieces divided by a tab are set left and right
        /// (部门：… ⇥ 金额单位：万元). Without a tab it is set right (公开01表).
        case tableInfo
        /// Small text under a grid.
        case tableNote
    }

    package var text: String
    package var style: Style
    /// What the contents have of a heading; readers leave it at `itself`.
    package var listing = Listing.itself
    /// An anchor within the document, stable across builds (`s-income-total`); empty where there is none.
    package var anchor: String
    package var place: Place?
    /// Where in the text a further line of the file begins, for formats whose places are lines; empty elsewhere.
    package var lineBreaks: [LineBreak]
    /// Where its lines stand on their pages, for formats that tell; empty elsewhere.
    package var printedLines: [PrintedLine] = []

    /// A heading's line in the contents.
    package enum Listing: Sendable, Equatable {
        case itself
        /// What tells it from others that are printed alike: 项目支出绩效自评表（某项目）.
        case words(String)
        /// A heading within what the contents list as one.
        case none
    }

    /// What the contents list of it as a heading; nil for none.
    package var listed: String? {
        switch listing {
        case .itself: text
        case .words(let words): words
        case .none: nil
        }
    }

    /// A line of the file that begins within a paragraph.
    package struct LineBreak: Sendable, Equatable {
        /// In characters from the paragraph's first.
        package var offset: Int
        package var place: Place

        package init(offset: Int, place: Place) {
            self.offset = offset
            self.place = place
        }
    }

    package init(
        _ text: String, style: Style = .body, listing: Listing = .itself, anchor: String = "", place: Place? = nil,
        lineBreaks: [LineBreak] = []
    ) {
        self.text = text
        self.style = style
        self.listing = listing
        self.anchor = anchor
        self.place = place
        self.lineBreaks = lineBreaks
    }

    /// Where a character stands, from 0: in a text, its own line and column.
    ///
    /// - Parameter count: of the characters from there that are meant, which tells their box on a page.
    package func place(at offset: Int, count: Int = 1) -> Place? {
        let found = placeInside(at: offset, count: count)
        guard let document = place?.document else { return found }
        return found.map { .document(document, $0) }
    }

    private func placeInside(at offset: Int, count: Int) -> Place? {
        if let line = printedLines.last(where: { $0.offset <= offset }) {
            return .page(line.page, box: line.box(at: offset - line.offset, count: count))
        }
        let last = lineBreaks.last { $0.offset <= offset }
        return (last?.place ?? place?.inside)?.further(by: offset - (last?.offset ?? 0))
    }

    package var withoutPlace: Paragraph {
        var copy = self
        copy.place = nil
        copy.lineBreaks = []
        copy.printedLines = []
        copy.listing = .itself
        copy.anchor = ""
        return copy
    }
}

/// A line of a paragraph on the page where it is printed.
package struct PrintedLine: Sendable, Equatable {
    /// Where it begins, in characters from the paragraph's first.
    package var offset: Int
    package var page: Int
    package var box: Box
    /// The left edge of each of its characters and the right one of the last; empty where it does not run across the page.
    package var edges: [Float]

    package init(offset: Int, page: Int, box: Box, edges: [Float]) {
        self.offset = offset
        self.page = page
        self.box = box
        self.edges = edges
    }

    /// Of some of its characters; of the whole line where it is not known how they stand.
    func box(at first: Int, count: Int) -> Box {
        guard first >= 0, first + 1 < edges.count else { return box }
        var own = box
        own.left = (Double(edges[first]) * 10).rounded() / 10
        own.right = (Double(edges[min(first + max(1, count), edges.count - 1)]) * 10).rounded() / 10
        return own
    }
}
