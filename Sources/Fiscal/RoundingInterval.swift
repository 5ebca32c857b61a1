/// What an exact value can have been, given how it was printed: printed ± half a unit in the last place.
///
/// Bounds are kept as doubled units of a common scale so that the half is exact. A bound is counted in:
/// half up takes the lower bound, but a paper may have rounded to even or cut, and a check must not be stricter
/// than the closed interval.
package struct RoundingInterval: Hashable, Sendable {
    /// Twice the lower and the upper bound, in units of 10^-decimals.
    package let doubledLow: Int128
    package let doubledHigh: Int128
    package let decimals: Int

    private init(doubledLow: Int128, doubledHigh: Int128, decimals: Int) {
        self.doubledLow = doubledLow
        self.doubledHigh = doubledHigh
        self.decimals = decimals
    }

    /// The interval of one printed number.
    package init(_ number: PrintedNumber) {
        let doubled = Int128(number.mantissa) * 2
        self.init(doubledLow: doubled - 1, doubledHigh: doubled + 1, decimals: number.decimals)
    }

    package static let zero = RoundingInterval(doubledLow: 0, doubledHigh: 0, decimals: 0)

    private func scaled(to scale: Int) -> RoundingInterval {
        let factor = powerOfTen(scale - decimals)
        return RoundingInterval(doubledLow: doubledLow * factor, doubledHigh: doubledHigh * factor, decimals: scale)
    }

    package static func + (left: RoundingInterval, right: RoundingInterval) -> RoundingInterval {
        let scale = max(left.decimals, right.decimals)
        let (a, b) = (left.scaled(to: scale), right.scaled(to: scale))
        return RoundingInterval(
            doubledLow: a.doubledLow + b.doubledLow, doubledHigh: a.doubledHigh + b.doubledHigh, decimals: scale)
    }

    package static prefix func - (value: RoundingInterval) -> RoundingInterval {
        RoundingInterval(
            doubledLow: -value.doubledHigh, doubledHigh: -value.doubledLow, decimals: value.decimals)
    }

    package static func - (left: RoundingInterval, right: RoundingInterval) -> RoundingInterval { left + (-right) }

    /// Whether a value behind this print can be as large as one behind the other.
    package func reaches(_ other: RoundingInterval) -> Bool {
        let scale = max(decimals, other.decimals)
        return scaled(to: scale).doubledHigh >= other.scaled(to: scale).doubledLow
    }

    /// Whether one exact value can stand behind both prints.
    package func overlaps(_ other: RoundingInterval) -> Bool {
        let scale = max(decimals, other.decimals)
        let (a, b) = (scaled(to: scale), other.scaled(to: scale))
        return a.doubledLow <= b.doubledHigh && b.doubledLow <= a.doubledHigh
    }
}
