import Audit
import Fiscal
import Paper

/// One line of a check's report. Findings themselves are Chinese in any language, like the papers they are about.
enum CheckLine {
    case file(String)
    case paper(unit: String, year: Int)
    /// Other documents that were checked with it as one paper.
    case together([String])
    /// What became of what was given beside the paper, where there is something to say.
    case companion(Companion, CompanionFit)

    // Findings.
    case severity(Severity, count: Int)
    case finding(number: Int, rule: String)
    case cause, basis, original
    case position(Place)
    case morePlaces(Int)

    // What it comes to.
    /// - Parameter hidden: how many notices are not listed.
    case total(errors: Int, warnings: Int, notices: Int, hidden: Int)
    /// - Parameter checked: how many relations of its sentences were checked all the same.
    case gap(AuditGap, region: String, year: Int, checked: Int)
    case outcomes(passed: Int, tails: Int, failed: Int, notApplicable: Int, unchecked: Int)

    // What was looked at, and what was not.
    case coverage(forms: Int, of: Int, figures: Int, checked: Int)
    case regionGuessed(String)
    case evaluationForms(Int)
    /// A paper of evaluation alone.
    case onlyEvaluation(kind: String)
    case formsFound(Int)
    case formsMissing(Int)
    case unread(Int)
    case unassigned(Int)
    case openClaims(Int)
    case uncheckedPlaces(Int, rules: Int)
    case reason(String, rules: [String])
    case moreReasons(Int)
    case coverageHint
    case family(String, rules: Int)
    case rule(String, title: String, passed: Int, failed: Int, notApplicable: Int, unchecked: Int)
    case notMet(Int)
    case needsBook(Int)
    case place(String, Place?)

    // Several files.
    case verdict(CheckVerdict)
    /// - Parameter documents: how many files the papers are in.
    case files(Int, documents: Int, [(CheckVerdict, Int)])
    case working(Int, of: Int, String)

    // Files that are written.
    case reportWritten(String)
    case annotated(String, findings: Int, places: Int)
    case notAnnotated(String)

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

    /// Names as the papers have them; of a long list the first few.
    static func names(_ list: [String], most: Int = .max) -> String {
        let shown = Array(list.prefix(most))
        switch MessageLanguage.current {
        case .chinese: return shown.joined(separator: "、") + (list.count > most ? "……" : "")
        case .english: return shown.quoted + (list.count > most ? " …" : "")
        }
    }

    /// Relations that the catalogue has no entry for; a name like those of the catalogue's families.
    static let otherFamily = "其他"

    /// File, forms, figures, errors, warnings, unchecked, verdict.
    static var summaryColumns: [String] {
        switch MessageLanguage.current {
        case .chinese: ["文件", "表", "数", "错误", "警告", "未检查", "结论"]
        case .english: ["File", "forms", "figures", "errors", "warns", "uncheck.", "result"]
        }
    }
}

extension CheckLine {
    var chinese: String {
        switch self {
        case .file(let path): "【\(path)】"
        case .paper(let unit, let year): "\(unit.isEmpty ? "没有读出单位名称" : unit)（\(year) 年度）"
        case .together(let files): "\(files.map { "“\($0)”" }.joined(separator: "、"))合为一份材料核对"
        case .companion(let companion, let fit): fit.chinese(of: companion)
        case .severity(let severity, let count): "\(severity.chinese) \(count) 个（\(severity.meaning)）"
        case .finding(let number, let rule): "\(number).〔\(rule)〕"
        case .cause: "可能的原因："
        case .basis: "依据："
        case .original: "原文："
        case .position(let place): "（\(place.chinese)）"
        case .morePlaces(let count): "· 另有 \(count) 处，见 --report 的报告"
        case .total, .gap, .outcomes: totalChinese
        case .verdict, .files, .working, .reportWritten, .annotated, .notAnnotated: filesChinese
        default: coverageChinese
        }
    }

    private var totalChinese: String {
        switch self {
        case .total(let errors, let warnings, let notices, let hidden):
            errors + warnings + notices == 0
                ? "没有发现问题。"
                : "共 \(errors) 个错误，\(warnings) 个警告，\(notices) 个提示"
                    + (hidden > 0 ? "（提示加 --notices 列出）。" : "。")
        case .gap(.noForms(let kind), let region, let year, _):
            "没有这一地区年度的\(kind)表样（\(region)，\(year) 年度），什么也没有检查，不能当作没有问题。"
        case .gap(.noTables, _, _, 0): "没有读到任何一张表，什么也没有检查，不能当作没有问题。"
        case .gap(.noTables, _, _, let checked): "没有读到任何一张表，只核对了文字中的 \(checked) 处，不能当作没有问题。"
        case .outcomes(let passed, let tails, let failed, let notApplicable, let unchecked):
            "核对 \(passed + failed) 处：通过 \(passed)（其中 \(tails) 处的尾差由四舍五入而来），不符 \(failed)；"
                + "不适用 \(notApplicable)，未检查 \(unchecked)。"
        default: ""
        }
    }

