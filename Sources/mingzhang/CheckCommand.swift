import ArgumentParser
import Audit
import Dispatch
import Fiscal
import Foundation
import Ledger
import Publication
import Standards
import Synchronization

/// `mingzhang check FILE...`.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: HelpText.check.words, discussion: HelpText.checkMore.words)
    }

    @Argument(help: HelpText.checkFiles.help)
    var files: [String]

    @Option(help: HelpText.checkPrior.help)
    var prior: String?

    @Option(help: HelpText.checkDepartment.help)
    var department: String?

    @Option(help: HelpText.checkAgainst.help)
    var against: String?

    @Option(help: HelpText.checkRegion.help)
    var region: String?

    @Option(help: HelpText.checkYear.help)
    var year: Int?

    @Flag(help: HelpText.checkNotices.help)
    var notices = false

    @Option(help: HelpText.checkReport.help)
    var report: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let format = try report.map { try CheckReportFile.format(of: $0) }
            let results = try checked()
            if common.format == .json {
                try printJson(CheckJson(results, withNotices: notices))
            } else {
                CheckPrinter(withNotices: notices).print(results)
            }
            if let report, let format {
                try FileBytes.write(CheckReportFile.bytes(results, as: format, withNotices: notices), to: report)
            }
            let code = Self.code(results)
            if code != 0 { throw ExitCode(code) }
        }
    }

    /// 1 if any has an error, else 3 if any could not be read, or has no form that was.
    static func code(_ results: [CheckedFile]) -> Int32 {
        if results.contains(where: { ($0.report?.count(.error) ?? 0) > 0 }) { return 1 }
        return results.contains { $0.report == nil || $0.report?.gap != nil } ? 3 : 0
    }

    // MARK: - Checking

    /// All files at once, in the order they were named.
    private func checked() throws -> [CheckedFile] {
        let input = try CheckInput(library: try common.library(), region: region, year: year)
        // What all are compared with is read once; a fault in it is the whole command's.
        let prior = try prior.map { try input.understood($0) }
        let department = try department.map { try input.understood($0) }
        let book = try against.map { try input.book($0) }
        let subjects = files.flatMap { input.subjects($0) }
        let language = MessageLanguage.current
        let rules = RuleCache(input.library)
        let done = Mutex<[CheckedFile?]>(Array(repeating: nil, count: subjects.count))
        let notices = notices
        let one: @Sendable (Int) -> Void = { index in
            let result = MessageLanguage.$current.withValue(language) {
                CheckedFile(subjects[index].name) {
                    let paper = try subjects[index].open()
                    let ruled = try rules.of(paper.standards)
                    let options = AuditOptions(
                        prior: prior, department: department, book: book.map { CheckInput.facts($0, for: paper) },
                        rules: ruled.rules, words: ruled.words, reportsTails: notices)
                    return Auditor.audit(paper, options: options)
                }
            }
            done.withLock { $0[index] = result }
        }
        DispatchQueue.concurrentPerform(iterations: subjects.count, execute: one)
        return done.withLock { $0 }.compactMap { $0 }
    }
}

/// One file's result: a report, or why there is none.
struct CheckedFile: Sendable {
    let path: String
    let report: AuditReport?
    /// In the language in force.
    let faults: [String]

    init(_ path: String, _ work: () throws -> AuditReport) {
        self.path = path
        do {
            report = try work()
            faults = []
        } catch {
            report = nil
            faults = Self.messages(error)
        }
    }

    private static func messages(_ error: any Error) -> [String] {
        switch error {
        case let faults as BookFaults: faults.faults.map(\.message)
        case let fault as StandardsFault: [fault.message]
        case let fault as CommandFault: [fault.message]
        default: ["\(error)"]
        }
    }

    /// What is shown: notices only where they are asked for.
    func findings(withNotices: Bool) -> [Finding] {
        (report?.findings ?? []).filter { withNotices || $0.severity != .notice }
    }
}
