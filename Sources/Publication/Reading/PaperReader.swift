package import Paper
import Performance
package import Standards

/// paper + definitions → what it says: its forms, its claims, and all that was not understood.
///
/// One reader reads many papers of one place and year: the words that claims go by are gathered once.
package struct PaperReader: Sendable {
    private let standards: Standards
    var choice: RegionChoice
    private let outline: OutlineSections
    private let reportOutline: OutlineSections
    private var readers: SectionReaders
    private var reportReaders: SectionReaders

    package init(standards: Standards, choice: RegionChoice) {
        self.standards = standards
        self.choice = choice
        let words = standards.reading.headings
        outline = OutlineSections(standards.profile.outline, phrases: standards.phrases, words: words)
        readers = SectionReaders(standards: standards, phrases: standards.phrases)
        let reports = standards.reports
        reportOutline = OutlineSections(reports.outline, phrases: reports.phrases, words: words)
        reportReaders = SectionReaders(standards: standards, phrases: reports.phrases)
    }

    /// Reads one paper, and finds out what it goes by.
    ///
    /// - Parameters:
    ///   - file: as it is to be called.
    ///   - region: six digits; nil = the place in the paper's name, else the profile that explains most of it.
    ///   - year: nil = as the paper says.
    package static func read(
        _ paper: Paper, file: String, places: PaperStandards, region: String? = nil, year: Int? = nil
    ) throws -> UnderstoodPaper {
        let stem = file.split(separator: "/").last.map(String.init) ?? file
        let name = places.name(of: paper, names: [stem])
        let (standards, choice) = try places.standards(
            of: paper, name: name, region: region, year: year, otherNames: [stem])
        places.whenFound(standards)
        var reader = places.ready.reader(standards, choice: choice)
        return reader.read(paper, name: name, file: file)
    }

    /// Reads one paper of the reader's place and year.
    ///
    /// - Parameters:
    ///   - name: nil = as the paper says.
    ///   - unit: whose paper it is, where the paper does not say it as others call it; it is the unit of every fact.
    package mutating func read(
        _ paper: Paper, name: PaperName? = nil, file: String, unit: String? = nil
    ) -> UnderstoodPaper {
        let name = name ?? PaperName(paper, noun: standards.kind.name, words: standards.reading.papers)
        let unit = unit ?? name.unit
        var result = UnderstoodPaper(file: file, unit: name.unit, standards: standards, regionChoice: choice)
        var assembler = TableAssembler(standards: standards, unit: unit)
        var lines: [ProseLine] = []
        var above: [Paragraph] = []
        let front = FrontMatter(paper.blocks)
        result.cover = front.cover
        result.contents = front.contents
        var titles: [(block: Int, heading: ReadHeading)] = []
        let loose = LooseAssembler(paper, standards: standards, unit: unit)
        let taken = loose.blocks
        for (index, block) in paper.blocks.enumerated()
        where !taken.contains(index) && !front.contentsBlocks.contains(index) {
            switch block {
            case .heading(let level, let paragraph):
                above.append(paragraph)
                if paragraph.style != .tableTitle {
                    lines.append(ProseLine(paragraph: paragraph, level: level, block: index))
                }
            case .paragraph(let paragraph):
                if above.isEmpty, assembler.add(note: paragraph) { continue }
                if !LineWords.isPageNumber(paragraph.text) { above.append(paragraph) }
                if Self.isProse(paragraph) { lines.append(ProseLine(paragraph: paragraph, block: index)) }
            case .grid(let grid) where grid.columnCount <= 1:
                // A frame around text.
                for cell in grid.rows.joined() where !cell.text.trimmed.isEmpty {
                    let paragraph = Paragraph(cell.text, place: cell.place)
                    above.append(paragraph)
                    lines.append(ProseLine(paragraph: paragraph, block: index))
                }
            case .grid(let grid):
                let context = GridContext(grid, above: above, words: standards.reading.papers)
                assembler.add(context)
                if !context.title.isEmpty { titles.append((index, context.heading)) }
                above = []
            case .chart, .contents: break
            }
        }
        assembler.close()
        result.tables = assembler.tables + loose.tables(besides: assembler.tables)
        result.otherGrids = assembler.otherGrids.map(\.grid)
        result.otherTitles = assembler.otherGrids.map(\.title)
        result.unread = assembler.unread
        result.evaluations = EvaluationReader(standards.evaluations).forms(in: paper, except: taken)
        let understood = Self.places(of: Set(result.evaluations.flatMap(\.blocks)), in: paper)
        result.unread.removeAll { part in part.place.map(understood.contains) ?? false }
        // A report or a goal form by itself has headings much like the outline's and speaks of other things.
        let isAnnex =
            result.tables.isEmpty
            && (lines.prefix(Self.openingLines).map(\.paragraph.text) + front.cover.map(\.text)).contains {
                LineWords.isReport($0, in: standards)
            }
        var prose = ProseReader(outline: outline, unit: unit, isAnnex: isAnnex)
        for line in lines { prose.add(line) }
        result.headings = (prose.headings + titles).sorted { $0.block < $1.block }.map(\.heading)
        prose.read(&readers, into: &result)
        let reports = ReportReader(outline: reportOutline, unit: unit)
        result.reports = reports.read(prose.annexes, &reportReaders, besides: &result)
        return result
    }

    /// Where the grids of some blocks and their cells stand.
    private static func places(of blocks: Set<Int>, in paper: Paper) -> Set<Place> {
        var result: Set<Place> = []
        for (index, block) in paper.blocks.enumerated() where blocks.contains(index) {
            guard case .grid(let grid) = block else { continue }
            result.formUnion(([grid.place] + grid.rows.joined().map(\.place)).compactMap { $0 })
        }
        return result
    }

    private static let openingLines = 10

    private static func isProse(_ paragraph: Paragraph) -> Bool {
        switch paragraph.style {
        case .title, .subtitle, .tableTitle, .tableInfo, .tableNote: false
        case .body: LineWords.moneyUnit(paragraph.text) == nil && !LineWords.isNote(paragraph.text)
        }
    }
}
