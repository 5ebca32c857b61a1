import ArgumentParser

/// `mingzhang new DIR`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "建一个新账套。")
    @Argument(help: "新账套的文件夹") var folder: String
    func run() throws {}
}
