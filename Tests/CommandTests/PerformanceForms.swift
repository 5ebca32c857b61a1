import Audit
import Fiscal
import Foundation
import Ledger
import Paper
import Performance
import Publication
import Standards
import Support
import Testing

@testable import mingzhang

/// What is built of goals and self-evaluations, written in each format and understood again.
struct PerformanceForms {
    static let books = ["hengyang-2021", "shifeng-2020", "hengyang-2023", "hengshan-2022", "hengyang-2020-goals"]

    static func built(_ name: String) throws -> BuiltPackage {
        let example = try Example(name)
        let root = try #require(example.loaded.book.units.root)
        let kind = example.loaded.book.settings.kind
        return try BuiltPackage(
            example.loaded, scope: BuildScope(unit: root.code, name: root.name, kind: kind, folder: ""),
            options: PublicationOptions(kind: kind, part: .performance))
    }

    @Test("Every form is understood as printed, and nothing is found wrong", arguments: books)
    func readBack(_ name: String) throws {
        let package = try Self.built(name)
        let part = package.publication.performance
        #expect(!part.forms.isEmpty && package.check.performance.isClean)
        #expect(!part.faults.contains { $0.severity == .wrong || $0.severity == .missing })
        for copy in PaperCopy.allCases {
            guard let paper = try copy.read(package.publication.paper) else {
                print("\(name) \(copy): not run")
                continue
            }
            let region = package.facts.standards.region
            let read = try PaperReader.read(
                paper, file: "绩效." + copy.rawValue, places: Printing.places.get(), region: region)
            #expect(read.year == package.facts.standards.year, "\(name) \(copy)")
            try #require(read.evaluations.count == part.forms.count, "\(name) \(copy)")
            var total = (printed: 0, readBack: 0)
            for (form, found) in zip(part.forms, read.evaluations) {
                let counts = PerformanceCheck.counts(of: form, in: part, readAs: found)
                total = (total.printed + counts.printed, total.readBack + counts.readBack)
                #expect(counts.printed == counts.readBack, "\(name) \(copy) \(form.title) \(form.subject)")
            }
            print("\(name) \(copy): \(total.readBack) of \(total.printed) indicators and totals")
            try nothingIsWrong(read, "\(name) \(copy)")
        }
    }

    private func nothingIsWrong(_ read: UnderstoodPaper, _ context: String) throws {
        let library = try Printing.library.get()
        let (rules, words) = (try library.rules(for: read.standards), try library.wordLists(for: read.standards))
        let report = Auditor.audit(read, options: AuditOptions(rules: rules, words: words))
        for finding in report.findings where finding.severity != .notice {
            if Suspicions.rules.contains(finding.rule), finding.severity == .warning { continue }
            Issue.record("\(context) \(finding.severity) \(finding.rule) \(finding.message)")
        }
        #expect(report.count(.passed) > 0, "\(context)")
    }
}
