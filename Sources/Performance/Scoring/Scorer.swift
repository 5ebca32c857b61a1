import Fiscal
import Ledger
package import Standards

/// An indicator and the rules of its place → its score.
package struct Scorer: Sendable {
    private let rules: ScoringRules

    package init(_ rules: ScoringRules) { self.rules = rules }

    package func score(_ indicator: Indicator) -> IndicatorScore {
        func result(_ basis: IndicatorScore.Basis, _ computed: Int64?, times: Int64? = nil) -> IndicatorScore {
            IndicatorScore(
                weight: indicator.weight, basis: basis, computed: computed, given: indicator.record.givenScore,
                times: times)
        }
        if indicator.record.weight == nil { return result(.open(.noWeight), nil) }
        if indicator.target.isBlank { return result(.open(.noTarget), nil) }
        if indicator.achieved.isBlank { return result(.open(.notAchievedYet), nil) }
        guard let comparison = indicator.comparison, let target = indicator.target.number else {
            let (basis, points) = quality(indicator)
            return result(basis, points)
        }
        guard let pair = Pair(target, indicator.achieved.number) else {
            // 100% against 完成.
            if isAttained(indicator) { return result(.reached, indicator.weight) }
            if let band = stated(indicator) { return result(.band(band), judged(band, indicator)) }
            return result(.open(.notComparable), nil)
        }
        let times = comparison == .atLeast || comparison == .above ? pair.times : nil
        if pair.reaches(comparison) { return result(.reached, indicator.weight, times: times) }
        if indicator.way == .direct { return result(.missed, 0, times: times) }
        guard let (numerator, denominator) = pair.share(comparison) else { return result(.open(.ratioOfZero), nil) }
        let points = PrintedNumber.rounding(
            Int128(indicator.weight) * numerator, over: denominator * powerOfTen(2), decimals: rules.scoreDecimals)
        let hundredths = points.flatMap { Int64(exactly: Int128($0.mantissa) * powerOfTen(2 - $0.decimals)) }
        // What missed its target never gets all points, however close it came: it gets the next lower ones.
        let step = Int64(powerOfTen(2 - rules.scoreDecimals))
        return result(
            .share(numerator, of: denominator), hundredths.map { max(0, min($0, indicator.weight - step)) },
            times: times)
    }

    /// What achieved is so far above its target that it wants a reason.
    package func isFarAbove(_ score: IndicatorScore) -> Bool { score.times.map { $0 >= rules.farAbove } ?? false }

    package func grade(_ points: Int64) -> String {
        rules.grades.first { points >= Int64($0.low) * 100 }?.name ?? ""
    }

    // MARK: Quality

    private func quality(_ indicator: Indicator) -> (IndicatorScore.Basis, Int64?) {
        if let band = stated(indicator) {
            guard band == rules.bands.first || indicator.record.givenScore != nil else {
                return (.open(.notJudged(band)), nil)
            }
            return (.band(band), judged(band, indicator))
        }
        guard isAttained(indicator) else { return (.open(.noBand), nil) }
        guard indicator.way == .band, let best = rules.bands.first else { return (.reached, indicator.weight) }
        return (.band(best), judged(best, indicator))
    }

    private func stated(_ indicator: Indicator) -> ScoringRules.Band? {
        rules.bands.first { $0.name == indicator.record.band }
    }

    /// The judged points where they lie in the range, else its top where the range is the best one.
    private func judged(_ band: ScoringRules.Band, _ indicator: Indicator) -> Int64? {
        if let given = indicator.record.givenScore, band.holds(given, of: indicator.weight) { return given }
        return band == rules.bands.first ? indicator.weight * band.high / 100 : nil
    }

    private func isAttained(_ indicator: Indicator) -> Bool {
        let achieved = foldedLabel(indicator.achieved.text)
        return achieved == foldedLabel(indicator.target.text) || rules.attained.contains(achieved)
    }
}

/// Target and achieved value in the same unit.
private struct Pair {
    private let target: Int128
    private let achieved: Int128
    /// The achieved value is itself only a bound (≥90%).
    private let bound: EvaluationDefinitions.Comparison?

    /// nil where they are of different units or there is no figure.
    init?(_ target: EvaluationNumber, _ achieved: EvaluationNumber?) {
        guard let achieved else { return nil }
        let (wanted, reached) = (target.scaled, achieved.scaled)
        let units = Set([wanted.unit, reached.unit].filter { !$0.isEmpty })
        // A bare number beside a rate may be a fraction of it: that is not told.
        guard units.count <= 1, !units.contains("%") || wanted.unit == reached.unit || wanted.value == 0 else {
            return nil
        }
        let decimals = max(wanted.decimals, reached.decimals)
        self.target = wanted.value * powerOfTen(decimals - wanted.decimals)
        self.achieved = reached.value * powerOfTen(decimals - reached.decimals)
        bound = achieved.comparison
    }

    /// Hundredths, cut off; nil where the target is no more than zero.
    var times: Int64? { target > 0 && achieved >= 0 ? Int64(exactly: achieved * 100 / target) : nil }

    func reaches(_ comparison: EvaluationDefinitions.Comparison) -> Bool {
        switch comparison {
        case .atLeast: achieved >= target
        // >10% is above 10%, and so is anything above it.
        case .above: achieved > target || achieved == target && bound == .above
        case .atMost: achieved <= target
        case .below: achieved < target || achieved == target && bound == .below
        case .equal: achieved == target
        }
    }

    /// How much of the target was reached, as a fraction below 1; nil where there is no part of it.
    func share(_ comparison: EvaluationDefinitions.Comparison) -> (Int128, Int128)? {
        guard target > 0 else { return nil }
        switch comparison {
        case .atLeast, .above: return (max(0, min(achieved, target)), target)
        case .atMost, .below: return achieved > 0 ? (target, max(target, achieved)) : nil
        case .equal:
            guard achieved > 0 else { return (0, target) }
            return (min(achieved, target), max(achieved, target))
        }
    }
}