    private var coverageChinese: String {
        switch self {
        case .coverage(let forms, let wanted, let figures, let checked):
            "读出 \(forms) 张表（应有 \(wanted) 张）、\(figures) 个数，其中 \(checked) 个有别的数可以核对。"
        case .regionGuessed(let region) where region.hasPrefix("00"): "地区没有写明，按全国通行的表样核对；请用 --region 指定。"
        case .regionGuessed(let region): "地区没有写明，按表的样式当作 \(region)；请用 --region 指定。"
        case .evaluationForms(let count): "读出的绩效表（\(count) 张）："
        case .onlyEvaluation(let kind): "没有读到\(kind)公开的表，只按绩效材料核对；这份材料若应有这些表，请先查文件。"
        case .formsFound(let count): "读出的表（\(count) 张）："
        case .formsMissing(let count): "没有找到的表（\(count) 张）："
        case .unread(let count): "没有读懂的部分（\(count) 处）："
        case .unassigned(let count): "分不清行或列的数（\(count) 个）："
        case .openClaims(let count): "文字里有 \(count) 个数不知道说的是什么，没有核对"
        case .uncheckedPlaces(let count, let rules): "没有条件检查的（\(count) 处，\(rules) 条规则）："
        case .reason(let text, let rules): "\(text)〔\(rules.joined(separator: "、"))〕"
        case .moreReasons(let count): "另有 \(count) 种原因"
        case .coverageHint: "没有检查不等于没有问题。逐条列出加 --coverage，或看 --report 写的报告。"
        case .family(let name, let rules): "\(name)（\(rules) 条规则）"
        case .rule(let id, let title, let passed, let failed, let notApplicable, let unchecked):
            "\(id) \(title)：通过 \(passed)，不符 \(failed)，不适用 \(notApplicable)，未检查 \(unchecked)"
        case .notMet(let count): "另有 \(count) 条没有遇到可核对的数"
        case .needsBook(let count): "另有 \(count) 条要有账套才能核对"
        case .place(let label, let place): label + (place.map { CheckLine.position($0).chinese } ?? "")
        default: ""
        }
    }

    private var filesChinese: String {
        switch self {
        case .verdict(let verdict): verdict.chinese
        case .files(let count, let documents, let verdicts):
            "共 \(count) 份\(documents > count ? "（\(documents) 个文件）" : "")："
                + verdicts.map { "\($0.chinese) \($1) 份" }.joined(separator: "，") + "。"
        case .working(let number, let count, let file): "正在核对 \(number)/\(count)：\(file)"
        case .reportWritten(let path): "报告已写到 \(path)。"
        case .annotated(let path, let findings, let places):
            "批注本已写到 \(path)：\(findings) 个问题，标出 \(places) 处。"
        case .notAnnotated(let file): "\(file) 不是 PDF，没有批注本。"
        default: ""
        }
    }
}

extension CheckVerdict {
    var chinese: String {
        switch self {
        case .errors: "有错误"
        case .warnings: "有警告"
        case .clean: "未见问题"
        case .attachment: "没有表的附件"
        case .aside: "不是公开材料"
        case .unchecked: "没有读到表"
        case .unreadable: "读不了"
        }
    }

    var english: String {
        switch self {
        case .errors: "errors"
        case .warnings: "warnings"
        case .clean: "none found"
        case .attachment: "attachment"
        case .aside: "no paper"
        case .unchecked: "no form read"
        case .unreadable: "unreadable"
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

    /// What to do about it.
    var meaning: String {
        switch self {
        case .error: "印出的数不可能同时成立，或违反规定：须改正或说明"
        case .warning: "多半是问题：请核实"
        case .notice: "不必改，供参考"
        }
    }

    var englishMeaning: String {
        switch self {
        case .error: "cannot all be true, or against the rules: correct or explain"
        case .warning: "most likely wrong: look into it"
        case .notice: "need not be changed"
        }
    }
}
