import ArgumentParser
import Audit
import CPdfium
import Dispatch
import Foundation
import Standards

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

    @Flag(help: HelpText.checkCoverage.help)
    var coverage = false

    @Option(help: HelpText.checkReport.help)
    var report: [String] = []

    @Option(help: HelpText.checkAnnotate.help)
    var annotate: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            Self.prepare(files)
            let reports = try report.map { (path: $0, format: try CheckReportFile.format(of: $0)) }
            let library = try common.library()
            // While the first file's pages are read.
            DispatchQueue.global().async { library.prepare(for: .reading) }
            let input = try CheckInput(library: library, region: region, year: year)
            let subjects = files.flatMap { input.subjects($0) }
            let copies = try annotate.map { try AnnotatedCopies(subjects, to: $0) }
            let results = try checks(input).results(of: subjects)
            if common.format == .json {
                try printJson(CheckJson(results, withNotices: notices))
            } else {
                CheckPrinter(withNotices: notices, withCoverage: coverage).print(results)
            }
            for (path, format) in reports {
                try FileBytes.write(CheckReportFile.bytes(results, as: format, withNotices: notices), to: path)
                tell(.reportWritten(path))
            }
            for line in try copies?.write(results, withNotices: notices) ?? [] { tell(line) }
            let code = Self.code(results)
            if code != 0 { throw ExitCode(code) }
        }
    }

    /// What all are compared with is read once; a fault in it is the whole command's.
    private func checks(_ input: CheckInput) throws -> FileChecks {
        var checks = FileChecks(input: input, reportsTails: notices)
        checks.prior = try prior.map { try input.prior($0) }
        checks.department = try department.map { try input.understood($0) }
        checks.book = try against.map { try input.book($0) }
        return checks
    }

    /// What takes its time and needs nothing but the names of the files is begun before all else.
    private static func prepare(_ files: [String]) {
        mz_keep_memory()
        if files.contains(where: { $0.lowercased().hasSuffix(".pdf") }) { PdfTool.find()?.prepare() }
    }

    /// Standard output is the object's alone where one is asked for.
    private func tell(_ line: CheckLine) {
        if common.format == .json { complain(line.message) } else { say(line.message) }
    }

    /// 1 if any has an error, else 3 if any could not be read, has no form that was, or was not held against what was
    /// given beside it.
    static func code(_ results: [CheckedFile]) -> Int32 {
        if results.contains(where: { ($0.report?.count(.error) ?? 0) > 0 }) { return 1 }
        let papers = results.filter { ![.attachment, .aside].contains($0.verdict) }
        let isWhole = papers.allSatisfy { $0.report.map { $0.gap == nil && $0.isWhollyCompared } ?? false }
        return isWhole && !papers.isEmpty ? 0 : 3
    }
}
