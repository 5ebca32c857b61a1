import Fiscal
import Ledger
import Performance
import Standards

/// Subjects of evaluation as `package.json` has them. Points and amounts are texts as printed: points to two decimals at
/// most, amounts in yuan.
struct PackageEvaluation: Sendable {
    struct Money: Sendable {
        /// 总额, 财政拨款, 上年结转, 其他资金.
        let source: String
        let initialBudget: String?
        let adjustedBudget: String?
        let actual: String?
    }

    struct Indicator: Sendable {
        let level1: String
        let level2: String
        let name: String
        let target: String
        let achieved: String
        let weight: String
        let score: String?
        /// What the scheme says, where a hand gave another score.
        let computed: String?
        let reason: String
        /// Code of the subject whose indicator it is too.
        let sharedWith: String?
    }

    let code: String
    let name: String
    let kind: String
    let unit: String
    let scheme: String
    let funds: [Money]
    let executionRate: String?
    let executionScore: String?
    let indicators: [Indicator]
    let score: String?
    let grade: String?
    /// Titles of the forms that print it.
    let forms: [String]
}

extension PackageEvaluation {
    init(_ subject: EvaluatedSubject, forms: [PrintedEvaluation], units: UnitTree) {
        code = subject.record.code
        name = subject.name
        kind = subject.record.kind.rawValue
        unit = units[subject.record.unit]?.name ?? ""
        scheme = subject.scheme.id
        funds = SubjectFunds.Source.allCases.map { source in
            func yuan(_ phase: Phase) -> String? {
                subject.funds.amount(source, phase).map { PrintedNumber(mantissa: $0, decimals: 2).text() }
            }
            return Money(
                source: source.rawValue, initialBudget: yuan(.initialBudget), adjustedBudget: yuan(.adjustedBudget),
                actual: yuan(.actual))
        }
        executionRate = subject.rate.map { $0.text() + "%" }
        executionScore = subject.executionScore.map(pointsText)
        indicators = subject.indicators.map { item in
            let record = item.indicator.record
            return Indicator(
                level1: record.first, level2: record.second, name: record.name, target: item.indicator.target.text,
                achieved: item.indicator.achieved.text, weight: pointsText(item.indicator.weight),
                score: item.score.value.map(pointsText),
                computed: item.score.isOverridden ? item.score.computed.map(pointsText) : nil,
                reason: item.indicator.deviation, sharedWith: record.sharedWith.isEmpty ? nil : record.sharedWith)
        }
        score = subject.total.map(pointsText)
        grade = subject.grade.isEmpty ? nil : subject.grade
        self.forms = forms.filter { $0.subject == subject.record.code }.map(\.title)
    }
}
