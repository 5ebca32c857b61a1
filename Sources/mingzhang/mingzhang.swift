// mingzhang: the command line, thin.
// In: arguments, files, folders.
// Out: files written whole, messages in Chinese, exit codes (0 clean, 1 reasons missing or findings, 2 usage, 3 unreadable input).
// Together with Archive and Web the only module that touches the file system or starts programs.
// Does not know: how anything is computed or laid out.

import ArgumentParser

@main
struct Mingzhang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mingzhang", abstract: "明账：一本账套，印出部门决算公开的全套文件，每个数字都有出处。", version: "0.1.0",
        subcommands: [
            NewCommand.self, BuildCommand.self, TraceCommand.self, ConsolidateCommand.self, StandardsCommand.self,
            PdfWorkerCommand.self,
        ])
}
