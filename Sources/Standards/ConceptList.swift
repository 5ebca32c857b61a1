package import Fiscal

/// How a concept is made of others.
package struct ConceptDefinition: Sendable {
    /// A figure that follows from the self-evaluations of projects.
    package enum Evaluated: String, Sendable, CaseIterable {
        case projects = "项目数"
        case executed = "执行数"
        case mean = "平均得分"
    }

    /// A concept's facts taken out of another's lines: 公务接待费 is 本年支出 under economic code 30217.
    package struct Projection: Sendable {
        package let source: Concept
        package let filter: Coordinates
        /// The kinds of unit whose lines count; empty = all.
        package let unitKinds: [String]
        /// Laid over the line's coordinates.
        package let assigned: Coordinates
    }

    package let concept: Concept
    package let measure: Measure
    /// Signed sum of other concepts at the same coordinates; empty for a concept of its own.
    package let terms: [(concept: Concept, sign: Int64)]
    package let projections: [Projection]
    /// Nothing in the book means that nothing is known, not that it is zero.
    package let isUnknownWhenAbsent: Bool
    /// Whether the figures of several units make their department's when added up; an average does not.
    package let isAdditive: Bool
    /// The money that comes with this count: where it was spent and no line gives the count, the count is not known.
    package let spending: Concept?
    /// Whether fiscal money may have it; its tables leave out what it never has.
    package let isFiscal: Bool
    /// Whether the forms of one package show all its parts between them (人员 and 公用 beside the whole).
    package let isPooled: Bool
    /// What of the self-evaluations of projects it is; nil where it is none of it.
    package var evaluated: Evaluated?
    package let note: String
    /// Where the definition is taken from; empty = 待核.
    package let source: String
    /// Parts of it no public text confirms.
    package var isUnconfirmed = false
}

/// All concepts of a year.
package struct ConceptList: Sendable {
    package let definitions: [Concept: ConceptDefinition]
    package let ordered: [Concept]
    private let aliases: [String: FactSpec]

    init(definitions: [ConceptDefinition], aliases: [String: FactSpec]) {
        self.definitions = Dictionary(definitions.map { ($0.concept, $0) }, uniquingKeysWith: { first, _ in first })
        ordered = definitions.map(\.concept)
        self.aliases = aliases
    }

    package var names: [String] { ordered.map(\.id) + aliases.keys.sorted() }

    /// By its id or an alias; an alias may fix dimensions (财政拨款收入总计 = 收入总计 under 财政拨款).
    package func find(_ name: String) -> FactSpec? {
        let concept = Concept(name.trimmed)
        if definitions[concept] != nil { return FactSpec(concept: concept) }
        return aliases[foldedLabel(name)]
    }

    /// The concepts of their own that one is made of.
    package func leaves(of concept: Concept) -> [Concept] {
        guard let terms = definitions[concept]?.terms, !terms.isEmpty else { return [concept] }
        return terms.flatMap { leaves(of: $0.concept) }
    }

    package subscript(concept: Concept) -> ConceptDefinition? { definitions[concept] }
}

extension ConceptList {
    private static let keys = [
        "名称", "又名", "计量", "小数", "未填", "随", "汇总", "财政拨款", "表间", "组成", "取自", "自评", "说明", "来源", "待核",
    ]

    /// Reads `concepts.yaml`; names of dimensions' members are resolved by `classifications`.
    static func load(_ root: YamlNode, classifications: [Dimension: Classification]) throws -> ConceptList {
        let top = try root.mapping(allowed: ["概念"])
        let nodes = try top.required("概念", in: root).list()
        let names = try nodes.map { try $0.mapping(allowed: keys).required("名称", in: $0).text() }
        let known = ConceptList(
            definitions: names.map {
                ConceptDefinition(
                    concept: Concept($0), measure: .money, terms: [], projections: [], isUnknownWhenAbsent: false,
                    isAdditive: true, spending: nil, isFiscal: true, isPooled: false, note: "", source: "")
            }, aliases: [:])
        let resolver = Resolver(classifications: classifications, concepts: known)
        var aliases: [String: FactSpec] = [:]
        let definitions = try nodes.map { node in
            let entries = try node.mapping(allowed: keys)
            let definition = try definition(entries, node: node, resolver: resolver)
            for alias in try entries["又名"]?.list() ?? [] {
                try add(alias, of: definition.concept, to: &aliases, resolver: resolver)
            }
            return definition
        }
        return ConceptList(definitions: definitions, aliases: aliases)
    }

