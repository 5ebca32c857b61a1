package import Fiscal

/// A disclosure form as defined: what its rows and columns mean, and how it is laid out.
package struct Form: Sendable {
    /// One of the side-by-side parts of a form (收入 | 支出).
    package struct Part: Sendable {
        package let keyColumns: [KeyColumn]
        package let columns: [Column]
        package let rows: [RowPlan]
        /// The number of the first row when a 行次 column is printed.
        package let firstRowNumber: Int
    }

    /// A column that says which row this is.
    package struct KeyColumn: Sendable {
        package enum Content: String, Sendable, CaseIterable {
            case code = "编码"
            case classCode = "类"
            case groupCode = "款"
            case itemCode = "项"
            case name = "名称"
            case rowNumber = "行次"
        }

        /// The header from the top; equal neighbours are merged.
        package let title: [String]
        /// Other headers it is seen under, each whole; for reading only.
        package let otherTitles: [[String]]
        package let content: Content
        package let width: Int
    }

    /// A column of figures.
    package struct Column: Sendable {
        package let title: [String]
        package let otherTitles: [[String]]
        /// The printed 栏次; empty where the form prints none.
        package let number: String
        package let spec: FactSpec
        package let width: Int
        /// Some papers leave it out.
        package let isOptional: Bool
    }

    /// A row of its own.
    package struct FixedRow: Sendable {
        package let label: String
        /// Labels it is seen under; for reading only.
        package let aliases: [String]
        package let spec: FactSpec
        package let isTotal: Bool
        /// 栏次 of the columns that have a figure in this row; nil = all.
        package let columns: [String]?
    }

    /// Where rows come from.
    package enum RowPlan: Sendable {
        case fixed(FixedRow)
        /// Rows with a number and nothing else.
        case blank(count: Int)
        /// One row for each member that has a figure, at these levels, in order of code.
        case members(Dimension, levels: [Int], spec: FactSpec)
        /// The functional classes that the form always prints.
        case classLines(spec: FactSpec)
        /// The economic items that one block of the form always prints.
        case economicLines(block: Int, spec: FactSpec)
    }

    /// A cell of the closing row that spans the whole form (人员经费合计 | 公用经费合计).
    package struct Closing: Sendable {
        package let label: String
        package let aliases: [String]
        /// How many columns the label spans; one more holds the figure.
        package let span: Int
        package let spec: FactSpec
    }

    package let id: String
    /// A profile may print another.
    package var title: String
    package var aliases: [String]
    package let isLandscape: Bool
    package let unit: MoneyUnit
    package let decimals: Int
    package var parts: [Part]
    package let closing: [Closing]
    /// Whether a row 栏次 with the columns' numbers is printed under the header.
    package let hasColumnNumbers: Bool
    package let notes: [String]
    /// What is said under the grid when it has no figure; `{年}` and `{单位}` are filled in.
    package let emptyNote: String
    /// Whether it is a line of its own, not one of the numbered notes.
    package let emptyNoteStandsApart: Bool
    /// What a cell prints that can have no figure (—); empty = blank.
    package let notApplicable: String
    /// Words of the header that mean the same, by the word this form prints; for reading only.
    package let synonyms: [String: [String]]
    package let years: ClosedRange<Int>
    package let source: String
    /// Said of the definition itself, whatever its source: parts of it no public text confirms.
    package let isUnconfirmed: Bool
    /// The spec that every cell of the form starts from.
    package let base: FactSpec
}
