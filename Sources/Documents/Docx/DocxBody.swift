import Paper

/// Writes `document.xml`: sections of paragraphs and tables in reading order.
struct DocxBody {
    static let numberedFooter = "rId3"
    static let emptyFooter = "rId4"

    private let paper: Paper
    private let contents: DocxContents
    private var listedHeadings = 0
    private var bookmarks = 0
    private var bookmarkNames: Set<String> = []
    /// Page numbers begin again at the first body section behind a cover or a table of contents.
    private var numbersBegun = false

    init(paper: Paper, contents: DocxContents) {
        self.paper = paper
        self.contents = contents
    }

    /// The whole part.
    mutating func part() -> [UInt8] {
        var xml = XmlWriter()
        xml.start("w:document", ["xmlns:w": DocxNames.main, "xmlns:r": DocxNames.office])
        xml.start("w:body")
        let sections = paper.sections.filter { !Self.isOfCharts($0) }
        for (index, section) in sections.enumerated() {
            write(section, isLast: index + 1 == sections.count, &xml)
        }
        xml.end()
        xml.end()
        return xml.bytes
    }

    private static func isChart(_ block: Block) -> Bool { if case .chart = block { true } else { false } }

    /// A section of drawings alone, which are for browsers, would be an empty page.
    private static func isOfCharts(_ section: Section) -> Bool {
        !section.blocks.isEmpty && section.blocks.allSatisfy { isChart($0) }
    }

    private mutating func write(_ section: Section, isLast: Bool, _ xml: inout XmlWriter) {
        let page = DocxPage.of(section.orientation)
        let blocks = section.blocks.filter { !Self.isChart($0) }
        for (index, block) in blocks.enumerated() {
            let isFirst = index == 0
            let opensTable = section.orientation == .landscape && startsNextTable(blocks, at: index)
            switch block {
            case .heading(let level, let paragraph):
                write(
                    paragraph, level: level, page: page, breaksPage: opensTable || level == 1 && !isFirst, before: nil,
                    leadsProse: index + 1 < blocks.count && blocks[index + 1].isProse, &xml)
            case .paragraph(let paragraph):
                let before = section.role == .cover && isFirst ? page.textHeight / 4 : nil
                write(paragraph, level: nil, page: page, breaksPage: opensTable, before: before, &xml)
            case .grid(let grid):
                // Two tables side by side in the file would become one.
                if index > 0, case .grid = blocks[index - 1] { divider(nil, &xml) }
                let around = TableSurroundings(of: index, in: blocks, width: page.textWidth / 20)
                DocxTable(grid: grid, page: page, around: around).write(&xml)
            case .contents: contents.write(hasTitle: isTitled(blocks, before: index), &xml)
            case .chart: continue
            }
        }
        if isLast {
            // A table may not end a document.
            if case .grid? = blocks.last { divider(nil, &xml) }
            if blocks.isEmpty { divider(nil, &xml) }
            properties(section, page, &xml)
        } else {
            divider((section, page), &xml)
        }
    }

    /// The title of a table right behind another table: on landscape pages each table has its own.
    private func startsNextTable(_ blocks: [Block], at index: Int) -> Bool {
        guard index > 0, blocks[index].tableTitle != nil else { return false }
        switch blocks[index - 1] {
        case .grid: return true
        case .paragraph(let paragraph): return paragraph.style == .tableNote
        default: return false
        }
    }

    private func isTitled(_ blocks: [Block], before index: Int) -> Bool {
        guard index > 0 else { return false }
        switch blocks[index - 1] {
        case .heading(_, let paragraph), .paragraph(let paragraph):
            return paragraph.text.filter { !$0.isBlank } == "目录"
        default: return false
        }
    }

    // MARK: Paragraphs

