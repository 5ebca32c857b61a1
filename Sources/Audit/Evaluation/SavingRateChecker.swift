import Fiscal
import Performance
import Standards

/// 节约率: the money that was not spent over the budget, where other forms of the paper reckon so, too.
struct SavingRateChecker: EvaluationChecker {
    /// Forms that must reckon so, at least one of them with a saving.
    private static let fewest = 2

    private struct Reading {
        let form: EvaluationForm
        let indicator: EvaluationIndicator
        let actual: EvaluationCell
        let budget: EvaluationCell
        let spent: EvaluationCell
        let expected: String
        let follows: Bool
        let isZero: Bool
    }

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let all = context.scored.flatMap { form in
            form.indicators.compactMap { Self.reading($0, form, context.definitions) }
        }
        guard !all.isEmpty else { return result }
        let following = all.filter(\.follows)
        let others = all.filter { !$0.follows }
        guard following.count >= max(Self.fewest, others.count), following.contains(where: { !$0.isZero }) else {
            result.lack(EvaluationWords.noSavingRule)
            return result
        }
        result.pass(following.count)
        let example = following.first { !$0.isZero } ?? following[0]
        for reading in others {
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.saving(
                        reading.form.name, reading.indicator.title, reading.actual.text, reading.spent.text,
                        reading.budget.text, reading.expected, like: example.form.name),
                    printed: reading.actual.text, expected: reading.expected,
                    places: [
                        reading.form.spot("\(reading.indicator.title) / \(IndicatorColumn.actual)", reading.actual),
                        reading.form.spot("\(FundName.total) / \(FundColumn.actual)", reading.spent),
                        reading.form.spot("\(FundName.total) / \(FundColumn.budget)", reading.budget),
                    ]))
        }
        return result
    }

    private static func reading(
        _ indicator: EvaluationIndicator, _ form: EvaluationForm, _ definitions: EvaluationDefinitions
    ) -> Reading? {
        let name = foldedLabel(indicator.name.text)
        guard definitions.savings.contains(where: name.hasPrefix), let actual = indicator.actual,
            let number = actual.number, number.comparison == nil, number.isPercent || number.printed.isZero,
            number.unit.isEmpty || number.isPercent, let row = form.fund(FundName.total),
            let budget = row[FundColumn.budget], let spent = row[FundColumn.actual]
        else { return nil }
        let arithmetic = FormArithmetic([budget, spent])
        guard let whole = arithmetic.money(budget), let part = arithmetic.money(spent), whole.isPositive,
            part.low <= whole.high
        else { return nil }
        let saved = Bounds(low: max(0, whole.low - part.high), high: max(0, whole.high - part.low))
        guard let follows = Quotient.follows(number.printed, saved, times: 100, over: whole),
            let expected = PrintedNumber.rounding(
                (whole.middle - part.middle) * 100, over: whole.middle, decimals: max(2, number.printed.decimals))
        else { return nil }
        return Reading(
            form: form, indicator: indicator, actual: actual, budget: budget, spent: spent,
            expected: expected.text() + "%", follows: follows, isZero: number.printed.isZero)
    }
}
