import ArgumentParser

@main
struct Mingzhang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mingzhang", abstract: "明账")
}
