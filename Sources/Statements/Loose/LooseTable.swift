package import Fiscal
package import Paper
package import Standards

/// A form found in running text: words in order, without columns.
package struct LooseTable: Sendable {
    package let form: Form
    /// As printed (公开05表); empty where none is.
    package let number: String
    package let title: String
    package let place: Place?
    /// Which blocks it takes, from its title to its last row.
    package let blocks: Range<Int>
    /// Lines of words, without titles and notes; a cell's column counts the words.
    package let rows: [[Cell]]
    /// Lines of its number, unit and money.
    package let captions: [Paragraph]
    package let notes: [Paragraph]
    /// The lines of each page: every page begins with the header again.
    let pages: [Range<Int>]

    package func cell(at spot: TableSpot) -> Cell? {
        guard rows.indices.contains(spot.row), rows[spot.row].indices.contains(spot.column) else { return nil }
        return rows[spot.row][spot.column]
    }

    /// A grid that is known to be a form's.
    package init(_ grid: Grid, as form: Form, number: String = "", title: String = "", blocks: Range<Int> = 0..<0) {
        self.init(
            form: form, number: number, title: title, place: grid.place, blocks: blocks, rows: grid.rows,
            captions: [], notes: [], pages: [grid.rows.indices])
    }

    init(
        form: Form, number: String, title: String, place: Place?, blocks: Range<Int>, rows: [[Cell]],
        captions: [Paragraph], notes: [Paragraph], pages: [Range<Int>]
    ) {
        self.form = form
        self.number = number
        self.title = title
        self.place = place
        self.blocks = blocks
        self.rows = rows
        self.captions = captions
        self.notes = notes
        self.pages = pages
    }
}

/// What a loose table was read as.
package struct LooseReading: Sendable {
    package let form: String
    /// A blank cell stands where its row's label does.
    package let observations: [Observation<TableSpot>]
    /// Those whose column was not told by position, but is the only one that the sums allow.
    package let assigned: Set<FactKey>
    /// Rows whose label is none the form knows.
    package let unrecognized: [(spot: TableSpot, label: String)]
    package let unassigned: [Unassigned]

    /// A row some of whose figures stand in no known column.
    package struct Unassigned: Sendable, Hashable {
        package let spot: TableSpot
        package let label: String
        /// The figures as printed.
        package let texts: [String]
        /// Columns that they may stand in; empty where nothing is known.
        package let columns: [String]
        package let reason: Reason
    }

    package enum Reason: Sendable, Hashable {
        /// Several assignments satisfy all sums.
        case ambiguous
        /// No assignment satisfies the sums of the row: one of its figures is wrong.
        case contradiction
        /// More figures than the form has columns.
        case tooManyFigures
        /// The figures are too large or have too many decimals to be added.
        case notAnAmount
    }
}
