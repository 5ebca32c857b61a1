package import Paper

/// Reads a page, ours or anyone's, as a paper.
///
/// A page of `HtmlWriter` comes back exactly, but for its charts. In any other page, text is read as a browser shows
/// it: white space is one blank, blocks end paragraphs, tables that only lay out a page are opened.
package enum HtmlReader {
    /// `limit` is the size in bytes beyond which a page is refused.
    package static func paper(_ bytes: [UInt8], limit: Int = 64 << 20) throws(DocumentFault) -> Paper {
        let root = try HtmlTree.root(bytes, limit: limit)
        let metas = root.first("head").map(metaValues) ?? [:]
        let isOwn = metas["generator"] == HtmlWriter.generator
        var walk = HtmlWalk(isOwn: isOwn)
        let body = root.first("body") ?? root
        try walk.read(isOwn ? body.first("main") ?? body : body)
        let title = root.first("head")?.first("title").map { HtmlContent.text($0, isOwn: isOwn) } ?? ""
        return Paper(title: title, provenance: provenance(metas, isOwn: isOwn), sections: walk.finish())
    }

    private static func metaValues(_ head: HtmlElement) -> [String: String] {
        var result: [String: String] = [:]
        for element in head.elements where element.name == "meta" {
            guard let name = element.attributes["name"], let content = element.attributes["content"] else { continue }
            result[name] = content
        }
        return result
    }

    private static func provenance(_ metas: [String: String], isOwn: Bool) -> Provenance {
        guard isOwn else { return Provenance() }
        return Provenance(
            department: metas["mingzhang-department"] ?? "", year: metas["mingzhang-year"].flatMap { Int($0) },
            standards: metas["mingzhang-standards"] ?? "", book: metas["mingzhang-book"] ?? "")
    }
}
