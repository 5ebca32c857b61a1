package import Paper

/// Writes a paper as one page that needs nothing else: style and drawings stand inside it.
///
/// The same paper gives the same text. `HtmlReader` reads it back exactly, but for the charts, which only repeat
/// figures of the tables.
package enum HtmlWriter {
    package static func write(_ paper: Paper) -> String {
        var body = HtmlBody(paper)
        for section in paper.sections { body.write(section) }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(meta(paper.provenance))
            <title>\(HtmlText.title(paper.title))</title>
            <style>
            \(HtmlStyle.sheet)
            </style>
            </head>
            <body>
            <main>
            \(body.text)</main>
            \(footer(paper.provenance))
            </body>
            </html>

            """
    }

    /// What `HtmlReader` knows our own pages by.
    static let generator = "mingzhang"

    private static func meta(_ provenance: Provenance) -> String {
        let year = provenance.year.map { String($0) } ?? ""
        let pairs = [
            ("generator", generator), ("mingzhang-department", provenance.department), ("mingzhang-year", year),
            ("mingzhang-standards", provenance.standards), ("mingzhang-book", provenance.book),
        ]
        return pairs.filter { !$0.1.isEmpty }
            .map { "<meta name=\"\($0.0)\" content=\"\(HtmlText.attribute($0.1))\">" }
            .joined(separator: "\n")
    }

    private static func footer(_ provenance: Provenance) -> String {
        var parts = ["由明账生成"]
        if !provenance.department.isEmpty { parts.append("部门：\(provenance.department)") }
        if let year = provenance.year { parts.append("年度：\(year)") }
        if !provenance.standards.isEmpty { parts.append("标准：\(provenance.standards)") }
        if !provenance.book.isEmpty { parts.append("账套：\(provenance.book)") }
        let spans = parts.map { "<span>\(HtmlText.content($0))</span>" }
        return "<footer>\(spans.joined(separator: " "))</footer>"
    }
}
