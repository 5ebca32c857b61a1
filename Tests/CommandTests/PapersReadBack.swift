import Audit
import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Performance
import Publication
import Standards
import Statements
import Support
import Testing

@testable import mingzhang

/// What is built from a book, written in each format and understood again, says what the book says.
struct PapersReadBack {
    @Test("Every form, figure and claim is understood, and nothing is found wrong", arguments: Printing.all)
    func everything(_ printing: Printing) throws {
        let package = try printing.built()
        let wanted = package.facts.standards
        for copy in PaperCopy.allCases {
            guard let paper = try copy.read(package.publication.paper) else {
                print("\(printing.profile) \(copy): not run")
                continue
            }
            for region in [nil, wanted.region] {
                let clock = ContinuousClock.now
                let read = try PaperReader.read(
                    paper, file: "决算." + copy.rawValue, places: Printing.places.get(), region: region)
                let time = ContinuousClock.now - clock
                let context = "\(printing.profile) \(copy) \(region ?? "no region")"
                #expect(read.unit == package.publication.unitName, "\(context)")
                #expect(read.year == wanted.year, "\(context)")
                if region != nil || printing.region == nil {
                    #expect(read.standards.profile.title == wanted.profile.title, "\(context)")
                    #expect(read.regionChoice == (region == nil ? .named : .asked), "\(context)")
                    let figures = try tables(of: read, package, context)
                    let (bound, open) = claims(of: read, package, context)
                    if region == printing.region { try nothingIsWrong(read, package, context) }
                    print("\(context): \(figures) figures, \(bound) claims, \(open) open, \(time)")
                }
            }
        }
    }

    /// `check`, with the book at hand and without. A book printed for another place may lack what that place's forms ask
    /// for: printed as a draft then, and its marked gaps are told.
    private func nothingIsWrong(_ read: UnderstoodPaper, _ package: BuiltPackage, _ context: String) throws {
        let library = try Printing.library.get()
        let (rules, words) = (try library.rules(for: read.standards), try library.wordLists(for: read.standards))
        let isDraft = !package.missing.isEmpty
        for book in [nil, package.facts] {
            let report = Auditor.audit(read, options: AuditOptions(book: book, rules: rules, words: words))
            for finding in report.findings where finding.severity != .notice {
                if Suspicions.rules.contains(finding.rule), finding.severity == .warning { continue }
                if isDraft, finding.severity == .warning || finding.printed.contains("【待填") { continue }
                Issue.record("\(context) \(finding.severity) \(finding.rule) \(finding.message)")
            }
            #expect(report.count(.passed) > 300, "\(context)")
        }
    }

    /// The figures of the tables, each the book's as printed.
    private func tables(of read: UnderstoodPaper, _ package: BuiltPackage, _ context: String) throws -> Int {
        #expect(read.tables.map(\.form.id) == package.publication.tables.map(\.form.id), "\(context)")
        let performance = package.publication.performance
        #expect(read.unread.isEmpty, "\(context)")
        #expect(
            read.evaluations.count == performance.forms.count,
            "\(context) \(read.evaluations.map { "\($0.title) \($0.indicators.count) \($0.funds.count)" })")
        var titles: Set<String> = [""]
        for form in performance.forms {
            titles.formUnion([form.title] + form.infos)
            for info in form.infos { titles.formUnion(info.split(separator: "\t").map(String.init)) }
        }
        #expect(
            performance.forms.isEmpty ? read.otherGrids.isEmpty : titles.isSuperset(of: read.otherTitles),
            "\(context) \(read.otherTitles)")
        var count = 0
        for (table, printed) in zip(read.tables, package.publication.tables) {
            #expect(table.unrecognizedRows.isEmpty && table.unassigned.isEmpty, "\(context) \(table.form.id)")
            #expect(table.missingColumns.isEmpty && table.number == printed.number, "\(context) \(table.form.id)")
            #expect(table.figures.count == printed.figures.count, "\(context) \(table.form.id)")
            for figure in table.figures {
                guard case .fact(var key) = figure.figure else { continue }
                #expect(key.unit == read.unit)
                key.unit = package.facts.unit
                let value = package.facts.value(of: key)
                let own = value.map { table.form.printed($0) }
                #expect(
                    figure.printed == own || figure.printed == nil && (own?.isZero ?? true),
                    "\(context) \(figure.place.label): \(figure.text)")
                #expect(figure.place.place != nil && figure.certainty == .read)
                count += 1
            }
        }
        return count
    }

    /// The figures of the prose, each the one that its sentence prints; a count's word is the sentence's own.
    private func claims(of read: UnderstoodPaper, _ package: BuiltPackage, _ context: String) -> (Int, Int) {
        // What a sentence says of a project's own evaluation is no figure of the accounts.
        let sentences = package.publication.narration.sentences.filter {
            package.facts.standards.reports.subjectPhrases[$0.phrase] == nil
        }
        let printed = sentences.flatMap(\.figures).map {
            "\($0.printed.text()) \($0.figure.of(unit: read.unit))"
        }
        let found = read.claims.map { "\($0.printed?.text() ?? "") \($0.figure)" }
        #expect(found.count == printed.count, "\(context)")
        for (one, other) in zip(found, printed) where one != other {
            Issue.record("\(context): \(one) for \(other)")
            break
        }
        #expect(read.claims.allSatisfy { $0.place.place != nil })
        return (found.count, read.openClaims.count)
    }
}
