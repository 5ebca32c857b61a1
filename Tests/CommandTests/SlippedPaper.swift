import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards

@testable import Audit
@testable import mingzhang

/// A package that one thing at a time is changed in, and what its check says then.
struct SlippedPaper: Sendable {
    struct Outcome: Sendable {
        /// Whether anything of the paper could tell: of a figure, whether some relation has it.
        let isTouched: Bool
        let isDetected: Bool
        let isBlamed: Bool
        let label: String
    }

    private let paper: Paper
    /// Knows the words of its sections already.
    private let reader: PaperReader
    private let copy: PaperCopy?
    private let rules: [Rule]
    private let words: WordLists
    /// What is found in it without any slip: gaps of a draft.
    private let known: Set<String>
    /// By place, and by number of the claim.
    private let touchedCells: Set<Place>
    private let touchedClaims: Set<Int>

    /// nil where the programs that the copy takes are not installed.
    init?(_ package: BuiltPackage, copy: PaperCopy?) throws {
        paper = package.publication.paper.placed
        self.copy = copy
        var reader = PaperReader(standards: package.facts.standards, choice: .named)
        let plain = Self.understood(paper, by: &reader)
        self.reader = reader
        let library = try Printing.library.get()
        rules = try library.rules(for: package.facts.standards)
        words = try library.wordLists(for: package.facts.standards)
        let relations = TieFinder.find(SightingList(plain)).relations
        let touched = Set(relations.flatMap(\.figures))
        let cells = plain.tables.flatMap(\.figures)
        touchedCells = Set(cells.indices.filter(touched.contains).compactMap { cells[$0].place.place })
        touchedClaims = Set(touched.filter { $0 >= cells.count }.map { $0 - cells.count })
        guard let read = try copy.map({ try $0.read(package.publication.paper) }) ?? paper else { return nil }
        let report = Auditor.audit(
            Self.understood(read, by: &reader), options: AuditOptions(rules: rules, words: words))
        known = Set(report.findings.map(Self.mark))
    }

    private static func mark(_ finding: Finding) -> String { finding.rule + finding.message }

    private static func understood(_ paper: Paper, by reader: inout PaperReader) -> UnderstoodPaper {
        reader.read(paper, file: "决算")
    }

    // MARK: - One slip

    func outcome(of slip: PaperSlip) throws -> Outcome {
        let changed = slip.applied(to: paper)
        let read = try copy.map { try $0.read(changed) ?? changed } ?? changed
        var reader = reader
        let understood = Self.understood(read, by: &reader)
        let report = Auditor.audit(understood, options: AuditOptions(rules: rules, words: words))
        let findings = report.findings.filter { $0.severity != .notice && !known.contains(Self.mark($0)) }
        let target = Target(slip, changed: changed, read: read, understood: understood)
        return Outcome(
            isTouched: isTouched(slip),
            isDetected: findings.contains { $0.places.contains { target.isAt($0.place) } },
            isBlamed: findings.contains { $0.places.first.map { target.isAt($0.place) } ?? false },
            label: target.label + (findings.first.map { "［" + $0.message.prefix(60) + "］" } ?? ""))
    }

    private func isTouched(_ slip: PaperSlip) -> Bool {
        if let claim = slip.claim { return touchedClaims.contains(claim.all) }
        guard slip.kind == .cell, case .grid(let grid) = paper.blocks[slip.block], let cell = slip.cell else {
            return true
        }
        return grid.rows[cell.row][cell.index].place.map(touchedCells.contains) ?? false
    }
}

/// Where the slip stands in what was read.
private struct Target {
    private var places: Set<Place> = []
    /// Physical lines of the paragraph, in a text.
    private var lines: ClosedRange<Int>?
    /// Lines of the paragraph on their pages, in a PDF.
    private var printed: [PrintedLine] = []
    /// Of a figure in a sentence: its own place.
    private var figure: FigurePlace?
    private(set) var label = ""

    init(_ slip: PaperSlip, changed: Paper, read: Paper, understood: UnderstoodPaper) {
        let blocks = changed.blocks
        switch blocks[slip.block] {
        case .grid(let grid):
            guard let cell = slip.cell else { return }
            let number = blocks[..<slip.block].count { if case .grid = $0 { true } else { false } }
            let grids = read.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
            label = "表 \(number + 1) \(grid.rows[cell.row].prefix(3).map(\.text).joined(separator: " "))"
            guard number < grids.count, cell.row < grids[number].rows.count else { return }
            let column = grid.rows[cell.row][cell.index].column
            let row = grids[number].matrix[cell.row]
            // A name is the row's: its code may be what is shown.
            let cells = slip.kind == .cell ? row[column].map { [$0] } ?? [] : row.compactMap(\.self)
            places = Set(cells.compactMap(\.place))
        case .heading(_, let words), .paragraph(let words):
            label = String(words.text.prefix(slip.offset).suffix(24)) + slip.new
            let wanted = Self.folded(words.text)
            for case .heading(_, let found) in read.blocks where Self.folded(found.text) == wanted { add(found) }
            for case .paragraph(let found) in read.blocks where Self.folded(found.text) == wanted { add(found) }
            guard let claim = slip.claim else { return }
            let own = understood.claims.filter { isHere($0.place.place) }
            if claim.own < own.count, own[claim.own].printed?.text() == slip.new { figure = own[claim.own].place }
        case .chart, .contents: break
        }
    }

    private static func folded(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private mutating func add(_ paragraph: Paragraph) {
        if let place = paragraph.place { places.insert(place) }
        printed += paragraph.printedLines
        let all = [paragraph.place].compactMap(\.self) + paragraph.lineBreaks.map(\.place)
        let numbers = all.compactMap { if case .line(let line, _) = $0 { line } else { nil } }
        if let first = numbers.min(), let last = numbers.max() { lines = first...last }
    }

    private func isHere(_ place: Place?) -> Bool {
        if case .line(let line, _)? = place, lines?.contains(line) ?? false { return true }
        if case .page(let page, let box)? = place {
            let middle = (x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2)
            let isIn = printed.contains {
                $0.page == page && ($0.box.left...$0.box.right).contains(middle.x)
                    && ($0.box.top...$0.box.bottom).contains(middle.y)
            }
            if isIn { return true }
        }
        return place.map(places.contains) ?? false
    }

    func isAt(_ found: FigurePlace) -> Bool { figure.map { $0 == found } ?? isHere(found.place) }
}
