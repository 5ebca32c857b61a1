package import Fiscal

/// What a formula says of one member (or of the whole paper), and how it came to that.
package struct FormulaResult: Sendable {
    /// The member at hand of each dimension it ranges over.
    package let binding: [Dimension: Code]
    package let outcome: Outcome
    /// Sub-expressions in the order they were computed.
    package let trace: [TraceStep]

    /// The figures on either side of one of its comparisons, in the order they were reckoned.
    package func sides(of comparison: Comparison) -> (left: [FormulaCell], right: [FormulaCell]) {
        let steps = trace.filter { comparison.span.offset <= $0.span.offset && $0.span.end <= comparison.span.end }
        // Both sides, the right one last, then the comparison itself.
        let right = steps.dropLast().last?.span.offset ?? comparison.span.end
        return (
            steps.filter { $0.span.offset < right }.flatMap(\.cells),
            steps.filter { $0.span.offset >= right }.flatMap(\.cells)
        )
    }
}

/// The four outcomes; a report counts each.
package enum Outcome: Hashable, Sendable {
    /// - Parameter byRounding: comparisons that hold only within the bounds of rounding.
    case passed(byRounding: [Comparison])
    /// The comparisons that are proved wrong and make the whole wrong.
    case failed([Comparison])
    case notApplicable(InapplicableReason)
    /// The figures that are missing.
    case unchecked([FormulaCell])
}

package enum InapplicableReason: Hashable, Sendable {
    case conditionNotMet
    /// The premise is neither proved nor disproved within rounding.
    case conditionUncertain
    case divisionByZero
    case tooLarge
    case nothingToCheck
    /// A row is not printed, and the rule says that it then does not apply.
    case figureNotPrinted
}

/// Two sides with their bounds. Money is in fen.
package struct Comparison: Hashable, Sendable {
    package let comparator: Comparator
    package let left: ValueInterval
    package let right: ValueInterval
    /// nil where both sides are zero as written.
    package let measure: Measure?
    package let span: TextSpan
    /// left − right, as printed.
    package let difference: Rational
}

/// One sub-expression's value.
package struct TraceStep: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case number(ValueInterval, Measure?)
        case holds
        /// True or false within rounding.
        case uncertain
        case fails
        case missing([FormulaCell])
        case inapplicable(InapplicableReason)
    }

    /// Where the sub-expression stands in the formula.
    package let span: TextSpan
    package let value: Value
    /// The figures it was read from; empty above the leaves.
    package let cells: [FormulaCell]
}
