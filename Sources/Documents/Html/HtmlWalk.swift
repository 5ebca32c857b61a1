import Paper

/// Goes through a page from top to bottom and collects its blocks.
struct HtmlWalk {
    private let isOwn: Bool
    private var sections: [Section] = []
    private var blocks: [Block] = []
    /// Running text not yet ended by a block.
    private var pending = ""
    private var pendingAnchor = ""
    private var paragraphCount = 0
    private var tableCount = 0

    private static let headings: Set = ["h1", "h2", "h3", "h4", "h5", "h6"]

    init(isOwn: Bool) { self.isOwn = isOwn }

    mutating func finish() -> [Section] {
        flush()
        if !blocks.isEmpty || (sections.isEmpty && !isOwn) { sections.append(Section(blocks: blocks)) }
        return sections
    }

    mutating func read(_ element: HtmlElement) throws(DocumentFault) {
        for node in element.children {
            switch node {
            case .text(let text): if !isOwn { pending += HtmlContent.collapsed(text) }
            case .element(let inner): try visit(inner)
            }
        }
    }

    private mutating func visit(_ element: HtmlElement) throws(DocumentFault) {
        guard isOwn ? !HtmlContent.hidden.contains(element.name) : !HtmlContent.isHidden(element) else { return }
        if isOwn, try visitOwn(element) { return }
        switch element.name {
        case "table":
            flush()
            try table(element)
        case let name where Self.headings.contains(name) && (isOwn || !Self.holdsBlocks(element)): heading(element)
        case "pre" where !isOwn:
            flush()
            for line in HtmlContent.lines(element) { append(running: HtmlContent.stripped(line), anchor: "") }
        case "br": flush()
        case let name where HtmlContent.blocks.contains(name):
            flush()
            pendingAnchor = element.attributes["id"] ?? ""
            try read(element)
            flush()
        default: try read(element)
        }
    }

    /// What only our own pages hold; false where it is nothing of the kind.
    private mutating func visitOwn(_ element: HtmlElement) throws(DocumentFault) -> Bool {
        switch element.name {
        case "section":
            let classes = element.classes.map { String($0) }
            if !blocks.isEmpty { sections.append(Section(blocks: blocks)) }
            blocks = []
            try read(element)
            sections.append(
                Section(
                    orientation: classes.lazy.compactMap { Section.Orientation(rawValue: $0) }.first ?? .portrait,
                    role: classes.lazy.compactMap { Section.Role(rawValue: $0) }.first ?? .body, blocks: blocks))
            blocks = []
        case "nav": blocks.append(.contents())
        case "figure" where element.classes.contains("chart"): break
        case "p": paragraph(element)
        case "h1" where !element.classes.isEmpty: paragraph(element)
        default: return false
        }
        return true
    }

    private mutating func paragraph(_ element: HtmlElement) {
        let style = element.classes.lazy.compactMap { Paragraph.Style(rawValue: String($0)) }.first ?? .body
        append(
            HtmlContent.text(element, isOwn: isOwn), style: style, anchor: element.attributes["id"] ?? "")
    }

    private mutating func append(_ text: String, style: Paragraph.Style = .body, anchor: String) {
        paragraphCount += 1
        blocks.append(
            .paragraph(Paragraph(text, style: style, anchor: anchor, place: .paragraph(paragraphCount))))
    }

    private mutating func heading(_ element: HtmlElement) {
        flush()
        let text = HtmlContent.text(element, isOwn: isOwn)
        guard isOwn || !HtmlContent.isBlank(text) else { return }
        let number = element.name.last?.wholeNumberValue ?? 1
        let isTableTitle = isOwn && element.classes.contains { $0 == Paragraph.Style.tableTitle.rawValue }
        paragraphCount += 1
        blocks.append(
            .heading(
                level: isOwn ? number - 1 : min(number, 4),
                Paragraph(
                    isOwn ? text : HtmlContent.stripped(text), style: isTableTitle ? .tableTitle : .body,
                    anchor: element.attributes["id"] ?? "", place: .paragraph(paragraphCount))))
    }

    /// Ends the running text.
    private mutating func flush() {
        let text = HtmlContent.stripped(HtmlContent.collapsed(pending))
        append(running: text, anchor: pendingAnchor)
        pending = ""
        pendingAnchor = ""
    }

    /// Running text: what is numbered as headings are is one.
    private mutating func append(running text: String, anchor: String) {
        guard !text.isEmpty else { return }
        guard let level = HeadingMark.level(of: text) else { return append(text, anchor: anchor) }
        paragraphCount += 1
        blocks.append(.heading(level: level, Paragraph(text, anchor: anchor, place: .paragraph(paragraphCount))))
    }

    /// A heading that someone forgot to close: what stands in it is no heading.
    private static func holdsBlocks(_ element: HtmlElement) -> Bool {
        element.elements.contains { ["table", "p", "ul", "ol"].contains($0.name) || holdsBlocks($0) }
    }

    private mutating func table(_ element: HtmlElement) throws(DocumentFault) {
        let rows = HtmlTableRows(element)
        if !isOwn, rows.isLayout {
            for caption in rows.captions {
                try read(caption)
                flush()
            }
            for cell in rows.rows.joined() {
                try read(cell.element)
                flush()
            }
            return
        }
        for caption in rows.captions {
            if isOwn {
                for line in caption.elements { if line.name == "p" { paragraph(line) } else { heading(line) } }
            } else {
                let text = HtmlContent.stripped(HtmlContent.text(caption, isOwn: false))
                if !text.isEmpty { append(text, style: .tableTitle, anchor: "") }
            }
        }
        tableCount += 1
        var grid = HtmlGrid(rows, isOwn: isOwn, table: tableCount)
        blocks.append(.grid(try grid.grid()))
        guard !isOwn else { return }
        for inner in rows.nested { try table(inner) }
    }
}
