import Fiscal
import Standards

/// Facts that are other lines seen another way: what was spent on 公务接待费 is 本年支出 under 30217.
struct Projector: Sendable {
    private struct Rule: Sendable {
        let concept: Concept
        let source: Concept
        /// The filter, and how deep it stands in each dimension.
        let filter: UInt64
        let depths: Depths
        let unitKinds: [String]
        let assigned: Coordinates
    }

    private let rules: [Rule]
    private let space: CoordinateSpace

    init(_ standards: Standards) {
        space = standards.space
        var rules: [Rule] = []
        for concept in standards.concepts.ordered {
            for projection in standards.concepts[concept]?.projections ?? [] {
                let filter = standards.space.packLine(projection.filter)
                rules.append(
                    Rule(
                        concept: concept, source: projection.source, filter: filter,
                        depths: standards.space.depths(filter), unitKinds: projection.unitKinds,
                        assigned: projection.assigned))
            }
        }
        self.rules = rules
    }

    /// In the order of the rules, then of the lines.
    func facts(from lines: [Fact], units: UnitTree) -> [Fact] {
        let actual = lines.filter { fact in
            fact.key.phase == .actual && rules.contains { $0.source == fact.key.concept }
        }
        let packed = actual.map { space.packLine($0.key.coordinates) }
        var result: [Fact] = []
        for rule in rules {
            for (fact, lifted) in zip(actual, space.lifted(packed, to: rule.depths))
            where lifted == rule.filter && rule.source == fact.key.concept {
                if !rule.unitKinds.isEmpty, !rule.unitKinds.contains(units[fact.key.unit]?.kind ?? "") { continue }
                var copy = fact
                copy.key.concept = rule.concept
                copy.key.coordinates = copy.key.coordinates.overlaid(by: rule.assigned)
                result.append(copy)
            }
        }
        return result
    }
}
