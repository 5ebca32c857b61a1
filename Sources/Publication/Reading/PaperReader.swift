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

    /// One of several documents that are one paper.
    package struct Document: Sendable {
        let name: String
        let file: String
        let paper: Paper
        let part: JoinedPaper.Part

        /// - Parameters:
        ///   - name: what findings call it: its path below the folder.
        ///   - file: its path.
        package init(name: String, file: String, paper: Paper, part: JoinedPaper.Part) {
            (self.name, self.file, self.paper, self.part) = (name, file, paper, part)
        }
    }

    /// Reads several documents as one paper.
    ///
    /// - Parameter main: the first, as it was understood by itself: what the others go by.
    package static func read(
        _ paper: Paper, with others: [Document], as main: UnderstoodPaper, places: PaperStandards
    ) -> UnderstoodPaper {
        var joined = JoinedPaper(paper)
        for other in others {
            let contents = FrontMatter(other.paper.blocks).contentsBlocks
            let blocks = other.paper.blocks.enumerated().filter { !contents.contains($0.offset) }.map(\.element)
            joined.add(blocks, named: other.name, as: other.part)
        }
        var reader = places.ready.reader(main.standards, choice: main.regionChoice)
        let file = main.file.split(separator: "/").last.map(String.init) ?? main.file
        let name = places.name(of: paper, names: [file]).of(unit: main.unit)
        var result = reader.read(joined.paper, name: name, file: main.file, starts: joined.starts)
        result.otherFiles = others.map(\.file)
        return result
    }

    /// Reads one paper of the reader's place and year.
    ///
    /// - Parameters:
    ///   - name: nil = as the paper says.
    ///   - unit: whose paper it is, where the paper does not say it as others call it; it is the unit of every fact.
    ///   - starts: blocks that begin another document of the same package.
    package mutating func read(
        _ paper: Paper, name: PaperName? = nil, file: String, unit: String? = nil, starts: [Int: JoinedPaper.Part] = [:]
    ) -> UnderstoodPaper {
        let name = name ?? PaperName(paper, noun: standards.kind.name, words: standards.reading.papers)
        let unit = unit ?? name.unit
        var result = UnderstoodPaper(file: file, unit: name.unit, standards: standards, regionChoice: choice)
        let front = FrontMatter(paper.blocks)
        (result.cover, result.contents) = (front.cover, front.contents)
        let loose = LooseAssembler(paper, standards: standards, unit: unit)
        let taken = loose.blocks
        var parts = PaperParts(standards: standards, unit: unit)
        for (index, block) in paper.blocks.enumerated() {
            if let part = starts[index] { parts.begin(part) }
            guard !taken.contains(index) && !front.contentsBlocks.contains(index) else { continue }
            parts.take(block, index)
        }
        parts.finish()
        result.tables = parts.tables.tables + loose.tables(besides: parts.tables.tables)
        result.otherGrids = parts.tables.otherGrids.map(\.grid)
        result.otherTitles = parts.tables.otherGrids.map(\.title)
        result.unread = parts.tables.unread
        result.evaluations = EvaluationReader(standards.evaluations).forms(
            in: paper, except: taken, starts: Set(starts.keys))
        let understood = Self.places(of: Set(result.evaluations.flatMap(\.blocks)), in: paper)
        result.unread.removeAll { part in part.place.map(understood.contains) ?? false }
        let titles = paper.blocks.prefix(Self.openingLines).compactMap { $0.tableTitle?.text }
        readProse(parts, titles: titles, unit: unit, into: &result)
        return result
    }

    /// - Parameter titles: of its first blocks, set as those of tables are: a report may be headed so.
    private mutating func readProse(
        _ parts: PaperParts, titles: [String], unit: String, into result: inout UnderstoodPaper
    ) {
        // A report or a goal form by itself has headings much like the outline's and speaks of other things.
        let opening =
            parts.lines.prefix(Self.openingLines).map(\.paragraph.text) + result.cover.map(\.text) + titles
        let isAnnex = result.tables.isEmpty && opening.contains { LineWords.isReport($0, in: standards) }
        var prose = ProseReader(outline: outline, unit: unit, isAnnex: isAnnex)
        for line in parts.lines { prose.add(line) }
        result.headings = (prose.headings + parts.titles).sorted { $0.block < $1.block }.map(\.heading)
        prose.read(&readers, into: &result)
        let reports = ReportReader(outline: reportOutline, unit: unit)
        result.reports = reports.read(prose.annexes, &reportReaders, besides: &result)
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
}
