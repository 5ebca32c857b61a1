import Paper
import Standards

/// blocks in reading order → grids with what stands around them, and the lines of running text.
struct PaperParts {
    private let words: ReadingWords.Papers
    private(set) var tables: TableAssembler
    private(set) var lines: [ProseLine] = []
    /// Titles of grids, which contents name as headings.
    private(set) var titles: [(block: Int, heading: ReadHeading)] = []
    /// Lines since the last grid.
    private var above: [Paragraph] = []
    private var beginning: JoinedPaper.Part?

    init(standards: Standards, unit: String) {
        words = standards.reading.papers
        tables = TableAssembler(standards: standards, unit: unit)
    }

    /// What follows is another document.
    mutating func begin(_ part: JoinedPaper.Part) {
        tables.close()
        above = []
        beginning = part
    }

    mutating func take(_ block: Block, _ index: Int) {
        switch block {
        case .heading(let level, let paragraph):
            above.append(paragraph)
            if paragraph.style != .tableTitle {
                add(ProseLine(paragraph: paragraph, level: level, block: index))
            }
        case .paragraph(let paragraph):
            if above.isEmpty, tables.add(note: paragraph) { return }
            if !LineWords.isPageNumber(paragraph.text) { above.append(paragraph) }
            if Self.isProse(paragraph) { add(ProseLine(paragraph: paragraph, block: index)) }
        case .grid(let grid) where grid.columnCount <= 1:
            // A frame around text.
            for cell in grid.rows.joined() where !cell.text.trimmed.isEmpty {
                let paragraph = Paragraph(cell.text, place: cell.place)
                above.append(paragraph)
                add(ProseLine(paragraph: paragraph, block: index))
            }
        case .grid(let grid):
            let context = GridContext(grid, above: above, words: words)
            tables.add(context)
            if !context.title.isEmpty { titles.append((index, context.heading)) }
            above = []
        case .chart, .contents: break
        }
    }

    mutating func finish() { tables.close() }

    private mutating func add(_ line: ProseLine) {
        var line = line
        line.begins = beginning
        beginning = nil
        lines.append(line)
    }

    private static func isProse(_ paragraph: Paragraph) -> Bool {
        switch paragraph.style {
        case .title, .subtitle, .tableTitle, .tableInfo, .tableNote: false
        case .body: LineWords.moneyUnit(paragraph.text) == nil && !LineWords.isNote(paragraph.text)
        }
    }
}
