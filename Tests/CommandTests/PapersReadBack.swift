import Documents
import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Statements
import Testing

@testable import mingzhang

/// What is built from a book, written in each format and understood again, says what the book says.
struct PapersReadBack {
    /// A book below the checkout, and the place and year it is printed for; nil = its own.
    struct Printing: Sendable, CustomTestStringConvertible {
        let book: String
        var region: String?
        var year: Int?
        /// The profile by which it is printed.
        let profile: String

        var testDescription: String { "\(profile): \(book)" }
    }

    static let printings = [
        Printing(book: "Examples/hengyang-2021", profile: "hunan-2020"),
        Printing(book: "Examples/shifeng-2020", profile: "hunan-2020"),
        Printing(book: "Tests/Fixtures/books/wangjiang-central-2023", profile: "central-2022"),
        Printing(book: "Tests/Fixtures/books/wangjiang-shanghai-2024", profile: "shanghai-2020"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "610000", year: 2021, profile: "central-2020"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "430400", year: 2023, profile: "hunan-2022"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "530100", year: 2021, profile: "yunnan-2021"),
    ]

    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    private static let places = Result { try PaperStandards(library: library.get()) }

    private func built(_ printing: Printing) throws -> BuiltPackage {
        let scratch = try Scratch()
        let path = scratch.path + "/book"
        try FileManager.default.copyItem(atPath: checkout + "/" + printing.book, toPath: path)
        if let region = printing.region, let year = printing.year {
            let settings = String(decoding: try FileBytes.read(path + "/账套.yaml"), as: UTF8.self)
            let lines = settings.split(separator: "\n").map { line in
                line.hasPrefix("地区") ? "地区: \"\(region)\"" : line.hasPrefix("年度") ? "年度: \(year)" : String(line)
            }.filter { !$0.hasPrefix("批复日期") }
            try scratch.write(lines.joined(separator: "\n") + "\n", to: "book/账套.yaml")
        }
        if printing.region?.hasPrefix("53") == true { try fillKinds(path + "/收入.csv") }
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        let root = try #require(loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: loaded.book.settings.kind, folder: "")
        return try BuiltPackage(loaded, scope: scope)
    }

    /// Some places ask for what kind of expenditure an income is; the books of others leave it open.
    private func fillKinds(_ path: String) throws {
        let rows = String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let filled = rows.enumerated().map { ($1 + [$0 == 0 ? "支出性质" : "基本支出"]).joined(separator: ",") }
        try FileBytes.write(Array((filled.joined(separator: "\n") + "\n").utf8), to: path)
    }

    /// The paper written and read in each format.
    private func papers(_ paper: Paper) throws -> [(format: String, paper: Paper)] {
        [
            ("docx", try DocxReader.paper(DocxWriter.write(paper))),
            ("xlsx", try XlsxReader.paper(XlsxWriter.write(paper))),
            ("html", try HtmlReader.paper(Array(HtmlWriter.write(paper).utf8))),
        ]
    }

    @Test("Every form, figure and claim is understood", arguments: printings)
    func everything(_ printing: Printing) throws {
        let package = try built(printing)
        let wanted = package.facts.standards
        for (format, paper) in try papers(package.publication.paper) {
            for region in [nil, wanted.region] {
                let clock = ContinuousClock.now
                let read = try PaperReader.read(
                    paper, file: "决算." + format, places: Self.places.get(), region: region)
                let time = ContinuousClock.now - clock
                let context = "\(format) \(region ?? "no region")"
                #expect(read.unit == package.publication.unitName, "\(context)")
                #expect(read.year == wanted.year, "\(context)")
                if region != nil || printing.region == nil {
                    #expect(read.standards.profile.title == wanted.profile.title, "\(context)")
                    #expect(read.regionChoice == (region == nil ? .named : .asked), "\(context)")
                    let figures = try tables(of: read, package, context)
                    let (bound, open) = claims(of: read, package, context)
                    print("\(printing.profile) \(context): \(figures) figures, \(bound) claims, \(open) open, \(time)")
                }
            }
        }
    }

    /// The figures of the tables, each the book's as printed.
    private func tables(of read: UnderstoodPaper, _ package: BuiltPackage, _ context: String) throws -> Int {
        #expect(read.tables.map(\.form.id) == package.publication.tables.map(\.form.id), "\(context)")
        #expect(read.unread.isEmpty && read.otherGrids.isEmpty, "\(context)")
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
        let printed = package.publication.narration.sentences.flatMap(\.figures).map {
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
