package import Paper
package import Standards

/// A form of performance as printed.
package struct PrintedEvaluation: Sendable {
    package let layout: EvaluationLayout
    /// Code of the subject.
    package let subject: String
    package let title: String
    package let infos: [String]
    package let grid: Grid
    /// What is printed of each indicator: level 1, level 2, then the words of its columns in the order of
    /// `PrintedEvaluation.columns`, nothing where the layout has no such column.
    package let entries: [[String]]
    /// What is printed of base data: row, column, words; with the staff under their own columns.
    package var base: [[String]] = []
    /// Rows and columns of base data that the book knows nothing of.
    package var unknown: [String] = []
    package let notes: [String]
    /// Its figures, with what each is.
    package var figures: [PrintedSubjectFigure] = []

    /// Stands for the row in `base` of counts of staff.
    package static let staffRow = "人员"

    /// The columns that `entries` have.
    package static let columns = [
        IndicatorColumn.name, IndicatorColumn.target, IndicatorColumn.actual, IndicatorColumn.weight,
        IndicatorColumn.score,
    ]
}

/// What a form says of its surroundings besides its subject.
package struct EvaluationSurroundings: Sendable {
    package var year: Int
    package var department: String
    package var unit: String
    /// Texts of the book by name (部门职能职责概述).
    package var texts: [String: String]
    /// Counts of the unit's staff, by the column of the sheet of units.
    package var staffing: [String: Int64]
    /// The last month of the period that is watched at mid-year.
    package var lastMonth: Int
    /// What rows and columns are called.
    package var definitions: EvaluationDefinitions

    package init(
        year: Int, department: String, unit: String, texts: [String: String], staffing: [String: Int64] = [:],
        lastMonth: Int = 12, definitions: EvaluationDefinitions = .empty
    ) {
        self.definitions = definitions
        self.lastMonth = lastMonth
        self.year = year
        self.department = department
        self.unit = unit
        self.texts = texts
        self.staffing = staffing
    }
}
