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

    @Option(help: HelpText.traceStage.help)
    var stage: PackageStage?

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
            let package = try BuiltPackage(
                loaded, scope: scope,
                options: stage.map { PublicationOptions(kind: kind, part: .performance, stage: $0.stage) },
                keepsUnits: true)
            let found = try FigureFinder(package: package).find(figure.joined(separator: " "))
            let printer = TracePrinter(package: package, lineLimit: lines)
            switch found {
            case .figure(let figure):
                guard common.format == .json else { return printer.print(figure) }
                try printJson(TraceJson(figure, package: package))
            case .subject(let figure):
                let trace = SubjectTrace(figure, evaluation: loaded.evaluation, package: package)
                guard common.format == .json else { return printer.print(figure, trace) }
                try printJson(TraceJson(figure, trace, package: package))
            }
        }
    }
}