    private static func add(
        _ node: YamlNode, of concept: Concept, to aliases: inout [String: FactSpec], resolver: Resolver
    ) throws {
        if node.isText {
            aliases[foldedLabel(try node.text())] = FactSpec(concept: concept)
            return
        }
        let entries = try node.mapping(allowed: ["名称"] + Resolver.specKeys)
        var spec = try resolver.spec(entries.filter { $0.key != "名称" })
        spec.concept = concept
        aliases[foldedLabel(try entries.required("名称", in: node).text())] = spec
    }

    private static func definition(
        _ entries: [String: YamlNode], node: YamlNode, resolver: Resolver
    ) throws -> ConceptDefinition {
        let terms = try entries["组成"]?.pairs().map { name, value in
            guard let concept = resolver.concepts.find(name)?.concept else {
                throw value.fault(.unknownValue(key: "组成", found: name, allowed: resolver.concepts.names))
            }
            return (concept: concept, sign: try value.choice([("加", Int64(1)), ("减", Int64(-1))]))
        }
        return ConceptDefinition(
            concept: Concept(try entries.required("名称", in: node).text()),
            measure: try measure(entries), terms: terms ?? [],
            projections: try entries["取自"]?.list().map { try projection($0, resolver: resolver) } ?? [],
            isUnknownWhenAbsent: try entries["未填"]?.choice([("零", false), ("未知", true)]) ?? false,
            isAdditive: try entries["汇总"]?.choice([("相加", true), ("不相加", false)]) ?? true,
            spending: try entries["随"].map { try concept($0, resolver: resolver) },
            isFiscal: try entries["财政拨款"]?.choice([("有", true), ("无", false)]) ?? true,
            isPooled: try entries["表间"]?.choice([("齐全", true), ("不齐", false)]) ?? false,
            evaluated: try entries["自评"]?.choice(ConceptDefinition.Evaluated.allCases.map { ($0.rawValue, $0) }),
            note: try entries["说明"]?.text() ?? "", source: try entries["来源"]?.text() ?? "",
            isUnconfirmed: try entries["待核"]?.flag() ?? false)
    }

    private static func concept(_ node: YamlNode, resolver: Resolver) throws -> Concept {
        let name = try node.text()
        guard let concept = resolver.concepts.find(name)?.concept else {
            throw node.fault(.unknownValue(key: "随", found: name, allowed: resolver.concepts.names))
        }
        return concept
    }

    private static func measure(_ entries: [String: YamlNode]) throws -> Measure {
        let word = try entries["计量"]?.text() ?? "元"
        if word == "元" { return .money }
        return try entries["小数"]?.choice([("0", .count(word)), ("2", .score(word))]) ?? .count(word)
    }

    private static func projection(
        _ node: YamlNode, resolver: Resolver
    ) throws -> ConceptDefinition.Projection {
        let entries = try node.mapping(allowed: Resolver.specKeys + ["单位性质", "归入"])
        let spec = try resolver.spec(entries.filter { Resolver.specKeys.contains($0.key) })
        guard let source = spec.concept else { throw node.fault(.missingKey("概念")) }
        return ConceptDefinition.Projection(
            source: source, filter: spec.coordinates, unitKinds: try entries["单位性质"]?.texts() ?? [],
            assigned: try entries["归入"].map { try resolver.spec($0).coordinates } ?? .all)
    }
}
