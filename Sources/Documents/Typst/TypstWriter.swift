package import Paper

/// Writes a paper as the source of a Typst document, set as GB/T 9704 asks: 22 lines of 28 characters on A4.
///
/// The command that compiles it needs Typst 0.15 with these options:
/// - fonts: a folder with FandolSong, FandolHei, FandolKai, FandolFang and Noto Serif CJK SC and nothing of the system
///   (`font_paths=[…]`, `ignore_system_fonts=True`), so that the same source gives the same pages everywhere;
/// - `format="pdf"`, `pdf_standards=["a-2b"]`; tags are on by default; no `timestamp`: PDF/A asks for a date and the
///   source gives it, the last day of the accounts' year and no clock, so that the same source gives the same bytes;
/// - no root beside the source: it reads no file.
///
/// The body's pages are counted from 1; scripts/typst-worker tells on which page each heading came to stand, and a
/// writer of another format takes its contents from there.
package enum TypstWriter {
    package static func source(_ paper: Paper) -> String {
        var text = document(paper) + TypstStyle.preamble
        let sections = paper.sections.filter { section in section.blocks.contains { isPrinted($0) } }
        // Contents are counted I, II, …; the body begins at 1, as in the docx.
        var counted: Section.Role = .cover
        for section in sections {
            let restarts = section.role != .cover && section.role != counted
            text += self.section(section, opening: restarts ? "  counter(page).update(1)\n" : "")
            counted = section.role
        }
        return text
    }

    /// A drawing is for browsers; a section of nothing else would be an empty page.
    private static func isPrinted(_ block: Block) -> Bool { if case .chart = block { false } else { true } }

    private static func document(_ paper: Paper) -> String {
        let provenance = paper.provenance
        var keywords: [String] = []
        if let year = provenance.year { keywords.append("\(year)年度") }
        if !provenance.standards.isEmpty { keywords.append("标准：\(provenance.standards)") }
        if !provenance.book.isEmpty { keywords.append("账套：\(provenance.book)") }
        return """
            // 明账 Mingzhang
            #set document(
              title: \(TypstText.literal(paper.title)),
              author: \(array(provenance.department.isEmpty ? [] : [provenance.department])),
              keywords: \(array(keywords)),
              date: datetime(year: \(min(max(provenance.year ?? 2000, 1), 9999)), month: 12, day: 31),
            )

            """
    }

    private static func array(_ texts: [String]) -> String {
        "(" + texts.map { TypstText.literal($0) + "," }.joined() + ")"
    }

    private static func section(_ section: Section, opening: String) -> String {
        let page: String
        switch section.role {
        case .cover: page = "cover"
        case .contents where section.orientation == .portrait: page = "contents"
        case .contents, .body: page = section.orientation.rawValue
        }
        let flip = section.role == .cover && section.orientation == .landscape ? "flipped: true, " : ""
        var text = "\n#\(page)-page(\(flip){\n\(opening)"
        text +=
            section.role == .cover
            ? cover(section.blocks) : section.blocks.indices.map { block($0, in: section) }.joined()
        return text + "})\n"
    }

    /// The title in the upper half, the lines below it at the foot.
    private static func cover(_ blocks: [Block]) -> String {
        let firstLine = blocks.firstIndex {
            if case .paragraph(let line) = $0 { line.style == .subtitle } else { false }
        }
        var text = "  v(55mm)\n"
        for index in blocks.indices {
            if index == firstLine { text += "  v(1fr)\n" }
            text += self.block(index, in: Section(role: .cover, blocks: blocks))
        }
        return text + (firstLine == nil ? "" : "  v(20mm)\n")
    }

    private static func block(_ index: Int, in section: Section) -> String {
        switch section.blocks[index] {
        case .heading(let level, let paragraph):
            let level = "level: \(min(max(level, 1), 6))"
            let text = TypstText.literal(paragraph.text)
            let isOutlined = paragraph.listed == nil ? ", outlined: false, bookmarked: true" : ""
            guard paragraph.style == .tableTitle else { return "  heading(\(level)\(isOutlined), \(text))\n" }
            var listed = ""
            if let words = paragraph.listed, words != paragraph.text {
                listed = ", listed: \(TypstText.literal(words))"
            }
            let below = section.blocks[index...].dropFirst().first?.isProse ?? false ? ", below: line-gap" : ""
            return "  table-heading(\(level)\(isOutlined)\(below)\(listed), \(text))\n"
        case .paragraph(let paragraph): return self.paragraph(paragraph)
        case .grid(let grid):
            let width = TypstTable.width(section.orientation)
            return TypstTable.source(
                grid, on: section.orientation,
                around: TableSurroundings(of: index, in: section.blocks, width: width))
        case .chart: return ""
        case .contents: return "  contents\n"
        }
    }

    private static func paragraph(_ paragraph: Paragraph) -> String {
        switch paragraph.style {
        case .title: "  cover-title(\(TypstText.literal(paragraph.text)))\n"
        case .subtitle: "  cover-line(\(TypstText.literal(paragraph.text)))\n"
        case .body: "  par(\(TypstText.literal(paragraph.text)))\n"
        case .tableTitle: "  table-title(\(TypstText.literal(paragraph.text)))\n"
        case .tableInfo: "  table-info(\(array(pieces(paragraph.text))))\n"
        case .tableNote: "  table-note(\(TypstText.literal(paragraph.text)))\n"
        }
    }

    private static func pieces(_ text: String) -> [String] {
        text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
}
