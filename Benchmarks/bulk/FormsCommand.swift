import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Standards
import Statements

/// `bulk forms DIR -o FILE`.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "forms", abstract: "印出部门和每个单位的全部表，只写数字。")

    @Argument(help: "账套文件夹") var folder: String
    @Option(name: [.short, .long], help: "写到哪个文件（CSV）") var output: String
    @Option(help: "线程数") var threads = ProcessInfo.processInfo.activeProcessorCount
    @Option(help: "标准文件夹") var standards = "Standards"

    func run() throws {
        let start = ContinuousClock.now
        do {
            let text = try String(contentsOfFile: folder + "/账套.yaml", encoding: .utf8)
            let settings = try BookSettings.check(Settings(yaml: text, file: "账套.yaml"))
            let held = try BulkFiles.library(standards).standards(region: settings.region, year: settings.year)
            try print(settings, held, since: start)
        } catch let faults as BookFaults {
            for fault in faults.faults.prefix(20) { FileHandle.standardError.write(Data((fault.message + "\n").utf8)) }
            throw ExitCode(3)
        }
    }

    private func print(_ settings: BookSettings, _ held: Standards, since start: ContinuousClock.Instant) throws {
        let maps = ["收入", "支出"].compactMap { name in MappedFile("\(folder)/\(name).csv").map { (name, $0) } }
        let large = maps.map { LargeSheet(name: $0, file: "\($0).csv", bytes: $1.bytes) }
        let units = try Data(contentsOf: URL(fileURLWithPath: folder + "/单位.csv"))
        let sheet = try CsvSheet.read(Array(units), name: "单位", file: "单位.csv")
        let book = try withExtendedLifetime(maps) {
            try BookReader.readSummed([sheet], large: large, settings: settings, standards: held, threads: threads)
        }
        let read = ContinuousClock.now
        let cells = try FormsPrinter(book: book, standards: held).write(to: output, threads: threads)
        let done = ContinuousClock.now
        Swift.print("读 \(start.duration(to: read))，印 \(read.duration(to: done))，\(cells) 个数")
    }
}
