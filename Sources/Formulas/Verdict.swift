/// What is known of a condition: proved true, possible, proved false; or why nothing is.
enum Verdict {
    case holds([Comparison])
    case possible([Comparison])
    case fails([Comparison])
    case unknown([FormulaCell])
    case void(InapplicableReason)

    var negated: Verdict {
        switch self {
        case .holds(let comparisons): .fails(comparisons)
        case .fails(let comparisons): .holds(comparisons)
        case .possible, .unknown, .void: self
        }
    }

    /// 且: one false part is enough; a part that does not apply says nothing.
    func and(_ other: Verdict) -> Verdict {
        switch (self, other) {
        case (.fails(let a), .fails(let b)): .fails(a + b)
        case (.fails(let a), _), (_, .fails(let a)): .fails(a)
        case (.unknown(let a), .unknown(let b)): .unknown(a + b)
        case (.unknown(let a), _), (_, .unknown(let a)): .unknown(a)
        case (.void, let rest), (let rest, .void): rest
        case (.holds(let a), .holds(let b)): .holds(a + b)
        case (.possible(let a), .possible(let b)), (.possible(let a), .holds(let b)), (.holds(let a), .possible(let b)):
            .possible(a + b)
        }
    }

    /// 或: one part that is true, or may be, is enough.
    func or(_ other: Verdict) -> Verdict {
        switch (self, other) {
        case (.holds(let a), .holds(let b)): .holds(a + b)
        case (.holds(let a), _), (_, .holds(let a)): .holds(a)
        case (.possible(let a), .possible(let b)): .possible(a + b)
        case (.possible(let a), _), (_, .possible(let a)): .possible(a)
        case (.unknown(let a), .unknown(let b)): .unknown(a + b)
        case (.unknown(let a), _), (_, .unknown(let a)): .unknown(a)
        case (.void, let rest), (let rest, .void): rest
        case (.fails(let a), .fails(let b)): .fails(a + b)
        }
    }

    var outcome: Outcome {
        switch self {
        case .holds(let comparisons), .possible(let comparisons):
            .passed(byRounding: comparisons.filter { !$0.holdsAsPrinted })
        case .fails(let comparisons): .failed(comparisons)
        case .unknown(let cells): .unchecked(Array(cells.uniqued()))
        case .void(let reason): .notApplicable(reason)
        }
    }
}

extension Comparison {
    /// Whether the figures as printed, without any allowance, satisfy it.
    package var holdsAsPrinted: Bool {
        switch comparator {
        case .equal: difference.isZero
        case .unequal: !difference.isZero
        case .atMost: difference.numerator <= 0
        case .atLeast: difference.numerator >= 0
        case .less: difference.numerator < 0
        case .greater: difference.numerator > 0
        }
    }

    /// Two figures printed equal are equal. Else it is proved true or false only where the bounds do not meet.
    func verdict() throws(ArithmeticFault) -> Verdict {
        if difference.isZero {
            switch comparator {
            case .equal, .atMost, .atLeast: return .holds([self])
            case .unequal, .less, .greater: return .fails([self])
            }
        }
        let isBelow = try left.high.isBelow(right.low)
        let isAbove = try right.high.isBelow(left.low)
        guard isBelow || isAbove else { return .possible([self]) }
        switch comparator {
        case .equal: return .fails([self])
        case .unequal: return .holds([self])
        case .atMost, .less: return isBelow ? .holds([self]) : .fails([self])
        case .atLeast, .greater: return isAbove ? .holds([self]) : .fails([self])
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of first standing.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
