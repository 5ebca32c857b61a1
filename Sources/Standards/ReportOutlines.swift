/// What reports of performance speak of in their own words: sections and phrases that only reading needs.
///
/// A report is about its own unit and its own scope, so that its figures are held against each other alone.
package struct ReportOutlines: Sendable {
    package let outline: [Profile.OutlineItem]
    package let phrases: [String: Phrase]
}

extension StandardsLibrary {
    func reportOutlines(region: String, year: Int, resolver: Resolver) throws -> ReportOutlines {
        let loader = PhraseLoader(resolver: resolver)
        let phrases = try definitions("report-phrases", region: region, year: year).map { try loader.load($0.node) }
        let known = Dictionary(phrases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let items = try definitions("report-outlines", region: region, year: year).flatMap { file in
            let allowed = ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "提纲"]
            let entries = try file.node.mapping(allowed: allowed)
            return try entries.required("提纲", in: file.node).list().map { node in
                let item = try ProfileLoader().outlineItem(node)
                for case .phrases(let ids) in item.content {
                    for id in ids where known[id] == nil {
                        throw node.fault(.unknownValue(key: "句", found: id, allowed: known.keys.sorted()))
                    }
                }
                return item
            }
        }
        return ReportOutlines(outline: items, phrases: known)
    }
}
