import Paper

/// Makes the blocks of a paper of the pages' lines and tables.
struct BlockMaker {
    private var sections: [Section] = []
    private var blocks: [Block] = []
    private var builder = ParagraphBuilder()
    private var toc = TocFilter()
    private var orientation = Section.Orientation.portrait
    /// The size of most of the text.
    private let textSize: Double

    static func sections(of pages: [PageContent], _ columns: [TextColumn]) -> [Section] {
        var maker = BlockMaker(textSize: size(of: pages))
        for (page, column) in zip(pages, columns) where !page.items.isEmpty {
            maker.turn(to: page)
            if page.number == 1, let cover = Cover.blocks(of: page, column) {
                maker.sections.append(Section(orientation: maker.orientation, role: .cover, blocks: cover))
            } else {
                maker.read(page, column)
            }
        }
        maker.close()
        return maker.sections
    }

    private init(textSize: Double) { self.textSize = textSize }

    private static func size(of pages: [PageContent]) -> Double {
        var counts: [Double: Int] = [:]
        for line in pages.flatMap({ $0.items.compactMap(\.line) }) {
            counts[line.size, default: 0] += line.glyphs.count
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }

    private mutating func turn(to page: PageContent) {
        let next: Section.Orientation = page.geometry.width > page.geometry.height ? .landscape : .portrait
        guard next != orientation else { return }
        close()
        orientation = next
    }

    private mutating func close() {
        flush()
        if !blocks.isEmpty { sections.append(Section(orientation: orientation, blocks: blocks)) }
        blocks = []
    }

    private mutating func read(_ page: PageContent, _ column: TextColumn) {
        for item in page.items {
            switch item {
            case .line(let line): builder.add(line, in: column, geometry: page.geometry)
            case .table(let table):
                flush(before: table)
                blocks.append(.grid(table.grid))
            }
        }
    }

    /// Adds the paragraphs read so far; those just above a table are its title and what stands beside it.
    private mutating func flush(before table: PageTable? = nil) {
        let paragraphs = TocFilter.withBrokenEntries(builder.take())
        let isAfterGrid = if case .grid? = blocks.last { true } else { false }
        var styles = [Paragraph.Style](repeating: .body, count: paragraphs.count)
        if let table {
            for index in paragraphs.indices.suffix(4).reversed() {
                guard paragraphs[index].page == table.page, let style = Self.style(of: paragraphs[index], above: table)
                else {
                    break
                }
                styles[index] = style
            }
        }
        for index in paragraphs.indices.prefix(isAfterGrid ? 4 : 0) {
            guard styles[index] == .body, paragraphs[index].size < 0.9 * textSize, !paragraphs[index].isTocEntry else {
                break
            }
            styles[index] = .tableNote
        }
        for (paragraph, style) in zip(paragraphs, styles) { append(paragraph, style) }
    }

    /// nil for a paragraph that is only text before the table.
    private static func style(of paragraph: SetParagraph, above table: PageTable) -> Paragraph.Style? {
        guard paragraph.isSingle || paragraph.setting == .centered, let last = paragraph.text.last else { return nil }
        guard !"：:。；;，,".contains(last) else { return nil }
        if paragraph.text.contains("\t") { return .tableInfo }
        let (left, right) = (
            paragraph.extent.lowerBound - table.box.left, table.box.right - paragraph.extent.upperBound
        )
        let isBetween = min(left, right) > max(0.15 * table.box.width, 0.5 * max(left, right))
        if paragraph.setting == .centered || abs(left - right) < 2 * paragraph.size && left > 0 || isBetween {
            return .tableTitle
        }
        return paragraph.setting == .right || left > 3 * max(right, paragraph.size) ? .tableInfo : nil
    }

    private mutating func append(_ paragraph: SetParagraph, _ style: Paragraph.Style) {
        if toc.takes(paragraph) {
            addEntry(Paragraph(paragraph.text, place: .page(paragraph.page, box: paragraph.box)))
            return
        }
        var words = Paragraph(paragraph.text, style: style, place: .page(paragraph.page, box: paragraph.box))
        words.printedLines = paragraph.lines
        if style == .body, paragraph.isSingle, let level = HeadingMark.level(of: paragraph.text) {
            blocks.append(.heading(level: level, words))
        } else {
            blocks.append(.paragraph(words))
        }
    }
}

extension BlockMaker {
    private mutating func addEntry(_ entry: Paragraph) {
        guard case .contents(let entries)? = blocks.last else {
            blocks.append(.contents(entries: [entry]))
            return
        }
        blocks[blocks.count - 1] = .contents(entries: entries + [entry])
    }
}

/// The first page, where it is a cover: a few short centred lines.
enum Cover {
    static func blocks(of page: PageContent, _ column: TextColumn) -> [Block]? {
        let lines = page.items.compactMap(\.line)
        guard lines.count == page.items.count, (1...10).contains(lines.count) else { return nil }
        let middle = page.geometry.width / 2
        let (width, wide) = (page.geometry.width, lines.filter { $0.width > 0.55 * page.geometry.width })
        let isCentred = lines.allSatisfy { abs($0.center - middle) < 0.08 * width && $0.width < 0.75 * width }
        // Lines of running text are wide, and several.
        guard wide.count < 2 else { return nil }
        guard isCentred else { return nil }
        let largest = lines.map(\.size).max() ?? 0
        return lines.map {
            .paragraph(
                Paragraph(
                    $0.text, style: $0.size > 0.95 * largest ? .title : .subtitle,
                    place: .page(page.number, box: page.geometry.shown($0.box))))
        }
    }
}

/// Tells the lines of a table of contents from those they announce.
struct TocFilter {
    private var isWithin = false
    private var first: String?

    /// The first lines of entries too long for one line stand among the others, without a page number.
    static func withBrokenEntries(_ paragraphs: [SetParagraph]) -> [SetParagraph] {
        var paragraphs = paragraphs
        for index in paragraphs.indices.dropFirst().dropLast() where paragraphs[index].isSingle {
            let isBetween = paragraphs[index - 1].isTocEntry && paragraphs[index + 1].isTocEntry
            if isBetween { paragraphs[index].isTocEntry = true }
        }
        return paragraphs
    }

    /// Whether the paragraph is an entry.
    mutating func takes(_ paragraph: SetParagraph) -> Bool {
        if paragraph.isTocEntry {
            // With leaders every entry is known by itself.
            isWithin = false
            return true
        }
        let text = paragraph.folded
        if text == "目录" || text == "目次" {
            (isWithin, first) = (true, nil)
            return false
        }
        guard isWithin else { return false }
        let ends = !paragraph.isSingle || text.count > 60 || text.hasSuffix("。") || text == first
        if ends {
            isWithin = false
            return false
        }
        if first == nil { first = text }
        return true
    }
}
