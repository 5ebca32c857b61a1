import Fiscal

/// The exact values that a figure can have, both ends counted in, in 200ths of a fen, a piece or a percent.
///
/// Half a unit in the last place is whole in this scale for whatever papers print (万元 to eight decimals), so that sums of
/// thousands of figures cost additions of integers and nothing else. What is not whole is rounded outward.
struct Bounds: Hashable, Sendable {
    var low: Int128
    var high: Int128

    static let scale: Int128 = 200
    static let zero = Bounds(low: 0, high: 0)

    /// Beyond these no product of two figures is sure to fit; such a figure is not checked.
    private static let largest = powerOfTen(16)
    private static let mostDecimals = 9

    init(low: Int128, high: Int128) {
        self.low = low
        self.high = high
    }

    /// Of one printed number.
    ///
    /// - Parameter factor: how many fen the printed unit is; 1 for counts and percentages.
    init?(_ number: PrintedNumber, factor: Int64) {
        let scaled = Int128(number.mantissa) * Int128(factor)
        guard (0...Self.mostDecimals).contains(number.decimals),
            scaled.magnitude / powerOfTen(number.decimals).magnitude <= Self.largest.magnitude
        else { return nil }
        let (ulp, divisor) = (Int128(factor) * Self.scale / 2, powerOfTen(number.decimals))
        low = floorDivision(Int128(number.mantissa) * 2 * ulp - ulp, divisor)
        high = ceilingDivision(Int128(number.mantissa) * 2 * ulp + ulp, divisor)
    }

    /// One exact value.
    init(exactly value: Int64) { self.init(low: Int128(value) * Self.scale, high: Int128(value) * Self.scale) }

    static func + (left: Bounds, right: Bounds) -> Bounds {
        Bounds(low: left.low + right.low, high: left.high + right.high)
    }

    static func - (left: Bounds, right: Bounds) -> Bounds {
        Bounds(low: left.low - right.high, high: left.high - right.low)
    }

    static prefix func - (value: Bounds) -> Bounds { Bounds(low: -value.high, high: -value.low) }

    func signed(_ sign: Int128) -> Bounds { sign < 0 ? -self : self }

    func overlaps(_ other: Bounds) -> Bool { low <= other.high && other.low <= high }

    func intersection(_ other: Bounds) -> Bounds? {
        overlaps(other) ? Bounds(low: max(low, other.low), high: min(high, other.high)) : nil
    }

    var middle: Int128 { (low + high) / 2 }
    var isPositive: Bool { low > 0 }
}

func floorDivision(_ top: Int128, _ bottom: Int128) -> Int128 {
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    return rest != 0 && (rest < 0) != (bottom < 0) ? quotient - 1 : quotient
}

func ceilingDivision(_ top: Int128, _ bottom: Int128) -> Int128 { -floorDivision(-top, bottom) }

// MARK: - Rates

extension Bounds {
    /// A percent in 200ths, for each unit of the quotient.
    static let percent: Int128 = 100 * scale

    /// part ÷ whole × 100 for positive wholes.
    static func rate(_ part: Bounds, of whole: Bounds) -> Bounds? {
        guard whole.isPositive else { return nil }
        let ends = [part.low, part.high].flatMap { top in [whole.low, whole.high].map { (top * percent, $0) } }
        let lows = ends.map { floorDivision($0.0, $0.1) }
        let highs = ends.map { ceilingDivision($0.0, $0.1) }
        return Bounds(low: lows.min() ?? 0, high: highs.max() ?? 0)
    }

    /// whole × rate ÷ 100.
    static func part(of whole: Bounds, at rate: Bounds) -> Bounds {
        let products = [whole.low, whole.high].flatMap { base in [rate.low, rate.high].map { $0 * base } }
        return Bounds(
            low: floorDivision(products.min() ?? 0, percent), high: ceilingDivision(products.max() ?? 0, percent))
    }

    /// part × 100 ÷ rate; nil where the rate may be zero or the part negative.
    static func whole(_ part: Bounds, at rate: Bounds) -> Bounds? {
        guard rate.isPositive, part.low >= 0 else { return nil }
        return Bounds(
            low: floorDivision(part.low * percent, rate.high), high: ceilingDivision(part.high * percent, rate.low))
    }
}
