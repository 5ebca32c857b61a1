import Fiscal

/// What must hold between printed figures.
struct Relation: Sendable {
    enum Nature: Hashable, Sendable {
        /// One fact printed at two places; the first is the one that all others are held against.
        case sameFact
        /// A whole and its parts.
        case parts(Dimension)
        /// A concept and those it is made of.
        case balance
        case change, growth, share, completion
        /// A whole and the shares of its parts, which are printed nowhere themselves.
        case mean
        /// A figure of last year in this paper and in last year's.
        case prior
        /// A unit's figure, and its department's that holds it.
        case department
        /// A figure and the book's.
        case book
    }

    enum Equation: Sendable {
        /// The signed sum lies within these bounds; nil = anything on that side.
        case sum([(figure: Int, sign: Int128)], low: Int128?, high: Int128?)
        /// rate = part ÷ whole × 100 − less, with `less` 0 or 100 percent.
        case rate(Int, part: Int, whole: Int, less: Int128)
        /// growth rate = change ÷ (now − change) × 100, where the base itself is not printed.
        case growth(Int, change: Int, now: Int)
        /// whole = the sum of rate × base ÷ 100.
        case mean(Int, [(rate: Int, base: Int)])
    }

    let nature: Nature
    let equation: Equation
    /// Whether what disagrees is proved; else it can be explained by parts that are told apart otherwise.
    var isProof = true
    /// What a sum may lack, where a shortfall therefore proves nothing.
    var missing: [String] = []

    /// Whether it only says that an increase is no more than the figure itself.
    var isLimitOfChange: Bool { nature == .change && figures.count == 2 }

    /// Its figures, the whole or the derived one first.
    var figures: [Int] {
        switch equation {
        case .sum(let terms, _, _): terms.map(\.figure)
        case .rate(let rate, let part, let whole, _): [rate, part, whole]
        case .growth(let rate, let change, let now): [rate, change, now]
        case .mean(let whole, let parts): [whole] + parts.flatMap { [$0.rate, $0.base] }
        }
    }
}

/// What each figure is taken to be: its own bounds, or those of what it should have been.
struct Values: Sendable {
    private(set) var bounds: [Bounds]

    init(_ list: [Sighting]) { bounds = list.map { $0.bounds ?? .zero } }

    subscript(index: Int) -> Bounds {
        get { bounds[index] }
        set { bounds[index] = newValue }
    }

    /// Each exactly as printed: what a reader reckons with.
    var asPrinted: Values {
        var copy = self
        copy.bounds = bounds.map { Bounds(low: $0.middle, high: $0.middle) }
        return copy
    }
}

extension Relation {
    /// The signed sum of a relation that is one.
    func total(_ values: Values) -> Bounds? {
        guard case .sum(let terms, _, _) = equation else { return nil }
        return terms.reduce(.zero) { $0 + values[$1.figure].signed($1.sign) }
    }

    /// Whether exact values can stand behind all of it; nil where it does not apply (a base of zero or less).
    func holds(_ values: Values) -> Bool? {
        switch equation {
        case .sum(_, let low, let high):
            guard let total = total(values) else { return nil }
            return (low.map { total.high >= $0 } ?? true) && (high.map { total.low <= $0 } ?? true)
        case .rate(let rate, let part, let whole, let less):
            guard values[whole].isPositive else { return nil }
            let shifted = values[rate] + Bounds(low: less, high: less)
            return Self.isRate(shifted, values[part], of: values[whole])
        case .growth(let rate, let change, let now):
            let base = values[now] - values[change]
            guard base.isPositive else { return nil }
            return Self.isRate(values[rate], values[change], of: base)
        case .mean(let whole, let parts): return Self.sum(parts, values).overlaps(values[whole])
        }
    }

    /// rate × whole = part × 100 for some values of each.
    static func isRate(_ rate: Bounds, _ part: Bounds, of whole: Bounds) -> Bool {
        let products = [whole.low, whole.high].flatMap { base in [rate.low * base, rate.high * base] }
        return Bounds(low: products.min() ?? 0, high: products.max() ?? 0).overlaps(
            Bounds(low: part.low * Bounds.percent, high: part.high * Bounds.percent))
    }

    /// What one of its figures may be, the others being what they are; nil where that cannot be told.
    ///
    /// - Parameter total: as `total(_:)` gives it, so that a sum of many terms is added up once.
    func allowed(_ figure: Int, _ values: Values, total: Bounds?) -> Bounds? {
        switch equation {
        case .sum(let terms, let low, let high):
            guard let total, let term = terms.first(where: { $0.figure == figure }) else { return nil }
            let own = values[figure].signed(term.sign)
            let rest = Bounds(low: total.low - own.low, high: total.high - own.high)
            let open = powerOfTen(30)
            return Bounds(low: (low.map { $0 - rest.high }) ?? -open, high: (high.map { $0 - rest.low }) ?? open)
                .signed(term.sign)
        case .rate(let rate, let part, let whole, let less):
            let shift = Bounds(low: less, high: less)
            if figure == rate { return Bounds.rate(values[part], of: values[whole]).map { $0 - shift } }
            if figure == part { return Bounds.part(of: values[whole], at: values[rate] + shift) }
            return Bounds.whole(values[part], at: values[rate] + shift)
        case .growth(let rate, let change, let now):
            if figure == rate { return Bounds.rate(values[change], of: values[now] - values[change]) }
            let grown = values[rate] + Bounds(low: Bounds.percent, high: Bounds.percent)
            if figure == change { return Bounds.whole(values[now], at: grown).map { values[now] - $0 } }
            let (rise, move) =
                values[rate].isPositive ? (values[rate], values[change]) : (-values[rate], -values[change])
            return Bounds.whole(move, at: rise).map { $0 + values[change] }
        case .mean(let whole, let parts):
            if figure == whole { return Self.sum(parts, values) }
            guard let own = parts.first(where: { $0.rate == figure || $0.base == figure }) else { return nil }
            let rest = values[whole] - Self.sum(parts.filter { $0.rate != own.rate }, values)
            if figure == own.rate { return Bounds.rate(rest, of: values[own.base]) }
            return Bounds.whole(rest, at: values[own.rate])
        }
    }

    private static func sum(_ parts: [(rate: Int, base: Int)], _ values: Values) -> Bounds {
        parts.reduce(.zero) { $0 + Bounds.part(of: values[$1.base], at: values[$1.rate]) }
    }

    /// What a reader of the printed figures would reckon for one of them.
    ///
    /// - Parameter values: each as printed.
    func reckoned(_ figure: Int, _ values: Values) -> Int128? {
        allowed(figure, values, total: total(values))?.middle
    }

    /// Whether the figures as printed, with no allowance, satisfy it.
    func isExact(_ values: Values) -> Bool {
        guard case .sum(let terms, let low, let high) = equation, nature != .book else { return true }
        let sum = terms.reduce(Int128(0)) { $0 + values[$1.figure].middle * $1.sign }
        return (low.map { sum >= $0 } ?? true) && (high.map { sum <= $0 } ?? true)
    }
}
