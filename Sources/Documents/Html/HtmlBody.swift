import Paper

/// The sections and blocks of a page, written one after the other.
struct HtmlBody {
    private(set) var text = ""
    private let ids: [String]
    /// Headings of the whole paper, for the contents.
    private let headings: [HtmlContents.Entry]
    /// Number of the next block, counted over the whole paper.
    private var position = 0
    /// A page has one `h1`: the first line in title style.
    private var hasTitle = false

    init(_ paper: Paper) {
        let blocks = paper.blocks
        ids = HtmlIds(blocks).ids
        headings = zip(blocks, ids).compactMap { block, id in
            guard case .heading(let level, let paragraph) = block, let listed = paragraph.listed else { return nil }
            return HtmlContents.Entry(level: level, text: listed, id: id)
        }
    }

    mutating func write(_ section: Section) {
        text += "<section class=\"\(section.orientation.rawValue) \(section.role.rawValue)\">\n"
        var caption: [(Block, id: String)] = []
        for (index, block) in section.blocks.enumerated() {
            let id = ids[position]
            position += 1
            if Self.isOfCaption(block), Self.leadsToGrid(section.blocks[index...]) {
                caption.append((block, id))
                continue
            }
            write(block, id: id, caption: caption)
            caption = []
        }
        text += "</section>\n"
    }

    /// A title or information line goes into the caption of the grid that follows.
    private static func isOfCaption(_ block: Block) -> Bool {
        if case .paragraph(let paragraph) = block, paragraph.style == .tableInfo { return true }
        return block.tableTitle != nil
    }

    /// Whether nothing but lines of a caption stands before the next grid.
    private static func leadsToGrid(_ blocks: ArraySlice<Block>) -> Bool {
        if case .grid = blocks.first(where: { !isOfCaption($0) }) { return true }
        return false
    }

    private mutating func write(_ block: Block, id: String, caption: [(Block, id: String)]) {
        switch block {
        case .heading(let level, let paragraph): text += Self.heading(level, paragraph, id: id) + "\n"
        case .paragraph(let paragraph): write(paragraph, id: id)
        case .grid(let grid):
            let title = caption.lazy.compactMap { $0.0.tableTitle?.text }.first { !$0.isEmpty }
            text += HtmlTable.text(
                grid, id: id, caption: caption.map { Self.captionLine($0, id: $1) }, label: title ?? "表格")
        case .chart(let chart):
            text += "<figure class=\"chart\">\n\(ChartSvg.draw(chart, id: HtmlText.attribute(id)))</figure>\n"
        case .contents: text += HtmlContents.nav(headings)
        }
    }

    private static func captionLine(_ block: Block, id: String) -> String {
        switch block {
        case .heading(let level, let paragraph): heading(level, paragraph, id: id)
        case .paragraph(let paragraph): element(paragraph, id: id)
        case .grid, .chart, .contents: ""
        }
    }

    private static func heading(_ level: Int, _ paragraph: Paragraph, id: String) -> String {
        let tag = "h\(min(max(level, 1), 5) + 1)"
        var line = paragraph
        if line.style != .tableTitle { line.style = .body }
        return element(line, id: id, tag: tag)
    }

    private mutating func write(_ paragraph: Paragraph, id: String) {
        let isTitle = paragraph.style == .title && !hasTitle
        if isTitle { hasTitle = true }
        text += Self.element(paragraph, id: id, tag: isTitle ? "h1" : "p") + "\n"
    }

    private static func element(_ paragraph: Paragraph, id: String, tag: String = "p") -> String {
        let style = paragraph.style == .body ? "" : " class=\"\(paragraph.style.rawValue)\""
        let anchor = id.isEmpty ? "" : " id=\"\(HtmlText.attribute(id))\""
        return "<\(tag)\(style)\(anchor)>\(inner(paragraph))</\(tag)>"
    }

    /// Pieces of an information line stand apart; the tab between them stays, so that it is copied and read back.
    private static func inner(_ paragraph: Paragraph) -> String {
        guard paragraph.style == .tableInfo, paragraph.text.unicodeScalars.contains("\t") else {
            return HtmlText.content(paragraph.text)
        }
        let pieces = paragraph.text.split(separator: "\t", omittingEmptySubsequences: false)
        return pieces.map { "<span>\(HtmlText.content(String($0)))</span>" }.joined(separator: "&#9;")
    }
}
