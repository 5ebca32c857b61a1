import Paper
import Standards

/// One row of a paper as the readers of forms see it: cells of a grid, or the words of a line.
struct SourceRow: Sendable {
    enum Shape: Sendable, Hashable {
        case words
        /// Cells whose columns are known; the number tells the rows of one grid.
        case cells(grid: Int)
    }

    struct Piece: Sendable {
        var text: String
        var column: Int
        var width: Int
        var place: Place?
    }

    let shape: Shape
    /// Which block of the paper it stands in.
    var block = 0
    /// Cells, blank ones included; or words.
    let pieces: [Piece]
    /// All of it, folded.
    let folded: String

    init(_ shape: Shape, _ pieces: [Piece]) {
        self.shape = shape
        self.pieces = pieces
        folded = foldedLabel(pieces.map(\.text).joined())
    }

    var filled: [Piece] { pieces.filter { !$0.text.trimmed.isEmpty } }
    var isWords: Bool { shape == .words }
    /// Columns that it covers.
    var width: Int { pieces.last.map { $0.column + $0.width } ?? 0 }
    var place: Place? { filled.first?.place ?? pieces.first?.place }
}

struct SourceRows {
    /// What forms print as labels: behind a figure they are no unit.
    private let labels: [String]

    private static let longestUnit = 3

    init(_ definitions: EvaluationDefinitions) {
        let forms = definitions.forms
        labels =
            definitions.firstLevels + definitions.secondLevels + definitions.passed + definitions.totals
            + definitions.stops + definitions.ends
            + [definitions.fundRows, definitions.natures, definitions.fundColumns, definitions.indicatorColumns]
            .flatMap { $0.flatMap(\.words) }
            + forms.flatMap { form in form.fields.flatMap(\.words) + form.rows.flatMap { $0.label.words } }
    }

    /// - Parameter taken: blocks that are other tables.
    func rows(of paper: Paper, except taken: Set<Int>) -> [SourceRow] {
        var result: [SourceRow] = []
        for (index, block) in paper.blocks.enumerated() where !taken.contains(index) {
            let rows =
                switch block {
                case .heading(_, let paragraph), .paragraph(let paragraph): lines(of: paragraph)
                case .grid(let grid): self.rows(of: grid, number: index)
                case .chart, .contents: [SourceRow]()
                }
            result += rows.map { row in
                var row = row
                row.block = index
                return row
            }
        }
        return result
    }

    /// A paragraph line by line, each in words.
    private func lines(of paragraph: Paragraph) -> [SourceRow] {
        let offsets = [0] + paragraph.lineBreaks.map(\.offset) + [paragraph.text.count]
        return zip(offsets, offsets.dropFirst()).compactMap { start, end in
            guard end > start else { return nil }
            let line = paragraph.text.dropFirst(start).prefix(end - start)
            return words(line, at: paragraph.place(at: start))
        }
    }

    private func words(_ line: some StringProtocol, at place: Place?) -> SourceRow? {
        let pieces = withUnits(Word.words(of: line)).map { word in
            SourceRow.Piece(text: word.text, column: 0, width: 1, place: place?.further(by: word.column - 1))
        }
        return pieces.isEmpty ? nil : SourceRow(.words, pieces.flatMap(split))
    }

    /// 17.10公里: a figure is cut from what is glued to it, but its unit belongs to it.
    private func withUnits(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for word in words {
            if let last = result.last, last.isNumber, word.column == last.column + last.text.count, isUnit(word.text) {
                result[result.count - 1] = Word(last.text + word.text, column: last.column)
            } else {
                result.append(word)
            }
        }
        return result
    }

    private func isUnit(_ text: String) -> Bool {
        text.count <= Self.longestUnit && text.allSatisfy(\.isLetter) && !labels.contains { $0.hasPrefix(text) }
    }

    private func rows(of grid: Grid, number: Int) -> [SourceRow] {
        grid.rows.compactMap { row in
            if grid.isLoose || grid.columnCount <= 1 {
                let pieces = row.flatMap { cell in words(cell.text, at: cell.place)?.pieces ?? [] }
                return pieces.isEmpty ? nil : SourceRow(.words, pieces)
            }
            var pieces = row.map {
                SourceRow.Piece(text: $0.text, column: $0.column, width: max(1, $0.columnSpan), place: $0.place)
            }
            // Cells that a line of text does not have stand where its last one does.
            while let last = pieces.last, last.text.isEmpty, last.place != nil,
                pieces.dropLast().last?.place == last.place
            {
                pieces.removeLast()
            }
            return pieces.allSatisfy { $0.text.trimmed.isEmpty } ? nil : SourceRow(.cells(grid: number), pieces)
        }
    }

    /// 资金总额：2494.42 is a label and a figure; 其他资金：218 too.
    private func split(_ piece: SourceRow.Piece) -> [SourceRow.Piece] {
        guard let mark = piece.text.lastIndex(where: { $0 == "：" || $0 == ":" }) else { return [piece] }
        let after = piece.text.index(after: mark)
        let value = piece.text[after...]
        guard let first = value.first, first.isASCII, first.isNumber, mark != piece.text.startIndex else {
            return [piece]
        }
        var head = piece
        head.text = String(piece.text[..<after])
        var tail = piece
        tail.text = String(value)
        tail.place = piece.place?.further(by: head.text.count)
        return [head, tail]
    }
}
