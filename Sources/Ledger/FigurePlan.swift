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

    /// One figure.
    package struct Figure: Sendable {
        let packed: UInt64
        let terms: [Term]
        package let measure: Measure
    }

    /// The same figure for each member of a dimension.
    package struct MemberFigure: Sendable {
        let packed: UInt64
        /// How many terms there are for each depth of the member.
        let leaves: Int
        let terms: [Term]
        package let lines: [Int]
        package let measure: Measure
    }

    private let standards: Standards
    let space: CoordinateSpace
    private(set) var lines: [Line] = []
    private(set) var patterns: [Pattern] = []
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
        let terms = leaves.map { term($0, depths) }
        return Figure(packed: packed, terms: terms, measure: definition.measure)
    }

    package mutating func figure(_ spec: FactSpec, each dimension: Dimension) throws(Unplanned) -> MemberFigure? {
        guard let (definition, leaves) = try leaves(spec) else { return nil }
        var narrowed = spec
        narrowed.coordinates[dimension] = .all
        let packed = space.packLine(narrowed.coordinates)
        let terms = (0..<16).flatMap { depth in
            var depths = space.depths(packed)
            depths[dimension.rawValue] = depth
            return leaves.map { term($0, depths) }
        }
        return MemberFigure(
            packed: packed, leaves: leaves.count, terms: terms, lines: leaves.map(\.line), measure: definition.measure)
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
