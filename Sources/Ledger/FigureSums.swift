package import Fiscal
package import Standards

/// The figures of a plan for one scope of units after another. One instance belongs to one thread.
package struct FigureSums {
    private let plan: FigurePlan
    private let space: CoordinateSpace
    private var coordinates: [[UInt64]]
    private var amounts: [[Int64]]
    /// The grouped lines of all patterns, each key with its pattern's number above it.
    private var sums = SumTable()
    private var isGrouped: [Bool]
    private let projector: PackedProjector

    package init(_ plan: FigurePlan, standards: Standards) {
        self.plan = plan
        space = plan.space
        coordinates = plan.lines.map { _ in [] }
        amounts = coordinates.map { _ in [] }
        isGrouped = plan.patterns.map { _ in false }
        projector = PackedProjector(standards, plan: plan)
    }

    mutating func removeAll() {
        for line in coordinates.indices {
            coordinates[line].removeAll(keepingCapacity: true)
            amounts[line].removeAll(keepingCapacity: true)
        }
        for pattern in isGrouped.indices { isGrouped[pattern] = false }
        sums.removeAll()
    }

    /// Adds a line that stands among the book's facts, its projections with it.
    mutating func add(_ packed: UInt64, _ amount: Int64, line: Int) {
        coordinates[line].append(packed)
        amounts[line].append(amount)
    }

    mutating func add(_ packed: [UInt64], _ values: [Int64], line: Int) {
        coordinates[line] += packed
        amounts[line] += values
    }

    /// Adds what lines of this kind of unit are also seen as.
    mutating func project(_ lines: [UInt64], _ values: [Int64], of concept: Concept, unitKind: String) {
        projector.project(lines, values, of: concept, unitKind: unitKind) { add($0, $1, line: $2) }
    }

    /// The figure's value, as `FactBase` would say it; nil where nothing is known.
    package mutating func value(of figure: FigurePlan.Figure) -> Int64? {
        value(figure.packed, from: figure.first, count: figure.count)
    }

    package mutating func value(of figure: FigurePlan.MemberFigure, member: Int, in dimension: Dimension) -> Int64? {
        value(
            figure.packed | space.packed(member, dimension),
            from: figure.first + space.depth(member, dimension) * figure.leaves, count: figure.leaves)
    }

    private mutating func value(_ packed: UInt64, from: Int, count: Int) -> Int64? {
        var sum: Int64 = 0
        for index in from..<from + count {
            let term = plan.terms[index]
            if coordinates[term.line].isEmpty {
                // Budgets are known only where there are lines.
                if !term.isZeroWhenAbsent { return nil }
                continue
            }
            if !isGrouped[term.pattern] { group(term.pattern) }
            sum += term.sign * sums[packed | UInt64(term.pattern) << FigurePlan.patternShift]
        }
        return sum
    }

    private mutating func group(_ pattern: Int) {
        let line = plan.patterns[pattern].line
        let lifted = space.lifted(coordinates[line], to: plan.patterns[pattern].depths)
        var index = 0
        while index < lifted.count {
            let packed = lifted[index]
            // Lines that are the same at these depths often follow one another.
            var amount: Int64 = 0
            while index < lifted.count, lifted[index] == packed {
                amount += amounts[line][index]
                index += 1
            }
            if packed == CoordinateSpace.none { continue }
            let fits = sums.add(amount, to: packed | UInt64(pattern) << FigurePlan.patternShift, row: 0)
            precondition(fits, "a sum of fen does not fit in 64 bits")
        }
        isGrouped[pattern] = true
    }

    /// The members that occur in these lines of the plan, with all above them, in order of code.
    package func members(_ dimension: Dimension, of lines: [Int]) -> [Int] {
        var isSeen = [Bool](repeating: false, count: space.count(dimension) + 2)
        var found: [Int] = []
        for line in lines {
            for packed in coordinates[line] {
                let number = space.number(packed, dimension)
                if number == 0 || isSeen[number] { continue }
                for member in space.path(number, dimension) where !isSeen[member] {
                    isSeen[member] = true
                    found.append(member)
                }
                isSeen[number] = true
            }
        }
        return found.sorted()
    }
}

/// As `Projector`, on packed lines.
struct PackedProjector {
    private struct Rule {
        let line: Int
        let source: Concept
        let filter: UInt64
        let depths: Depths
        let unitKinds: [String]
        let assigned: UInt64
    }

    private let rules: [Rule]
    private let space: CoordinateSpace

    init(_ standards: Standards, plan: FigurePlan) {
        space = standards.space
        rules = standards.concepts.ordered.flatMap { concept -> [Rule] in
            guard let line = plan.number(of: FigurePlan.Line(concept: concept, phase: .actual)) else { return [] }
            return (standards.concepts[concept]?.projections ?? []).map { projection in
                let filter = standards.space.packLine(projection.filter)
                return Rule(
                    line: line, source: projection.source, filter: filter, depths: standards.space.depths(filter),
                    unitKinds: projection.unitKinds, assigned: standards.space.packLine(projection.assigned))
            }
        }
    }

    func project(
        _ lines: [UInt64], _ amounts: [Int64], of concept: Concept, unitKind: String, add: (UInt64, Int64, Int) -> Void
    ) {
        for rule in rules where rule.source == concept {
            if !rule.unitKinds.isEmpty, !rule.unitKinds.contains(unitKind) { continue }
            for (place, lifted) in space.lifted(lines, to: rule.depths).enumerated() where lifted == rule.filter {
                add(space.overlay(lines[place], by: rule.assigned), amounts[place], rule.line)
            }
        }
    }
}
