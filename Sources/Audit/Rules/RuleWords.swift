import Fiscal
import Formulas
import Publication
import Standards

/// The sentences of findings of written rules.
struct RuleWords {
    let standards: Standards

    /// A comparison that is proved wrong, with the printed figures of either side.
    struct Sides {
        let left: [ReadFigure]
        let right: [ReadFigure]
        let comparison: Comparison
    }

    /// Every figure is named: nobody can look up what is not.
    private static let mostQuoted = 40

    /// What is printed on either side, how they should stand to each other, by how much they do not, and what to look at.
    func message(_ rule: Rule, _ comparisons: [Sides], _ result: FormulaResult) -> String {
        let members = result.binding.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, code in
            code.isAll ? "合计" : "\(code.text) \(standards.classification(dimension).name(code))"
        }
        let place = members.isEmpty ? "" : "（\(members.joined(separator: "、"))）"
        return comparisons.map(sentence).joined(separator: "；") + "。规则是“\(rule.title)”\(place)。"
            + (rule.advice.isEmpty ? "请核对这几处。" : rule.advice)
    }

    private func sentence(_ sides: Sides) -> String {
        let comparison = sides.comparison
        let left = side(sides.left, comparison.left, comparison.measure, quoted)
        let right = side(sides.right, comparison.right, comparison.measure, named)
        let text = "\(left)，\(Self.words(comparison.comparator))\(right)"
        if comparison.measure == nil || comparison.difference.isZero { return text }
        return text + "，相差 \(amount(comparison.difference, comparison.measure))，四舍五入解释不了"
    }

    private static func words(_ comparator: Comparator) -> String {
        switch comparator {
        case .equal: "应等于"
        case .unequal: "不应等于"
        case .atMost: "应不大于"
        case .atLeast: "应不小于"
        case .less: "应小于"
        case .greater: "应大于"
        }
    }

    private func side(
        _ figures: [ReadFigure], _ value: ValueInterval, _ measure: Measure?, _ words: (ReadFigure) -> String
    ) -> String {
        let reckoned = (value.nominal.numerator < 0 ? "-" : "") + amount(value.nominal, measure)
        if figures.isEmpty { return " " + reckoned }
        let text = figures.prefix(Self.mostQuoted).map(words).joined(separator: "、")
        if figures.count == 1 { return text }
        return text + (figures.count > Self.mostQuoted ? "等 \(figures.count) 个数" : "") + "（算得 \(reckoned)）"
    }

    private func quoted(_ figure: ReadFigure) -> String {
        let place = "“\(figure.place.label)”"
        if figure.printed == nil { return place + "为空白" }
        return FindingWords.endsInFigure(figure) ? place : place + "印 \(figure.text)\(unit(of: figure))"
    }

    /// The same as the object of a sentence.
    private func named(_ figure: ReadFigure) -> String {
        let place = "“\(figure.place.label)”"
        if figure.printed == nil { return place + "（空白）" }
        return FindingWords.endsInFigure(figure) ? place : place + "印的 \(figure.text)\(unit(of: figure))"
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
