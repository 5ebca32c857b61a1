import Fiscal
import Performance
import Standards

extension WeightSumChecker {
    /// A form of goals tells its own total; without one its weights prove nothing.
    func checkGoals(
        _ form: EvaluationForm, _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let points = FormPoints(form), let total = form.totalWeight, let printed = total.plain?.thousandths
        else { return }
        guard points.missing.isEmpty else { return result.lack(points.missing) }
        if points.weightSum == printed { return result.pass() }
        let sum = PrintedNumber.text(thousandths: points.weightSum)
        // Points that are kept for the rate of execution may be in the total and in no row.
        result.findings.append(
            Finding(
                rule, in: context, proof: points.weightSum > printed ? .error : .warning,
                message: EvaluationWords.goalWeights(form.name, points.weights.map(\.cell.text), sum, total.text),
                printed: total.text, expected: sum,
                difference: PrintedNumber.text(thousandths: (points.weightSum - printed).magnitudeValue),
                places: [form.spot("合计 / \(IndicatorColumn.weight)", total)]
                    + points.weights.map { form.spot(IndicatorColumn.weight, $0.cell) }))
    }
}
