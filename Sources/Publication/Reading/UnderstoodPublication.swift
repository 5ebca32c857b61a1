import Fiscal
import Narrative
import Paper
import Performance
package import Standards
import Statements

/// Readers of the sentences of one place and year, each made once for all papers that are given them.
package final class SentenceReaders: Sendable {
    private let readers = Loaded<String, ClaimReader>()
    private let paths = ClaimPaths()

    package init() {}

    func claims(in text: String, phrase: String, _ standards: Standards) -> [Claim] {
        let reader = readers.value(phrase) {
            let phrases = [standards.phrases[phrase]].compactMap { $0 }
            return ClaimReader(phrases: phrases, standards: standards, unit: "", paths: paths)
        }
        return reader.claims(in: [text]).first ?? []
    }
}

extension UnderstoodPaper {
    /// A package as it was built, before it is any file: every figure comes with its meaning, and nothing has to be read.
    package init(
        _ publication: Publication, standards: Standards, file: String, readers: SentenceReaders = SentenceReaders()
    ) {
        self.init(file: file, unit: publication.unitName, standards: standards, regionChoice: .asked)
        // Forms of performance are typed cells: they are read as in any other paper.
        evaluations = EvaluationReader(standards.evaluations).forms(in: publication.paper.placed)
        tables = publication.tables.enumerated().map { ReadTable($1, number: $0 + 1, standards: standards) }
        for (index, sentence) in publication.narration.sentences.enumerated() {
            let heading = publication.headings[sentence.id] ?? ""
            // What the words say of a change is read as in any other paper.
            let read = readers.claims(in: sentence.text, phrase: sentence.phrase, standards)
            let directions = Dictionary(read.map { ($0.offset, $0.direction) }, uniquingKeysWith: { first, _ in first })
            for figure in sentence.figures {
                if case .listed = figure.figure { continue }
                let text = figure.printed.text() + figure.unit
                claims.append(
                    ReadFigure(
                        figure: figure.figure, printed: figure.printed, unit: figure.unit, text: text,
                        place: FigurePlace(
                            label: Self.label(heading, sentence.text, figure.offset), place: .paragraph(index + 1)),
                        direction: directions[figure.offset] ?? nil))
            }
            paragraphs.append(
                ReadParagraph(
                    text: sentence.text, place: .paragraph(index + 1), headings: [heading], phrases: [sentence.phrase]))
        }
    }

    /// The heading and the words before the figure.
    private static func label(_ heading: String, _ text: String, _ offset: Int) -> String {
        let words = text.prefix(offset).suffix(16)
        return "\(heading)：\(offset > words.count ? "…" : "")\(words)"
    }
}

extension ReadTable {
    fileprivate init(_ table: Table, number: Int, standards: Standards) {
        let matrix = table.grid.matrix
        let figures = table.figures.sorted { $0.key < $1.key }.map { spot, key in
            let cell = matrix[spot.row][spot.column]
            let row = matrix[spot.row].prefix(spot.column).compactMap { $0 }.last {
                $0.number == nil && !$0.text.isEmpty && $0.alignment != .right && Int($0.text) == nil
            }
            let column = matrix.prefix(table.grid.headerRowCount).compactMap { $0[spot.column]?.text }.last {
                !$0.isEmpty && Int($0) == nil
            }
            let isMoney = standards.concepts[key.concept]?.measure == .money
            let unit = isMoney ? table.form.unit.word : ""
            return ReadFigure(
                figure: .fact(key), printed: cell?.number, unit: unit, text: cell?.text ?? "",
                place: FigurePlace(
                    label:
                        "\(table.number.isEmpty ? table.form.title : table.number) \(row?.text ?? "") / \(column ?? "")",
                    place: .table(number, row: spot.row + 1, column: spot.column + 1)))
        }
        self.init(form: table.form, number: table.number, title: table.form.title, place: nil, figures: figures)
    }
}
