import Fiscal

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
