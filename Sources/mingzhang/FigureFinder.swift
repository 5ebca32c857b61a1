import Fiscal
import Ledger
import Narrative
import Paper
import Performance
import Publication
import Standards
import Statements

/// A figure that was found in a package, with what it is called.
struct FoundFigure {
    let place: PrintedPlace
    /// The cell's or the sentence's figure; empty where the cell is blank.
    let text: String
    /// The word behind it.
    let unit: String
    let figure: Figure

    /// As JSON has it.
    var printed: String { (text.isEmpty ? "（空白）" : text) + unit }
}

/// A figure of the accounts, or one of a subject of evaluation.
enum TracedFigure {
    case figure(FoundFigure)
    case subject(FoundSubjectFigure)
}

/// Finds a figure by form, row and column, or by a sentence and its number.
struct FigureFinder {
    let package: BuiltPackage

    func find(_ text: String) throws -> TracedFigure {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let subjects = SubjectFigureFinder(package: package)
        if let last = words.last, words.count <= 2, let hash = last.firstIndex(of: "#") {
            let number = String(last[last.index(after: hash)...])
            return try sentence(String(last[..<hash]), number: number, of: words.count == 2 ? words[0] : nil, subjects)
        }
        if let first = words.first, let table = table(first) {
            return .figure(try cell(table, words: Array(words.dropFirst()), text: text))
        }
        if let found = try subjects.find(words, text: text) { return .subject(found) }
        let known = package.publication.tables.map { "\($0.form.id) \($0.number)" }
        throw CommandFault.noFigure(text, hint: .tables(known, subjects: subjects.names))
    }

    private func table(_ word: String) -> Table? {
        let wanted = foldedLabel(word)
        return package.publication.tables.first { table in
            [table.form.id, table.number, String(table.number.dropLast()), table.form.title].contains {
                !$0.isEmpty && foldedLabel($0) == wanted
            }
        }
    }

    /// - Parameter owner: the subject of the report that it stands in, where several reports have a sentence of this id.
    private func sentence(
        _ id: String, number: String, of owner: String?, _ subjects: SubjectFigureFinder
    ) throws -> TracedFigure {
        let reports = package.publication.performance.reports.filter { report in
            owner.map { subjects.subject($0)?.record.code == report.subject } ?? true
        }
        let own = owner == nil ? package.publication.narration.sentences.filter { $0.id == id } : []
        let found =
            own.map { ($0, "") }
            + reports.flatMap { report in
                report.sentences.filter { $0.id == id }.map { ($0, report.subject) }
            }
        guard let (sentence, _) = found.first, let index = Int(number), sentence.figures.indices.contains(index - 1)
        else { throw CommandFault.noFigure("\(id)#\(number)", hint: .sentenceNumbers) }
        guard found.count == 1 else {
            let spellings = found.map { "'" + ($0.1.isEmpty ? "" : $0.1 + " ") + "\(id)#\(number)'" }
            throw CommandFault.severalFigures("\(id)#\(number)", count: found.count, spellings: spellings)
        }
        let figure = sentence.figures[index - 1]
        let place = PrintedPlace.sentence(id: id, number: index, text: sentence.text)
        let text = figure.printed.text()
        if case .listed(let name) = figure.figure,
            let traced = subjects.figure(named: name, printed: text + figure.unit, at: place)
        {
            return .subject(traced)
        }
        return .figure(FoundFigure(place: place, text: text, unit: figure.unit, figure: figure.figure))
    }

    private func cell(_ table: Table, words: [String], text: String) throws -> FoundFigure {
        let all = spots(of: table)
        let top = all.best(for: words)
        guard let first = top.first, let key = table.figures[first.spot] else {
            throw CommandFault.noFigure(text, hint: .noSuchCell(form: table.form.title))
        }
        if top.count > 1 {
            let shown = top.prefix(6).map { spot in
                "'" + ([table.form.id] + all.spelling(of: spot, lastFirst: true)).joined(separator: " ") + "'"
            }
            throw CommandFault.severalFigures(text, count: top.count, spellings: shown)
        }
        return FoundFigure(
            place: .cell(table: table.number, title: table.form.title, labels: first.label),
            text: table.grid.matrix[first.spot.row][first.spot.column]?.text ?? "",
            unit: table.form.unit.word, figure: .fact(key))
    }

    /// A cell with a figure, and the labels that stand beside and above it.
    private struct LabelledSpot: LabelledFigure {
        let spot: TableSpot
        let rowLabels: [String]
        let header: [String]

        var label: String { (unique(rowLabels) + unique(header)).joined(separator: " / ") }
    }

    private func spots(of table: Table) -> [LabelledSpot] {
        let matrix = table.grid.matrix
        let figureColumns = Set(table.figures.keys.map(\.column))
        return table.figures.keys.sorted().map { spot in
            let header = (0..<table.grid.headerRowCount).compactMap { matrix[$0][spot.column]?.text }
            // In a form of two sides the labels of the other side, its row numbers too, are not this figure's.
            let beside = (0..<spot.column).reversed().drop { figureColumns.contains($0) }
                .prefix { !figureColumns.contains($0) }
            let labels = beside.reversed().compactMap { matrix[spot.row][$0]?.text }.filter { !$0.isEmpty }
            return LabelledSpot(spot: spot, rowLabels: labels, header: header)
        }
    }
}
