/// A figure that is computed from facts each time it is printed, and never stored as one.
package enum Derivation: Hashable, Sendable {
    /// part ÷ whole × 100.
    case share(FactKey, of: FactKey)
    /// now − before, printed without its sign beside a word of direction.
    case change(FactKey, since: FactKey)
    /// (now − before) ÷ before × 100, printed without its sign.
    case growth(FactKey, since: FactKey)
    /// actual ÷ budget × 100.
    case completion(FactKey, of: FactKey)
}

/// What a figure in a sentence or a cell says.
package enum Figure: Hashable, Sendable {
    case fact(FactKey)
    case derived(Derivation)
    /// How many things are listed or counted by the text itself (4 家单位).
    case listed(String)
}

extension Derivation {
    /// The two facts it is computed from, the first being what it is about.
    package var operands: (FactKey, FactKey) {
        switch self {
        case .share(let a, let b), .change(let a, let b), .growth(let a, let b), .completion(let a, let b): (a, b)
        }
    }

    /// Whether it prints as a percentage (true) or in the unit of its operands (false).
    package var isPercentage: Bool {
        if case .change = self { return false }
        return true
    }

    /// The exact value as numerator ÷ denominator: in fen or pieces for a change, in percent otherwise.
    /// nil where an operand is unknown or the base is zero (年初预算为0，无法计算完成比率).
    package func ratio(in facts: some FactSource) -> (numerator: Int128, denominator: Int128)? {
        let (first, second) = operands
        guard let a = facts.value(of: first)?.amount, let b = facts.value(of: second)?.amount else { return nil }
        switch self {
        case .change: return (Int128(a) - Int128(b), 1)
        case .share, .completion: return b == 0 ? nil : (Int128(a) * 100, Int128(b))
        // A change against a negative base is measured by the base's size, so that its sign keeps its meaning.
        case .growth: return b == 0 ? nil : ((Int128(a) - Int128(b)) * 100, Int128(b.magnitude))
        }
    }
}
