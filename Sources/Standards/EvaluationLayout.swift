/// How a place prints a form of goals, self-evaluation, monitoring or base data: the same labels that the reader goes by.
package struct EvaluationLayout: Sendable {
    /// When in the year it is filled in.
    package enum Stage: String, Sendable, CaseIterable {
        case goals = "目标"
        case monitoring = "监控"
        case evaluation = "自评"
    }

    /// What a cell shows.
    package enum Content: Sendable, Hashable {
        case words(String)
        /// A field of the subject by name (名称, 主管部门, 预期目标, 总得分).
        case field(String)
        /// The first of these texts of the book that it has.
        case texts([String])
        /// Money by source and column (总额, 年初预算).
        case fund(String, column: String)
        /// Money by nature and column.
        case nature(String, column: String)
        /// A count of the unit's staff, by the column of its sheet.
        case staff(String)
        /// One count of staff over another, in percent.
        case staffRate(String, of: String)
        case blank
    }

    package enum Alignment: String, Sendable, CaseIterable {
        case left = "左"
        case center = "中"
        case right = "右"
    }

    package struct Cell: Sendable, Hashable {
        package let content: Content
        /// What stands around the value: `其中：{值}万元`; empty = the value alone.
        package let frame: String
        package let columns: Int
        package let rows: Int
        package let alignment: Alignment?
        /// Whether its row is left out where it has nothing to show.
        package var dropsRow = false
    }

    /// One column of a block of indicators, tasks or states.
    package struct Column: Sendable, Hashable {
        package let title: String
        /// What of the indicator it shows (一级, 三级, 指标值, 得分).
        package let value: String
        package let columns: Int
        /// Whether equal neighbours in it are one cell.
        package let isMerged: Bool
        /// What stands above it and its neighbours of the same group; empty = it reaches over both rows of the header.
        package let group: String
    }

    /// Rows of a subject's indicators.
    package struct IndicatorBlock: Sendable {
        package let left: Cell?
        package let columns: [Column]
        /// Put behind a level-1 indicator: `（{分}分）`; empty = nothing.
        package let levelPoints: String
        /// Put behind a name whose direction the book gives in a column: `（{方向}，{单位}）`; empty = it stands with the value.
        package let nameSuffix: String
        /// Whether level-2 indicators of the scheme that have none below them are printed.
        package let printsEmptySeconds: Bool
        /// What stands for the target of such a one.
        package let emptyWord: String
    }

    /// Rows of a subject's tasks.
    package struct TaskBlock: Sendable {
        package let left: Cell?
        package let columns: [Column]
        /// Label of the row of sums; empty = there is none.
        package let total: String
    }

    /// Rows of a subject's indicators with their state at mid-year.
    package struct MonitoringBlock: Sendable {
        package let left: Cell?
        package let columns: [Column]
        /// What stands in the column of the cause or the likelihood that holds.
        package let mark: String
    }

    package enum Block: Sendable {
        case rows([[Cell]])
        case indicators(IndicatorBlock)
        case tasks(TaskBlock)
        case monitoring(MonitoringBlock)
        case base(BaseBlock)
        case buildings(BuildingBlock)
    }

    /// How figures are printed.
    package struct Figures: Sendable, Hashable {
        package let trimsZeros: Bool
        /// What stands for an amount of zero; empty = a blank cell.
        package let zero: String
        package let rateDecimals: Int
        package let trimsRate: Bool
        package let percentSign: Bool

        /// As sentences print: amounts with two decimals.
        package static let prose = Figures(
            trimsZeros: false, zero: "0", rateDecimals: 2, trimsRate: false, percentSign: false)
    }

    package let id: String
    /// What people call the layout, with the years it is of.
    package let name: String
    /// The form that the reader takes it for.
    package let form: String
    package let subject: EvaluationDefinitions.Subject
    package let stage: Stage
    package let title: String
    /// Lines between the title and the grid.
    package let infos: [String]
    /// Its place among the forms of one subject.
    package let order: Int
    /// Lines below it.
    package let notes: [String]
    package let isLandscape: Bool
    package let widths: [Int]
    package let figures: Figures
    package let blocks: [Block]
    package let source: String
    package let isUnconfirmed: Bool
}
