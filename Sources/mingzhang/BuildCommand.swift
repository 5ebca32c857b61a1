import ArgumentParser
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
            let files = try PackageWriter(folder: output, formats: formats, progress: progress).write(packages)
            progress.end()
            if missing.isEmpty { try clearReasons(loaded) }
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

    /// Something is missing: nothing is written but the sheet to fill in reasons on.
    private func refuse(_ missing: [MissingText], packages: [BuiltPackage], loaded: LoadedBook) throws {
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
        try FaultJson(missing: missing.map(\.message), summary: advice.map(\.message)).sayIfAsked()
        throw ExitCode(1)
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

    private func report(_ files: [String], packages: [BuiltPackage], book: Book) throws {
        let missing = packages.flatMap(\.missing).map(\.message)
        let absent = packages.first?.comparisonsNotGiven ?? []
        let undefined = Set(packages.flatMap(\.publication.undefined)).sorted()
        if common.format == .json {
            try printJson(
                Outcome(
                    output: output, files: files, missing: missing,
                    warnings: book.warnings.map(\.message) + absent.map { Remark.notGiven($0).message },
                    rounding: packages.compactMap { RoundingReport($0) }))
            return
        }
        for warning in book.warnings { complain(.hint(warning.message)) }
        for what in absent { complain(.notGiven(what)) }
        if !undefined.isEmpty { complain(.undefined(undefined)) }
        if !missing.isEmpty { complain(.draft(count: missing.count)) }
        for line in packages.flatMap({ RoundingReport($0)?.remarks ?? [] }) { complain(line) }
        say(.written(output))
        for file in files { say("  \(file)") }
    }
}
