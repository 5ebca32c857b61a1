/// Sentences about a subject of evaluation: what it was to reach, what it cost, what it got.
package struct SubjectPhrase: Sendable {
    package struct Piece: Sendable {
        /// With slots in braces: `全年预算数{全年预算}万元`.
        package let text: String
        /// Whether it is left out where one of its slots has nothing to say.
        package let isOptional: Bool
    }

    package let id: String
    package let title: String
    package let paragraphs: [[Piece]]
    package let source: String
    package let isUnconfirmed: Bool
}

enum SubjectPhraseLoader {
    static func load(_ root: YamlNode) throws -> SubjectPhrase {
        let entries = try root.mapping(allowed: ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明", "段"])
        return SubjectPhrase(
            id: try entries.required("编号", in: root).text(), title: try entries.required("名称", in: root).text(),
            paragraphs: try entries.required("段", in: root).list().map { try $0.list().map(piece) },
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false)
    }

    private static func piece(_ node: YamlNode) throws -> SubjectPhrase.Piece {
        if node.isText { return SubjectPhrase.Piece(text: try node.text(), isOptional: false) }
        let entries = try node.mapping(allowed: ["句", "可缺"])
        return SubjectPhrase.Piece(
            text: try entries.required("句", in: node).text(), isOptional: try entries["可缺"]?.flag() ?? false)
    }
}

/// A picture of what subjects got, one group of bars for each project.
package struct SubjectChart: Sendable {
    package struct Series: Sendable {
        package let name: String
        /// A slot of subject phrases that is a figure.
        package let value: String
    }

    package let id: String
    package let title: String
    package let unit: String
    package let series: [Series]

    static func load(_ root: YamlNode) throws -> SubjectChart {
        let entries = try root.mapping(allowed: ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "单位", "系列"])
        return SubjectChart(
            id: try entries.required("编号", in: root).text(), title: try entries.required("名称", in: root).text(),
            unit: try entries.required("单位", in: root).text(),
            series: try entries.required("系列", in: root).list().map { node in
                let fields = try node.mapping(allowed: ["名", "取"])
                return Series(
                    name: try fields.required("名", in: node).text(), value: try fields.required("取", in: node).text())
            })
    }
}
