import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Statements

@testable import Audit

/// A package built from a book, as a reader would understand it.
enum WordingBook {
    static let books = [
        "Examples/hengyang-2021", "Examples/shifeng-2020", "Tests/Fixtures/books/wangjiang-central-2023",
        "Tests/Fixtures/books/wangjiang-shanghai-2024",
    ]

    static func read(_ path: String) throws -> UnderstoodPaper {
        let folder = WordingStandards.root + "/" + path
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
        }
        let yaml = String(decoding: try bytes("账套.yaml"), as: UTF8.self)
        let settings = try BookSettings.check(Settings(yaml: yaml, file: "账套.yaml"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.sorted()
        let sheets = try names.map { try CsvSheet.read(bytes($0), name: String($0.dropLast(4)), file: $0) }
        let standards = try WordingStandards.standards(region: settings.region, year: settings.year.number)
        var book = try BookReader.read(sheets, settings: settings, standards: standards)
        // Only the accounts: what is attached to them is read as what it is.
        book.evaluation = .none
        let facts = FactBase(book: book, standards: standards, unit: book.units.root?.code ?? "")
        return paper(Publisher.publish(facts, options: PublicationOptions(kind: settings.kind)), facts, path)
    }

    private static func paper(_ publication: Publication, _ facts: FactBase, _ file: String) -> UnderstoodPaper {
        var paper = UnderstoodPaper(
            file: file, unit: publication.unitName, standards: facts.standards, regionChoice: .asked)
        var titles: [(level: Int, text: String)] = []
        var captions: [ReadLine] = []
        var next = 0
        for section in publication.paper.sections {
            for block in section.blocks {
                switch block {
                case .heading(let level, let words):
                    titles.removeAll { $0.level >= level }
                    titles.append((level, words.text))
                    paper.headings.append(ReadHeading(level: level, text: words.text))
                    captions = []
                case .paragraph(let words) where section.role == .cover: paper.cover.append(ReadLine(words.text))
                case .paragraph(let words) where words.style == .tableInfo: captions.append(ReadLine(words.text))
                case .paragraph(let words) where words.style == .tableNote:
                    paper.tables[paper.tables.count - 1].notes?.append(ReadLine(words.text))
                case .paragraph(let words):
                    paper.paragraphs.append(
                        ReadParagraph(
                            text: words.text, place: nil, headings: titles.map(\.text),
                            phrases: phrases(titles.last?.text ?? "", facts.standards, publication)))
                case .grid:
                    paper.tables.append(table(publication.tables[next], captions))
                    next += 1
                case .chart, .contents: break
                }
            }
        }
        paper.contents = paper.headings
        return paper
    }

    private static func phrases(_ title: String, _ standards: Standards, _ publication: Publication) -> [String] {
        standards.profile.outline.filter { item in
            item.title.replacing("{年}", with: String(standards.year.number)).replacing(
                "{单位}", with: publication.unitName
            )
            .replacing("{类}", with: publication.kind == .department ? "部门" : "单位") == title
        }.flatMap(\.content).flatMap { content -> [String] in
            if case .phrases(let ids) = content { ids } else { [] }
        }
    }

    private static func table(_ built: Table, _ captions: [ReadLine]) -> ReadTable {
        let matrix = built.grid.matrix
        let label = built.number.isEmpty ? built.form.title : built.number
        let figures = built.figures.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map {
            spot, key in
            let cell = matrix[spot.row][spot.column]
            return ReadFigure(
                figure: .fact(key), printed: cell?.number, unit: built.form.unit.word, text: cell?.text ?? "",
                place: FigurePlace(label: label, place: nil))
        }
        var table = ReadTable(
            form: built.form, number: built.number, title: built.form.title, place: nil, figures: figures)
        table.captions = captions
        table.notes = []
        var column = 0
        for (index, part) in built.form.parts.enumerated() {
            for row in matrix.dropFirst(built.grid.headerRowCount) {
                var (code, name) = ("", "")
                for (offset, key) in part.keyColumns.enumerated() {
                    guard let cell = row[column + offset], cell.column == column + offset || key.content == .name else {
                        continue
                    }
                    switch key.content {
                    case .name: name = cell.text
                    case .rowNumber: break
                    default: if Code(cell.text) != nil { code += cell.text }
                    }
                }
                let words = [label, code, name].filter { !$0.isEmpty }.joined(separator: " ")
                if !code.isEmpty || !name.isEmpty {
                    table.rows.append(
                        ReadRow(part: index, code: code, name: name, place: FigurePlace(label: words, place: nil)))
                }
            }
            column += part.keyColumns.count + part.columns.count
        }
        return table
    }
}
