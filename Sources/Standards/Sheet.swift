package import Fiscal

/// One sheet of a book as defined: its columns, and which facts a row gives.
package struct Sheet: Sendable {
    package enum ColumnType: Sendable, Hashable {
        case text
        case unit
        case member(Dimension, level: Int?)
        /// A code of a list that no fact is told apart by; what is not in it is worth a look, not refused.
        case listed(String)
        case amount
        /// Points of a score, to two decimals.
        case points
        case count
        case date
        case year
        case choice([String])
        case concept
        /// One of these phases, by the words for them.
        case phase([String])
    }

    package struct Column: Sendable {
        package let name: String
        package let type: ColumnType
        /// What else it says.
        package let role: ColumnRole?
        /// Kept for the book's own record: nothing prints it, and nobody expects it to.
        package let isRecordOnly: Bool
        package let isRequired: Bool
        /// Whether an amount or a count may be below zero without being a reversal.
        package let mayBeNegative: Bool
        package let note: String
        /// What an empty cell means: a member's or a choice's name.
        package let fallback: String
        /// A column whose code usually goes with this one's, and the list of pairs that says so.
        package let usualWith: (column: String, pairs: String)?
        /// Filled in every row or in none: an empty cell among filled ones is more likely forgotten.
        package let isAllOrNone: Bool
        /// Must be filled where another column says one of these.
        package let requiredWhen: (column: String, values: [String])?
    }

    /// What a fact of a row is for.
    package enum Use: String, Sendable, CaseIterable {
        /// A line, summed with others.
        case line = "明细"
        /// A figure as it is (last year's), asked for by its exact key and never summed.
        case stated = "陈述"
        /// Typed only to be compared with what the lines give.
        case control = "核对"
    }

    /// The fact that one amount column of a row gives.
    package struct FactRule: Sendable {
        package let column: String
        package let spec: FactSpec
        package let use: Use
        /// Taken when the column is empty.
        package let fallbackColumn: String
        /// What it was at the end of last year under another name: an opening balance goes on from the closing one.
        package let continued: Concept?
    }

    /// Lines of this kind that name a unit of the book as counterparty are transfers inside it: left out of its total.
    package struct Transfer: Sendable {
        package enum Side: Sendable { case received, paid }

        /// What the two sides have in common (补助, 上缴).
        package let matter: String
        package let side: Side
        /// Which lines; what is not fixed may be anything.
        package let coordinates: Coordinates
    }

    package let id: String
    package let role: SheetRole?
    /// nil where the next year's book begins without its rows.
    package let nextYear: NextYear?
    /// Words by which a text says that the sheet has something.
    package let mentions: [String]
    /// Its place among the sheets of a template.
    package let order: Int
    package let isRequired: Bool
    package let note: String
    package let columns: [Column]
    package let facts: [FactRule]
    package let keyColumns: [String]
    package let transfers: [Transfer]
    package let constraints: [SheetConstraint]
    package let limits: [SheetLimit]
    package let floors: [SheetFloor]
    /// Example rows for the template, by column.
    package let examples: [[String: String]]
    package let source: String

    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The groups that the sheet's own examples are of: the items of 三公 in 三公, of 采购 in 采购; empty where it has none.
    package func groups(of column: Column, in list: Classification) -> Set<Code> {
        Set(examples.compactMap { $0[column.name] }.compactMap { list.find($0) }.compactMap { list.path($0).last })
    }
}

struct SheetLoader {
    let resolver: Resolver

    func load(_ root: YamlNode) throws -> Sheet {
        let entries = try root.mapping(
            allowed: [
                "编号", "作", "序", "起始年度", "截止年度", "必有", "说明", "转下年", "提到", "列", "事实", "键", "抵销", "约束", "不超过", "不为负", "示例",
                "来源", "待核",
            ])
        return Sheet(
            id: try entries.required("编号", in: root).text(),
            role: try entries["作"]?.choice(SheetRole.allCases.map { ($0.rawValue, $0) }),
            nextYear: try entries["转下年"].map(nextYear),
            mentions: try entries["提到"]?.texts() ?? [], order: try entries["序"]?.number() ?? .max,
            isRequired: try entries["必有"]?.flag() ?? false,
            note: try entries["说明"]?.text() ?? "",
            columns: try entries.required("列", in: root).list().map(column),
            facts: try entries["事实"]?.list().map(factRule) ?? [],
            keyColumns: try entries["键"]?.texts() ?? [],
            transfers: try entries["抵销"]?.list().map(transfer) ?? [],
            constraints: try entries["约束"]?.list().map(constraint) ?? [],
            limits: try entries["不超过"]?.list().map(limit) ?? [],
            floors: try entries["不为负"]?.list().map(floor) ?? [],
            examples: try entries["示例"]?.list().map { node in
                Dictionary(
                    try node.pairs().map { ($0.key, try $0.value.text()) }, uniquingKeysWith: { _, last in last })
            } ?? [],
            source: try entries["来源"]?.text() ?? "")
    }

