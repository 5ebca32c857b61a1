package import Fiscal
package import Paper
package import Standards

/// A form of self-evaluation, of base data or of goals, as understood.
package struct EvaluationForm: Sendable {
    package let definition: EvaluationDefinitions.Form
    package let title: String
    package let place: Place?
    /// 项目, 主管部门, 实施单位, 部门.
    package internal(set) var fields: [String: EvaluationCell] = [:]
    package internal(set) var funds: [FundRow] = []
    /// Labels of rows of money that are not known: parts of the whole by another name.
    package internal(set) var otherFunds: [EvaluationCell] = []
    /// The application by kind of income and of expenditure.
    package internal(set) var natures: [String: EvaluationCell] = [:]
    /// Figures among them whose label is not known.
    package internal(set) var otherNatures: [EvaluationCell] = []
    /// The goals of the year and what was achieved; one text where the two columns run into each other.
    package internal(set) var goals: [EvaluationCell] = []
    package internal(set) var achieved: [EvaluationCell] = []
    package internal(set) var indicators: [EvaluationIndicator] = []
    /// Points that a level-1 indicator's label declares: 产出指标（50分）.
    package internal(set) var declared: [Declared] = []
    /// Level-2 indicators that are printed and have none below them.
    package internal(set) var emptyLevels: [EvaluationCell] = []
    package internal(set) var totalWeight: EvaluationCell?
    package internal(set) var totalScore: EvaluationCell?
    /// Whether a word for the total stands anywhere in it, so that its row may be there and was not read.
    package internal(set) var mentionsTotal = false
    package internal(set) var grade: EvaluationCell?
    package internal(set) var tasks: [FundRow] = []
    package internal(set) var taskTotal: FundRow?
    package internal(set) var staff: [String: EvaluationCell] = [:]
    package internal(set) var columns: [BaseColumn] = []
    package internal(set) var rows: [BaseRow] = []
    package internal(set) var monitored: [MonitoringRow] = []
    /// Of finished buildings: cells by column.
    package internal(set) var buildings: [[String: EvaluationCell]] = []
    /// Whether the labels of levels stand in cells of their own or could be cut off without doubt.
    package internal(set) var hasSureLevels = true
    /// Whether it has a column for the reasons of deviations.
    package internal(set) var hasReasons = false
    /// Blocks of the paper that it stands in.
    package internal(set) var blocks: Set<Int> = []
    /// Labels that the form does not know.
    package internal(set) var unrecognized: [EvaluationCell] = []
    /// Cells with a figure whose column or row cannot be told.
    package internal(set) var unread: [EvaluationCell] = []

    init(definition: EvaluationDefinitions.Form, title: String, place: Place?) {
        self.definition = definition
        self.title = title
        self.place = place
    }

    package var isEmpty: Bool {
        // A line of the contents is a title, too, and words of what follows may look like a label.
        funds.allSatisfy(\.values.isEmpty) && fields.isEmpty && indicators.isEmpty && rows.isEmpty && natures.isEmpty
            && tasks.isEmpty && staff.isEmpty
            && monitored.isEmpty
    }

    package func fund(_ name: String) -> FundRow? { funds.first { $0.name == name } }

    /// What tells it from others of its kind: the project's name, or the form's title.
    package var name: String { fields["项目"].map { "\(title)（\($0.text.filter { !$0.isWhitespace })）" } ?? title }
}

/// A row of amounts: one source of funds, or one task.
package struct FundRow: Sendable, Hashable {
    /// As the definitions call it; a task's own name.
    package let name: String
    package let label: EvaluationCell
    package internal(set) var values: [String: EvaluationCell]

    package subscript(column: String) -> EvaluationCell? { values[column] }
}

/// A level-3 indicator with its cells.
package struct EvaluationIndicator: Sendable, Hashable {
    package internal(set) var first: String
    package internal(set) var second: String
    package internal(set) var name: EvaluationCell
    package let target: EvaluationCell?
    package let actual: EvaluationCell?
    package let weight: EvaluationCell?
    package let score: EvaluationCell?
    package let reason: EvaluationCell?
    /// Whether the name was cut out of running words, so that a piece of it may be missing.
    package let hasSureName: Bool
}

/// A level-3 indicator of a monitoring form: its state at mid-year, why, and whether the target will be reached.
package struct MonitoringRow: Sendable, Hashable {
    package let first: String
    package let second: String
    package let name: EvaluationCell
    /// By column: 指标值, 执行情况, 全年预计, 原因说明, 备注.
    package let values: [String: EvaluationCell]
    /// Columns of causes with something in them.
    package let causes: [String: EvaluationCell]
    /// Columns of likelihood with something in them; one column of words is 可能性.
    package let likelihoods: [String: EvaluationCell]

    package subscript(column: String) -> EvaluationCell? { values[column] }
}

package struct Declared: Sendable, Hashable {
    package let level: String
    package let points: PrintedNumber
    package let cell: EvaluationCell
}

/// A column of a base-data table.
package struct BaseColumn: Sendable, Hashable {
    package enum Role: String, Sendable, CaseIterable {
        case before = "上年决算"
        case budget = "预算"
        case actual = "决算"
    }

    package let role: Role
    package let year: Int
    package let title: String
}

package struct BaseRow: Sendable, Hashable {
    /// Of the definitions; empty for a row that they do not name.
    package let name: String
    package let label: EvaluationCell
    /// The row of the definitions above it that owns it; empty where none does.
    package let owner: String
    package var values: [BaseColumn.Role: EvaluationCell]
    /// Values in order where it cannot be told which columns are blank.
    package var open: [EvaluationCell]
}
