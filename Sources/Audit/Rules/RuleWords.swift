import Fiscal
import Formulas
import Standards

/// The sentences of findings of written rules.
struct RuleWords {
    let standards: Standards

    /// What must hold, what stands on either side, and where to look.
    func message(_ rule: Rule, _ formula: Formula, _ result: FormulaResult, _ comparison: Comparison) -> String {
        let members = result.binding.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, code in
            code.isAll ? "合计" : "\(code.text) \(standards.classification(dimension).name(code))"
        }
        let place = members.isEmpty ? "" : "（\(members.joined(separator: "、"))）"
        let left = amount(comparison.left.nominal, comparison.measure)
        let right = amount(comparison.right.nominal, comparison.measure)
        let difference = amount(comparison.difference, comparison.measure)
        var text = "应当\(rule.title)\(place)，而按印出的数：“\(formula.words(at: comparison.span))”不成立，"
        text += "左边是 \(left)，右边是 \(right)，相差 \(difference)，四舍五入解释不了。"
        text += rule.advice.isEmpty ? "请核对下面各处。" : rule.advice
        return text
    }

    /// What a missing figure is called.
    func name(_ cell: FormulaCell) -> String {
        let spec = FactSpec(
            concept: cell.concept, phase: cell.phase, yearOffset: cell.yearOffset, coordinates: cell.coordinates)
        let form = cell.form.map { id in standards.forms[id]?.title ?? id }
        return [form, standards.words(for: spec)].compactMap { $0 }.joined(separator: "：")
    }

    /// Money in 万元, anything else as it is; without its sign.
    func amount(_ value: Rational, _ measure: Measure?) -> String {
        let isMoney = measure == .money
        let unit = isMoney ? MoneyUnit.tenThousandYuan : nil
        guard let number = value.printed(in: unit?.rawValue ?? 1, decimals: isMoney ? 2 : 0) else { return "？" }
        let size = PrintedNumber(mantissa: abs(number.mantissa), decimals: number.decimals)
        return size.text(grouping: true) + (unit.map { " " + $0.word } ?? "")
    }
}
