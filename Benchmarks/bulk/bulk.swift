// bulk: the program that `make bench` measures at ten million lines.
// In: how many lines and units (generate), or a book's folder with a large 支出.csv (forms, check).
// Out: such a folder, the same one every time; or every printed figure of all forms of the department and of each unit; how fast all their packages are checked; or
// how fast many projects are scored, printed and checked.
// Does not know: what it is compared with, nor how it is timed; scripts/bench does that.

import ArgumentParser

/// `bulk generate DIR`, `bulk forms DIR -o FILE`, `bulk check DIR` and `bulk score`.
@main
struct Bulk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk", abstract: "大批量明细的性能测试。",
        subcommands: [GenerateCommand.self, FormsCommand.self, CheckCommand.self, ScoreCommand.self])
}
