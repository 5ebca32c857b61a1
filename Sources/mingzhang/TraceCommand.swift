import ArgumentParser
import Fiscal
import Ledger
import Narrative
import Publication
import Standards
import Statements

/// `mingzhang trace BOOK FIGURE`.
struct TraceCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "trace", abstract: HelpText.trace.words, discussion: HelpText.traceMore.words)
    }

    @Argument(help: HelpText.book.help)
    var book: String

    @Argument(help: HelpText.figure.help)
    var figure: [String]

    @Option(help: HelpText.traceUnit.help)
    var unit: String?

    @Option(help: HelpText.lines.help)
    var lines = 40

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting(writes: false) {
            let loaded = try LoadedBook(path: book, library: try common.library(), sumsLarge: true)
            let root = loaded.book.units.root?.code ?? ""
            guard let code = unit.map({ loaded.book.units.find($0) }) ?? root else {
                throw CommandFault.unknownUnit(unit ?? "", known: loaded.book.units.names)
            }
            let kind: BookSettings.Kind = code == root ? loaded.book.settings.kind : .unit
            let scope = BuildScope(unit: code, name: "", kind: kind, folder: "")
            let package = try BuiltPackage(loaded, scope: scope, keepsUnits: true)
            let found = try FigureFinder(package: package).find(figure.joined(separator: " "))
            if common.format == .json {
                try printJson(TraceJson(found, package: package))
            } else {
                TracePrinter(package: package, lineLimit: lines).print(found)
            }
        }
    }
}
