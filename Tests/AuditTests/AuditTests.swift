import Audit
import Fiscal
import Publication
import Support
import Testing

/// A package that was built has nothing to find.
struct UntouchedPapers {
    static let books = [
        ("hengyang-2021", ""), ("shifeng-2020", ""), ("hengyang-2021", "310000"), ("hengyang-2021", "530100"),
        ("hengyang-2021", "610000"),
    ]

    @Test(arguments: books)
    func noFinding(_ name: String, _ region: String) throws {
        let built = try BuiltPaper(name, region: region)
        let report = Auditor.audit(
            built.paper, options: AuditOptions(book: built.facts, rules: built.rules, words: built.words))
        // A book printed for another place may lack what that place's forms ask for (a budget of the year's beginning).
        // Printed as a draft then, and its marked gaps are told.
        for finding in report.findings
        where (finding.severity == .error && !finding.printed.contains("【待填"))
            || region.isEmpty && finding.severity == .warning && !Suspicions.rules.contains(finding.rule)
        {
            Issue.record("\(finding.rule) \(finding.message)")
        }
        #expect(report.count(.passed) > 500)
        #expect(report.coverage.formsMissing.isEmpty)
        print(
            "\(name) \(region): \(report.coverage.figures) figures, \(report.coverage.checkedFigures) checked,",
            Outcome.allCases.map { "\($0.rawValue) \(report.count($0))" }.joined(separator: " "))
    }
}
