package import Fiscal

/// What a sheet is besides the facts of its rows; a place may call the sheet anything (`作`).
package enum SheetRole: String, Sendable, CaseIterable {
    case units = "单位表"
    case texts = "文字表"
    case reasons = "原因表"
    case attachments = "附件表"
    case undisclosed = "不予公开表"
    case projects = "项目表"
    /// Opening balances stand in it.
    case balances = "余额表"
    case subjects = "绩效对象表"
    case indicators = "绩效指标表"
    case tasks = "绩效任务表"
    case monitoring = "绩效监控表"
    case buildings = "楼堂馆所表"
}

/// What a column says besides facts; a place may call the column anything (`作`).
package enum ColumnRole: String, Sendable, CaseIterable {
    case unitCode = "单位编码"
    case unitName = "单位名称"
    case unitShortName = "单位简称"
    case unitParent = "上级编码"
    case unitFormerCodes = "原编码"
    case unitKind = "单位性质"
    case counterparty = "对方单位"
    case voucher = "凭证号"
    case entry = "分录号"
    case summary = "摘要"
    /// Of a line: which project it is for.
    case project = "项目"
    case projectCode = "项目编码"
    case projectName = "项目名称"
    case endYear = "终止年度"
    case opening = "年初余额"
    case paragraph = "段落"
    case ordinal = "序号"
    case content = "内容"
    case matter = "事项"
    case object = "对象"
    case reason = "原因"
    case title = "名称"
    case file = "文件"
    case note = "说明"
    /// Of a line: whether the money was granted this year or carried over.
    case moneySource = "资金来源"
    case projectGroup = "项目类别"
    case subjectCode = "对象编号"
    case subjectName = "对象名称"
    case subjectKind = "对象类别"
    case coveredProjects = "涵盖项目"
    case scheme = "评价方案"
    case overseer = "主管部门"
    case implementer = "实施单位"
    case goal = "预期目标"
    case attainment = "完成情况"
    case problems = "主要问题"
    case measures = "改进措施"
    /// Of an indicator, a task, a line of monitoring: whose it is.
    case subject = "所属对象"
    case firstLevel = "一级指标"
    case secondLevel = "二级指标"
    case indicatorName = "指标名称"
    case direction = "指标方向"
    case target = "指标值"
    case targetUnit = "计量单位"
    case achieved = "完成值"
    case sharedWith = "取自对象"
    case weight = "分值"
    case scoringWay = "赋分方式"
    case valueMode = "取值方式"
    case attainmentBand = "完成等级"
    case givenScore = "手评得分"
    case givenScoreReason = "得分说明"
    case deviation = "偏差原因"
    case evidence = "佐证资料"
    case taskName = "任务名称"
    case taskFiscal = "任务财政拨款"
    case taskOther = "任务其他资金"
    case monitoredValue = "监控完成值"
    case monitoredAmount = "监控执行数"
    case forecastValue = "预计完成值"
    case forecastAmount = "预计执行数"
    case likelihood = "完成可能性"
    case deviationKind = "偏差类别"
    case buildingName = "楼名"
    case approvedSize = "批复规模"
    case builtSize = "实际规模"
    case approvedCost = "预算投资"
    case builtCost = "实际投资"
}

extension Sheet {
    /// What of a sheet goes on in the next year's book (`转下年`).
    package struct NextYear: Sendable {
        /// The columns that are copied; nil = all.
        package let columns: [String]?
        /// Rows where this column is empty are left out; empty = none are.
        package let needed: String
    }

    package func column(_ role: ColumnRole) -> Column? { columns.first { $0.role == role } }

    /// What the column is called; empty where the sheet has none.
    package func name(of role: ColumnRole) -> String { column(role)?.name ?? "" }

    /// Whose row it is; nil where the sheet does not say.
    package var owner: Column? { columns.first { $0.type == .unit && $0.role != .counterparty } }

    /// The column of a dimension.
    package func column(of dimension: Dimension) -> Column? {
        columns.first { column in
            if case .member(dimension, _) = column.type { true } else { false }
        }
    }
}

extension Standards {
    package func sheet(_ role: SheetRole) -> Sheet? { sheets.first { $0.role == role } }
}
