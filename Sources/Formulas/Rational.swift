package import Fiscal

/// Why exact arithmetic has no result.
package enum ArithmeticFault: Error, Hashable, Sendable {
    case overflow
    case divisionByZero
}

/// An exact fraction on Int128, in lowest terms with a positive denominator.
package struct Rational: Hashable, Sendable {
    package let numerator: Int128
    package let denominator: Int128

    package static let zero = Rational(0)

    package init(_ integer: Int128) {
        numerator = integer
        denominator = 1
    }

    package init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFault) {
        guard denominator != 0 else { throw .divisionByZero }
        let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
        let top = numerator.magnitude / divisor
        let bottom = denominator.magnitude / divisor
        guard top <= UInt128(Int128.max), bottom <= UInt128(Int128.max) else { throw .overflow }
        let isNegative = (numerator < 0) != (denominator < 0)
        self.numerator = isNegative ? -Int128(top) : Int128(top)
        self.denominator = Int128(bottom)
    }

    private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }

    package var isZero: Bool { numerator == 0 }
    package var isNegative: Bool { numerator < 0 }

    package func negated() throws(ArithmeticFault) -> Rational { try Rational.zero.minus(self) }

    package func plus(_ other: Rational) throws(ArithmeticFault) -> Rational {
        if denominator == other.denominator {
            return try Rational(Self.sum(numerator, other.numerator), over: denominator)
        }
        let left = try Self.product(numerator, other.denominator)
        let right = try Self.product(other.numerator, denominator)
        return try Rational(Self.sum(left, right), over: Self.product(denominator, other.denominator))
    }

    package func minus(_ other: Rational) throws(ArithmeticFault) -> Rational {
        guard other.numerator != Int128.min else { throw .overflow }
        return try plus(Rational(-other.numerator, over: other.denominator))
    }

    package func times(_ other: Rational) throws(ArithmeticFault) -> Rational {
        try Rational(
            Self.product(numerator, other.numerator), over: Self.product(denominator, other.denominator))
    }

    package func over(_ other: Rational) throws(ArithmeticFault) -> Rational {
        guard !other.isZero else { throw .divisionByZero }
        return try Rational(
            Self.product(numerator, other.denominator), over: Self.product(denominator, other.numerator))
    }

    /// Whether it is below another.
    package func isBelow(_ other: Rational) throws(ArithmeticFault) -> Bool { try minus(other).isNegative }

    private static func sum(_ left: Int128, _ right: Int128) throws(ArithmeticFault) -> Int128 {
        let (result, overflow) = left.addingReportingOverflow(right)
        if overflow { throw .overflow }
        return result
    }

    private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticFault) -> Int128 {
        let (result, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { throw .overflow }
        return result
    }

    /// In a unit of so many of its own, to so many decimals, half away from zero; nil where it does not fit.
    package func printed(in unit: Int64 = 1, decimals: Int) -> PrintedNumber? {
        guard let scaled = try? over(Rational(Int128(unit))) else { return nil }
        return PrintedNumber.rounding(scaled.numerator, over: scaled.denominator, decimals: decimals)
    }
}
