import Fiscal

/// The families of rules, in the order they are listed.
struct RuleFamilies {
    /// What stands before the hyphen of an id, with the family it belongs to and the kinds of paper it is for.
    struct Row {
        let prefix: String
        let name: String
        /// Empty = the usual kind.
        let kinds: [String]
    }

    private let rows: [Row]

    init(rows: [Row]) { self.rows = rows }

    var prefixes: [String] { rows.map(\.prefix) }

    func name(ofRule id: String) -> String? { row(ofRule: id)?.name }

    /// Where the rule itself does not say.
    func kinds(ofRule id: String) -> [String] { row(ofRule: id)?.kinds ?? [] }

    private func row(ofRule id: String) -> Row? { rows.first { id.hasPrefix($0.prefix + "-") } }

    /// Its place in the list; unknown ids come last.
    func order(ofRule id: String) -> Int { rows.firstIndex { id.hasPrefix($0.prefix + "-") } ?? rows.count }
}

extension StandardsLibrary {
    /// The catalogue of rules for a place and year, by family and id.
    ///
    /// Not part of `Standards`: only checking needs it, and reading it takes longer than the rest together.
    package func rules(for standards: Standards) throws -> [Rule] {
        let families = try ruleFamilies(region: standards.region)
        let loader = RuleLoader(standards: standards, families: families)
        let nodes = try definitions("rules", region: standards.region, year: standards.definitionsYear.number).map(
            \.node)
        let rules = try nodes.map { try loader.load($0) }
        let ids = Set(rules.map(\.id))
        for (rule, node) in zip(rules, nodes) where !rule.reportedAs.isEmpty && !ids.contains(rule.reportedAs) {
            throw node.fault(
                .unknownValue(key: "并入", found: rule.reportedAs, allowed: ["另一条规则的编号"]))
        }
        return rules.sorted { left, right in
            let (a, b) = (families.order(ofRule: left.id), families.order(ofRule: right.id))
            return (a, left.id) < (b, right.id)
        }
    }

    private func ruleFamilies(region: String) throws -> RuleFamilies {
        guard let (file, text) = nearest("rule-families.csv", region: region) else { return RuleFamilies(rows: []) }
        let table = try documents.table(text, file: file, columns: ["前缀", "名称"])
        return RuleFamilies(
            rows: table.rows.map { row in
                RuleFamilies.Row(
                    prefix: row["前缀"], name: row["名称"], kinds: row["材料"].split(separator: "；").map(String.init))
            })
    }
}
