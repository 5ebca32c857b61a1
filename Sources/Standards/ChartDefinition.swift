package import Fiscal

/// A picture of figures the tables print: one group of bars for each member of a dimension.
package struct ChartDefinition: Sendable {
    package struct Series: Sendable {
        package let name: String
        package let spec: FactSpec
    }

    package let id: String
    package let title: String
    package let dimension: Dimension
    package let level: Int?
    package let members: [Code]
    package let series: [Series]
}

struct ChartLoader {
    let resolver: Resolver

    func load(_ root: YamlNode) throws -> ChartDefinition {
        let entries = try root.mapping(
            allowed: ["编号", "名称", "起始年度", "截止年度", "逐项", "层级", "成员", "系列", "来源"])
        let dimension = try entries.required("逐项", in: root).choice(Dimension.words)
        return ChartDefinition(
            id: try entries.required("编号", in: root).text(), title: try entries.required("名称", in: root).text(),
            dimension: dimension, level: try entries["层级"]?.choice([("类", 1), ("款", 2), ("项", 3)]),
            members: try entries["成员"]?.list().map { try resolver.code($0, in: dimension) } ?? [],
            series: try entries.required("系列", in: root).list().map { node in
                let fields = try node.mapping(allowed: ["名", "取数"])
                return ChartDefinition.Series(
                    name: try fields.required("名", in: node).text(),
                    spec: try resolver.spec(fields.required("取数", in: node)))
            })
    }
}
