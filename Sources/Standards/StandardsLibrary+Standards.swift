package import Fiscal

extension StandardsLibrary {
    /// Everything that holds for one region and year, checked whole.
    ///
    /// - Parameters:
    ///   - variant: one of the profile's 变体; empty = as the place usually prints.
    ///   - kind: of paper; nil = the usual one. Another kind that the place has no profile for has no forms.
    ///   - use: what for; where papers are only read, what lays them out is left out.
    ///   - reachesBack: whether a year before the first that is defined goes by the definitions of that first one.
    package func standards(
        region: String, year: FiscalYear, variant: String = "", kind: PaperKind? = nil,
        for use: DefinitionUse = .making,
        reachesBack: Bool = false
    ) throws -> Standards {
        let kind = try kind ?? self.kind(named: nil)
        let asked = year
        let year = reachesBack ? try firstYear(region: region).map { max(asked, $0) } ?? asked : asked
        let codeLists = CodeLists(library: self, region: region, year: year.number)
        let files = wanted(for: use, region: region)
        let classifications = try codeLists.load(beside: files.count) { documents.prepare(files[$0]) }
        let concepts = try conceptList(region: region, classifications: classifications)
        let resolver = Resolver(classifications: classifications, concepts: concepts)
        let profile = try profile(region: region, year: year, variant: variant, kind: kind)
        let ((sheets, forms), words) = try Stretches.both(
            {
                (
                    try self.sheets(region: region, year: year.number, resolver: resolver, in: codeLists),
                    try self.forms(profile, region: region, year: year.number, kind: kind, resolver: resolver)
                )
            },
            { try self.words(region: region, year: year.number, kind: kind, use: use, resolver: resolver) })
        return Standards(
            region: region, year: asked, definitionsYear: year, kind: kind, version: version,
            classifications: classifications,
            space: CoordinateSpace(classifications), concepts: concepts, profile: profile,
            forms: forms,
            sheets: sheets.definitions, phrases: words.phrases, reports: words.reports, charts: words.charts,
            definitions: words.definitions,
            classLines: try classLines(region: region, year: year.number),
            economicLines: try economicLines(region: region, year: year.number),
            otherTables: try otherTables(region: region, year: year.number), evaluations: words.evaluations,
            reading: words.reading, schemes: words.schemes, evaluationLayouts: words.layouts, lists: sheets.lists,
            pairs: sheets.pairs,
            sources: try sources())
    }

