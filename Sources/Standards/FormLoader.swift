import Fiscal

/// Reads one form's YAML.
struct FormLoader {
    let resolver: Resolver

    static let keys = [
        "编号", "名称", "又名", "材料", "起始年度", "截止年度", "来源", "方向", "金额单位", "小数", "取数", "栏次行", "区块", "末行", "表注", "空表", "待核",
        "空表另起", "不适用", "同义",
    ]

    func load(_ root: YamlNode) throws -> Form {
        let entries = try root.mapping(allowed: FormLoader.keys)
        let base = try entries["取数"].map { try resolver.spec($0) } ?? FactSpec()
        return Form(
            id: try entries.required("编号", in: root).text(),
            title: try entries.required("名称", in: root).text(),
            aliases: try entries["又名"]?.texts() ?? [],
            isLandscape: try entries["方向"]?.choice([("横向", true), ("纵向", false)]) ?? false,
            unit: try entries["金额单位"]?.choice(MoneyUnit.allCases.map { ($0.word, $0) }) ?? .tenThousandYuan,
            decimals: try entries["小数"]?.number() ?? 2,
            parts: try entries.required("区块", in: root).list().map { try part($0, base: base) },
            closing: try entries["末行"]?.list().map { try closing($0, base: base) } ?? [],
            hasColumnNumbers: try entries["栏次行"]?.flag() ?? true,
            notes: try entries["表注"]?.texts() ?? [],
            emptyNote: try entries["空表"]?.text() ?? "",
            emptyNoteStandsApart: try entries["空表另起"]?.flag() ?? false,
            notApplicable: try entries["不适用"]?.text() ?? "",
            synonyms: try entries["同义"].map(synonyms) ?? [:],
            years: try yearRange(entries, in: root),
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false, base: base)
    }

    /// 词: [同义的词, …]; a word may not stand twice, or reading would have to guess.
    private func synonyms(_ node: YamlNode) throws -> [String: [String]] {
        var result: [String: [String]] = [:]
        var seen: Set<String> = []
        for (word, list) in try node.pairs() {
            result[word] = try list.texts()
            for text in [word] + (result[word] ?? []) where !seen.insert(foldedLabel(text)).inserted {
                throw list.fault(.wrongType(key: "同义", found: .written(text), wanted: .uniqueWord))
            }
        }
        return result
    }

    private func part(_ node: YamlNode, base: FactSpec) throws -> Form.Part {
        let entries = try node.mapping(allowed: ["标识列", "列", "行", "行次起", "取数"])
        let own = try entries["取数"].map { base.overlaid(by: try resolver.spec($0)) } ?? base
        return Form.Part(
            keyColumns: try entries["标识列"]?.list().map(keyColumn) ?? [],
            columns: try entries.required("列", in: node).list().map { try column($0, base: own) },
            rows: try entries.required("行", in: node).list().map(rowPlan),
            firstRowNumber: try entries["行次起"]?.number() ?? 1)
    }

    private func keyColumn(_ node: YamlNode) throws -> Form.KeyColumn {
        let entries = try node.mapping(allowed: ["标题", "又作", "内容", "宽"])
        return Form.KeyColumn(
            title: try entries.required("标题", in: node).texts(),
            otherTitles: try entries["又作"]?.list().map { try $0.texts() } ?? [],
            content: try entries.required("内容", in: node).choice(
                Form.KeyColumn.Content.allCases.map { ($0.rawValue, $0) }),
            width: try entries["宽"]?.number() ?? 10)
    }

    private func column(_ node: YamlNode, base: FactSpec) throws -> Form.Column {
        let entries = try node.mapping(allowed: ["标题", "又作", "栏次", "取数", "宽", "可缺"])
        return Form.Column(
            title: try entries.required("标题", in: node).texts(),
            otherTitles: try entries["又作"]?.list().map { try $0.texts() } ?? [],
            number: try entries["栏次"]?.text() ?? "",
            spec: try entries["取数"].map { base.overlaid(by: try resolver.spec($0)) } ?? base,
            width: try entries["宽"]?.number() ?? 12, isOptional: try entries["可缺"]?.flag() ?? false)
    }

    private func rowPlan(_ node: YamlNode) throws -> Form.RowPlan {
        let entries = try node.mapping(allowed: ["名称", "又名", "取数", "合计", "限栏", "空行", "逐行", "层级", "块"])
        if let count = entries["空行"] { return .blank(count: try count.number()) }
        let spec = try entries["取数"].map { try resolver.spec($0) } ?? FactSpec()
        guard let each = entries["逐行"] else {
            return .fixed(
                Form.FixedRow(
                    label: try entries.required("名称", in: node).text(), aliases: try entries["又名"]?.texts() ?? [],
                    spec: spec, isTotal: try entries["合计"]?.flag() ?? false, columns: try entries["限栏"]?.texts()))
        }
        switch try each.text() {
        case "功能类": return .classLines(spec: spec)
        case "经济科目行": return .economicLines(block: try entries["块"]?.number() ?? 1, spec: spec)
        default:
            let dimension = try each.choice(Dimension.words)
            let levels = try entries["层级"]?.list().map { try $0.choice([("类", 1), ("款", 2), ("项", 3)]) }
            return .members(dimension, levels: levels ?? [1, 2, 3], spec: spec)
        }
    }

    private func closing(_ node: YamlNode, base: FactSpec) throws -> Form.Closing {
        let entries = try node.mapping(allowed: ["名称", "又名", "跨列", "取数"])
        return Form.Closing(
            label: try entries.required("名称", in: node).text(), aliases: try entries["又名"]?.texts() ?? [],
            span: try entries["跨列"]?.number() ?? 1,
            spec: base.overlaid(by: try entries["取数"].map { try resolver.spec($0) } ?? FactSpec()))
    }
}

/// 起始年度 to 截止年度; open ends reach as far as years go.
func yearRange(_ entries: [String: YamlNode], in node: YamlNode) throws -> ClosedRange<Int> {
    let from = try entries["起始年度"]?.number() ?? 0
    let to = try entries["截止年度"]?.number() ?? 9999
    guard from <= to else {
        throw node.fault(.wrongType(key: "截止年度", found: .written("\(to)"), wanted: .yearFrom(from)))
    }
    return from...to
}
