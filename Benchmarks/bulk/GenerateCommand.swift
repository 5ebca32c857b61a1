import ArgumentParser
import Fiscal
import Standards

/// `bulk generate DIR`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "generate", abstract: "造一个账套，每次都一样。")

    @Argument(help: "写到哪个文件夹") var folder: String
    @Option(help: "支出明细行数") var lines = 10_000_000
    @Option(help: "单位数") var units = 5000
    @Option(help: "标准文件夹") var standards = "Standards"

    func run() throws {
        let library = try BulkFiles.library(standards)
        let held = try library.standards(region: Self.region, year: FiscalYear(Self.year))
        try BookGenerator(standards: held, lines: lines, units: units).write(
            to: folder, region: Self.region, year: Self.year)
    }

    /// A region and year that the checkout has a profile for.
    private static let region = "430000"
    private static let year = 2021
}
