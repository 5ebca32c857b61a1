package import Fiscal

/// What a row, a column or a slot says about its figure; laid over one another they give a whole `FactKey`.
package struct FactSpec: Hashable, Sendable {
    package var concept: Concept?
    package var phase: Phase?
    /// 0 this year, -1 last year.
    package var yearOffset: Int?
    package var coordinates: Coordinates

    package init(
        concept: Concept? = nil, phase: Phase? = nil, yearOffset: Int? = nil, coordinates: Coordinates = .all
    ) {
        self.concept = concept
        self.phase = phase
        self.yearOffset = yearOffset
        self.coordinates = coordinates
    }

    package func overlaid(by other: FactSpec) -> FactSpec {
        FactSpec(
            concept: other.concept ?? concept, phase: other.phase ?? phase,
            yearOffset: other.yearOffset ?? yearOffset,
            coordinates: coordinates.overlaid(by: other.coordinates))
    }

    /// The fact meant, for one unit and year; nil where no concept is named.
    package func key(unit: String, year: FiscalYear) -> FactKey? {
        guard let concept else { return nil }
        return FactKey(
            unit: unit, year: FiscalYear(year.number + (yearOffset ?? 0)), phase: phase ?? .actual, concept: concept,
            coordinates: coordinates)
    }
}

extension Phase {
    /// The words of the data files and the sheets.
    package static let words: [(String, Phase)] = [
        ("年初预算", .initialBudget), ("全年预算", .adjustedBudget), ("决算", .actual),
    ]
}

extension Dimension {
    /// The keys of the data files and the columns of the sheets.
    package static let words: [(String, Dimension)] = [
        ("资金性质", .fund), ("功能科目", .function), ("经济科目", .economic), ("支出性质", .kind), ("事项", .item), ("规模", .size),
    ]

    package var word: String { Dimension.words.first { $0.1 == self }?.0 ?? "" }
}

/// What names in definition files are resolved against, for one region and year.
struct Resolver {
    let classifications: [Dimension: Classification]
    let concepts: ConceptList

    static let specKeys = ["概念", "阶段", "年度"] + Dimension.words.map(\.0)

    func spec(_ node: YamlNode) throws -> FactSpec {
        try spec(node.mapping(allowed: Resolver.specKeys))
    }

    func spec(_ entries: [String: YamlNode]) throws -> FactSpec {
        var result = FactSpec()
        if let node = entries["概念"] {
            let name = try node.text()
            guard let known = concepts.find(name) else {
                throw node.fault(.unknownValue(key: "概念", found: name, allowed: concepts.names))
            }
            result = known
        }
        if let node = entries["阶段"] { result.phase = try node.choice(Phase.words) }
        if let node = entries["年度"] { result.yearOffset = try node.choice([("本年", 0), ("上年", -1)]) }
        for (word, dimension) in Dimension.words {
            guard let node = entries[word] else { continue }
            result.coordinates[dimension] = try code(node, in: dimension)
        }
        return result
    }

    func code(_ node: YamlNode, in dimension: Dimension) throws -> Code {
        let text = try node.text()
        let classification = classifications[dimension] ?? .empty
        guard let code = classification.find(text) else {
            throw node.fault(.unknownValue(key: dimension.word, found: text, allowed: classification.nearest(to: text)))
        }
        return code
    }
}
