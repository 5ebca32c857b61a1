import Fiscal
package import Standards

/// What one indicator gets, and the arithmetic that gave it. Points are hundredths.
package struct IndicatorScore: Sendable, Hashable {
    package enum Basis: Sendable, Hashable {
        /// The target was reached.
        case reached
        /// weight × numerator ÷ denominator.
        case share(Int128, of: Int128)
        /// Not reached, and there is no part of it.
        case missed
        /// An attainment of quality: all of the range's top, or what was judged within it.
        case band(ScoringRules.Band)
        /// It cannot be told from the book.
        case open(Gap)
    }

    /// Why no score can be computed.
    package enum Gap: Sendable, Hashable {
        case noWeight
        case noTarget
        case notAchievedYet
        /// Of another unit, or words beside a figure.
        case notComparable
        /// What was achieved is worded otherwise than the target, and no attainment is stated.
        case noBand
        /// The range is known, the points in it are not.
        case notJudged(ScoringRules.Band)
        case ratioOfZero
    }

    package let weight: Int64
    package let basis: Basis
    /// By the scheme; nil where it cannot be told.
    package let computed: Int64?
    /// By hand; kept beside the computed one.
    package let given: Int64?
    /// Achieved ÷ target in hundredths where more is better; nil elsewhere.
    package let times: Int64?
    /// Rounding would have given all points for a target that was missed.
    package let isHeldBack: Bool

    /// What counts.
    package var value: Int64? { given ?? computed }
    /// Whether a hand changed what the scheme says.
    package var isOverridden: Bool {
        guard let given else { return false }
        if case .band(let band) = basis { return !band.holds(given, of: weight) }
        return computed != given
    }
    /// Whether an attainment said which points there are.
    var isByBand: Bool {
        switch basis {
        case .band, .open(.notJudged): true
        default: false
        }
    }
    /// Whether target and achieved value gave it.
    var isByFigures: Bool {
        switch basis {
        case .reached, .share, .missed: true
        case .band, .open: false
        }
    }
    package var lost: Int64? { value.map { weight - $0 } }
}

extension ScoringRules.Band {
    /// The points of the range, to the hundredth: the least that lies in it, and its top, which lies in it only where
    /// it is that of all ranges.
    package func points(of weight: Int64) -> (low: Int64, high: Int64, holdsHigh: Bool) {
        ((weight * low + 99) / 100, weight * high / 100, high == 100)
    }

    /// Whether points lie in the range: its low end belongs to it, its high end only at the top of all.
    package func holds(_ points: Int64, of weight: Int64) -> Bool {
        let value = Int128(points) * 100
        let (low, high) = (Int128(weight) * Int128(self.low), Int128(weight) * Int128(self.high))
        return value >= low && (self.high == 100 ? value <= high : value < high)
    }
}
