import ArgumentParser
import Audit
import Dispatch
import Fiscal
import Foundation
import Ledger
import Paper
import Performance
import Publication
import Standards
import Synchronization

/// `bulk score`: many projects read, scored, printed to forms, read back and checked, all in memory; each step is timed.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "许多项目：读账套、评分、印表、核对，分别计时。")

    @Option(help: "项目数") var projects = 10_000
    @Option(help: "每个单位的项目数") var projectsAUnit = 20
    @Option(help: "线程数") var threads = ProcessInfo.processInfo.activeProcessorCount
    @Option(help: "标准文件夹") var standards = "Standards"

    private struct Sum: Sendable {
        var forms = 0
        var printed = 0
        var readBack = 0
        var checks = 0
        var errors = 0
    }

    func run() throws {
        let library = try BulkFiles.library(standards)
        let held = try library.standards(region: "430000", year: FiscalYear(2021))
        var generator = GoalsGenerator(projects: projects, projectsAUnit: projectsAUnit)
        let sheets = generator.sheets()
        let text = "部门: 某部门\n年度: 2021\n地区: \"430000\"\n公开类型: 部门决算\n"
        let settings = try BookSettings.check(Settings(yaml: text, file: "账套.yaml"))
        var clock = Clock()
        let book = try BookReader.read(sheets, settings: settings, standards: held)
        let reading = clock.lap()
        let evaluation = EvaluationBook(book: book, standards: held)
        let scoring = clock.lap()
        let scored = evaluation.subjects.count { $0.total != nil }
        let stopped = evaluation.faults.count { $0.severity != .hint }
        let sum = try checked(book, evaluation, library: library, held: held)
        let checking = clock.lap()
        let values: [(String, Int)] = [
            ("projects", scored), ("indicators", evaluation.subjects.reduce(0) { $0 + $1.indicators.count }),
            ("faults", stopped), ("forms", sum.forms), ("printed", sum.printed), ("read_back", sum.readBack),
            ("checks", sum.checks), ("errors", sum.errors), ("read_ms", reading), ("score_ms", scoring),
            ("print_and_check_ms", checking), ("memory_mb", Self.memory()),
        ]
        print("{" + values.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
    }

    /// Each unit's forms, on all threads.
    private func checked(
        _ book: Book, _ evaluation: EvaluationBook, library: StandardsLibrary, held: Standards
    ) throws -> Sum {
        let (rules, words) = (try library.rules(for: held), try library.wordLists(for: held))
        let units = book.units.leaves
        let next = Atomic(0)
        let total = Mutex(Sum())
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let options = AuditOptions(rules: rules, words: words)
            var sum = Sum()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= units.count { break }
                let facts = FactBase(book: book, standards: held, unit: units[index].code)
                check(facts, evaluation, options, into: &sum)
            }
            total.withLock { all in
                all.forms += sum.forms
                all.printed += sum.printed
                all.readBack += sum.readBack
                all.checks += sum.checks
                all.errors += sum.errors
            }
        }
        return total.withLock { $0 }
    }

    private func check(
        _ facts: FactBase, _ evaluation: EvaluationBook, _ options: AuditOptions, into sum: inout Sum
    ) {
        var printing = PublicationOptions(kind: .unit, part: .performance)
        printing.evaluations = evaluation
        let publication = Publisher.publish(facts, options: printing)
        let forms = publication.performance.forms
        sum.forms += forms.count
        var paper = UnderstoodPaper(publication, standards: facts.standards, file: facts.unit)
        paper.evaluations = EvaluationReader(facts.standards.evaluations).forms(in: publication.paper)
        for (form, read) in zip(forms, paper.evaluations) {
            let (printed, back) = PerformanceCheck.counts(of: form, in: publication.performance, readAs: read)
            sum.printed += printed
            sum.readBack += back
        }
        let report = Auditor.audit(paper, options: options)
        sum.checks += Outcome.allCases.reduce(0) { $0 + report.count($1) }
        sum.errors += report.findings.count { $0.severity == .error }
    }

    /// The largest resident size so far, in MB.
    private static func memory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) / 1024
    }

    /// Wall time between laps, in milliseconds.
    private struct Clock {
        private var last = DispatchTime.now().uptimeNanoseconds

        mutating func lap() -> Int {
            let now = DispatchTime.now().uptimeNanoseconds
            defer { last = now }
            return Int((now - last) / 1_000_000)
        }
    }
}
