import Fiscal
import Standards

/// Which rule of the catalogue a relation is an instance of.
struct RuleNames {
    private let rules: [Rule]
    private let byId: [String: Rule]
    /// Those that hold here and say which figures are equal, with their places in `rules`.
    private let implications: [Implied]

    /// A class, since it is looked at for every relation.
    private final class Implied: Sendable {
        let index: Int
        let says: Rule.Implication

        init(_ index: Int, _ says: Rule.Implication) { (self.index, self.says) = (index, says) }
    }
    private let standards: Standards

    /// A relation that the catalogue has no entry for is reported under its own name.
    struct Name: Hashable {
        let id: String
        let severity: Severity
        let basis: String
    }

    init(_ rules: [Rule], standards: Standards) {
        self.rules = rules
        self.standards = standards
        byId = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        implications = rules.indices.compactMap { index in
            guard rules[index].appliesHere, case .implied(let says) = rules[index].method else { return nil }
            return Implied(index, says)
        }
    }

    func name(_ relation: Relation, _ list: [Sighting], tables: [String]) -> Name {
        let figures = relation.figures.map { list[$0] }
        let places = Set(figures.map { place($0, tables) })
        let found: Rule?
        switch relation.nature {
        case .sameFact:
            found = figures.first?.key.flatMap { implied(.sameFact, $0, places, nil) } ?? sentence(.sameFact, figures)
        case .prior: found = figures.first?.key.flatMap { implied(.sameFact, $0, [RulePlace.prior], nil) }
        case .parts(let dimension):
            found = figures.first?.key.flatMap { implied(.parts, $0, places, dimension) }
        case .balance: found = written(figures.compactMap { $0.key?.concept.id }, places)
        case .change, .growth, .share, .completion: found = derived(relation.nature)
        case .mean:
            let concepts = Set(figures.compactMap { $0.key?.concept.id })
            found = rules.first { $0.formulaTexts.contains { text in concepts.allSatisfy { text.contains($0) } } }
        case .department, .book: found = nil
        }
        guard let rule = found.map({ byId[$0.reportedAs] ?? $0 }) else {
            return Name(id: FindingWords.ruleName(relation.nature), severity: .error, basis: "")
        }
        return name(of: rule)
    }

    /// The rule about rates of completion, or of growth.
    func rate(isCompletion: Bool) -> Name {
        let nature: Relation.Nature = isCompletion ? .completion : .growth
        return derived(nature).map(name) ?? Name(id: FindingWords.ruleName(nature), severity: .error, basis: "")
    }

    /// The rule about words of direction.
    func direction() -> Name? { wording(RuleKind.direction, containing: "").map(name) }

    private func name(of rule: Rule) -> Name {
        let severity: Severity =
            switch rule.severity {
            case .error: .error
            case .warning: .warning
            case .notice: .notice
            }
        return Name(
            id: rule.id, severity: severity, basis: rule.basis.map(\.text).joined(separator: FindingWords.semicolon))
    }

    /// Id of the form it stands in, or the word for sentences.
    private func place(_ sighting: Sighting, _ tables: [String]) -> String {
        guard case .table(let number) = sighting.scope, tables.indices.contains(number) else { return RulePlace.prose }
        return tables[number]
    }

    /// The entry that says most of this fact and names the places.
    private func implied(
        _ tie: Rule.Implication.Tie, _ key: FactKey, _ places: Set<String>, _ dimension: Dimension?
    ) -> Rule? {
        var best: (index: Int, weight: Int)?
        for entry in implications {
            let implication = entry.says
            // What most fail at comes first.
            guard implication.tie == tie,
                implication.specs.contains(where: { $0.concept == nil || $0.concept == key.concept }),
                dimension.map(implication.dimensions.contains) ?? true,
                !places.isDisjoint(with: implication.places),
                let spec = implication.specs.first(where: { holds($0, key) })
            else { continue }
            // Of rules about one place those that name no other come first.
            let named = places.count { implication.places.contains($0) } * 100
            let specific = Dimension.allCases.count { !spec.coordinates[$0].isAll } * 10
            let weight = named + specific - implication.places.count
            if best.map({ weight > $0.weight }) ?? true { best = (entry.index, weight) }
        }
        return best.map { rules[$0.index] }
    }

    private func holds(_ spec: FactSpec, _ key: FactKey) -> Bool {
        (spec.concept ?? key.concept) == key.concept && (spec.phase ?? key.phase) == key.phase
            && (spec.yearOffset ?? 0) == key.year.number - standards.year.number
            && Dimension.allCases.allSatisfy { dimension in
                let (wanted, found) = (spec.coordinates[dimension], key.coordinates[dimension])
                return wanted.isAll
                    || (!found.isAll && standards.classification(dimension).contains(found, under: wanted))
            }
    }

    /// A derived figure that is printed twice.
    private func sentence(_ tie: Rule.Implication.Tie, _ figures: [Sighting]) -> Rule? {
        guard figures.allSatisfy({ !$0.isTable }) else { return nil }
        return rules.first { rule in
            if case .implied(let found) = rule.method { return found.tie == tie && found.places == [RulePlace.prose] }
            return false
        }
    }

    /// A formula of the form that names all these concepts and equates them.
    private func written(_ concepts: [String], _ places: Set<String>) -> Rule? {
        rules.first { rule in
            !rule.formulas.isEmpty && places.contains { rule.id.hasPrefix($0 + "-") }
                && rule.formulaTexts.contains { text in
                    text.contains(" = ") && Set(concepts).allSatisfy { text.contains($0) }
                }
        }
    }

    private func derived(_ nature: Relation.Nature) -> Rule? {
        wording(RuleKind.derived, containing: FindingWords.title(nature))
    }

    private func wording(_ kind: String, containing word: String) -> Rule? {
        rules.first { rule in
            guard case .wording(let found) = rule.method, found == kind else { return false }
            return word.isEmpty || rule.title.contains(word)
        }
    }
}

/// Words of the catalogue for what is no form.
enum RulePlace {
    static let prose = "说明"
    static let prior = "上年公开件"
}

/// 种类 of rules about words that this module answers for.
enum RuleKind {
    static let derived = "派生数重算"
    static let direction = "方向用语"
}
