import Fiscal
import Ledger
import Performance
import Standards

/// What `score` says, a line each; `ScoreMessagesEnglish` has the English words.
enum ScoreLine {
    case subject(EvaluatedSubject, unit: String)
    case noMoney
    case execution(EvaluatedSubject)
    case level(Scheme.Level, score: Int64?)
    case indicator(ScoredIndicator)
    case arithmetic(ScoredIndicator)
    case total(EvaluatedSubject)
    case goalsOnly
    /// The scheme gives no points.
    case notScored
    /// What the points add up to.
    case weights(EvaluatedSubject)
    case executionWeight(EvaluatedSubject)
    case summary(projects: Int, scored: Int)
    case grades([(name: String, count: Int)])
    case mean(PrintedNumber?)
    case covered(ScoreSummary)
    case share(ScoreSummary)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    /// Heads of the columns of money, in yuan.
    static var fundsHeader: [String] {
        switch MessageLanguage.current {
        case .chinese: ["资金（元）", "年初预算", "全年预算", "执行数", "执行率"]
        case .english: ["yuan", "initial", "adjusted", "executed", "rate"]
        }
    }

    static func label(_ source: SubjectFunds.Source) -> String {
        switch MessageLanguage.current {
        case .chinese: source == .total ? source.rawValue : "  " + source.rawValue
        case .english: english(source)
        }
    }

    private var chinese: String {
        switch self {
        case .subject(let subject, let unit):
            return
                "\(subject.record.code) \(subject.name)（\(subject.scheme.subject.rawValue)，\(unit)，方案 \(subject.scheme.id)）"
        case .noMoney: return "预算表、支出表里没有它的资金。"
        case .execution(let subject): return execution(subject)
        case .level(let level, let score):
            return "\(level.name)（\(pointsText(level.weight)) 分）" + (score.map { "得 \(pointsText($0))" } ?? "")
        case .indicator(let item):
            let indicator = item.indicator
            let target = indicator.target.isBlank ? "没有指标值" : "目标 \(indicator.wanted)"
            let achieved = indicator.achieved.isBlank ? "" : "，完成 \(indicator.reached)"
            let shared = indicator.record.sharedWith.isEmpty ? "" : "（取自 \(indicator.record.sharedWith)）"
            return
                "\(indicator.record.second) \(indicator.name)\(shared)：\(target)\(achieved)；分值 \(pointsText(indicator.weight))"
                + (item.score.value.map { "，得 \(pointsText($0))" } ?? "")
        case .arithmetic(let item): return (item.score.isOverridden ? "【人工改分】" : "") + item.arithmetic
        case .total(let subject):
            return subject.total.map {
                "总分 \(pointsText($0))（满分 \(pointsText(subject.scheme.fullScore))），\(subject.grade)"
            } ?? "总分：有指标或执行率算不出，空着。"
        case .weights(let subject):
            return "分值合计 \(Self.sum(subject))：执行率和各指标的分值相加"
        case .executionWeight(let subject):
            let (name, weight) = subject.scheme.execution
            return "\(name)的分值 \(pointsText(weight))，由评价方案“\(subject.scheme.id)”规定"
        case .notScored: return "方案不评分，没有指标和总分。"
        case .goalsOnly: return "还没有完成值，只有目标，不评分。"
        case .summary(let projects, let scored):
            return "项目汇总：\(projects) 个项目" + (scored == projects ? "" : "，其中 \(scored) 个有总分")
        case .grades(let grades): return "等级：" + grades.map { "\($0.name) \($0.count) 个" }.joined(separator: "，")
        case .mean(let mean): return "平均分：\(mean?.text() ?? "—")"
        case .covered(let summary):
            return "资金：全年预算 \(Self.budget(summary)) 元，执行 \(Self.executed(summary.covered)) 元"
                + (summary.rate.map { "，执行率 \($0.text())%" } ?? "")
        case .share(let summary):
            return "占部门项目支出：\(Self.executed(summary.coveredProjects))÷\(Self.executed(summary.allProjects))"
                + "＝\(summary.share?.text() ?? "—")%"
        }
    }

    private func execution(_ subject: EvaluatedSubject) -> String {
        let (name, weight) = subject.scheme.execution
        guard let (executed, budget) = subject.funds.execution(), let rate = subject.rate else {
            return "\(name)：没有预算数，算不出"
        }
        let head = "\(name)：\(yuan(executed))÷\(yuan(budget))＝\(rate.text())%"
        guard subject.isEvaluated, let score = subject.executionScore else { return head }
        let points =
            executed > budget
            ? "超过 100%，按满分计" : "\(pointsText(weight))×\(yuan(executed))÷\(yuan(budget))"
        return "\(head)；\(points)，得 \(pointsText(score))（分值 \(pointsText(weight))）"
    }

    // MARK: For both languages

    static func sum(_ subject: EvaluatedSubject) -> String {
        pointsText(subject.indicators.reduce(subject.scheme.execution.weight) { $0 + $1.indicator.weight })
    }

    static func budget(_ summary: ScoreSummary) -> String {
        summary.covered.budgetPhase.flatMap { summary.covered.amount(.total, $0) }.map(yuan) ?? "—"
    }

    static func executed(_ funds: SubjectFunds) -> String { yuan(funds.amount(.total, .actual) ?? 0) }
}
