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
