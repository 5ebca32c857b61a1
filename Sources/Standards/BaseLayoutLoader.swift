import Fiscal

// Blocks of base data and of monitoring.
extension LayoutLoader {
    func baseBlock(_ node: YamlNode) throws -> BaseBlock {
        let entries = try node.mapping(allowed: ["列", "行"])
        return BaseBlock(
            columns: try entries.required("列", in: node).list().map(baseColumn),
            rows: try entries.required("行", in: node).list().map(baseRow))
    }

    private func baseColumn(_ node: YamlNode) throws -> BaseBlock.Column {
        let entries = try node.mapping(allowed: ["题", "跨", "年度", "阶段"])
        return BaseBlock.Column(
            title: try entries.required("题", in: node).text(), columns: try entries["跨"]?.number() ?? 1,
            yearOffset: try entries["年度"]?.choice([("本年", 0), ("上年", -1)]), phases: try phases(entries["阶段"]))
    }

    private func baseRow(_ node: YamlNode) throws -> BaseBlock.Row {
        let entries = try node.mapping(
            allowed: ["文", "数", "或", "预算阶段", "类别", "列项目", "无项目", "无项目写", "其余"])
        return BaseBlock.Row(
            label: try entries.required("文", in: node).text(),
            figures: try entries["数"]?.list().map(resolver.spec) ?? [],
            alternatives: try entries["或"]?.list().map { try $0.list().map(resolver.spec) } ?? [],
            budgetPhases: try phases(entries["预算阶段"]), group: try entries["类别"]?.text() ?? "",
            listsProjects: try entries["列项目"]?.flag() ?? false,
            printsEmpty: try entries["无项目"]?.choice([("印", true), ("不印", false)]) ?? true,
            emptyWord: try entries["无项目写"]?.text() ?? "", restLabel: try entries["其余"]?.text() ?? "")
    }

    private func phases(_ node: YamlNode?) throws -> [Phase] {
        try node?.list().map { try $0.choice(Phase.words) } ?? []
    }

    func monitoringBlock(_ node: YamlNode) throws -> EvaluationLayout.MonitoringBlock {
        let entries = try node.mapping(allowed: ["左", "列", "记号"])
        return EvaluationLayout.MonitoringBlock(
            left: try entries["左"].map(cell), columns: try entries.required("列", in: node).list().map(column),
            mark: try entries["记号"]?.text() ?? "√")
    }

    func buildingBlock(_ node: YamlNode) throws -> BuildingBlock {
        let entries = try node.mapping(allowed: ["左", "列", "无则", "控制率小数"])
        return BuildingBlock(
            left: try entries["左"].map(cell), columns: try entries.required("列", in: node).list().map(column),
            emptyWord: try entries["无则"]?.text() ?? "", rateDecimals: try entries["控制率小数"]?.number() ?? 2)
    }
}
