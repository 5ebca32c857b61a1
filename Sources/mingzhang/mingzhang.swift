// mingzhang: the command line, thin.
// In: arguments, files, folders.
// Out: files written whole, messages in Chinese or English, exit codes (0 clean, 1 reasons missing or findings, 2 usage, 3 unreadable input).
// Together with Archive and Web the only module that touches the file system or starts programs.
// Does not know: how anything is computed or laid out.

import ArgumentParser
import Foundation

@main
struct Mingzhang: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "mingzhang", abstract: HelpText.root.words, discussion: HelpText.rootMore.words,
            version: "0.1.0",
            subcommands: [
                NewCommand.self, BuildCommand.self, CheckCommand.self, TraceCommand.self, ConsolidateCommand.self,
                ScoreCommand.self, MonitorCommand.self, IndicatorsCommand.self,
                ReadCommand.self,
                StandardsCommand.self, PdfAnnotatorCommand.self,
            ])
    }

    @MainActor static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // It makes children of itself, so nothing may have started a thread.
        if arguments.first == PdfServer.word { PdfServer.run(Array(arguments.dropFirst())) }
        Foundation.exit(await KeptValues.$areKept.withValue(true) { await CommandRun.perform(arguments) })
    }
}
