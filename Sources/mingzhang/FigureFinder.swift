import Fiscal
import Ledger
import Narrative
import Paper
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

/// Finds a figure by form, row and column, or by a sentence and its number.
struct FigureFinder {
    let package: BuiltPackage

    func find(_ text: String) throws -> FoundFigure {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.count == 1, let hash = text.firstIndex(of: "#") {
            return try sentence(String(text[..<hash]), number: String(text[text.index(after: hash)...]))
        }
        guard let first = words.first, let table = table(first) else {
            let known = package.publication.tables.map { "\($0.form.id) \($0.number)" }
            throw CommandFault.noFigure(text, hint: .tables(known))
        }
        return try cell(table, words: Array(words.dropFirst()), text: text)
    }

    private func table(_ word: String) -> Table? {
        let wanted = foldedLabel(word)
        return package.publication.tables.first { table in
            [table.form.id, table.number, String(table.number.dropLast()), table.form.title].contains {
                !$0.isEmpty && foldedLabel($0) == wanted
            }
        }
    }

    private func sentence(_ id: String, number: String) throws -> FoundFigure {
        let sentences = package.publication.narration.sentences
        guard let sentence = sentences.first(where: { $0.id == id }), let index = Int(number),
            sentence.figures.indices.contains(index - 1)
        else {
            throw CommandFault.noFigure("\(id)#\(number)", hint: .sentenceNumbers)
        }
        let figure = sentence.figures[index - 1]
        return FoundFigure(
            place: .sentence(id: id, number: index, text: sentence.text), text: figure.printed.text(),
            unit: figure.unit, figure: figure.figure)
    }

    private func cell(_ table: Table, words: [String], text: String) throws -> FoundFigure {
        let top = best(spots(of: table), for: words)
        guard let first = top.first, let key = table.figures[first.spot] else {
            throw CommandFault.noFigure(text, hint: .noSuchCell(form: table.form.title))
        }
        if top.count > 1 {
            let shown = top.prefix(6).map { spelling(of: $0, in: table) }
            throw CommandFault.severalFigures(text, count: top.count, spellings: shown)
        }
        return FoundFigure(
            place: .cell(table: table.number, title: table.form.title, labels: first.label),
            text: table.grid.matrix[first.spot.row][first.spot.column]?.text ?? "",
            unit: table.form.unit.word, figure: .fact(key))
    }

    /// A cell with a figure, and the labels that stand beside and above it.
    private struct LabelledSpot {
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

    /// Every word must be in the row's or the column's labels; those with the most words equal to a label are meant, and of
    /// them those whose row says more: a number is a row's (行次) before it is a column's (栏次).
    private func best(_ spots: [LabelledSpot], for words: [String]) -> [LabelledSpot] {
        let wanted = words.map { foldedLabel($0) }
        let scored = spots.compactMap { spot -> (spot: LabelledSpot, score: Int)? in
            let row = spot.rowLabels.map { foldedLabel($0) }
            let header = spot.header.map { foldedLabel($0) }
            guard wanted.allSatisfy({ word in (row + header).contains { $0.contains(word) } }) else { return nil }
            let exact = wanted.filter { row.contains($0) || header.contains($0) }.count
            return (spot, exact * (wanted.count + 1) + wanted.filter { row.contains($0) }.count)
        }
        let best = scored.map(\.score).max()
        return scored.filter { $0.score == best }.map(\.spot)
    }

    /// The fewest words that find the cell and no other; all of its labels where none do.
    private func spelling(of spot: LabelledSpot, in table: Table) -> String {
        let row = unique(spot.rowLabels.map { $0.filter { !$0.isWhitespace } }).reversed()
        let header = unique(spot.header.map { $0.filter { !$0.isWhitespace } }).reversed()
        let all = spots(of: table)
        let tries = row.map { [$0] } + row.flatMap { label in header.map { [label, $0] } }
        let found = tries.first { words in best(all, for: words).map(\.spot) == [spot.spot] }
        return "'" + ([table.form.id] + (found ?? row.reversed() + header.reversed())).joined(separator: " ") + "'"
    }
}

/// Without empty labels and those that go on over several cells.
private func unique(_ labels: [String]) -> [String] {
    labels.reduce(into: []) { if $0.last != $1, !$1.isEmpty { $0.append($1) } }
}
