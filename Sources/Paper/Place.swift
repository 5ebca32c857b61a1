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
