import Fiscal
import Ledger
import Standards

/// How a score came about, in English; the Chinese words are in `ScoreArithmetic`.
extension ScoredIndicator {
    var englishArithmetic: String {
        guard score.isOverridden, let given = score.given else { return byScheme + timesText }
        let reason = indicator.record.givenReason
        let said = reason.isEmpty ? "no reason given" : "reason: \(reason.quoted)"
        guard let computed = score.computed else {
            return "\(pointsText(given)) by hand, the scheme cannot tell (\(byScheme)); \(said)"
        }
        return "\(pointsText(given)) by hand instead of \(pointsText(computed)) by the scheme (\(byScheme)); \(said)"
            + timesText
    }

    private var byScheme: String {
        let weight = score.weight
        switch score.basis {
        case .reached: return "reached \(wanted), all \(pointsText(weight)) points"
        case .missed: return "missed \(wanted), all points or none: 0"
        case .share(let numerator, let denominator):
            let pair = indicator.shown(numerator, denominator)
            let unit = pair.unit.isEmpty || pair.unit == "%" ? pair.unit : " \(pair.unit.quoted)"
            let isMore = indicator.comparison == .atLeast || indicator.comparison == .above
            let figures =
                isMore
                ? "\(pair.numerator)/\(pair.denominator)\(unit)" : "\(indicator.reached.quoted) against \(wanted)"
            let sum =
                "\(pointsText(weight)) × \(pair.numerator) ÷ \(pair.denominator) \(isExact ? "=" : "≈") \(pointsText(score.computed ?? 0))"
            return "\(figures), \(sum)" + (score.isHeldBack ? " (missed, so not all points)" : "")
        case .band(let band):
            let judged =
                score.given.map { "\(pointsText($0)) by hand" } ?? "\(pointsText(score.computed ?? 0)) points"
            return "\(band.name.quoted), \(band.low)–\(band.high)%, \(judged)"
        case .open(let gap): return open(gap)
        }
    }

    private var wanted: String { indicator.wanted.hasPrefix("“") ? indicator.wanted : indicator.wanted.quoted }

    private func open(_ gap: IndicatorScore.Gap) -> String {
        switch gap {
        case .noWeight: "no weight, so no score"
        case .noTarget: "no target, so no score"
        case .notAchievedYet: "nothing achieved yet, so no score"
        case .notComparable: "target \(wanted) and achieved value \(indicator.reached.quoted) cannot be compared"
        case .noBand: "whether \(indicator.achieved.text.quoted) reaches the target has to be said in “完成等级”"
        case .notJudged(let band): "\(band.name.quoted), \(band.low)–\(band.high)%, not judged yet"
        case .ratioOfZero: "the target is 0 or less, so there is no ratio to it"
        }
    }

    private var timesText: String {
        guard isFarAbove, let times = score.times else { return "" }
        return "; \(pointsText(times)) times the target"
    }
}
