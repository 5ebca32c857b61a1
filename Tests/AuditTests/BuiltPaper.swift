import Audit
import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Statements

@testable import mingzhang

let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// A package as built, understood without any file: every figure comes with its meaning.
struct BuiltPaper {
    let paper: UnderstoodPaper
    let facts: FactBase
    let rules: [Rule]

    /// - Parameter region: where the department is taken to be, so that other profiles print the same book.
    init(_ name: String, region: String = "", mode: RoundingMode = .plain) throws {
        let library = try StandardsFolder.load(checkout + "/Standards")
        let folder = try Self.copy(name, region: region)
        defer { if !region.isEmpty { try? FileManager.default.removeItem(atPath: folder) } }
        let loaded = try LoadedBook(path: folder, library: library)
        let root = loaded.book.units.root?.code ?? ""
        let package = try BuiltPackage(
            loaded, scope: BuildScope(unit: root, name: "", kind: loaded.book.settings.kind, folder: ""), rounding: mode
        )
        facts = package.facts
        rules = try library.rules(for: loaded.standards)
        paper = Self.understood(package.publication, loaded.standards, name)
    }

    private static func copy(_ name: String, region: String) throws -> String {
        let source = checkout + "/Examples/" + name
        guard !region.isEmpty else { return source }
        let target = NSTemporaryDirectory() + "audit-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: source, toPath: target)
        let settings = target + "/账套.yaml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        try text.replacing(/地区: *"?[0-9]+"?/, with: "地区: \"\(region)\"").write(
            toFile: settings, atomically: true, encoding: .utf8)
        // Yunnan tells income apart by kind of expenditure too.
        if region.hasPrefix("53") {
            let lines = try String(contentsOfFile: target + "/收入.csv", encoding: .utf8).split(
                whereSeparator: \.isNewline)
            let more = lines.enumerated().map { $1 + ($0 == 0 ? ",支出性质" : ",项目支出") }
            try more.joined(separator: "\n").write(toFile: target + "/收入.csv", atomically: true, encoding: .utf8)
        }
        return target
    }

    private static func understood(_ publication: Publication, _ standards: Standards, _ file: String)
        -> UnderstoodPaper
    {
        var paper = UnderstoodPaper(
            file: file, unit: publication.unitName, standards: standards, regionChoice: .asked)
        paper.tables = publication.tables.enumerated().map { read($1, number: $0 + 1) }
        for (number, sentence) in publication.narration.sentences.enumerated() {
            paper.claims += sentence.figures.compactMap { claim($0, sentence, number + 1) }
            paper.paragraphs.append(
                ReadParagraph(
                    text: sentence.text, place: .paragraph(number + 1), headings: [], phrases: [sentence.phrase]))
        }
        return paper
    }

    private static func read(_ table: Table, number: Int) -> ReadTable {
        let matrix = table.grid.matrix
        let figures = table.figures.sorted { $0.key < $1.key }.map { spot, key in
            let cell = matrix[spot.row][spot.column]
            let row =
                matrix[spot.row].prefix(spot.column).compactMap { $0 }.filter { $0.number == nil && !$0.text.isEmpty }
                .map(\.text).last ?? ""
            let column = matrix.prefix(table.grid.headerRowCount).compactMap { $0[spot.column]?.text }.last {
                !$0.isEmpty && Int($0) == nil
            }
            return ReadFigure(
                figure: .fact(key), printed: cell?.number, unit: table.form.unit.word, text: cell?.text ?? "",
                place: FigurePlace(
                    label: "\(table.number) \(row) / \(column ?? "")",
                    place: .table(number, row: spot.row + 1, column: spot.column + 1)))
        }
        return ReadTable(form: table.form, number: table.number, title: table.form.title, place: nil, figures: figures)
    }

    private static func claim(_ figure: SentenceFigure, _ sentence: Sentence, _ number: Int) -> ReadFigure? {
        if case .listed = figure.figure { return nil }
        let before = sentence.text.prefix(figure.offset).suffix(8)
        var direction: Claim.Direction?
        if case .derived(let derivation) = figure.figure {
            switch derivation {
            case .change, .growth:
                let fall = before.lastIndex { "减降少".contains($0) }
                let rise = before.lastIndex { "增升多长".contains($0) }
                direction = fall.map { f in rise.map { f > $0 } ?? true } ?? false ? .fall : rise == nil ? nil : .rise
            default: break
            }
        }
        return ReadFigure(
            figure: figure.figure, printed: figure.printed, unit: figure.unit,
            text: figure.printed.text() + figure.unit,
            place: FigurePlace(label: "说明 \(sentence.id)", place: .line(number, column: figure.offset + 1)),
            direction: direction)
    }
}
