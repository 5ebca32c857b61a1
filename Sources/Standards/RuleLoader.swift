import Fiscal
import Formulas

/// Reads one rule's YAML against the names of one place and year.
struct RuleLoader {
    let standards: Standards
    let families: RuleFamilies

    static let keys = [
        "编号", "标题", "办法", "公式", "推出", "种类", "缺", "说明", "并入", "等级", "依据", "来源", "起始年度", "截止年度", "地区",
        "缺数", "处理", "样例", "材料",
    ]
    /// Which keys each way of checking needs; the others of this list must not stand there.
    private static let ownKeys: [(Rule.MethodName, [String])] = [
        (.formulas, ["公式", "样例"]), (.implied, ["推出"]), (.codes, ["种类"]), (.layout, ["种类"]),
        (.wording, ["种类"]), (.evaluation, ["种类"]),
        (.book, ["缺"]),
    ]

    func load(_ root: YamlNode) throws -> Rule {
        let entries = try root.mapping(allowed: Self.keys)
        let idNode = try entries.required("编号", in: root)
        let id = try idNode.text()
        guard let family = families.name(ofRule: id) else {
            throw idNode.fault(.unknownValue(key: "编号", found: id, allowed: families.prefixes.map { $0 + "-…" }))
        }
        let name = try entries.required("办法", in: root).choice(Rule.MethodName.allCases.map { ($0.rawValue, $0) })
        try checkKeys(of: name, entries, in: root)
        let regions = try entries["地区"]?.texts() ?? []
        let applies =
            try (regions.isEmpty || regions.contains { standards.region.hasPrefix($0) }) && isOfKind(entries["材料"], id)
        return Rule(
            id: id, title: try filled(entries.required("标题", in: root)), family: family,
            severity: try entries.required("等级", in: root).choice(Rule.Severity.allCases.map { ($0.rawValue, $0) }),
            method: try method(name, entries, in: root, applies: applies),
            formulaTexts: try entries["公式"]?.texts() ?? [],
            basis: try entries.required("依据", in: root).list().map(basis),
            source: try entries.required("来源", in: root).text(), years: try yearRange(entries, in: root),
            regions: regions, appliesHere: applies,
            missing: try entries["缺数"]?.choice(MissingStrategy.allCases.map { ($0.rawValue, $0) }) ?? .unchecked,
            note: try entries["说明"]?.text() ?? "", advice: try entries["处理"]?.text() ?? "",
            reportedAs: try entries["并入"]?.text() ?? "",
            samples: applies ? try entries["样例"].map(samples) ?? [] : [])
    }

    /// Rules are of the usual kind of paper where neither they nor their family say.
    private func isOfKind(_ node: YamlNode?, _ id: String) throws -> Bool {
        let kinds = try node?.texts() ?? families.kinds(ofRule: id)
        return kinds.isEmpty ? standards.kind.isUsual : kinds.contains(standards.kind.name)
    }

    private func checkKeys(of name: Rule.MethodName, _ entries: [String: YamlNode], in root: YamlNode) throws {
        let wanted = Self.ownKeys.first { $0.0 == name }?.1 ?? []
        for key in wanted { _ = try entries.required(key, in: root) }
        for key in Set(Self.ownKeys.flatMap(\.1)).subtracting(wanted).sorted() {
            guard let node = entries[key] else { continue }
            throw node.fault(.misplacedKey(key, method: name.rawValue))
        }
    }

    private func filled(_ node: YamlNode) throws -> String {
        let text = try node.text().trimmed
        guard !text.isEmpty else { throw node.fault(.wrongType(key: node.name, found: .written(""), wanted: .text)) }
        return text
    }

    private func method(
        _ name: Rule.MethodName, _ entries: [String: YamlNode], in root: YamlNode, applies: Bool
    ) throws -> Rule.Method {
        switch name {
        case .formulas:
            let node = try entries.required("公式", in: root)
            return .formulas(applies ? try (node.isText ? [node] : node.list()).map(formula) : [])
        case .implied: return .implied(try implication(entries.required("推出", in: root), applies: applies))
        case .codes: return .codes(kind: try filled(entries.required("种类", in: root)))
        case .layout: return .layout(kind: try filled(entries.required("种类", in: root)))
        case .wording: return .wording(kind: try filled(entries.required("种类", in: root)))
        case .evaluation: return .evaluation(kind: try filled(entries.required("种类", in: root)))
        case .book: return .book(missing: try filled(entries.required("缺", in: root)))
        }
    }

