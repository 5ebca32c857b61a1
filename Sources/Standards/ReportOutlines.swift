/// What reports of performance speak of in their own words.
///
/// A report is about its own unit and its own scope, so that its figures are held against each other alone. One outline
/// serves both ways: headings and phrases that the reader goes by are those that are printed.
package struct ReportOutlines: Sendable {
    /// For reading, all reports together.
    package let outline: [Profile.OutlineItem]
    package let phrases: [String: Phrase]
    /// For printing, one by one.
    package let reports: [ReportOutline]
    package let subjectPhrases: [String: SubjectPhrase]
    package let charts: [SubjectChart]
}

/// One kind of report as printed.
package struct ReportOutline: Sendable {
    package struct Item: Sendable {
        package let level: Int
        package let title: String
        package let content: [Content]
    }

    package enum Content: Sendable, Hashable {
        /// The first of these that the book has: 文字 by name, or a column of the subject.
        case words([Words])
        /// Sentences about the accounts of the subject's unit.
        case phrases([String])
        /// Sentences about the subject itself.
        case subjectPhrases([String])
        /// One paragraph for each project of the unit that evaluated itself.
        case projects(phrase: String)
        /// All indicators with their points.
        case scoreTable
        /// What the indicators of a level got, and why.
        case analysis(level: String)
        /// The forms that go with the report.
        case forms
        /// Stands where nothing else of the item says anything.
        case otherwise(String)
    }

    package enum Words: Sendable, Hashable {
        case text(String)
        case field(String)
    }

    package let id: String
    package let title: String
    package let subject: EvaluationDefinitions.Subject
    /// Of subjects whose scheme is one of self-evaluation; else of those that the department evaluates.
    package let isSelfEvaluation: Bool
    package let items: [Item]
    package let source: String
    package let isUnconfirmed: Bool
}

extension StandardsLibrary {
    func reportOutlines(region: String, year: Int, resolver: Resolver) throws -> ReportOutlines {
        let loader = PhraseLoader(resolver: resolver)
        let phrases = try definitions("report-phrases", region: region, year: year).map { try loader.load($0.node) }
        let known = Dictionary(phrases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let subjectPhrases = try definitions("subject-phrases", region: region, year: year).map {
            try SubjectPhraseLoader.load($0.node)
        }
        let ofSubjects = Dictionary(subjectPhrases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let files = try definitions("report-outlines", region: region, year: year)
        let reader = ReportOutlineLoader(phrases: Set(known.keys), subjectPhrases: Set(ofSubjects.keys))
        return ReportOutlines(
            outline: try files.flatMap { try reader.reading($0.node) }, phrases: known,
            reports: try files.compactMap { try reader.printing($0.node) }, subjectPhrases: ofSubjects,
            charts: try definitions("subject-charts", region: region, year: year).map {
                try SubjectChart.load($0.node)
            })
    }
}

/// Reads the YAML of `report-outlines/`.
private struct ReportOutlineLoader {
    let phrases: Set<String>
    let subjectPhrases: Set<String>

    private static let keys = [
        "编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明", "标题", "对象", "评价", "只印", "提纲",
    ]
    private static let ownKeys = ["只读", "印句", "对象栏", "对象句", "逐项目", "评分表", "分析", "附件列表", "无则"]
    private static let readKeys = ["级", "标题", "又名", "句", "文字"]

    /// Headings and phrases to read by; none of a file that only prints.
    func reading(_ root: YamlNode) throws -> [Profile.OutlineItem] {
        let entries = try root.mapping(allowed: Self.keys)
        guard try entries["只印"]?.flag() != true else { return [] }
        return try entries.required("提纲", in: root).list().map { node in
            let fields = try node.mapping(allowed: Self.readKeys + Self.ownKeys)
            let ids = try fields["句"]?.texts() ?? []
            return Profile.OutlineItem(
                level: try fields.required("级", in: node).number(),
                title: try fields.required("标题", in: node).text(), aliases: try fields["又名"]?.texts() ?? [],
                content: ids.isEmpty ? [] : [.phrases(try check(ids, in: phrases, of: node, key: "句"))])
        }
    }

    /// nil for one that is only read.
    func printing(_ root: YamlNode) throws -> ReportOutline? {
        let entries = try root.mapping(allowed: Self.keys)
        guard let title = entries["标题"] else { return nil }
        return ReportOutline(
            id: try entries.required("编号", in: root).text(), title: try title.text(),
            subject: try entries.required("对象", in: root).choice(
                EvaluationDefinitions.Subject.allCases.map { ($0.rawValue, $0) }),
            isSelfEvaluation: try entries["评价"]?.choice(Scheme.purposes) ?? true,
            items: try entries.required("提纲", in: root).list().compactMap(item),
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false)
    }

    private func item(_ node: YamlNode) throws -> ReportOutline.Item? {
        let fields = try node.mapping(allowed: Self.readKeys + Self.ownKeys)
        guard try fields["只读"]?.flag() != true else { return nil }
        return ReportOutline.Item(
            level: try fields.required("级", in: node).number(),
            title: try fields.required("标题", in: node).text(), content: try content(fields, of: node))
    }

    private func content(_ fields: [String: YamlNode], of node: YamlNode) throws -> [ReportOutline.Content] {
        var content: [ReportOutline.Content] = []
        let words =
            try (fields["文字"]?.texts() ?? []).map { ReportOutline.Words.text($0) }
            + (fields["对象栏"]?.texts() ?? []).map { .field($0) }
        if !words.isEmpty { content.append(.words(words)) }
        // What is printed in place of what is read by.
        if let ids = fields["印句"] ?? fields["句"] {
            content.append(.phrases(try check(ids.texts(), in: phrases, of: node, key: "句")))
        }
        if let ids = fields["对象句"] {
            content.append(.subjectPhrases(try check(ids.texts(), in: subjectPhrases, of: node, key: "对象句")))
        }
        if let id = fields["逐项目"] {
            let found = try check([id.text()], in: subjectPhrases, of: node, key: "逐项目")
            content += found.map { .projects(phrase: $0) }
        }
        if fields["评分表"] != nil { content.append(.scoreTable) }
        if let level = fields["分析"] { content.append(.analysis(level: try level.text())) }
        if let text = fields["无则"] { content.append(.otherwise(try text.text())) }
        if fields["附件列表"] != nil { content.append(.forms) }
        return content
    }

    private func check(_ ids: [String], in known: Set<String>, of node: YamlNode, key: String) throws -> [String] {
        for id in ids where !known.contains(id) {
            throw node.fault(.unknownValue(key: key, found: id, allowed: known.sorted()))
        }
        return ids
    }
}
