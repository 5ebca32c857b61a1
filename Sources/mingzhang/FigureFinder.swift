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

    /// Every word must be in the row's or the column's labels; the fewest extra labels win.
    private func cell(_ table: Table, words: [String], text: String) throws -> FoundFigure {
        let matrix = table.grid.matrix
        let wanted = words.map { foldedLabel($0) }
        var candidates: [(spot: TableSpot, score: Int, label: String)] = []
        for spot in table.figures.keys.sorted() {
            let header = (0..<table.grid.headerRowCount).compactMap { matrix[$0][spot.column]?.text }
            let keys = matrix[spot.row].prefix(spot.column).compactMap { $0 }.filter {
                table.figures[TableSpot(row: spot.row, column: $0.column)] == nil && !$0.text.isEmpty
            }
            let rowLabels = keys.suffix(3).map(\.text)
            let labels = (rowLabels + header).map { foldedLabel($0) }
            guard wanted.allSatisfy({ word in labels.contains { $0 == word || $0.contains(word) } }) else { continue }
            let exact = wanted.filter { labels.contains($0) }.count
            candidates.append((spot, exact, (unique(rowLabels) + unique(header)).joined(separator: " / ")))
        }
        guard let best = candidates.map(\.score).max() else {
            throw CommandFault.noFigure(text, hint: .noSuchCell(form: table.form.title))
        }
        let top = candidates.filter { $0.score == best }
        guard let first = top.first, let key = table.figures[first.spot] else {
            throw CommandFault.noFigure(text, hint: .none)
        }
        if top.count > 1 {
            throw CommandFault.noFigure(
                text, hint: .several(count: top.count, labels: top.prefix(6).map(\.label)))
        }
        let printed = matrix[first.spot.row][first.spot.column]?.text ?? ""
        return FoundFigure(
            place: .cell(table: table.number, title: table.form.title, labels: first.label), text: printed,
            unit: table.form.unit.word, figure: .fact(key))
    }

    private func unique(_ labels: [String]) -> [String] {
        labels.reduce(into: []) { if $0.last != $1, !$1.isEmpty { $0.append($1) } }
    }
}
