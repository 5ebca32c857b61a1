import ArgumentParser

/// `mingzhang consolidate BOOK... -o BOOK`.
struct ConsolidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "consolidate", abstract: "把各单位账套汇总成部门账套。")
    @Argument(help: "各单位账套") var books: [String]
    func run() throws {}
}
