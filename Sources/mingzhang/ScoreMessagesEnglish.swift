import Fiscal
import Ledger
import Performance
import Standards

/// The English words of `score`; the Chinese ones are in `ScoreMessages`.
extension ScoreLine {
    static func english(_ source: SubjectFunds.Source) -> String {
        switch source {
        case .total: "total"
        case .fiscal: "  fiscal funds"
        case .carried: "  carried over"
        case .other: "  other funds"
        }
    }

    var english: String {
        switch self {
        case .subject(let subject, let unit):
            return
                "\(subject.record.code.quoted) \(subject.name.quoted) (\(subject.scheme.subject.english), \(unit.quoted), scheme \(subject.scheme.id.quoted))"
        case .noMoney: return "No line of budget or expenditure is its."
        case .execution(let subject): return execution(subject)
        case .level(let level, let score):
            return "\(level.name.quoted), \(pointsText(level.weight)) points"
                + (score.map { ": \(pointsText($0))" } ?? "")
        case .indicator(let item):
            let indicator = item.indicator
            let target = indicator.target.isBlank ? "no target" : "target \(quotedOnce(indicator.wanted))"
            let achieved = indicator.achieved.isBlank ? "" : ", achieved \(indicator.reached.quoted)"
            let shared =
                indicator.record.sharedWith.isEmpty ? "" : " (taken from \(indicator.record.sharedWith.quoted))"
            return
                "\(indicator.record.second.quoted) \(indicator.name.quoted)\(shared): \(target)\(achieved); weight \(pointsText(indicator.weight))"
                + (item.score.value.map { ", score \(pointsText($0))" } ?? "")
        case .arithmetic(let item): return (item.score.isOverridden ? "[changed by hand] " : "") + item.arithmetic
        case .total(let subject):
            return subject.total.map {
                "total \(pointsText($0)) of \(pointsText(subject.scheme.fullScore)), \(subject.grade.quoted)"
            } ?? "no total: an indicator or the rate of execution cannot be told."
        case .weights(let subject):
            return "weights of execution and indicators together: \(Self.sum(subject))"
        case .executionWeight(let subject):
            let (name, weight) = subject.scheme.execution
            return "\(name.quoted): \(pointsText(weight)) points by the scheme \(subject.scheme.id.quoted)"
        case .notScored: return "Its scheme scores nothing: no indicators, no total."
        case .goalsOnly: return "Nothing was achieved yet: goals only, no scores."
        case .summary(let projects, let scored):
            return "Summary of \(counted(projects, "project"))" + (scored == projects ? "" : ", \(scored) with a total")
        case .grades(let grades):
            return "grades: " + grades.map { "\($0.name.quoted) \($0.count)" }.joined(separator: ", ")
        case .mean(let mean): return "mean: \(mean?.text() ?? "—")"
        case .covered(let summary):
            return "money: budget \(Self.budget(summary)) yuan, executed \(Self.executed(summary.covered)) yuan"
                + (summary.rate.map { ", rate \($0.text())%" } ?? "")
        case .share(let summary):
            return
                "share of the project expenditure: \(Self.executed(summary.coveredProjects)) ÷ \(Self.executed(summary.allProjects)) = \(summary.share?.text() ?? "—")%"
        }
    }

    private func quotedOnce(_ text: String) -> String { text.hasPrefix("“") ? text : text.quoted }

    private func execution(_ subject: EvaluatedSubject) -> String {
        let (name, weight) = subject.scheme.execution
        guard let (executed, budget) = subject.funds.execution(), let rate = subject.rate else {
            return "\(name.quoted): no budget, so it cannot be told"
        }
        let head = "\(name.quoted): \(yuan(executed)) ÷ \(yuan(budget)) = \(rate.text())%"
        guard subject.isEvaluated, let score = subject.executionScore else { return head }
        let points =
            executed > budget
            ? "above 100% gives no more than all points"
            : "\(pointsText(weight)) × \(yuan(executed)) ÷ \(yuan(budget))"
        return "\(head); \(points): \(pointsText(score)) of \(pointsText(weight))"
    }
}

extension EvaluationDefinitions.Subject {
    fileprivate var english: String {
        switch self {
        case .project: "project"
        case .department: "department"
        }
    }
}
