import Fiscal
import Formulas
import Publication
import Standards

/// The sentences of findings of written rules.
struct RuleWords {
    let standards: Standards

    private static let mostQuoted = 4

    /// What is printed, what must hold, by how much it does not, and what to look at.
    func message(
        _ rule: Rule, _ figures: [ReadFigure], _ result: FormulaResult, _ comparison: Comparison
    ) -> String {
        let members = result.binding.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, code in
            code.isAll ? "合计" : "\(code.text) \(standards.classification(dimension).name(code))"
        }
        let place = members.isEmpty ? "" : "（\(members.joined(separator: "、"))）"
        var text = figures.prefix(Self.mostQuoted).map(quoted).joined(separator: "、")
        if figures.count > Self.mostQuoted { text += "等 \(figures.count) 个数" }
        text += "，不符合“\(rule.title)”的规则\(place)"
        if comparison.measure == nil || comparison.difference.isZero {
            text += "。"
        } else if figures.count > 2 {
            let left = amount(comparison.left.nominal, comparison.measure)
            let right = amount(comparison.right.nominal, comparison.measure)
            text += "：两边算得 \(left) 和 \(right)，"
            text += "相差 \(amount(comparison.difference, comparison.measure))，四舍五入解释不了。"
        } else {
            text += "，相差 \(amount(comparison.difference, comparison.measure))，四舍五入解释不了。"
        }
        return text + (rule.advice.isEmpty ? "请核对这几处。" : rule.advice)
    }

    private func quoted(_ figure: ReadFigure) -> String {
        let place = "“\(figure.place.label)”"
        if figure.printed == nil { return place + "为空白" }
        return FindingWords.endsInFigure(figure) ? place : place + "印 \(figure.text)\(unit(of: figure))"
    }

    /// Prose prints the unit with the number; cells do not.
    private func unit(of figure: ReadFigure) -> String {
        figure.text.hasSuffix(figure.unit) ? "" : (figure.unit == "%" ? "" : " ") + figure.unit
    }

    /// That a figure was not found.
    func missing(_ cell: FormulaCell) -> String { "没有读到“\(name(cell))”" }

    private func name(_ cell: FormulaCell) -> String {
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
