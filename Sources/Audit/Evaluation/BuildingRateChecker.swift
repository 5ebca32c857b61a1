import Fiscal
import Performance
import Standards

/// 规模控制率, 投资概算控制率: what was built over what was approved, of each finished building of a base-data table.
struct BuildingRateChecker: EvaluationChecker {
    /// Names of `楼栏`: rate, built, approved.
    private static let rates = [("规模控制率", "实际规模", "批复规模"), ("投资控制率", "实际投资", "预算投资")]

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base {
            for row in form.buildings {
                for (rate, built, approved) in Self.rates {
                    guard let rate = row[rate], let built = row[built], let approved = row[approved] else { continue }
                    check(form, rate, built, approved, context, rule, into: &result)
                }
            }
        }
        return result
    }

    private func check(
        _ form: EvaluationForm, _ rate: EvaluationCell, _ built: EvaluationCell, _ approved: EvaluationCell,
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        // 0.00 stands where nothing was built.
        guard let printed = rate.number, printed.isPercent, let part = built.number, let whole = approved.number,
            !whole.printed.isZero,
            part.unit == whole.unit,
            let low = Bounds(part.printed, factor: 1), let high = Bounds(whole.printed, factor: 1),
            let follows = Quotient.follows(printed.printed, low, times: 100, over: high),
            let (numerator, denominator) = both(part.printed.thousandths, whole.printed.thousandths),
            let expected = PrintedNumber.rounding(
                numerator * 100, over: denominator,
                decimals: max(printed.printed.decimals, 2))
        else { return }
        guard !follows else { return result.pass() }
        result.findings.append(
            Finding(
                rule, in: context,
                message: EvaluationWords.building(
                    form.name, rate.text, built.text, approved.text, expected.text() + "%"),
                printed: rate.text, expected: expected.text() + "%",
                places: [form.spot("", rate), form.spot("", built), form.spot("", approved)]))
    }

    private func both(_ one: Int128?, _ other: Int128?) -> (Int128, Int128)? {
        guard let one, let other else { return nil }
        return (one, other)
    }
}
