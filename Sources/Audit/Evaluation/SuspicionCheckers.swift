import Fiscal
import Performance
import Publication
import Standards

/// 定性得分: words that say a target of quality was missed, beside points of the range for one that was reached.
struct QualityScoreChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let bands = context.paper.standards.schemes.rules.bands
        guard let best = bands.first else { return result }
        for form in context.scored {
            for indicator in form.indicators {
                guard let actual = indicator.actual, actual.value == .words else { continue }
                let text = foldedLabel(actual.text)
                guard let band = bands.first(where: { $0.words.contains(text) }) else { continue }
                guard let weight = indicator.weight?.plain?.thousandths, weight > 0,
                    let score = indicator.score?.plain?.thousandths
                else {
                    result.lack(EvaluationWords.noPoints(indicator.title))
                    continue
                }
                // Ranges in percent of the weight; the upper end of a lower range belongs to the next one.
                let isWithin =
                    score * 100 >= weight * Int128(band.low)
                    && (band == best ? score <= weight : score * 100 < weight * Int128(band.high))
                if isWithin {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: indicator.hasReason ? .warning : .error,
                        message: EvaluationWords.qualityScore(form.name, indicator, band),
                        printed: indicator.score?.text ?? "", places: EvaluationWords.places(form, indicator)))
            }
        }
        return result
    }
}

/// 笼统用语: targets that nobody could miss.
struct VagueTargetChecker: EvaluationChecker {
    private static let fewest = 5

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let (words, limit) = (context.definitions.vagueWords, context.definitions.mostVague)
        for form in context.scored + context.goals {
            let targets = form.indicators.compactMap { indicator in indicator.target.map { (indicator, $0) } }.filter {
                !$0.1.isBlank && $0.1.value != .nothing
            }
            guard !targets.isEmpty else {
                result.lack(EvaluationWords.noTargets(form.name))
                continue
            }
            guard targets.count >= Self.fewest else { continue }
            let vague = targets.filter { target in
                let text = foldedLabel(target.1.text)
                return target.1.number == nil && words.contains { text.hasPrefix($0) }
            }
            guard vague.count * 100 > targets.count * limit else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.vague(form.name, vague.map(\.1.text), of: targets.count),
                    printed: vague[0].1.text, places: vague.map { form.spot($0.0.title, $0.1) }))
        }
        return result
    }
}

/// 偏差原因: all points, and a reason for a failure; or points lost for a reason that says nothing.
struct ReasonWordsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for indicator in form.indicators {
                guard indicator.hasReason, let reason = indicator.reason else { continue }
                guard let lost = indicator.lost else {
                    result.lack(EvaluationWords.noPoints(indicator.title))
                    continue
                }
                let text = foldedLabel(reason.text)
                let isContradiction = lost == 0 && context.definitions.failureWords.contains { text.contains($0) }
                let isEmpty = lost > 0 && context.definitions.emptyReasons.contains(text)
                guard isContradiction || isEmpty else {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.reason(form.name, indicator, isContradiction: isContradiction),
                        printed: reason.text, places: [form.spot(indicator.title, reason)]))
            }
        }
        return result
    }
}

/// 全优: many projects, and not one point lost in any.
struct AllFullChecker: EvaluationChecker {
    private static let fewest = 3

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let totals = context.projects.compactMap { form in form.totalScore.map { (form, $0) } }
        guard context.projects.count >= Self.fewest else { return result }
        guard totals.count == context.projects.count else {
            result.lack(EvaluationWords.noTotals)
            return result
        }
        let full = Int128(context.definitions.fullWeight) * 1000
        guard totals.allSatisfy({ $0.1.plain?.thousandths == full }) else {
            result.pass()
            return result
        }
        result.findings.append(
            Finding(
                rule, in: context, message: EvaluationWords.allFull(totals.count), printed: totals[0].1.text,
                places: totals.map { $0.0.spot("总分", $0.1) }))
        return result
    }
}