    /// `level` is that of a heading.
    private mutating func write(
        _ paragraph: Paragraph, level: Int?, page: DocxPage, breaksPage: Bool, before: Int?, leadsProse: Bool = false,
        _ xml: inout XmlWriter
    ) {
        let isTableTitle = paragraph.style == .tableTitle
        let style = level.map { isTableTitle ? .tableTitle : .heading($0) } ?? DocxStyle(paragraph.style)
        var names: [String] = []
        if let level, level <= DocxContents.depth, paragraph.listed != nil {
            names.append(DocxContents.bookmark(listedHeadings))
            listedHeadings += 1
        }
        if let name = bookmarkName(paragraph.anchor) { names.append(name) }
        xml.start("w:p")
        xml.element("w:pPr") { xml in
            xml.empty("w:pStyle", ["w:val": style.rawValue])
            if breaksPage { xml.empty("w:pageBreakBefore") }
            let hasTab = paragraph.text.contains("\t")
            if style == .tableInfo, hasTab { tabs(in: paragraph.text, page, &xml) }
            if let before { xml.empty("w:spacing", ["w:before": String(before)]) }
            if isTableTitle, leadsProse { xml.empty("w:spacing", ["w:after": String(DocxPage.linePitch / 2)]) }
            if style == .tableInfo, !hasTab { xml.empty("w:jc", ["w:val": "right"]) }
            // The title of a table is in the contents by its level alone.
            if let level, isTableTitle { xml.empty("w:outlineLvl", ["w:val": String(min(max(level, 1), 4) - 1)]) }
        }
        for (offset, name) in names.enumerated() {
            xml.empty("w:bookmarkStart", ["w:id": String(bookmarks + offset), "w:name": name])
        }
        DocxRun.write(paragraph.text, &xml)
        for offset in names.indices { xml.empty("w:bookmarkEnd", ["w:id": String(bookmarks + offset)]) }
        bookmarks += names.count
        xml.end()
    }

    /// The last piece is set right, one between centred.
    private func tabs(in text: String, _ page: DocxPage, _ xml: inout XmlWriter) {
        xml.element("w:tabs") { xml in
            if text.filter({ $0 == "\t" }).count > 1 {
                xml.empty("w:tab", ["w:val": "center", "w:pos": String(page.textWidth / 2)])
            }
            xml.empty("w:tab", ["w:val": "right", "w:pos": String(page.textWidth)])
        }
    }

    /// Bookmarks are at most 40 letters, digits and underscores, each name once.
    private mutating func bookmarkName(_ anchor: String) -> String? {
        guard !anchor.isEmpty else { return nil }
        let cleaned = anchor.map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let name = String((cleaned.first?.isLetter == true ? "" : "a") + String(cleaned).prefix(39))
        return bookmarkNames.insert(name.lowercased()).inserted ? name : nil
    }

    private mutating func divider(_ section: (Section, DocxPage)?, _ xml: inout XmlWriter) {
        xml.start("w:p")
        xml.start("w:pPr")
        xml.empty("w:pStyle", ["w:val": DocxStyle.divider.rawValue])
        if let section { properties(section.0, section.1, &xml) }
        xml.end()
        xml.end()
    }

    // MARK: Sections

    /// A cover has no page number, the contents have Roman ones: `DocxReader` tells the roles by that.
    private mutating func properties(_ section: Section, _ page: DocxPage, _ xml: inout XmlWriter) {
        xml.start("w:sectPr")
        let footer = section.role == .cover ? Self.emptyFooter : Self.numberedFooter
        xml.empty("w:footerReference", ["w:type": "default", "r:id": footer])
        if section.role == .cover { xml.empty("w:footerReference", ["w:type": "first", "r:id": footer]) }
        xml.empty("w:type", ["w:val": "nextPage"])
        if section.orientation == .landscape {
            xml.empty(
                "w:pgSz", ["w:w": String(page.width), "w:h": String(page.height), "w:orient": "landscape"])
        } else {
            xml.empty("w:pgSz", ["w:w": String(page.width), "w:h": String(page.height)])
        }
        xml.empty(
            "w:pgMar",
            [
                "w:top": String(page.top), "w:right": String(page.right), "w:bottom": String(page.bottom),
                "w:left": String(page.left), "w:header": "851", "w:footer": String(page.footer), "w:gutter": "0",
            ])
        switch section.role {
        case .cover: break
        case .contents: xml.empty("w:pgNumType", ["w:fmt": "upperRoman", "w:start": "1"])
        case .body:
            if !numbersBegun { xml.empty("w:pgNumType", ["w:fmt": "decimal", "w:start": "1"]) }
            numbersBegun = true
        }
        if section.role == .cover { xml.empty("w:titlePg") }
        xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": String(DocxPage.linePitch)])
        xml.end()
    }
}