    private func formula(_ node: YamlNode) throws -> Formula {
        let text = try node.text().trimmed
        do {
            return try Formula(text, names: standards)
        } catch {
            throw node.fault(.badFormula(error, text: text))
        }
    }

    private func implication(_ node: YamlNode, applies: Bool) throws -> Rule.Implication {
        let entries = try node.mapping(allowed: ["方式", "取数", "处", "维度"])
        let resolver = Resolver(classifications: standards.classifications, concepts: standards.concepts)
        let tie = try entries.required("方式", in: node).choice(
            Rule.Implication.Tie.allCases.map { ($0.rawValue, $0) })
        let factNode = try entries.required("取数", in: node)
        let facts = factNode.isMapping ? [factNode] : try factNode.list()
        let dimensions = try entries["维度"].map { node in
            try (node.isText ? [node] : node.list()).map { try $0.choice(Dimension.words) }
        }
        if tie == .parts, dimensions == nil { throw node.fault(.missingKey("维度")) }
        return Rule.Implication(
            tie: tie, specs: try facts.map { try resolver.spec($0) },
            places: try entries.required("处", in: node).list().map { try applies ? place($0) : $0.text() },
            dimensions: dimensions ?? [])
    }

    /// A form's id, or one of the places that are no form.
    private func place(_ node: YamlNode) throws -> String {
        let text = try node.text()
        let others = ["说明", "上年公开件", "国有资产表"]
        guard others.contains(text) || standards.forms[text] != nil else {
            throw node.fault(
                .unknownValue(key: "处", found: text, allowed: standards.forms.keys.sorted() + others))
        }
        return text
    }

    /// A document's name where it is confirmed, else 文件, 条 and 待核.
    private func basis(_ node: YamlNode) throws -> Rule.Basis {
        if node.isText { return Rule.Basis(document: try filled(node), article: "", isConfirmed: true) }
        let entries = try node.mapping(allowed: ["文件", "条", "待核"])
        return Rule.Basis(
            document: try filled(entries.required("文件", in: node)), article: try entries["条"]?.text() ?? "",
            isConfirmed: try !(entries["待核"]?.flag() ?? false))
    }

    // MARK: Samples

    private func samples(_ node: YamlNode) throws -> [RuleSample] {
        let entries = try node.mapping(allowed: RuleSample.Wanted.allCases.map(\.rawValue))
        return try RuleSample.Wanted.allCases.map { wanted in
            let sample = try entries.required(wanted.rawValue, in: node)
            return RuleSample(
                wanted: wanted, values: try values(sample), file: sample.file, line: sample.line)
        }
    }

    private func values(_ node: YamlNode) throws -> SampleValues {
        var result = SampleValues()
        for (key, value) in try node.pairs() {
            if key == "已读" {
                for form in try value.texts() { result.markRead(form) }
                continue
            }
            let cell: FormulaCell
            do {
                cell = try FormulaCell(parsing: key, names: standards)
            } catch {
                throw value.fault(.badFormula(error, text: key))
            }
            result.add(try reading(value, of: cell), at: cell)
        }
        return result
    }

    /// Money is in the form's unit (万元 outside forms); an empty text is a blank cell.
    private func reading(_ node: YamlNode, of cell: FormulaCell) throws -> Reading {
        let text = try node.text().trimmed
        guard !text.isEmpty else { return .blank }
        guard let number = try? NumberText.parse(text) else {
            throw node.fault(.wrongType(key: node.name, found: .written(text), wanted: .number))
        }
        let unit: PrintedFigure.Unit
        switch standards.measure(of: cell.concept) {
        case .money: unit = .money(cell.form.flatMap { standards.forms[$0]?.unit } ?? .tenThousandYuan)
        case .count: unit = .count
        case .score: unit = .plain
        }
        return .printed(PrintedFigure(number: number, unit: unit))
    }
}
