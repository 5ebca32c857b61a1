// Paper: a document as a value.
// In: blocks laid by Publication, or found by the readers of Documents.
// Out: the same value to the writers of Documents, and to Statements and Narrative for recognition.
// Knows: sections, headings, paragraphs, grids of cells with spans, and where each stood (`Place`).
// Does not know: what any figure means, nor any file format.

/// A whole document: what writers write and readers read.
package struct Paper: Sendable, Equatable {
    /// Title of the document, as on the cover and in the file's properties.
    package var title: String
    /// Where the document came from, printed into the file's properties: never a clock, only sources.
    package var provenance: Provenance
    package var sections: [Section]

    package init(title: String, provenance: Provenance = Provenance(), sections: [Section] = []) {
        self.title = title
        self.provenance = provenance
        self.sections = sections
    }

    /// Every block of every section, in reading order.
    package var blocks: [Block] { sections.flatMap(\.blocks) }

    /// The same document with all places removed: what `read(write(paper)) == paper` compares.
    package var withoutPlaces: Paper {
        var copy = self
        for s in copy.sections.indices {
            copy.sections[s].blocks = copy.sections[s].blocks.map(\.withoutPlaces)
        }
        return copy
    }
}

/// What a document was made from: the same sources give the same bytes.
package struct Provenance: Sendable, Equatable {
    package var department: String
    package var year: Int?
    package var standards: String
    package var book: String

    package init(department: String = "", year: Int? = nil, standards: String = "", book: String = "") {
        self.department = department
        self.year = year
        self.standards = standards
        self.book = book
    }
}

/// Consecutive pages of one orientation.
package struct Section: Sendable, Equatable {
    package enum Orientation: String, Sendable { case portrait, landscape }
    package enum Role: String, Sendable { case cover, contents, body }

    package var orientation: Orientation
    package var role: Role
    package var blocks: [Block]

    package init(orientation: Orientation = .portrait, role: Role = .body, blocks: [Block] = []) {
        self.orientation = orientation
        self.role = role
        self.blocks = blocks
    }
}