    /// The first year of which a profile of the usual kind is known.
    private func firstYear(region: String) throws -> FiscalYear? {
        let usual = try kind(named: nil)
        let years = try chain(region: region).flatMap { place in
            try (files[place] ?? [:]).filter { $0.key.hasPrefix("profiles/") }.compactMap { path, text -> Int? in
                let root = try documents.document(text, file: place + "/" + path)
                let entries = Dictionary(try root.pairs().map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
                return try isOf(usual, entries) ? try yearRange(entries, in: root).lowerBound : nil
            }
        }
        return years.min().map { FiscalYear($0) }
    }

    /// What a book is read by.
    private struct Sheets {
        let definitions: [Sheet]
        let lists: [String: Classification]
        let pairs: [String: CodePairs]
    }

    private func sheets(region: String, year: Int, resolver: Resolver, in codeLists: CodeLists) throws -> Sheets {
        let loader = SheetLoader(resolver: resolver)
        let sheets = try definitions("sheets", region: region, year: year).map { try loader.load($0.node) }
        try checkTransfers(sheets)
        let (lists, pairs) = try lists(of: sheets, in: codeLists)
        return Sheets(definitions: sheets, lists: lists, pairs: pairs)
    }

    /// What papers say around their forms.
    private struct Words {
        let phrases: [String: Phrase]
        let reports: ReportOutlines
        let charts: [ChartDefinition]
        let definitions: Definitions
        let evaluations: EvaluationDefinitions
        let reading: ReadingWords
        let schemes: Schemes
        let layouts: [EvaluationLayout]
    }

    private func words(
        region: String, year: Int, kind: PaperKind, use: DefinitionUse, resolver: Resolver
    ) throws -> Words {
        let phraseLoader = PhraseLoader(resolver: resolver)
        let phrases = try definitions("phrases", region: region, year: year, kind: kind).map {
            try phraseLoader.load($0.node)
        }
        let chartLoader = ChartLoader(resolver: resolver)
        let schemes = try schemes(region: region, year: year, resolver: resolver)
        return Words(
            phrases: Dictionary(phrases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            reports: try reportOutlines(region: region, year: year, resolver: resolver),
            charts: use == .making
                ? try definitions("charts", region: region, year: year).map { try chartLoader.load($0.node) } : [],
            definitions: try termDefinitions(region: region, year: year),
            evaluations: try evaluations(region: region, year: year, scoring: schemes.rules),
            reading: try readingWords(region: region, year: year), schemes: schemes,
            layouts: use == .making ? try evaluationLayouts(region: region, year: year, resolver: resolver) : [])
    }

    /// The forms of a kind of paper, those that the profile names as it titles and lays them out.
    private func forms(
        _ profile: Profile, region: String, year: Int, kind: PaperKind, resolver: Resolver
    ) throws -> [String: Form] {
        let loader = FormLoader(resolver: resolver)
        let forms = try definitions("forms", region: region, year: year, kind: kind).map { try loader.load($0.node) }
        var formsById = Dictionary(forms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in profile.forms {
            guard let form = formsById[entry.form] else {
                throw StandardsFault(.noForm(entry.form), file: profile.file)
            }
            formsById[entry.form] = form.titled(entry.title).laidOut(profile.codeColumns)
        }
        return formsById
    }

    /// The nearest profile of a kind.
    private func profile(region: String, year: FiscalYear, variant: String, kind: PaperKind) throws -> Profile {
        let profiles = try definitions("profiles", region: region, year: year.number, kind: kind)
        guard let nearest = profiles.max(by: { $0.region.count < $1.region.count }) else {
            if kind.isUsual { throw StandardsFault(.noProfile(region: region, year: year.number), file: "Standards") }
            return .none(region: region, year: year)
        }
        return try ProfileLoader().load(
            nearest.node, region: nearest.region, variant: variant, isBorrowed: isBorrowed(nearest.region, by: region))
    }

    /// Whether the layout of a folder is not the place's own: the national one, or one farther than another that has some.
    private func isBorrowed(_ folder: String, by region: String) -> Bool {
        let chain = chain(region: region)
        if folder == chain.first { return Int(region).map { $0 != 0 } ?? true }
        let nearer = chain.drop { $0 != folder }.dropFirst()
        return nearer.contains { files[$0]?.keys.contains { $0.hasPrefix("profiles/") } == true }
    }

    /// What is left out where it is received must be left out where it is paid.
    private func checkTransfers(_ sheets: [Sheet]) throws {
        for (matter, sides) in Dictionary(grouping: sheets.flatMap(\.transfers), by: \.matter).sorted(by: {
            $0.key < $1.key
        })
        where Set(sides.map(\.side)).count == 1 {
            throw StandardsFault(.oneSidedTransfer(matter, isPaid: sides[0].side == .paid), file: "sheets")
        }
    }

    /// The code lists of a region and year that are no dimension, by name.
    package func otherLists(region: String, year: FiscalYear) throws -> [(name: String, list: Classification)] {
        let codeLists = CodeLists(library: self, region: region, year: year.number)
        return try codeLists.others.map { ($0, try codeLists.named($0)) }
    }

    private func lists(
        of sheets: [Sheet], in codeLists: CodeLists
    ) throws -> ([String: Classification], [String: CodePairs]) {
        var lists: [String: Classification] = [:]
        var pairs: [String: CodePairs] = [:]
        for column in sheets.flatMap(\.columns) {
            if case .listed(let name) = column.type, lists[name] == nil { lists[name] = try codeLists.named(name) }
            if let name = column.usualWith?.pairs, pairs[name] == nil { pairs[name] = try codeLists.pairs(name) }
        }
        return (lists, pairs)
    }

    private func conceptList(region: String, classifications: [Dimension: Classification]) throws -> ConceptList {
        guard let (file, text) = nearest("concepts.yaml", region: region) else {
            throw StandardsFault(.noFile("concepts.yaml"), file: "Standards/cn")
        }
        return try ConceptList.load(try documents.document(text, file: file), classifications: classifications)
    }

    private func rows(_ path: String, region: String, year: Int, columns: [String]) throws -> (
        CsvTable, [CsvTable.Row]
    )? {
        guard let (file, text) = nearest(path, region: region) else { return nil }
        let table = try documents.table(text, file: file, columns: columns)
        let rows = try table.rows.filter { row in
            let from = try table.year(row, "起始年度", otherwise: 0)
            let to = try table.year(row, "截止年度", otherwise: 9999)
            return (from...max(from, to)).contains(year)
        }
        return (table, rows)
    }

    private func code(_ row: CsvTable.Row, in table: CsvTable) throws -> Code {
        guard let code = Code(row["编码"]) else { throw table.fault(row, column: "编码", wanted: .code) }
        return code
    }

    private func classLines(region: String, year: Int) throws -> [ClassLine] {
        guard let (table, rows) = try rows("class-lines.csv", region: region, year: year, columns: ["序", "编码"]) else {
            return []
        }
        return try rows.map { row in
            guard let ordinal = Int(row["序"]) else { throw table.fault(row, column: "序", wanted: .ordinal) }
            return ClassLine(ordinal: ordinal, code: try code(row, in: table))
        }.sorted { $0.ordinal < $1.ordinal }
    }

    private func economicLines(region: String, year: Int) throws -> [EconomicLine] {
        let found = try rows("economic-lines.csv", region: region, year: year, columns: ["区块", "编码"])
        guard let (table, rows) = found else { return [] }
        return try rows.map { row in
            guard let block = Int(row["区块"]) else { throw table.fault(row, column: "区块", wanted: .block) }
            return EconomicLine(block: block, code: try code(row, in: table))
        }
    }

    private func otherTables(region: String, year: Int) throws -> [OtherTable] {
        let found = try rows("other-tables.csv", region: region, year: year, columns: ["种类", "词"])
        return (found?.1 ?? []).map { OtherTable(kind: $0["种类"], word: foldedLabel($0["词"])) }
    }

    /// Names of places in every folder, the nearer folder's after the farther one's.
    package func regionNames() throws -> [RegionName] {
        try regions.flatMap { folder -> [RegionName] in
            let path = "regions.csv"
            guard let text = files[folder]?[path] else { return [] }
            let table = try documents.table(text, file: folder + "/" + path, columns: ["编码", "名称"])
            return try table.rows.map { row in
                guard row["编码"].count == 6, Int(row["编码"]) != nil else {
                    throw table.fault(row, column: "编码", wanted: .code)
                }
                return RegionName(code: row["编码"], name: foldedLabel(row["名称"]))
            }
        }
    }

    private func termDefinitions(region: String, year: Int) throws -> Definitions {
        let terms = try rows("definitions/terms.csv", region: region, year: year, columns: ["术语", "释义"])
        let functions = try rows("definitions/functions.csv", region: region, year: year, columns: ["编码", "释义"])
        var byCode: [Code: Definitions.Entry] = [:]
        if let (table, rows) = functions {
            for row in rows {
                byCode[try code(row, in: table)] = Definitions.Entry(
                    text: row["释义"], isConfirmed: row["状态"] == "已核")
            }
        }
        return Definitions(
            terms: (terms?.1 ?? []).map {
                ($0["术语"], Definitions.Entry(text: $0["释义"], isConfirmed: $0["状态"] == "已核"))
            },
            functions: byCode)
    }
}
