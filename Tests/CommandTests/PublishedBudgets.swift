import Audit
import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards
import Testing

@testable import mingzhang

/// Budgets as published by others: every cell that pdfplumber found in a form means what its row and column say.
///
/// The papers themselves are no part of the project; where they are not at hand, nothing is compared.
@Suite(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"))
struct PublishedBudgets {
    private static let folder = ["/../shared/papers", "/../../shared/papers"].map { checkout + $0 }
        .first { FileBytes.isFolder($0) }
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    private static let places = Result { try PaperStandards(library: library.get()) }

    private static func paper(_ name: String) throws -> Paper? {
        guard let folder else {
            print("未检查：\(name)（没有 ../shared/papers）")
            return nil
        }
        return try #require(PdfWorkerProgram.found).read("\(folder)/\(name).pdf").paper
    }

    private static func understood(
        _ paper: Paper, _ name: String, region: String? = nil, year: Int? = nil
    ) throws -> UnderstoodPaper {
        try PaperReader.read(paper, file: name + ".pdf", places: places.get(), region: region, year: year)
    }

    private static func report(_ paper: UnderstoodPaper, prior: UnderstoodPaper? = nil) throws -> AuditReport {
        let library = try library.get()
        let options = AuditOptions(
            prior: prior, rules: try library.rules(for: paper.standards),
            words: try library.wordLists(for: paper.standards))
        return Auditor.audit(paper, options: options)
    }

    private static func sheet(_ name: String) throws -> [[String]] {
        try CsvSheet.read(
            FileBytes.read(checkout + "/Tests/Fixtures/papers/\(name).csv"), name: name, file: name
        ).rows.map(\.cells)
    }

    // MARK: - Facts

    /// What a row or a column says of its cells: concept, fund, kind, economic, item, function.
    private struct Meanings {
        private let parts: [String: [String]]

        init() throws {
            parts = Dictionary(
                try sheet("budget-meanings").map { ($0[0] + $0[1] + $0[2], Array($0[3...])) },
                uniquingKeysWith: { first, _ in first })
        }

        func row(_ label: String, of form: String) -> [String]? {
            if let known = parts[form + "行" + label] ?? parts["*行" + label] { return known }
            if label.isEmpty { return Array(repeating: "", count: 6) }
            guard Int(label) != nil else { return nil }
            return form == "B08" ? ["", "", "", label, "", ""] : ["", "", "", "", "", label]
        }

        func column(_ label: String, of form: String) -> [String]? { parts[form + "列" + label] }
    }

    /// nil where the row has no part in the column: 商品和服务支出 in 人员经费.
    private func fact(_ row: [String], _ column: [String], year: Int) -> FactKey? {
        let groups = ["RY": ["301", "303"], "GY": ["302", "307", "310"]]
        var words = zip(row, column).map { $0.isEmpty ? $1 : $0 }
        if !row[3].isEmpty, !column[3].isEmpty {
            guard groups[column[3], default: []].contains(String(row[3].prefix(3))) else { return nil }
            words[3] = row[3]
        }
        func code(_ index: Int) -> Code { Code(words[index]) ?? .all }
        return FactKey(
            unit: "", year: FiscalYear(year), phase: .initialBudget, concept: Concept(words[0]),
            coordinates: Coordinates(
                fund: code(1), function: code(5), economic: code(3), kind: code(2), item: code(4)))
    }

    @Test(
        "Every cell of every form",
        arguments: [
            ("wanli-2023-budget", 2023, 900), ("wanli-2024-budget", 2024, 908),
            ("shanghai-finance-2025-budget", 2025, 434),
        ])
    func facts(_ name: String, _ year: Int, _ cells: Int) throws {
        guard let paper = try Self.paper(name) else { return }
        let read = try Self.understood(paper, name)
        #expect(read.year.number == year && read.standards.kind.name == "预算" && read.regionChoice == .named)
        #expect(read.tables.map(\.form.id) == (1...9).map { "B0\($0)" })
        #expect(read.unread.isEmpty)
        #expect(read.tables.allSatisfy { $0.unassigned.isEmpty && $0.unrecognizedRows.isEmpty })
        #expect(read.tables.allSatisfy { $0.missingColumns.isEmpty })
        var printed: [String: [FactKey: String]] = [:]
        for table in read.tables {
            for figure in table.figures {
                guard case .fact(var key) = figure.figure else { continue }
                key.unit = ""
                #expect(printed[table.form.id]?[key] == nil || table.form.id == "B08", "twice: \(figure.place.label)")
                let text = figure.text.filter { !$0.isWhitespace }
                // A row of one half repeats its sum there.
                if let other = printed[table.form.id]?[key] { #expect(other == text, "\(figure.place.label)") }
                printed[table.form.id, default: [:]][key] = text
            }
        }
        let meanings = try Meanings()
        let rows = try Self.sheet(name + ".facts")
        #expect(rows.count == cells)
        var wanted: [String: Set<FactKey>] = [:]
        for row in rows {
            let meaning = try #require(meanings.row(row[1], of: row[0]), "\(row)")
            let column = try #require(meanings.column(row[2], of: row[0]), "\(row)")
            guard let key = fact(meaning, column, year: year) else {
                #expect(["", "0"].contains(row[3]), "\(row)")
                continue
            }
            wanted[row[0], default: []].insert(key)
            #expect(printed[row[0]]?[key] == row[3], "\(row)")
        }
        for (form, facts) in printed { #expect(Set(facts.keys) == wanted[form], "\(form)") }
        print("\(name): \(rows.count) cells compared")
    }

    // MARK: - Findings

    /// Each was looked up in the paper: a rate of another base, a figure copied from the line above with its rate, an
    /// increase of what is zero; a sum of last year, a note that an empty form has, two codes with a digit too few, more as the reason for less; two
    /// empty forms without a note.
    @Test(
        "Nothing but what is wrong is found",
        arguments: [
            ("wanli-2023-budget", ["error P-002", "error P-002", "error P-016", "warning P-002"]),
            ("wanli-2024-budget", ["error DOC-011", "error P-016", "warning C-001", "warning C-001", "warning P-039"]),
            ("shanghai-finance-2025-budget", ["warning DOC-010", "warning DOC-010"]),
        ])
    func findings(_ name: String, _ wanted: [String]) throws {
        guard let paper = try Self.paper(name) else { return }
        let report = try Self.report(Self.understood(paper, name))
        let found = report.findings.filter { $0.severity != .notice }.map { "\($0.severity) \($0.rule)" }
        #expect(found.sorted() == wanted)
        #expect(report.gap == nil && report.count(.passed) > 300)
        #expect(report.coverage.checkedFigures * 100 >= report.coverage.figures * 98)
    }

    private static func altered(_ paper: Paper, _ text: String, to other: String) -> Paper {
        var copy = paper
        copy.sections = paper.sections.map { section in
            var section = section
            section.blocks = section.blocks.map { block in
                guard case .paragraph(var words) = block else { return block }
                words.text = words.text.replacing(text, with: other)
                return .paragraph(words)
            }
            return section
        }
        return copy
    }

    @Test func lastYearsBudget() throws {
        guard let paper = try Self.paper("wanli-2024-budget"), let last = try Self.paper("wanli-2023-budget") else {
            return
        }
        let prior = try Self.understood(last, "wanli-2023-budget")
        let own = try Self.report(Self.understood(paper, "wanli-2024-budget"))
        let both = try Self.report(Self.understood(paper, "wanli-2024-budget"), prior: prior)
        #expect(both.findings == own.findings)
        // 一般公共预算, 三公 and its two items: changes that only last year's paper proves. Those of 财政拨款 behind 其中 may
        // as well be the whole's, so that they are nobody's.
        #expect(both.count(.passed) == own.count(.passed) + 4)
        let wrong = Self.altered(paper, "876.75", to: "867.75")
        let read = try Self.understood(wrong, "wanli-2024-budget")
        #expect(try Self.report(read).findings.count == own.findings.count)
        #expect(try Self.report(read, prior: prior).findings.count > own.findings.count)
    }

    // MARK: - Nothing known

    @Test(arguments: [("430400", 2024), ("310000", 2022), ("310000", 2026)])
    func noForms(_ region: String, _ year: Int) throws {
        guard let paper = try Self.paper("wanli-2024-budget") else { return }
        let read = try Self.understood(paper, "wanli-2024-budget", region: region, year: year)
        let report = try Self.report(read)
        #expect(read.tables.isEmpty && read.claims.isEmpty && read.unread.count == 9)
        #expect(report.gap == .noForms(kind: "预算") && report.count(.unchecked) >= 9)
        #expect(report.findings.filter { $0.severity != .notice }.isEmpty)
    }
}
