import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Narrative
import Publication
import Standards

/// `mingzhang build BOOK -o DIR`.
struct BuildCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "build", abstract: HelpText.build.words)
    }

    @Argument(help: HelpText.book.help)
    var book: String

    @Option(name: [.short, .long], help: HelpText.output.help)
    var output: String

    @Option(help: HelpText.unit.help)
    var unit: String?

    @Flag(help: HelpText.eachUnit.help)
    var eachUnit = false

    @Flag(help: HelpText.draft.help)
    var draft = false

    @Option(help: HelpText.only.help)
    var only: String?

    @Option(help: HelpText.part.help)
    var part: PublicationOptions.Part = .accounts

    @Option(help: HelpText.stage.help)
    var stage: PackageStage?

    @Option(help: HelpText.rounding.help)
    var rounding: RoundingMode = .plain

    @OptionGroup var common: CommonOptions

    private struct Outcome: Encodable {
        let output: String
        let files: [String]
        let missing: [String]
        /// Items printed as 待补释义.
        let undefined: [String]
        let contradictions: [String]
        let warnings: [String]
        let rounding: [RoundingReport]
    }

    func run() throws {
        try reporting {
            let formats = try PackageFormat.parse(only)
            let library = try common.library()
            let loaded = try LoadedBook(path: book, library: library, sumsLarge: true)
            if part == .accounts, !draft, !loaded.hasActuals {
                throw CommandFault.noActuals(path: book, hasSubjects: !loaded.book.evaluation.isEmpty)
            }
            let progress = Progress()
            var packages: [BuiltPackage] = []
            for scope in try scopes(loaded.book) {
                progress.say(Remark.working(scope.name).message)
                let options = PublicationOptions(kind: scope.kind, part: part, stage: stage?.stage)
                packages.append(try BuiltPackage(loaded, scope: scope, options: options, rounding: rounding))
            }
            KeptValues.keep(library, loaded, packages)
            let missing = packages.flatMap(\.missing)
            let unsettled = loaded.book.warnings.filter(\.stopsFinal)
            let unanswered = UnansweredPerformance(packages)
            if !draft { unanswered.tell() }
            if !missing.isEmpty || !unsettled.isEmpty, !draft {
                try refuse(missing, unsettled, packages: packages, loaded: loaded)
            }
            if !unanswered.isEmpty, !draft { try unanswered.refuse() }
            if packages.contains(where: { !$0.check.isClean }), !draft { try refuseContradictions(packages) }
            let warnings = warnings(loaded, packages: packages)
            let (files, former) = try PackageWriter(
                folder: output, formats: formats, progress: progress,
                attached: { AttachedFiles($0, folder: loaded.files.folder) }
            ).write(packages, book: loaded.files.folder)
            progress.end()
            if missing.isEmpty { try clearReasons(loaded) }
            try report(files, packages: packages, warnings: warnings + former.map(\.message))
        }
    }

    private func scopes(_ book: Book) throws -> [BuildScope] {
        guard let root = book.units.root else { return [] }
        let own = book.units.leaves.map { unit in
            let name = book.units.ownName(unit)
            return BuildScope(
                unit: unit.code, name: name, kind: .unit, folder: name, isAlone: book.units.hasUnits(under: unit.code))
        }
        if let unit { return [try scope(unit, in: book, own: own)] }
        let department = BuildScope(unit: root.code, name: root.name, kind: book.settings.kind, folder: "")
        return [department] + (eachUnit ? own.filter { $0.isAlone || $0.unit != root.code } : [])
    }

    /// The unit's own accounts where it keeps some, else those of all under it.
    private func scope(_ wanted: String, in book: Book, own: [BuildScope]) throws -> BuildScope {
        if var found = own.first(where: { $0.unit == book.units.find(wanted) || $0.name == wanted }) {
            found.folder = ""
            return found
        }
        guard let code = book.units.find(wanted), let found = book.units[code] else {
            throw CommandFault.unknownUnit(wanted, known: book.units.names)
        }
        return BuildScope(unit: code, name: found.name, kind: .unit, folder: "")
    }

    /// What the book says of itself, and what the papers found in it.
    private func warnings(_ loaded: LoadedBook, packages: [BuiltPackage]) -> [String] {
        let all =
            loaded.book.warnings + UnitTotals.statedFaults(book: loaded.book, standards: loaded.standards)
            + packages.flatMap(\.publication.unused)
            + packages.flatMap { AttachedFiles($0, folder: loaded.files.folder).faults }
        // In a draft nothing else shows that these words went nowhere.
        let lost = packages.flatMap(\.missing).filter { item in
            switch item.kind {
            case .noSentence, .replacedTwice: true
            default: false
            }
        }
        // The department and a unit's own accounts may share their texts.
        var seen: Set<String> = []
        let unanswered = UnansweredPerformance(packages)
        let told = unanswered.hints + (draft ? unanswered.messages : [])
        return (all.map(\.message) + told + lost.map(\.message)).filter { seen.insert($0).inserted }
    }

    /// Reasons are missing, or units do not agree: nothing is written but the sheet of reasons to fill in.
    private func refuse(
        _ missing: [MissingText], _ unsettled: [BookFault], packages: [BuiltPackage], loaded: LoadedBook
    ) throws {
        for fault in unsettled { complain(.hint(fault.message)) }
        if !unsettled.isEmpty { complain(.unsettled(count: unsettled.count)) }
        // The department and a unit's own accounts may share their texts.
        var seen: Set<String> = []
        for warning in packages.flatMap(\.publication.unused) where seen.insert(warning.message).inserted {
            complain(.hint(warning.message))
        }
        guard !missing.isEmpty else {
            try FaultJson(BookFaults(unsettled)).sayIfAsked()
            throw ExitCode(1)
        }
        for package in packages {
            let name = packages.count > 1 ? package.scope.name : ""
            for item in package.missing { complain(.missing(unit: name, item.message)) }
        }
        let counts = Dictionary(grouping: missing, by: \.remedy).mapValues(\.count)
        var advice: [Remark] = [.notPrinted(count: missing.count)]
        if let count = counts[.reason] {
            let path = output + "/" + ReasonSheet.fileName
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            let typed = try TypedReasons(path: path)
            try FileBytes.write(ReasonSheet(loaded).bytes(packages, typed: typed), to: path)
            advice.append(.fillReasons(count: count, sheet: path))
        }
        advice += counts[.text].map { [.fillTexts(count: $0)] } ?? []
        advice += counts[.figure].map { [.fillFigures(count: $0)] } ?? []
        advice += counts[.sentence].map { [.correctSentences(count: $0)] } ?? []
        for line in advice { complain(line) }
        let asked = unsettled.map(\.message) + missing.map(\.message)
        try FaultJson(missing: asked, summary: advice.map(\.message)).sayIfAsked()
        throw ExitCode(1)
    }

    /// The forms contradict themselves as printed: nothing is written.
    private func refuseContradictions(_ packages: [BuiltPackage]) throws {
        let lines = packages.flatMap { contradictions($0, among: packages.count) } + [.contradictory]
        for line in lines { complain(line) }
        try FaultJson(kind: "contradictory", message: lines.map(\.message).joined(separator: "\n")).sayIfAsked()
        throw ExitCode(1)
    }

    private func contradictions(_ package: BuiltPackage, among count: Int) -> [Remark] {
        let unit = count > 1 ? package.scope.name : ""
        let check = package.check
        let unread =
            check.cells - check.readBack + check.figures - check.figuresInPlace + check.performance.printed
            - check.performance.readBack
        let differing = check.figuresInForms - check.figuresAgreeing
        return check.gaps.map { .printedGap(unit: unit, $0) }
            + (unread + differing > 0 ? [.unlikePrinted(unit: unit, count: unread + differing)] : [])
    }

    /// Nothing is asked for any more: the sheet of an earlier run goes, unless it is the book's own or something stands in it.
    private func clearReasons(_ loaded: LoadedBook) throws {
        let path = output + "/" + ReasonSheet.fileName
        let folders = [output, loaded.files.folder].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
        guard folders[0] != folders[1], FileManager.default.fileExists(atPath: path) else { return }
        // One that cannot be read is left where it is: the package itself is whole.
        guard let typed = try? TypedReasons(path: path), typed.isEmpty else {
            complain(.reasonsLeft(path))
            return
        }
        try FileManager.default.removeItem(atPath: path)
    }

    private func report(_ files: [String], packages: [BuiltPackage], warnings: [String]) throws {
        let missing = packages.flatMap(\.missing).map(\.message)
        let absent = packages.first?.comparisonsNotGiven ?? []
        let undefined = Set(packages.flatMap(\.publication.undefined)).sorted()
        let contradictory = packages.flatMap { contradictions($0, among: packages.count) }
        if common.format == .json {
            try printJson(
                Outcome(
                    output: output, files: files, missing: missing, undefined: undefined,
                    contradictions: contradictory.map(\.message),
                    warnings: hints(packages) + warnings + absent.map { Remark.notGiven($0).message },
                    rounding: packages.compactMap { RoundingReport($0) }))
            return
        }
        for hint in hints(packages) { complain(.hint(hint)) }
        for warning in warnings { complain(.hint(warning)) }
        for what in absent { complain(.notGiven(what)) }
        if !undefined.isEmpty { complain(.undefined(undefined)) }
        for package in packages where !package.missing.isEmpty {
            complain(.draft(unit: packages.count > 1 ? package.scope.name : "", count: package.missing.count))
        }
        for line in contradictory { complain(line) }
        for line in packages.flatMap({ RoundingReport($0)?.remarks ?? [] }) { complain(line) }
        say(.written(output))
        for file in files { say("  \(file)") }
    }

    /// That the place has no layout of its own, once for all packages.
    private func hints(_ packages: [BuiltPackage]) -> [String] {
        guard let standards = packages.first?.facts.standards, standards.profile.isBorrowed else { return [] }
        let (profile, year) = (standards.profile, standards.year.number)
        let remark = Remark.borrowedLayout(
            region: standards.region, year: year, title: profile.title, folder: profile.region)
        return [remark.message]
    }
}
