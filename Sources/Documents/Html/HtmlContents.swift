/// The table of contents as nested lists of links.
enum HtmlContents {
    struct Entry {
        var level: Int
        var text: String
        var id: String
    }

    /// Deeper headings are not listed, as on paper.
    static let depth = 2

    static func nav(_ entries: [Entry]) -> String {
        var text = "<nav class=\"contents\" aria-label=\"目录\">\n"
        var open: [Int] = []
        for entry in entries where entry.level <= depth {
            while let last = open.last, last > entry.level {
                text += "</li></ul>"
                open.removeLast()
            }
            if open.last == entry.level {
                text += "</li>\n"
            } else {
                text += "<ul>"
                open.append(entry.level)
            }
            text += "<li><a href=\"#\(HtmlText.fragment(entry.id))\">\(HtmlText.content(entry.text))</a>"
        }
        text += String(repeating: "</li></ul>", count: open.count)
        return text + "</nav>\n"
    }
}
