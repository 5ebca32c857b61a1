package import Paper

/// A line of a paper that is no running text: of the cover, beside a table's title, or under its grid.
package struct ReadLine: Sendable, Hashable {
    package let text: String
    package let place: Place?

    package init(_ text: String, place: Place? = nil) {
        self.text = text
        self.place = place
    }
}

/// A heading of the body, or an entry of the contents.
package struct ReadHeading: Sendable, Hashable {
    /// 1 (第一部分), 2 (一、), 3 ((一)), 4 (1.).
    package let level: Int
    package let text: String
    package let place: Place?
    /// The page it stands on, or that the contents print beside it; nil where the format has no pages.
    package let page: Int?
    /// Whether it stands behind the body, in a report or another attachment.
    package var isAnnex = false

    package init(level: Int, text: String, place: Place? = nil, page: Int? = nil) {
        self.level = level
        self.text = text
        self.place = place
        self.page = page
    }
}

/// A row of a table by its key cells, exactly as printed.
package struct ReadRow: Sendable, Hashable {
    /// Which of the form's side-by-side parts, from 0.
    package let part: Int
    /// 类, 款 and 项 put together where they stand in columns of their own; empty in a row without a code.
    package let code: String
    package let name: String
    package let place: FigurePlace

    package init(part: Int = 0, code: String = "", name: String, place: FigurePlace) {
        self.part = part
        self.code = code
        self.name = name
        self.place = place
    }
}
