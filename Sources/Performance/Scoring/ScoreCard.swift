package import Fiscal
package import Ledger
package import Standards

/// A subject with its scheme, its money and its indicators, scored. Points are hundredths.
package struct EvaluatedSubject: Sendable {
    package let record: SubjectRecord
    package let scheme: Scheme
    package let funds: SubjectFunds
    /// Which lines its money is.
    let scope: FundsFinder.Scope
    /// The functional items that its money is booked on.
    package let functions: [Code]
    package let indicators: [ScoredIndicator]
    /// What the book says of level-2 indicators that have none.
    package let absences: [IndicatorRecord]
    package let tasks: [TaskRecord]
    package let monitoring: [MonitoringRecord]
    /// executed ÷ budget in percent, rounded once; nil where there is no budget.
    package let rate: PrintedNumber?
    /// nil where there is no rate that the scheme wants.
    package let executionScore: Int64?
    /// nil where some score is open.
    package let total: Int64?
    /// Empty where there is no total.
    package let grade: String

    /// Whether anything was achieved: else there are goals only.
    package var isEvaluated: Bool { indicators.contains { !$0.indicator.achieved.isBlank } }
    /// Whether the forms of the year's end can be printed: what is not scored waits for no achievement.
    package var isReported: Bool { isEvaluated || !scheme.isScored }
    package var name: String { record.name }

    package subscript(indicator name: String) -> ScoredIndicator? { indicators.first { $0.indicator.name == name } }
}

package struct ScoredIndicator: Sendable, Hashable {
    package let indicator: Indicator
    package let score: IndicatorScore
    package let isFarAbove: Bool
}

/// Puts a subject's scores together.
struct ScoreCardMaker {
    let rules: ScoringRules

    func card(
        _ record: SubjectRecord, scheme: Scheme, scope: FundsFinder.Scope, funds: SubjectFunds, functions: [Code],
        indicators: [Indicator], tasks: [TaskRecord], monitoring: [MonitoringRecord],
        absences: [IndicatorRecord] = []
    ) -> EvaluatedSubject {
        let scorer = Scorer(rules)
        let scored = indicators.map { indicator in
            let score = scorer.score(indicator)
            return ScoredIndicator(indicator: indicator, score: score, isFarAbove: scorer.isFarAbove(score))
        }
        let execution = funds.execution()
        let rate = execution.flatMap {
            PrintedNumber.rounding(Int128($0.executed) * 100, over: Int128($0.budget), decimals: rules.rateDecimals)
        }
        let points = executionPoints(execution, weight: scheme.execution.weight)
        let values = scored.map(\.score.value)
        var total: Int64?
        if let points, !values.isEmpty, values.allSatisfy({ $0 != nil }) {
            total = values.reduce(points) { $0 + ($1 ?? 0) }
        }
        return EvaluatedSubject(
            record: record, scheme: scheme, funds: funds, scope: scope, functions: functions,
            indicators: scored, absences: absences, tasks: tasks, monitoring: monitoring,
            rate: rate, executionScore: points, total: total,
            grade: total.map { scorer.grade($0, of: scheme.fullScore) } ?? "")
    }

    /// Execution above the budget earns no more than all points, a reversal no less than none.
    private func executionPoints(_ execution: (executed: Int64, budget: Int64)?, weight: Int64) -> Int64? {
        guard weight > 0 else { return 0 }
        return execution.flatMap {
            PrintedNumber.rounding(
                Int128(weight) * Int128(max(0, min($0.executed, $0.budget))),
                over: Int128($0.budget) * powerOfTen(2), decimals: rules.scoreDecimals)
        }.flatMap { Int64(exactly: Int128($0.mantissa) * powerOfTen(2 - $0.decimals)) }
    }
}
