package import Fiscal

/// What the exact value of a sub-expression can have been, and what it is as printed. Money is in fen.
///
/// The rules of the bounds:
/// - a printed figure is itself ± half a unit in the last place; a count, a number written in the formula, a blank cell
///   and a row that is taken for zero are exact;
/// - a + b: low + low, high + high; a − b: low − high, high − low;
/// - a × b: the least and the greatest of the four products of bounds;
/// - a ÷ b: the least and the greatest of the four quotients, where b cannot be zero within its bounds, else nothing.
///
/// A figure that stands twice in a formula counts as two, so bounds may be wider than what is possible, never narrower:
/// a check is never stricter than the print allows.
package struct ValueInterval: Hashable, Sendable {
    package let low: Rational
    /// Computed from the figures exactly as printed.
    package let nominal: Rational
    package let high: Rational

    package static let zero = ValueInterval(exact: .zero)

    private init(low: Rational, nominal: Rational, high: Rational) {
        self.low = low
        self.nominal = nominal
        self.high = high
    }

    package init(exact value: Rational) {
        self.init(low: value, nominal: value, high: value)
    }

    package init(_ figure: PrintedFigure) throws(ArithmeticFault) {
        let (times, over) = figure.unit.scale
        let scale = try Rational(Int128(times), over: Int128(over))
        let power = powerOfTen(figure.number.decimals)
        let nominal = try Rational(Int128(figure.number.mantissa), over: power).times(scale)
        guard !figure.unit.isExact else {
            self.init(exact: nominal)
            return
        }
        let interval = RoundingInterval(figure.number)
        self.init(
            low: try Rational(interval.doubledLow, over: power * 2).times(scale), nominal: nominal,
            high: try Rational(interval.doubledHigh, over: power * 2).times(scale))
    }

    package init(_ literal: Literal) throws(ArithmeticFault) {
        let plain = try Rational(Int128(literal.number.mantissa), over: powerOfTen(literal.number.decimals))
        switch literal.suffix {
        case .none: self.init(exact: plain)
        case .percent: self.init(exact: try plain.over(Rational(100)))
        case .money(let unit): self.init(exact: try plain.times(Rational(Int128(unit.rawValue))))
        }
    }

    package var isExact: Bool { low == high }

    package func negated() throws(ArithmeticFault) -> ValueInterval {
        ValueInterval(low: try high.negated(), nominal: try nominal.negated(), high: try low.negated())
    }

    package func applying(_ sign: ArithmeticOperator, _ other: ValueInterval) throws(ArithmeticFault) -> ValueInterval {
        switch sign {
        case .plus:
            return ValueInterval(
                low: try low.plus(other.low), nominal: try nominal.plus(other.nominal), high: try high.plus(other.high))
        case .minus:
            return ValueInterval(
                low: try low.minus(other.high), nominal: try nominal.minus(other.nominal),
                high: try high.minus(other.low))
        case .times:
            let (least, greatest) = try corners(other) { (a, b) throws(ArithmeticFault) in try a.times(b) }
            return ValueInterval(low: least, nominal: try nominal.times(other.nominal), high: greatest)
        case .over:
            guard !other.mayBeZero else { throw .divisionByZero }
            let (least, greatest) = try corners(other) { (a, b) throws(ArithmeticFault) in try a.over(b) }
            return ValueInterval(low: least, nominal: try nominal.over(other.nominal), high: greatest)
        }
    }

    private var mayBeZero: Bool { !(low.numerator > 0 || high.numerator < 0) }

    private func corners(
        _ other: ValueInterval, _ operation: (Rational, Rational) throws(ArithmeticFault) -> Rational
    ) throws(ArithmeticFault) -> (Rational, Rational) {
        var least = try operation(low, other.low)
        var greatest = least
        for (a, b) in [(low, other.high), (high, other.low), (high, other.high)] {
            let value = try operation(a, b)
            if try value.isBelow(least) { least = value }
            if try greatest.isBelow(value) { greatest = value }
        }
        return (least, greatest)
    }
}

/// A figure as it stands on paper, with the unit it is printed in.
package struct PrintedFigure: Hashable, Sendable {
    package enum Unit: Hashable, Sendable {
        case money(MoneyUnit)
        /// A whole number of things.
        case count
        /// So many per cent, rounded.
        case percent
        /// A rounded number of nothing in particular.
        case plain
    }

    package var number: PrintedNumber
    package var unit: Unit

    package init(number: PrintedNumber, unit: Unit) {
        self.number = number
        self.unit = unit
    }
}

extension PrintedFigure.Unit {
    /// A whole number of things is not rounded.
    fileprivate var isExact: Bool { self == .count }

    /// What one printed unit is: times ÷ over.
    fileprivate var scale: (times: Int64, over: Int64) {
        switch self {
        case .money(let unit): (unit.rawValue, 1)
        case .percent: (1, 100)
        case .count, .plain: (1, 1)
        }
    }
}
