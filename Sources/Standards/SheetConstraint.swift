package import Fiscal

/// What the codes of one line must have in common, so that every form can print the line where its totals count it.
package struct SheetConstraint: Sendable {
    /// Which lines of a form always stand on it.
    package enum Lines: String, Sendable, CaseIterable {
        /// Functional classes of the overall form (`class-lines.csv`).
        case classes = "收支总表"
        /// Economic items of the form of basic expenditure (`economic-lines.csv`).
        case economic = "基本支出表"
    }

    package enum Requirement: Sendable {
        /// Too wide for this sheet: one of the members under it is meant.
        case excludes([Code])
        /// One of these, or what stands under one of them.
        case only([Code])
        /// A functional code that the list gives to this fund (`资金`); the general one where the list says nothing.
        case ofFund(String)
        /// A code that the form has a row for.
        case printed(Lines)
        case filled
    }

    package let dimension: Dimension
    /// Lines it holds for; what is not fixed may be anything.
    package let when: Coordinates
    package let requirement: Requirement
    /// Whether a line that breaks it is only told, not refused.
    package let isWarning: Bool
}

/// Figures that one sheet gives and that must keep an order: what it is, and what it may not exceed.
package struct SheetLimit: Sendable {
    package let part: FactSpec
    package let whole: FactSpec
}

/// Balances computed from all sheets that are not negative in a sound book, each of one kind of money.
package struct SheetFloor: Sendable {
    package let concept: Concept
    package let funds: [Code]
}

extension SheetLoader {
    /// What a general fund's codes are called: the code list leaves them blank.
    private static let generalFund = "一般公共预算"
    private static let constraintKeys = ["栏", "当", "不用", "只用", "资金", "列于", "必填", "程度"]

    func constraint(_ node: YamlNode) throws -> SheetConstraint {
        let entries = try node.mapping(allowed: Self.constraintKeys)
        let dimension = try entries.required("栏", in: node).choice(Dimension.words)
        let when = try entries["当"].map { try resolver.spec($0.mapping(allowed: Dimension.words.map(\.0))) }
        return SheetConstraint(
            dimension: dimension, when: when?.coordinates ?? .all,
            requirement: try requirement(entries, of: dimension, in: node),
            isWarning: try entries["程度"]?.choice([("错误", false), ("提示", true)]) ?? false)
    }

    private func requirement(
        _ entries: [String: YamlNode], of dimension: Dimension, in node: YamlNode
    ) throws -> SheetConstraint.Requirement {
        if let list = entries["不用"] { return .excludes(try codes(list, in: dimension)) }
        if let list = entries["只用"] { return .only(try codes(list, in: dimension)) }
        if let fund = entries["资金"] {
            let marks = Set((resolver.classifications[.function] ?? .empty).members.values.map(\.fund))
            let allowed = [(Self.generalFund, "")] + marks.filter { !$0.isEmpty }.sorted().map { ($0, $0) }
            return .ofFund(try fund.choice(allowed))
        }
        if let lines = entries["列于"] {
            return .printed(try lines.choice(SheetConstraint.Lines.allCases.map { ($0.rawValue, $0) }))
        }
        _ = try entries.required("必填", in: node).flag()
        return .filled
    }

    private func codes(_ node: YamlNode, in dimension: Dimension) throws -> [Code] {
        try node.list().map { try resolver.code($0, in: dimension) }
    }

    func limit(_ node: YamlNode) throws -> SheetLimit {
        let entries = try node.mapping(allowed: ["数", "不超过"])
        return SheetLimit(
            part: try resolver.spec(entries.required("数", in: node)),
            whole: try resolver.spec(entries.required("不超过", in: node)))
    }

    func floor(_ node: YamlNode) throws -> SheetFloor {
        let entries = try node.mapping(allowed: ["概念", "资金性质"])
        let concept = try resolver.spec(entries.filter { $0.key == "概念" }).concept
        guard let concept else { throw node.fault(.missingKey("概念")) }
        return SheetFloor(concept: concept, funds: try codes(entries.required("资金性质", in: node), in: .fund))
    }
}