    /// `转下年: 全部`, or which columns of which rows.
    private func nextYear(_ node: YamlNode) throws -> Sheet.NextYear {
        if node.isText {
            _ = try node.choice([("全部", true)])
            return Sheet.NextYear(columns: nil, needed: "")
        }
        let entries = try node.mapping(allowed: ["列", "填有"])
        return Sheet.NextYear(columns: try entries["列"]?.texts(), needed: try entries["填有"]?.text() ?? "")
    }

    private func type(_ entries: [String: YamlNode], in node: YamlNode) throws -> Sheet.ColumnType {
        let typeNode = try entries.required("类型", in: node)
        switch try typeNode.text() {
        case "文字": return .text
        case "单位": return .unit
        case "金额": return .amount
        case "分数": return .points
        case "数量": return .count
        case "日期": return .date
        case "年度": return .year
        case "指标": return .concept
        case "阶段":
            let words = Phase.words.map { ($0.0, $0.0) }
            return .phase(try entries["选项"]?.list().map { try $0.choice(words) } ?? words.map(\.0))
        case "选项": return .choice(try entries.required("选项", in: node).texts())
        case "科目":
            return .member(
                try entries.required("维度", in: node).choice(Dimension.words),
                level: try entries["层级"]?.choice([("类", 1), ("款", 2), ("项", 3)]))
        case "名单": return .listed(try entries.required("名单", in: node).text())
        case let other:
            throw typeNode.fault(
                .unknownValue(
                    key: "类型", found: other,
                    allowed: ["文字", "单位", "金额", "分数", "数量", "日期", "年度", "指标", "阶段", "选项", "科目", "名单"]))
        }
    }

    private func column(_ node: YamlNode) throws -> Sheet.Column {
        let entries = try node.mapping(allowed: [
            "名", "类型", "作", "只记", "必填", "可负", "说明", "选项", "维度", "层级", "空则", "必填于", "名单", "对照", "齐填",
        ])
        return Sheet.Column(
            name: try entries.required("名", in: node).text(), type: try type(entries, in: node),
            role: try entries["作"]?.choice(ColumnRole.allCases.map { ($0.rawValue, $0) }),
            isRecordOnly: try entries["只记"]?.flag() ?? false,
            isRequired: try entries["必填"]?.flag() ?? false, mayBeNegative: try entries["可负"]?.flag() ?? false,
            note: try entries["说明"]?.text() ?? "",
            fallback: try entries["空则"]?.text() ?? "",
            usualWith: try entries["对照"]?.pairs().first.map { ($0.key, try $0.value.text()) },
            isAllOrNone: try entries["齐填"]?.flag() ?? false,
            requiredWhen: try entries["必填于"]?.pairs().first.map { ($0.key, try $0.value.texts()) })
    }

    private func factRule(_ node: YamlNode) throws -> Sheet.FactRule {
        let own = ["列", "用途", "空则取", "承上年"]
        let entries = try node.mapping(allowed: own + Resolver.specKeys)
        return Sheet.FactRule(
            column: try entries.required("列", in: node).text(),
            spec: try resolver.spec(entries.filter { !own.contains($0.key) }),
            use: try entries["用途"]?.choice(Sheet.Use.allCases.map { ($0.rawValue, $0) }) ?? .line,
            fallbackColumn: try entries["空则取"]?.text() ?? "",
            continued: try entries["承上年"].map { node in
                let name = try node.text()
                guard let concept = resolver.concepts.find(name)?.concept else {
                    throw node.fault(.unknownValue(key: "承上年", found: name, allowed: resolver.concepts.names))
                }
                return concept
            })
    }

    private func transfer(_ node: YamlNode) throws -> Sheet.Transfer {
        let own = ["往来", "方向"]
        let entries = try node.mapping(allowed: own + Dimension.words.map(\.0))
        return Sheet.Transfer(
            matter: try entries.required("往来", in: node).text(),
            side: try entries.required("方向", in: node).choice([("收", .received), ("付", .paid)]),
            coordinates: try resolver.spec(entries.filter { !own.contains($0.key) }).coordinates)
    }
}
