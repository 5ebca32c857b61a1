// Statements: forms and tables.
// In: a form's definition with facts (to print), or with a grid (to read).
// Out: a `Table`, whose every cell knows the fact it prints; or the observations that a grid makes.
// Both directions go through one `FormLayout`, so a form that can be printed can be read.
// Does not know: file formats, sentences, nor any form by name.

package import Fiscal
package import Paper
package import Standards

/// A form filled with facts.
package struct Table: Sendable {
    package let form: Form
    /// As printed above it (公开05表); empty where the place prints none.
    package let number: String
    package let grid: Grid
    /// The figure in each square of the grid, by row and column; nil where a square is a label or stays blank.
    package let figures: [TableSpot: FactKey]
    /// No figure of the form is different from zero.
    package let isEmpty: Bool
    /// Lines under the grid.
    package let notes: [String]
}

/// A square of a grid, from 0.
package struct TableSpot: Hashable, Sendable, Comparable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    package static func < (left: TableSpot, right: TableSpot) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}
