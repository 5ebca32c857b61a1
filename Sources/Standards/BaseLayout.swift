package import Fiscal

/// Rows of figures out of the accounts, of several years side by side.
package struct BaseBlock: Sendable {
    package struct Column: Sendable {
        package let title: String
        package let columns: Int
        /// 0 this year, -1 last year; nil for the column of labels.
        package let yearOffset: Int?
        /// The first of these that is known is printed.
        package let phases: [Phase]
    }

    package struct Row: Sendable {
        package let label: String
        /// Added up; empty for a row of projects.
        package let figures: [FactSpec]
        /// Tried in turn where one of `figures` is not known.
        package let alternatives: [[FactSpec]]
        /// In place of a column's phases, where that is one of budgets; empty = the column's.
        package let budgetPhases: [Phase]
        /// The group of projects (项目表 类别) that it adds up; empty = none.
        package let group: String
        /// Whether the projects of its group, or those of none, follow one by one.
        package let listsProjects: Bool
        /// Whether it is printed where its group has no project.
        package let printsEmpty: Bool
        /// What stands for its amounts where its group has no project.
        package let emptyWord: String
        /// What a row is called that holds what no project's row does; empty = there is none.
        package let restLabel: String
    }

    package let columns: [Column]
    package let rows: [Row]
}

/// Buildings that were finished in the year, one a row.
package struct BuildingBlock: Sendable {
    package let left: EvaluationLayout.Cell?
    package let columns: [EvaluationLayout.Column]
    /// What stands for sizes and investments where there was none.
    package let emptyWord: String
    package let rateDecimals: Int
}
