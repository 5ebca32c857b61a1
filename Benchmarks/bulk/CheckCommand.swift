import ArgumentParser
import Audit
import Dispatch
import Fiscal
import Foundation
import Ledger
import Publication
import Standards
import Synchronization

/// `bulk check DIR`: every unit's package, made in memory and checked there; only the checks are timed.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "逐个核对各单位的材料，只计核对用的时间。")

    @Argument(help: "账套文件夹") var folder: String
    @Option(help: "线程数") var threads = ProcessInfo.processInfo.activeProcessorCount
    @Option(help: "标准文件夹") var standards = "Standards"

    private struct Sum: Sendable {
        var packages = 0
        var observations = 0
        var relations = 0
        var errors = 0
        /// Of processor time, in the checks alone.
        var nanoseconds: UInt64 = 0
    }

    func run() throws {
        let library = try BulkFiles.library(standards)
        let (book, held) = try BulkBook.read(folder, library: library, threads: threads)
        let (rules, words) = (try library.rules(for: held), try library.wordLists(for: held))
        let units = book.book.units.leaves
        let next = Atomic(0)
        let total = Mutex(Sum())
        let readers = SentenceReaders()
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let options = AuditOptions(rules: rules, words: words)
            var sum = Sum()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= units.count { break }
                check(book.base(of: units[index].code), options, readers, into: &sum)
            }
            total.withLock { all in
                all.packages += sum.packages
                all.observations += sum.observations
                all.relations += sum.relations
                all.errors += sum.errors
                all.nanoseconds += sum.nanoseconds
            }
        }
        report(total.withLock { $0 })
    }

    private func check(_ facts: FactBase, _ options: AuditOptions, _ readers: SentenceReaders, into sum: inout Sum) {
        let publication = Publisher.publish(facts, options: PublicationOptions(kind: .unit))
        let paper = UnderstoodPaper(
            publication, standards: facts.standards, file: facts.unit, readers: readers)
        let start = Self.processorTime()
        let report = Auditor.audit(paper, options: options)
        sum.nanoseconds += Self.processorTime() - start
        sum.packages += 1
        sum.observations += report.coverage.figures
        sum.relations += Outcome.allCases.reduce(0) { $0 + report.count($1) }
        // What a book without reasons leaves to be filled in is told, and no error of a figure.
        sum.errors += report.findings.count { $0.severity == .error && !$0.printed.contains("待填") }
    }

    /// Of this thread: what others do on the machine does not count.
    private static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func report(_ sum: Sum) {
        let milliseconds = max(1, sum.nanoseconds / 1_000_000)
        let values: [(String, UInt64)] = [
            ("packages", UInt64(sum.packages)), ("observations", UInt64(sum.observations)),
            ("relations", UInt64(sum.relations)), ("errors", UInt64(sum.errors)), ("milliseconds", milliseconds),
            ("observations_per_second_and_core", UInt64(sum.observations) * 1000 / milliseconds),
        ]
        print("{" + values.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
    }
}
