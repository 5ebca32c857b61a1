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
            let (book, held) = try BulkBook.read(folder, library: BulkFiles.library(standards), threads: threads)
            let read = ContinuousClock.now
            let cells = try FormsPrinter(book: book, standards: held).write(to: output, threads: threads)
            let done = ContinuousClock.now
            print("读 \(start.duration(to: read))，印 \(read.duration(to: done))，\(cells) 个数")
        } catch let faults as BookFaults {
            for fault in faults.faults.prefix(20) { FileHandle.standardError.write(Data((fault.message + "\n").utf8)) }
            throw ExitCode(3)
        }
    }
}
