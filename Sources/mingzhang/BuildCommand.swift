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

    @Option(help: HelpText.rounding.help)
    var rounding: RoundingMode = .plain

    @OptionGroup var common: CommonOptions

    private struct Outcome: Encodable {
        let output: String
        let files: [String]
        let missing: [String]
        let contradictions: [String]
        let warnings: [String]
        let rounding: [RoundingReport]
    }

    func run() throws {
        try reporting {
            let formats = try PackageFormat.parse(only)
            let library = try common.library()
            let loaded = try LoadedBook(path: book, library: library, sumsLarge: true)
            let progress = Progress()
            var packages: [BuiltPackage] = []
            for scope in try scopes(loaded.book) {
                progress.say(Remark.working(scope.name).message)
                packages.append(try BuiltPackage(loaded, scope: scope, rounding: rounding))
            }
            let missing = packages.flatMap(\.missing)
            if !missing.isEmpty, !draft {
                try refuse(missing, packages: packages, loaded: loaded)
            }
            if packages.contains(where: { !$0.check.isClean }), !draft { try refuseContradictions(packages) }
            let files = try PackageWriter(folder: output, formats: formats, progress: progress).write(packages)
            progress.end()
            try report(files, packages: packages, book: loaded.book)
        }
    }

    private func scopes(_ book: Book) throws -> [BuildScope] {
        guard let root = book.units.root else { return [] }
        if let unit {
            guard let code = book.units.find(unit), let found = book.units[code] else {
                throw CommandFault.unknownUnit(unit, known: book.units.names)
            }
            return [BuildScope(unit: code, name: found.name, kind: .unit, folder: "")]
        }
        var scopes = [BuildScope(unit: root.code, name: root.name, kind: book.settings.kind, folder: "")]
        if eachUnit {
            scopes += book.units.leaves.filter { $0.code != root.code }.map {
                BuildScope(unit: $0.code, name: $0.name, kind: .unit, folder: $0.name)
            }
        }
        return scopes
    }

    /// Reasons are missing: nothing is written but the sheet to fill in.
    private func refuse(_ missing: [MissingText], packages: [BuiltPackage], loaded: LoadedBook) throws {
        for package in packages {
            let name = packages.count > 1 ? package.scope.name : ""
            for item in package.missing { complain(.missing(unit: name, item.message)) }
        }
        let path = output + "/" + ReasonSheet.fileName
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        try FileBytes.write(ReasonSheet(loaded).bytes(packages), to: path)
        complain(.reasonsMissing(count: missing.count, sheet: path))
        throw ExitCode(1)
    }

    /// The forms contradict themselves as printed: nothing is written.
    private func refuseContradictions(_ packages: [BuiltPackage]) throws {
        for package in packages {
            for line in contradictions(package, among: packages.count) { complain(line) }
        }
        complain(.contradictory)
        throw ExitCode(1)
    }

    private func contradictions(_ package: BuiltPackage, among count: Int) -> [Remark] {
        let unit = count > 1 ? package.scope.name : ""
        let check = package.check
        let unread = check.cells - check.readBack + check.figures - check.figuresInPlace
        let differing = check.figuresInForms - check.figuresAgreeing
        return check.gaps.map { .printedGap(unit: unit, $0) }
            + (unread + differing > 0 ? [.unlikePrinted(unit: unit, count: unread + differing)] : [])
    }

    private func report(_ files: [String], packages: [BuiltPackage], book: Book) throws {
        let missing = packages.flatMap(\.missing).map(\.message)
        let undefined = Set(packages.flatMap(\.publication.undefined)).sorted()
        let contradictory = packages.flatMap { contradictions($0, among: packages.count) }
        if common.format == .json {
            try printJson(
                Outcome(
                    output: output, files: files, missing: missing, contradictions: contradictory.map(\.message),
                    warnings: hints(packages) + book.warnings.map(\.message),
                    rounding: packages.compactMap { RoundingReport($0) }))
            return
        }
        for hint in hints(packages) { complain(.hint(hint)) }
        for warning in book.warnings { complain(.hint(warning.message)) }
        if !undefined.isEmpty { complain(.undefined(undefined)) }
        if !missing.isEmpty { complain(.draft(count: missing.count)) }
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
