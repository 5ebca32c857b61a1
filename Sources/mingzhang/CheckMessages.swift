import Audit
import Fiscal
import Paper

/// One line of a check's report. Findings themselves are Chinese in any language, like the papers they are about.
enum CheckLine {
    case file(String)
    case finding(number: Int, Severity, rule: String)
    case cause, basis
    case position(Place)
    case morePlaces(Int)
    /// - Parameter hidden: how many notices are not listed.
    case total(errors: Int, warnings: Int, notices: Int, hidden: Int)
    case outcomes(passed: Int, tails: Int, failed: Int, notApplicable: Int, unchecked: Int)
    case coverage(forms: Int, figures: Int, checked: Int)
    case regionGuessed(String)
    case formsMissing(Int)
    case unread(Int)
    case unassigned(Int)
    case openClaims(Int)
    case uncheckedRule(String, count: Int)
    case notRead
    /// - Parameter checked: how many relations of its sentences were checked all the same.
    case gap(AuditGap, region: String, year: Int, checked: Int)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    /// Words of the paper or of a finding.
    static func words(_ text: String) -> String {
        switch MessageLanguage.current {
        case .chinese: text
        case .english: text.quoted
        }
    }

    /// The first few names of a list, as the papers have them.
    static func names(_ list: [String]) -> String {
        let shown = list.prefix(6)
        switch MessageLanguage.current {
        case .chinese: return shown.joined(separator: "、") + (list.count > 6 ? "……" : "")
        case .english: return Array(shown).quoted + (list.count > 6 ? " …" : "")
        }
    }

    static var summaryColumns: [String] {
        switch MessageLanguage.current {
        case .chinese: ["文件", "错误", "警告", "提示", "未检查"]
        case .english: ["File", "errors", "warns", "notices", "unchecked"]
        }
    }

    var chinese: String {
        switch self {
        case .file(let path): "【\(path)】"
        case .finding(let number, let severity, let rule): "\(number). \(severity.chinese)〔\(rule)〕"
        case .cause: "可能的原因："
        case .basis: "依据："
        case .position(let place): "（\(place.chinese)）"
        case .morePlaces(let count): "· 另有 \(count) 处，见 --format json"
        case .total(let errors, let warnings, let notices, let hidden):
            errors + warnings + notices == 0
                ? "没有发现问题。"
                : "共 \(errors) 个错误，\(warnings) 个警告，\(notices) 个提示"
                    + (hidden > 0 ? "（提示加 --notices 列出）。" : "。")
        case .outcomes(let passed, let tails, let failed, let notApplicable, let unchecked):
            "核对 \(passed + failed) 处：通过 \(passed)（其中 \(tails) 处的尾差由四舍五入而来），不符 \(failed)；"
                + "不适用 \(notApplicable)，未检查 \(unchecked)。"
        case .coverage(let forms, let figures, let checked):
            "读出 \(forms) 张表、\(figures) 个数，其中 \(checked) 个有别的数可以核对。"
        case .regionGuessed(let region): "地区没有写明，按表的样式当作 \(region)；请用 --region 指定。"
        case .formsMissing(let count): "没有找到的表（\(count) 张）："
        case .unread(let count): "没有读懂的部分（\(count) 处）："
        case .unassigned(let count): "分不清行或列的数（\(count) 个）："
        case .openClaims(let count): "不知道说的是什么的数（\(count) 个）："
        case .uncheckedRule(let rule, let count): "未检查〔\(rule)〕\(count) 处："
        case .notRead: "读不了"
        case .gap(.noForms(let kind), let region, let year, _):
            "没有这一地区年度的\(kind)表样（\(region)，\(year) 年度），什么也没有检查。"
        case .gap(.noTables, _, _, 0): "没有读到任何一张表，什么也没有检查。"
        case .gap(.noTables, _, _, let checked): "没有读到任何一张表，只核对了文字中的 \(checked) 处。"
        }
    }
}

extension Severity {
    var chinese: String {
        switch self {
        case .error: "错误"
        case .warning: "警告"
        case .notice: "提示"
        }
    }
}
