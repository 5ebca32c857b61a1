import Fiscal

/// How one place prints its papers in some years: order and numbers of forms, outline of the prose.
package struct Profile: Sendable {
    package struct FormEntry: Sendable {
        package let form: String
        /// As printed above the form (公开01表); empty where the place prints none.
        package let number: String
        /// Printed in place of the form's own title; empty = that.
        package let title: String
    }

    /// One heading of the outline and what stands under it.
    package struct OutlineItem: Sendable {
        package enum Content: Sendable {
            /// The sentences of these phrases, in order.
            case phrases([String])
            /// All forms.
            case forms
            /// A text of the book (主要职责).
            case text(String)
            /// 名词解释.
            case definitions
            /// The list of attachments.
            case attachments
            /// A paragraph for each project that evaluated itself, by these subject phrases.
            case projects([String])
            /// The units whose accounts are included.
            case units
            case nothing
        }

        package let level: Int
        package let title: String
        /// Other headings it is seen under; for reading only.
        package let aliases: [String]
        package let content: [Content]
    }

    /// How a cell without money is printed.
    package enum ZeroStyle: String, Sendable, CaseIterable {
        case blank = "空白"
        case digits = "0.00"
    }

    package let id: String
    package let title: String
    /// Where it is defined; empty for that of a place without forms.
    package let file: String
    package let region: String
    package let years: ClosedRange<Int>
    package let forms: [FormEntry]
    package let zero: ZeroStyle
    package let notes: [String]
    package let outline: [OutlineItem]
    package let source: String
    /// Parts of it no public text confirms.
    package let isUnconfirmed: Bool
    /// 部门：{单位}, 单位：{单位} in a unit's own paper — the line above each grid.
    package let unitLabel: String
    package let unitOfMoneyLabel: String
    /// How functional codes are printed.
    package let codeColumns: Form.CodeColumns
    /// Other ways this place prints, by name; a book chooses one.
    package let variants: [String]
    /// Under a table whose figures were moved so that parts add up exactly.
    package let adjustmentNote: String
    /// By when to publish; nil where nothing is known.
    package let deadline: Deadline?
    /// Whether the place asked for has no layout of its own in this year, so that a farther one's is used.
    package let isBorrowed: Bool

    /// Of a kind of paper that the place has no forms for in a year.
    static func none(region: String, year: FiscalYear) -> Profile {
        Profile(
            id: "", title: "", file: "", region: region, years: year.number...year.number, forms: [], zero: .blank,
            notes: [], outline: [], source: "", isUnconfirmed: true, unitLabel: "", unitOfMoneyLabel: "",
            codeColumns: .single, variants: [], adjustmentNote: "", deadline: nil, isBorrowed: false)
    }

    package struct Deadline: Sendable {
        /// After the approval of the accounts.
        package let days: Int
        package let law: String
        package let article: String
        package let isConfirmed: Bool

        /// As it is printed: what is not confirmed gives no article.
        package var basis: String { isConfirmed ? law + article : law + "，待核" }
    }
}

struct ProfileLoader {
    private static let adjustmentNote = "为使分项之和等于合计，本表部分数据的末位作了调整，与实际数相差不到末位的一个单位。"

    static let keys = [
        "编号", "名称", "材料", "起始年度", "截止年度", "来源", "表", "零", "表注", "提纲", "部门行", "单位行", "编码列", "变体", "调平注", "公开期限",
        "待核",
    ]

    /// - Parameter variant: one of the profile's 变体, whose entries take the place of the profile's own; empty = none.
    func load(_ root: YamlNode, region: String, variant: String, isBorrowed: Bool = false) throws -> Profile {
        var entries = try root.mapping(allowed: ProfileLoader.keys)
        let variants = try entries["变体"]?.pairs() ?? []
        if !variant.isEmpty {
            guard let chosen = variants.first(where: { $0.key == variant }) else {
                throw root.fault(.unknownValue(key: "变体", found: variant, allowed: variants.map(\.key)))
            }
            let own = try chosen.value.mapping(allowed: ProfileLoader.keys.filter { !["编号", "变体"].contains($0) })
            entries.merge(own) { $1 }
        }
        return Profile(
            id: try entries.required("编号", in: root).text(), title: try entries.required("名称", in: root).text(),
            file: root.file, region: region, years: try yearRange(entries, in: root),
            forms: try entries.required("表", in: root).list().map { node in
                let entry = try node.mapping(allowed: ["表", "印作", "名称"])
                return Profile.FormEntry(
                    form: try entry.required("表", in: node).text(), number: try entry["印作"]?.text() ?? "",
                    title: try entry["名称"]?.text() ?? "")
            },
            zero: try entries["零"]?.choice(Profile.ZeroStyle.allCases.map { ($0.rawValue, $0) }) ?? .blank,
            notes: try entries["表注"]?.texts() ?? [],
            outline: try entries["提纲"]?.list().map(outlineItem) ?? [],
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false,
            unitLabel: try entries["部门行"]?.text() ?? "{类}：{单位}",
            unitOfMoneyLabel: try entries["单位行"]?.text() ?? "金额单位：万元",
            codeColumns: try entries["编码列"]?.choice(Form.CodeColumns.allCases.map { ($0.rawValue, $0) }) ?? .single,
            variants: variants.map(\.key),
            adjustmentNote: try entries["调平注"]?.text() ?? Self.adjustmentNote,
            deadline: try entries["公开期限"].map(deadline), isBorrowed: isBorrowed)
    }

    private func deadline(_ node: YamlNode) throws -> Profile.Deadline {
        let entries = try node.mapping(allowed: ["天数", "依据", "条", "待核"])
        return Profile.Deadline(
            days: try entries.required("天数", in: node).number(),
            law: try entries.required("依据", in: node).text(), article: try entries["条"]?.text() ?? "",
            isConfirmed: try entries["待核"]?.flag() != true)
    }

    func outlineItem(_ node: YamlNode) throws -> Profile.OutlineItem {
        let entries = try node.mapping(allowed: ["级", "标题", "又名", "句", "表格", "文字", "名词解释", "附件", "单位构成", "自评综述"])
        var content: [Profile.OutlineItem.Content] = []
        if let text = entries["文字"] { content.append(.text(try text.text())) }
        if entries["单位构成"] != nil { content.append(.units) }
        if let phrases = entries["句"] { content.append(.phrases(try phrases.texts())) }
        if let phrases = entries["自评综述"] { content.append(.projects(try phrases.texts())) }
        if entries["表格"] != nil { content.append(.forms) }
        if entries["名词解释"] != nil { content.append(.definitions) }
        if entries["附件"] != nil { content.append(.attachments) }
        return Profile.OutlineItem(
            level: try entries.required("级", in: node).number(),
            title: try entries.required("标题", in: node).text(), aliases: try entries["又名"]?.texts() ?? [],
            content: content)
    }
}
