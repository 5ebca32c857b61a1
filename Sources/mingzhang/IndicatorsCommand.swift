import ArgumentParser
import Fiscal
import Ledger
import Performance
import Standards

/// `mingzhang indicators search`.
struct IndicatorsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "indicators", abstract: HelpText.indicators.words, subcommands: [IndicatorsSearch.self],
            defaultSubcommand: IndicatorsSearch.self)
    }
}

struct IndicatorsSearch: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "search", abstract: HelpText.indicatorsSearch.words,
            discussion: HelpText.indicatorsMore.words)
    }

    @Argument(help: HelpText.words.help)
    var words: [String] = []

    @Option(help: HelpText.function.help)
    var function: [String] = []

    @Option(help: HelpText.field.help)
    var field: String?

    @Option(help: HelpText.ofBook.help)
    var book: String?

    @Option(help: HelpText.ofSubject.help)
    var subject: String?

    @Flag(name: .customLong("csv"), help: HelpText.asCsv.help)
    var asCsv = false

    @Option(help: HelpText.limit.help)
    var limit = 30

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting(writes: false) {
            if subject != nil, book == nil { throw CommandFault.subjectWithoutBook }
            let library = try common.library()
            let loaded = try book.map { try LoadedBook(path: $0, library: library) }
            if loaded == nil { try library.check(region: place.region, year: place.year) }
            let standards = try loaded?.standards ?? library.standards(place)
            let indicators = try library.indicators(for: standards)
            var functions = try function.map { try code($0, in: standards) }
            if let loaded, let subject { functions += try Self.functions(of: subject, in: loaded) }
            guard !words.isEmpty || !functions.isEmpty || field != nil else {
                try list(indicators)
                return
            }
            let found = indicators.search(words, functions: functions, field: field)
            try show(found, functions: functions, standards: standards, library: indicators)
        }
    }

    /// A functional code of this year or another, or what codes begin with.
    private func code(_ text: String, in standards: Standards) throws -> Code {
        let functions = standards.classification(.function)
        if let code = functions.find(text) ?? Code(text),
            functions.members[code] != nil || functions.otherYears[code] != nil
        {
            return code
        }
        throw CommandFault.unknownFunction(text, nearest: functions.nearest(to: text))
    }

    private static func functions(of subject: String, in loaded: LoadedBook) throws -> [Code] {
        let all = loaded.evaluation.subjects
        guard let found = all.first(where: { $0.record.code == subject || $0.name == subject }) else {
            throw CommandFault.unknownSubject(subject, known: all.map(\.record.code))
        }
        guard !found.functions.isEmpty else { throw CommandFault.noMoney(subject) }
        return found.functions
    }

    private func list(_ indicators: IndicatorLibrary) throws {
        if common.format == .json {
            try printJson(indicators.fields.map { ["field": $0.name, "count": String($0.count)] })
            return
        }
        for field in indicators.fields { say(.indicatorField(field.name, count: field.count)) }
        say(.indicatorsFound(indicators.all.count, shown: nil, functions: []))
    }

    private func show(
        _ found: [SharedIndicator], functions: [Code], standards: Standards, library: IndicatorLibrary
    ) throws {
        let names = functions.map { "\($0.text) \(standards.classification(.function).name($0))".trimmed }
        let shown = Array(found.prefix(max(0, limit)))
        if common.format == .json {
            try printJson(shown.map { IndicatorJson($0) })
        } else if found.isEmpty {
            let none = Remark.noIndicators(functions: names)
            // A header alone in a file would look like an answer.
            if asCsv { complain(none) } else { sayWrapped(none.message) }
            if !asCsv { for field in library.fields { say(.indicatorField(field.name, count: field.count)) } }
        } else if asCsv {
            if let sheet = standards.sheet(.indicators) {
                say(IndicatorRows(sheet: sheet, subject: subject ?? "").csv(shown))
            }
        } else {
            for entry in shown {
                for line in IndicatorText(entry).lines { say(line) }
            }
            sayWrapped(Remark.indicatorsFound(found.count, shown: shown.count, functions: names).message)
        }
    }

    private func sayWrapped(_ text: String) {
        for line in DisplayText.wrapped(text, rest: "  ") { say(line) }
    }
}

/// A shared indicator for programs; the keys are those of the file's columns.
struct IndicatorJson: Encodable {
    let field: String
    let first: String
    let second: String
    let name: String
    let aliases: [String]
    let direction: String
    let unit: String
    let usual: [String]
    let functions: [String]
    let evidence: String
    let way: String
    let source: String
    let note: String

    init(_ entry: SharedIndicator) {
        (field, first, second, name) = (entry.field, entry.first, entry.second, entry.name)
        (aliases, direction, unit, usual) = (entry.aliases, entry.direction, entry.unit, entry.usual)
        functions = entry.functions.map(\.text)
        (evidence, way, source, note) = (entry.evidence, entry.way, entry.source, entry.note)
    }
}

/// Shared indicators as rows of the book's sheet. What was printed elsewhere is a note, not a target.
struct IndicatorRows {
    let sheet: Sheet
    let subject: String

    private static let usualNote = "备注常见指标值"

    func csv(_ entries: [SharedIndicator]) -> String {
        let header = sheet.columns.map(\.name) + [Self.usualNote]
        let rows = entries.map { entry in
            sheet.columns.map { value($0.role, of: entry) } + [entry.usual.joined(separator: "；")]
        }
        return ([header] + rows).map { $0.map(CsvText.quoted).joined(separator: ",") }.joined(separator: "\n")
    }

    private func value(_ role: ColumnRole?, of entry: SharedIndicator) -> String {
        switch role {
        case .subject: subject
        case .firstLevel: entry.first
        case .secondLevel: entry.second
        case .indicatorName: entry.name
        case .direction: entry.direction
        case .targetUnit: entry.unit
        case .scoringWay: entry.way
        case .evidence: entry.evidence
        default: ""
        }
    }
}
