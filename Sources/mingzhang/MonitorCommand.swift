import ArgumentParser
import Fiscal
import Ledger
import Performance
import Standards

/// `mingzhang monitor BOOK`.
struct MonitorCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "monitor", abstract: HelpText.monitor.words, discussion: HelpText.monitorMore.words)
    }

    @Argument(help: HelpText.book.help)
    var book: String

    @OptionGroup var choice: SubjectOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting(writes: false) {
            let loaded = try LoadedBook(path: book, library: try common.library())
            let chosen = try choice.subjects(of: loaded)
            let monitored = chosen.subjects.map { MonitoredSubject($0, standards: loaded.standards) }
            let missing = chosen.faults(.missing, ofMonitoring: true).filter { !$0.isOfFormOnly }
            let hints = chosen.faults(.hint, ofMonitoring: true)
            if common.format == .json {
                try printJson(MonitorJson(monitored, of: loaded, missing: missing, hints: hints))
            } else {
                let printer = MonitorPrinter(units: loaded.book.units)
                for subject in monitored { printer.print(subject) }
                printer.printWarnings(monitored)
            }
            try tell(missing: missing, hints: hints)
        }
    }
}
