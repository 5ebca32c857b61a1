extension StandardsLibrary {
    /// The layouts of `evaluation-layouts/` for a place and year, in the order that a package prints them.
    func evaluationLayouts(region: String, year: Int, resolver: Resolver) throws -> [EvaluationLayout] {
        let loader = LayoutLoader(resolver: resolver)
        return try definitions("evaluation-layouts", region: region, year: year).map { try loader.layout($0.node) }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }
}

/// Reads the YAML of `evaluation-layouts/`.
struct LayoutLoader {
    let resolver: Resolver

    private static let keys = [
        "编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明", "序", "表", "对象", "时点", "标题", "题注", "表注", "横排", "列宽", "数", "块",
    ]

    func layout(_ node: YamlNode) throws -> EvaluationLayout {
        let entries = try node.mapping(allowed: Self.keys)
        return EvaluationLayout(
            id: try entries.required("编号", in: node).text(), name: try entries["名称"]?.text() ?? "",
            form: try entries.required("表", in: node).text(),
            subject: try entries.required("对象", in: node).choice(
                EvaluationDefinitions.Subject.allCases.map { ($0.rawValue, $0) }),
            stage: try entries.required("时点", in: node).choice(
                EvaluationLayout.Stage.allCases.map { ($0.rawValue, $0) }),
            title: try entries.required("标题", in: node).text(), infos: try entries["题注"]?.texts() ?? [],
            order: try entries["序"]?.number() ?? 100,
            notes: try entries["表注"]?.texts() ?? [], isLandscape: try entries["横排"]?.flag() ?? false,
            widths: try entries.required("列宽", in: node).list().map { try $0.number() },
            figures: try figures(entries["数"]), blocks: try entries.required("块", in: node).list().map(block),
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false)
    }

    private func figures(_ node: YamlNode?) throws -> EvaluationLayout.Figures {
        let entries = try node?.mapping(allowed: ["去零", "零", "执行率小数", "执行率去零", "百分号"]) ?? [:]
        return EvaluationLayout.Figures(
            trimsZeros: try entries["去零"]?.flag() ?? true, zero: try entries["零"]?.text() ?? "",
            rateDecimals: try entries["执行率小数"]?.number() ?? 2, trimsRate: try entries["执行率去零"]?.flag() ?? false,
            percentSign: try entries["百分号"]?.flag() ?? true)
    }

    private func block(_ node: YamlNode) throws -> EvaluationLayout.Block {
        let entries = try node.mapping(allowed: ["行", "指标", "任务", "监控", "基础", "楼堂馆所"])
        if let rows = entries["行"] { return .rows(try rows.list().map { try $0.list().map(cell) }) }
        if let indicators = entries["指标"] { return .indicators(try indicatorBlock(indicators)) }
        if let monitoring = entries["监控"] { return .monitoring(try monitoringBlock(monitoring)) }
        if let base = entries["基础"] { return .base(try baseBlock(base)) }
        if let buildings = entries["楼堂馆所"] { return .buildings(try buildingBlock(buildings)) }
        return .tasks(try taskBlock(entries.required("任务", in: node)))
    }

    private func indicatorBlock(_ node: YamlNode) throws -> EvaluationLayout.IndicatorBlock {
        let entries = try node.mapping(allowed: ["左", "列", "一级注分", "名称注方向", "空二级", "空二级写"])
        return EvaluationLayout.IndicatorBlock(
            left: try entries["左"].map(cell), columns: try entries.required("列", in: node).list().map(column),
            levelPoints: try entries["一级注分"]?.text() ?? "", nameSuffix: try entries["名称注方向"]?.text() ?? "",
            printsEmptySeconds: try entries["空二级"]?.choice([("印", true), ("不印", false)]) ?? false,
            emptyWord: try entries["空二级写"]?.text() ?? "")
    }

    private func taskBlock(_ node: YamlNode) throws -> EvaluationLayout.TaskBlock {
        let entries = try node.mapping(allowed: ["左", "列", "合计"])
        return EvaluationLayout.TaskBlock(
            left: try entries["左"].map(cell), columns: try entries.required("列", in: node).list().map(column),
            total: try entries["合计"]?.text() ?? "")
    }

    func column(_ node: YamlNode) throws -> EvaluationLayout.Column {
        let entries = try node.mapping(allowed: ["题", "取", "跨", "合并", "组"])
        return EvaluationLayout.Column(
            title: try entries.required("题", in: node).text(), value: try entries.required("取", in: node).text(),
            columns: try entries["跨"]?.number() ?? 1, isMerged: try entries["合并"]?.flag() ?? false,
            group: try entries["组"]?.text() ?? "")
    }

    func cell(_ node: YamlNode) throws -> EvaluationLayout.Cell {
        let entries = try node.mapping(
            allowed: ["词", "栏", "或", "资金", "性质", "人数", "人数比", "文", "跨", "高", "齐", "空则不印"])
        return EvaluationLayout.Cell(
            content: try content(entries, in: node), frame: try entries["文"]?.text() ?? "",
            columns: try entries["跨"]?.number() ?? 1, rows: try entries["高"]?.number() ?? 1,
            alignment: try entries["齐"]?.choice(EvaluationLayout.Alignment.allCases.map { ($0.rawValue, $0) }),
            dropsRow: try entries["空则不印"]?.flag() ?? false)
    }

    private func content(
        _ entries: [String: YamlNode], in node: YamlNode
    ) throws -> EvaluationLayout.Content {
        if let words = entries["词"] {
            let text = try words.text()
            return text.isEmpty ? .blank : .words(text)
        }
        if let field = entries["栏"] {
            guard let others = entries["或"] else { return .field(try field.text()) }
            return .texts([try field.text()] + (try others.texts()))
        }
        if let staff = entries["人数"] { return .staff(try staff.text()) }
        for (key, make) in [
            ("人数比", { EvaluationLayout.Content.staffRate($0, of: $1) }),
            ("资金", { EvaluationLayout.Content.fund($0, column: $1) }),
            ("性质", { EvaluationLayout.Content.nature($0, column: $1) }),
        ] {
            guard let pair = entries[key] else { continue }
            let texts = try pair.texts()
            guard texts.count == 2 else { throw pair.fault(.wrongType(key: key, found: .list, wanted: .list)) }
            return make(texts[0], texts[1])
        }
        throw node.fault(.missingKey("词"))
    }
}
