import Fiscal
import Performance
import Publication
import Standards

/// 完成值写法: what was achieved is a figure of its own, where the target is one.
///
/// A target copied with its sign (≥90% → ≥90%) was not measured, and 拨付完成 is no answer to 800 元/件.
struct AchievedValueChecker: EvaluationChecker {
    private static let dates: Set<Character> = ["年", "月", "日", "天", "前", "底"]

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            var wrong: [(EvaluationIndicator, EvaluationCell, EvaluationCell)] = []
            for indicator in form.indicators {
                guard let target = indicator.target, let actual = indicator.actual, !actual.isBlank,
                    Self.hasDigit(target.text), !target.text.contains(where: Self.dates.contains)
                else { continue }
                let isCopied = actual.number?.comparison.map { $0 == target.number?.comparison } ?? false
                if isCopied || !Self.hasDigit(actual.text) {
                    wrong.append((indicator, target, actual))
                } else {
                    result.pass()
                }
            }
            guard let first = wrong.first else { continue }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.noValue(
                        form.name, wrong.map { ($0.0.title, $0.1.text, $0.2.text) }),
                    printed: first.2.text,
                    places: wrong.flatMap { indicator, target, actual in
                        [
                            form.spot("\(indicator.title) / \(IndicatorColumn.actual)", actual),
                            form.spot("\(indicator.title) / \(IndicatorColumn.target)", target),
                        ]
                    }))
        }
        return result
    }

    private static func hasDigit(_ text: String) -> Bool { text.contains { $0.isASCII && $0.isNumber } }
}

/// Several checkers of one rule.
struct JointChecker: EvaluationChecker {
    let checkers: [any EvaluationChecker]
    /// Whether they look for the same thing, so that what one told of a figure the next leaves out.
    var tellsOnce = false

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        checkers.reduce(into: WordingResult()) { all, checker in
            let result = checker.check(context, rule: rule)
            let told = tellsOnce ? Set(all.findings.flatMap(\.places).map(\.spot)) : []
            all.findings += result.findings.filter { told.isDisjoint(with: $0.places.map(\.spot)) }
            all.pass(result.passed)
            for reason in result.unchecked { all.lack(reason) }
        }
    }
}
