/// Where something stands in a file: what a person needs to find it again.
package enum Place: Sendable, Hashable {
    /// Physical line, from 1, and column in characters, from 1.
    case line(Int, column: Int)
    /// Page of a PDF (the sheet, from 1) and the box in points from the page's top left.
    case page(Int, box: Box)
    /// Sheet name and cell such as `C12`.
    case sheet(String, cell: String)
    /// Paragraph of a docx or html body, from 1.
    case paragraph(Int)
    /// Table of a docx or html, row and column, each from 1.
    case table(Int, row: Int, column: Int)
    /// Of several documents that are read as one: its name, and where in it.
    indirect case document(String, Place)
}

extension Place {
    /// The document it is in, where several are read as one; nil for the paper's own.
    package var document: String? {
        if case .document(let name, _) = self { return name }
        return nil
    }

    /// Where in its document.
    package var inside: Place {
        if case .document(_, let place) = self { return place.inside }
        return self
    }

    /// So many characters further on its line; itself where the format has no columns of characters.
    package func further(by count: Int) -> Place {
        switch self {
        case .line(let line, let column): .line(line, column: column + count)
        case .document(let name, let place): .document(name, place.further(by: count))
        case .page, .sheet, .paragraph, .table: self
        }
    }
}

/// A rectangle on a page, in points from the top left.
package struct Box: Sendable, Hashable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }
}
