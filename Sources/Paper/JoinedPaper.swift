/// Several documents of one package as one paper: a department's account of itself is one, however many files it is
/// published in.
package struct JoinedPaper: Sendable {
    /// How a document goes with the first.
    package enum Part: Sendable {
        /// Tables or sections of the same accounts.
        case body
        /// Behind the body, as an attachment bound into it would be: none of its sentences is the body's.
        case attachment
    }

    /// The first document's blocks as they are; those of the others have places that name them.
    package private(set) var paper: Paper
    /// The first block of each other document.
    package private(set) var starts: [Int: Part] = [:]

    package init(_ main: Paper) { paper = main }

    /// - Parameter name: what findings call it.
    package mutating func add(_ blocks: [Block], named name: String, as part: Part) {
        guard !blocks.isEmpty else { return }
        starts[paper.blocks.count] = part
        paper.sections.append(Section(blocks: blocks.map { $0.inDocument(name) }))
    }
}

extension Block {
    fileprivate func inDocument(_ name: String) -> Block {
        switch self {
        case .heading(let level, let paragraph): .heading(level: level, paragraph.inDocument(name))
        case .paragraph(let paragraph): .paragraph(paragraph.inDocument(name))
        case .grid(let grid): .grid(grid.inDocument(name))
        case .chart: self
        case .contents(let entries): .contents(entries: entries.map { $0.inDocument(name) })
        }
    }
}

extension Paragraph {
    /// Its lines stay as they are: `place(at:)` names the document.
    fileprivate func inDocument(_ name: String) -> Paragraph {
        var copy = self
        copy.place = place.map { .document(name, $0) }
        return copy
    }
}

extension Grid {
    fileprivate func inDocument(_ name: String) -> Grid {
        var copy = self
        copy.place = place.map { .document(name, $0) }
        for row in copy.rows.indices {
            for cell in copy.rows[row].indices {
                copy.rows[row][cell].place = copy.rows[row][cell].place.map { .document(name, $0) }
            }
        }
        return copy
    }
}
