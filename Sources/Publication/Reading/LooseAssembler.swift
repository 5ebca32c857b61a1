import Fiscal
import Paper
import Standards
import Statements

/// Forms in running text (copied from a page, its blank cells dropped) → tables as understood.
struct LooseAssembler {
    private let standards: Standards
    private let unit: String
    private let found: [LooseTable]

    /// Looks for forms among the blocks of a paper that has lines for places; any other format knows its columns.
    init(_ paper: Paper, standards: Standards, unit: String) {
        self.standards = standards
        self.unit = unit
        let blocks = paper.blocks
        found = blocks.contains(where: \.isOfLines) ? LooseTableFinder.tables(in: blocks, standards: standards) : []
    }

    /// Blocks that are rows of such a form, and so neither prose nor tables with columns.
    var blocks: Set<Int> { Set(found.flatMap { Array($0.blocks) }) }

    /// - Parameter read: tables of the same paper that were read by their columns: what they say helps.
    func tables(besides read: [ReadTable]) -> [ReadTable] {
        var known: [FactKey: PrintedNumber] = [:]
        for figure in read.flatMap(\.figures) where figure.unit == MoneyUnit.tenThousandYuan.word {
            if case .fact(let key) = figure.figure, let printed = figure.printed, known[key] == nil {
                known[key] = printed
            }
        }
        let readings = LooseTableReader.read(found, standards: standards, unit: unit, known: known)
        return zip(found, readings).compactMap { table, reading in reading.map { self.table(table, $0) } }
    }

    private func table(_ table: LooseTable, _ reading: LooseReading) -> ReadTable {
        let head = table.number.isEmpty ? table.title : table.number
        let figures = reading.observations.map { observation -> ReadFigure in
            guard case .fact(let key) = observation.figure else { return figure(observation, table, head, .read) }
            return figure(observation, table, head, reading.assigned.contains(key) ? .assigned : .read)
        }
        var result = ReadTable(
            form: table.form, number: table.number, title: table.title, place: table.place, figures: figures,
            unrecognizedRows: reading.unrecognized.map {
                FigurePlace(label: "\(head) \($0.label)", place: table.cell(at: $0.spot)?.place)
            },
            unassigned: reading.unassigned.map {
                FigurePlace(
                    label: "\(head) \($0.label)：\($0.texts.joined(separator: "、"))",
                    place: table.cell(at: $0.spot)?.place)
            })
        result.captions = table.captions.map { ReadLine($0.text, place: $0.place) }
        result.notes = table.notes.map { ReadLine($0.text, place: $0.place) }
        return result
    }

    private func figure(
        _ observation: Observation<TableSpot>, _ table: LooseTable, _ head: String, _ certainty: Certainty
    ) -> ReadFigure {
        var unit = ""
        var words = ""
        if case .fact(let key) = observation.figure {
            words = standards.words(
                for: FactSpec(
                    concept: key.concept, phase: key.phase, yearOffset: key.year.number - standards.year.number,
                    coordinates: key.coordinates))
            switch standards.measure(of: key.concept) {
            case .money: unit = table.form.unit.word
            case .count(let word), .score(let word): unit = word
            }
        }
        return ReadFigure(
            figure: observation.figure, printed: observation.printed, unit: unit, text: observation.text,
            place: FigurePlace(label: "\(head) \(words)", place: table.cell(at: observation.position)?.place),
            certainty: certainty)
    }
}

extension Block {
    /// Whether its place is a line of a text.
    fileprivate var isOfLines: Bool {
        let place: Place? =
            switch self {
            case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.place
            case .grid(let grid): grid.place
            case .chart, .contents: nil
            }
        if case .line? = place?.inside { return true }
        return false
    }
}
