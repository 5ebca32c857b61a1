package import Fiscal

/// A checked sub-expression that gives a number.
package struct Term: Sendable {
    package indirect enum Kind: Sendable {
        case number(Literal)
        case cell(CellPattern)
        /// 合计 of one figure over members.
        case sumOver(CellPattern, [Variable])
        case sum([Term])
        case negative(Term)
        case arithmetic(ArithmeticOperator, Term, Term)
    }

    package let kind: Kind
    /// nil for zero, which is an amount as well as a count.
    package let measure: Measure?
    package let span: TextSpan
}

/// A checked sub-expression that holds or does not.
package struct Condition: Sendable {
    package indirect enum Kind: Sendable {
        case comparison(Comparator, Term, Term)
        case not(Condition)
        case both(Condition, Condition)
        case either(Condition, Condition)
        case when(Condition, then: Condition, otherwise: Condition?)
    }

    package let kind: Kind
    package let span: TextSpan
}

extension Term {
    /// Every figure it names, in order.
    var patterns: [CellPattern] {
        switch kind {
        case .number: []
        case .cell(let pattern), .sumOver(let pattern, _): [pattern]
        case .sum(let terms): terms.flatMap(\.patterns)
        case .negative(let inner): inner.patterns
        case .arithmetic(_, let left, let right): left.patterns + right.patterns
        }
    }
}

extension Condition {
    var patterns: [CellPattern] {
        switch kind {
        case .comparison(_, let left, let right): left.patterns + right.patterns
        case .not(let inner): inner.patterns
        case .both(let left, let right), .either(let left, let right): left.patterns + right.patterns
        case .when(let premise, let then, let otherwise):
            premise.patterns + then.patterns + (otherwise?.patterns ?? [])
        }
    }
}

extension Term {
    /// Figures that depend on the member at hand; what a sum runs over is its own affair.
    fileprivate var openPatterns: [CellPattern] {
        switch kind {
        case .number: []
        case .cell(let pattern): [pattern]
        case .sumOver(let pattern, let variables):
            [
                CellPattern(
                    form: pattern.form, concept: pattern.concept, phase: pattern.phase,
                    yearOffset: pattern.yearOffset, coordinates: pattern.coordinates,
                    open: pattern.open.subtracting(variables.map(\.dimension)))
            ]
        case .sum(let terms): terms.flatMap(\.openPatterns)
        case .negative(let inner): inner.openPatterns
        case .arithmetic(_, let left, let right): left.openPatterns + right.openPatterns
        }
    }
}

extension Condition {
    var openPatterns: [CellPattern] {
        switch kind {
        case .comparison(_, let left, let right): left.openPatterns + right.openPatterns
        case .not(let inner): inner.openPatterns
        case .both(let left, let right), .either(let left, let right): left.openPatterns + right.openPatterns
        case .when(let premise, let then, let otherwise):
            premise.openPatterns + then.openPatterns + (otherwise?.openPatterns ?? [])
        }
    }
}

extension Formula {
    /// Every figure the formula speaks of, in order, each once.
    package var patterns: [CellPattern] {
        var seen: Set<CellPattern> = []
        return body.patterns.filter { seen.insert($0).inserted }
    }
}
