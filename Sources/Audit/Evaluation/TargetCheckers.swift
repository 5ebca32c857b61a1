import Fiscal
import Performance
import Standards

/// 比率范围: a rate or a satisfaction beyond a hundred percent.
struct RateRangeChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals {
            for indicator in form.indicators {
                let name = foldedLabel(indicator.name.text)
                guard context.definitions.rates.contains(where: name.contains),
                    !context.definitions.unlimitedRates.contains(where: name.contains)
                else { continue }
                for cell in [indicator.target, indicator.actual].compactMap({ $0 }) {
                    guard let number = cell.number, number.isPercent, let value = number.printed.thousandths else {
                        continue
                    }
                    if value <= 100_000 {
                        result.pass()
                    } else {
                        result.findings.append(
                            Finding(
                                rule, in: context,
                                message: EvaluationWords.beyond(form.name, indicator.title, cell.text),
                                printed: cell.text, expected: "不超过 100%",
                                places: [form.spot(indicator.title, cell)]))
                    }
                }
            }
        }
        return result
    }
}

/// 空白指标值: placeholders where a target or an achievement should stand.
struct PlaceholderTargetChecker: EvaluationChecker {
    private static let marks: Set<Character> = ["*", "×", "X", "x", "…", "_", "?", "？"]

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals {
            for indicator in form.indicators {
                for cell in [indicator.target, indicator.actual].compactMap({ $0 }) where !cell.isBlank {
                    let bare = foldedLabel(cell.text).filter { !"%≥≤><=次个人件".contains($0) }
                    if !bare.isEmpty, bare.allSatisfy(Self.marks.contains) {
                        result.findings.append(
                            Finding(
                                rule, in: context,
                                message: EvaluationWords.placeholder(form.name, indicator.title, cell.text),
                                printed: cell.text, places: [form.spot(indicator.title, cell)]))
                    } else {
                        result.pass()
                    }
                }
            }
        }
        return result
    }
}

/// 成本方向: of money less is better.
struct CostDirectionChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals {
            for indicator in form.indicators where indicator.second.contains("成本") || indicator.first.contains("成本") {
                guard let target = indicator.target, let number = target.number, number.unit.hasSuffix("元"),
                    !indicator.name.text.contains("节约"), form.hasSureLevels
                else { continue }
                if number.comparison != .atLeast, number.comparison != .above {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, message: EvaluationWords.cost(form.name, indicator.title, target.text),
                        printed: target.text, places: [form.spot(indicator.title, target)]))
            }
        }
        return result
    }
}
