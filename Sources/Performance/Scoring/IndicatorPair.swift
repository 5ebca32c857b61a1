import Fiscal
import Standards

/// Target and achieved value in the same unit.
struct IndicatorPair {
    private let target: Int128
    private let achieved: Int128
    /// The achieved value is itself only a bound (≥90%).
    private let bound: EvaluationDefinitions.Comparison?

    /// nil where they are of different units or there is no figure.
    ///
    /// - Parameter comparison: what the target wants, whether its sign is printed or not.
    init?(
        _ target: EvaluationNumber, _ achieved: EvaluationNumber?, comparison: EvaluationDefinitions.Comparison
    ) {
        guard let achieved else { return nil }
        let (wanted, reached) = (target.scaled, achieved.scaled)
        let units = Set([wanted.unit, reached.unit].filter { !$0.isEmpty })
        // A bare number beside a rate may be a fraction of it: that is not told.
        guard units.count <= 1, !units.contains("%") || wanted.unit == reached.unit || wanted.value == 0 else {
            return nil
        }
        if Self.contradicts(comparison, achieved.comparison) { return nil }
        let decimals = max(wanted.decimals, reached.decimals)
        self.target = wanted.value * powerOfTen(decimals - wanted.decimals)
        self.achieved = reached.value * powerOfTen(decimals - reached.decimals)
        bound = achieved.comparison
    }

    /// “<50%” says nothing of how much of “≥98%” was reached.
    private static func contradicts(
        _ target: EvaluationDefinitions.Comparison, _ achieved: EvaluationDefinitions.Comparison?
    ) -> Bool {
        switch achieved {
        case .atMost, .below: target != .atMost && target != .below
        case .atLeast, .above: target == .atMost || target == .below || target == .equal
        case .equal, nil: false
        }
    }

    /// Achieved ÷ target in percent; nil where the target is no more than zero.
    func progress(decimals: Int) -> PrintedNumber? {
        guard target > 0 else { return nil }
        return PrintedNumber.rounding(achieved * 100, over: target, decimals: decimals)
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
