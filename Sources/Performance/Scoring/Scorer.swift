import Fiscal
import Ledger
package import Standards

/// An indicator and the rules of its place → its score.
package struct Scorer: Sendable {
    private let rules: ScoringRules

    package init(_ rules: ScoringRules) { self.rules = rules }

    package func score(_ indicator: Indicator) -> IndicatorScore {
        let result = result(indicator)
        return IndicatorScore(
            weight: indicator.weight, basis: result.basis, computed: result.points,
            given: indicator.record.givenScore.map { min($0, Indicator.mostPoints) }, times: result.times,
            isHeldBack: result.isHeldBack)
    }

    private struct Result {
        var basis: IndicatorScore.Basis
        var points: Int64?
        var times: Int64?
        var isHeldBack = false
    }

    private func result(_ indicator: Indicator) -> Result {
        if indicator.record.weight == nil { return Result(basis: .open(.noWeight)) }
        if indicator.target.isBlank { return Result(basis: .open(.noTarget)) }
        if indicator.achieved.isBlank { return Result(basis: .open(.notAchievedYet)) }
        guard indicator.way != .band, let comparison = indicator.comparison, let target = indicator.target.number else {
            return quality(indicator)
        }
        if indicator.isRatioOfNothing { return Result(basis: .open(.ratioOfZero)) }
        guard let pair = IndicatorPair(target, indicator.achieved.number, comparison: comparison) else {
            // 100% against 完成, or words whose attainment a person has to tell.
            return indicator.achieved.number == nil ? quality(indicator) : Result(basis: .open(.notComparable))
        }
        let times = comparison == .atLeast || comparison == .above ? pair.times : nil
        if pair.reaches(comparison) { return Result(basis: .reached, points: indicator.weight, times: times) }
        if indicator.way == .direct { return Result(basis: .missed, points: 0, times: times) }
        guard let share = pair.share(comparison) else { return Result(basis: .open(.ratioOfZero)) }
        return self.share(share.0, of: share.1, weight: indicator.weight, times: times)
    }

    private func share(_ numerator: Int128, of denominator: Int128, weight: Int64, times: Int64?) -> Result {
        let rounded = PrintedNumber.rounding(
            Int128(weight) * numerator, over: denominator * powerOfTen(2), decimals: rules.scoreDecimals)
        let points = rounded.flatMap { Int64(exactly: Int128($0.mantissa) * powerOfTen(2 - $0.decimals)) }
        // What missed its target never gets all points, however close it came: it gets the next lower ones.
        let most = max(0, weight - Int64(powerOfTen(2 - rules.scoreDecimals)))
        return Result(
            basis: .share(numerator, of: denominator), points: points.map { max(0, min($0, most)) }, times: times,
            isHeldBack: points.map { $0 > most } ?? false)
    }

    /// What achieved is so far above its target that it wants a reason.
    package func isFarAbove(_ score: IndicatorScore) -> Bool { score.times.map { $0 >= rules.farAbove } ?? false }

    /// - Parameter full: what could be had, in hundredths.
    package func grade(_ points: Int64, of full: Int64) -> String {
        rules.grades.first { Int128(points) * 100 >= Int128($0.low) * Int128(full) }?.name ?? ""
    }

    // MARK: Quality

    private func quality(_ indicator: Indicator) -> Result {
        if let band = stated(indicator) {
            let isBest = band == rules.bands.first
            // All points or none: only the best attainment is one.
            if indicator.way == .direct {
                return Result(basis: isBest ? .reached : .missed, points: isBest ? indicator.weight : 0)
            }
            guard isBest || indicator.record.givenScore != nil else {
                return Result(basis: .open(.notJudged(band)))
            }
            return Result(basis: .band(band), points: judged(band, indicator))
        }
        guard isAttained(indicator) else { return Result(basis: .open(.noBand)) }
        guard indicator.way == .band, let best = rules.bands.first else {
            return Result(basis: .reached, points: indicator.weight)
        }
        return Result(basis: .band(best), points: judged(best, indicator))
    }

    private func stated(_ indicator: Indicator) -> ScoringRules.Band? {
        rules.bands.first { $0.name == indicator.band }
    }

    /// The judged points where they lie in the range, else its top where the range is the best one.
    private func judged(_ band: ScoringRules.Band, _ indicator: Indicator) -> Int64? {
        if let given = indicator.record.givenScore, band.holds(given, of: indicator.weight) { return given }
        return band == rules.bands.first ? indicator.weight * band.high / 100 : nil
    }

    private func isAttained(_ indicator: Indicator) -> Bool {
        let achieved = foldedLabel(indicator.achieved.text)
        if achieved == foldedLabel(indicator.target.text) || rules.attained.contains(achieved) { return true }
        guard let comparison = indicator.comparison, let target = indicator.target.number,
            let pair = IndicatorPair(target, indicator.achieved.number, comparison: comparison)
        else { return false }
        return pair.reaches(comparison)
    }
}
