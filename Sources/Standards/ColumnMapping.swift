/// One entry of 列名对照: how an export of another system becomes rows of a sheet.
package struct ColumnMapping: Sendable {
    /// What one of our columns is made of.
    package struct Source: Sendable {
        package let column: String
        package let separator: String
        /// Which part between separators, from 1; 0 = the whole cell.
        package let part: Int
        package let replacements: [String: String]
        /// Amounts stand in 万元, to be brought to yuan.
        package let isTenThousand: Bool
        package let line: Int
    }

    /// Rows left out: those whose cell is one of these, or holds one of these.
    package struct Skip: Sendable {
        package let column: String
        package let equals: [String]
        package let contains: [String]
        package let line: Int
    }

    /// Path of the export, relative to the book's folder.
    package let file: String
    /// Tab of a workbook; empty = the first.
    package let tab: String
    /// The sheet its rows belong to.
    package let sheet: String
    package let headerRow: Int
    /// Our columns in their order, each with where it comes from.
    package let columns: [(name: String, source: Source)]
    /// Our columns that are the same in every row.
    package let constants: [(name: String, value: String)]
    package let skips: [Skip]
    /// The file that says so, for messages.
    package let origin: String
    package let line: Int

    /// A fault at this entry, or at one of its lines.
    package func fault(_ kind: StandardsFault.Kind, line: Int? = nil) -> StandardsFault {
        StandardsFault(kind, file: origin, line: line ?? self.line)
    }
}

extension ColumnMapping {
    /// Reads `列名对照.yaml`.
    package static func load(yaml text: String, file: String) throws -> [ColumnMapping] {
        let root = try YamlNode.document(text, file: file)
        let entries = try root.mapping(allowed: ["格式", "对照"])
        return try entries.required("对照", in: root).list().map(mapping)
    }

    private static func mapping(_ node: YamlNode) throws -> ColumnMapping {
        let entries = try node.mapping(allowed: ["文件", "工作表", "表", "表头行", "列", "固定", "略过"])
        let columns = entries["列"]
        let row = try entries["表头行"]?.number() ?? 1
        guard row >= 1 else {
            throw node.fault(.wrongType(key: "表头行", found: .written("\(row)"), wanted: .integerFrom(1)))
        }
        return ColumnMapping(
            file: try entries.required("文件", in: node).text(), tab: try entries["工作表"]?.text() ?? "",
            sheet: try entries.required("表", in: node).text(), headerRow: row,
            columns: try entries.required("列", in: node).pairs().map { ($0.key, try source($0.value)) },
            constants: try entries["固定"]?.pairs().map { ($0.key, try $0.value.text()) } ?? [],
            skips: try entries["略过"]?.list().map(skip) ?? [], origin: node.file, line: columns?.line ?? node.line)
    }

    private static func source(_ node: YamlNode) throws -> Source {
        if node.isText {
            return Source(
                column: try node.text(), separator: "", part: 0, replacements: [:], isTenThousand: false,
                line: node.line)
        }
        let entries = try node.mapping(allowed: ["取自", "分隔", "第几段", "换成", "单位"])
        let pairs = try entries["换成"]?.pairs().map { ($0.key, try $0.value.text()) } ?? []
        return Source(
            column: try entries.required("取自", in: node).text(), separator: try entries["分隔"]?.text() ?? "",
            part: try entries["第几段"]?.number() ?? (entries["分隔"] == nil ? 0 : 1),
            replacements: Dictionary(pairs, uniquingKeysWith: { _, last in last }),
            isTenThousand: try entries["单位"]?.choice([("元", false), ("万元", true)]) ?? false, line: node.line)
    }

    private static func skip(_ node: YamlNode) throws -> Skip {
        let entries = try node.mapping(allowed: ["栏", "为", "含"])
        return Skip(
            column: try entries.required("栏", in: node).text(), equals: try entries["为"]?.texts() ?? [],
            contains: try entries["含"]?.texts() ?? [], line: node.line)
    }
}
