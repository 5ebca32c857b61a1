package import Fiscal
package import Standards

/// Figures resolved once, to be asked for again and again: of thousands of units, all with the same forms.
///
/// A plan knows this year's lines only, and nothing that a book states; `FactBase` answers the rest.
package struct FigurePlan: Sendable {
    /// Lines of one concept and phase.
    struct Line: Hashable, Sendable {
        let concept: Concept
        let phase: Phase
    }

    /// Lines grouped at some depths.
    struct Pattern: Hashable, Sendable {
        let line: Int
        let depths: Depths
    }

    /// Grouped lines that enter a figure, added or taken off.
    struct Term: Sendable {
        let pattern: Int
        let line: Int
        /// No lines mean zero, not that nothing is known.
        let isZeroWhenAbsent: Bool
        let sign: Int64
    }

    /// One figure. It holds nothing but numbers: millions of them are looked at.
    package struct Figure: Sendable {
        let packed: UInt64
        /// Where its terms stand among the plan's, and how many.
        let first: Int
        let count: Int
        /// As `Measure` has them; nil for money.
        package let decimals: Int?
    }

    /// The same figure for each member of a dimension.
    package struct MemberFigure: Sendable {
        let packed: UInt64
        /// Where its terms stand among the plan's.
        let first: Int
        /// How many terms there are for each depth of the member.
        let leaves: Int
        /// As `Measure` has them; nil for money.
        package let decimals: Int?
    }

    private let standards: Standards
    let space: CoordinateSpace
    private(set) var lines: [Line] = []
    private(set) var patterns: [Pattern] = []
    private(set) var terms: [Term] = []
    private var lineNumbers: [Line: Int] = [:]
    private var patternNumbers: [Pattern: Int] = [:]

    /// Where a pattern's number stands above packed coordinates.
    static let patternShift: UInt64 = 48

    package init(_ standards: Standards) {
        self.standards = standards
        space = standards.space
        precondition(space.bits <= Int(Self.patternShift))
    }

    /// What is not of this year cannot be planned.
    package struct Unplanned: Error {}

    /// - Returns: nil where the spec names no concept, or one that is not known.
    package mutating func figure(_ spec: FactSpec) throws(Unplanned) -> Figure? {
        guard let (definition, leaves) = try leaves(spec) else { return nil }
        let packed = space.packLine(spec.coordinates)
        let depths = space.depths(packed)
        let first = terms.count
        for leaf in leaves { terms.append(term(leaf, depths)) }
        return Figure(packed: packed, first: first, count: leaves.count, decimals: definition.measure.decimals)
    }

    package mutating func figure(_ spec: FactSpec, each dimension: Dimension) throws(Unplanned) -> MemberFigure? {
        guard let (definition, leaves) = try leaves(spec) else { return nil }
        var narrowed = spec
        narrowed.coordinates[dimension] = .all
        let packed = space.packLine(narrowed.coordinates)
        let first = terms.count
        for depth in 0..<16 {
            var depths = space.depths(packed)
            depths[dimension.rawValue] = depth
            for leaf in leaves { terms.append(term(leaf, depths)) }
        }
        return MemberFigure(packed: packed, first: first, leaves: leaves.count, decimals: definition.measure.decimals)
    }

    /// The lines that enter a figure.
    package func lines(of figure: MemberFigure) -> [Int] {
        terms[figure.first..<figure.first + figure.leaves].map(\.line)
    }

    private mutating func term(_ leaf: (line: Int, sign: Int64), _ depths: Depths) -> Term {
        Term(
            pattern: pattern(leaf.line, depths), line: leaf.line, isZeroWhenAbsent: isZeroWhenAbsent(lines[leaf.line]),
            sign: leaf.sign)
    }

    private func isZeroWhenAbsent(_ line: Line) -> Bool {
        line.phase == .actual
            && standards.concepts[line.concept].map { !$0.isUnknownWhenAbsent && $0.spending == nil } ?? false
    }

    private mutating func leaves(
        _ spec: FactSpec
    ) throws(Unplanned) -> (ConceptDefinition, [(line: Int, sign: Int64)])? {
        guard let concept = spec.concept, let definition = standards.concepts[concept] else { return nil }
        guard (spec.yearOffset ?? 0) == 0 else { throw Unplanned() }
        if definition.terms.isEmpty {
            return (definition, [(line(Line(concept: concept, phase: spec.phase ?? .actual)), 1)])
        }
        var result: [(line: Int, sign: Int64)] = []
        for term in definition.terms {
            var part = spec
            part.concept = term.concept
            guard let (_, found) = try leaves(part) else { return nil }
            result += found.map { ($0.line, $0.sign * term.sign) }
        }
        return (definition, result)
    }

    private mutating func line(_ line: Line) -> Int {
        if let known = lineNumbers[line] { return known }
        lines.append(line)
        lineNumbers[line] = lines.count - 1
        return lines.count - 1
    }

    private mutating func pattern(_ line: Int, _ depths: Depths) -> Int {
        let pattern = Pattern(line: line, depths: depths)
        if let known = patternNumbers[pattern] { return known }
        patterns.append(pattern)
        patternNumbers[pattern] = patterns.count - 1
        return patterns.count - 1
    }

    func number(of line: Line) -> Int? { lineNumbers[line] }
}
