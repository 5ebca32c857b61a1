import Fiscal
import Paper
import Performance
import Publication
import Standards

/// 得分表: a list of items with their points and scores that is no form of its own, and its total.
struct ScoreTable {
    let title: String
    let scores: [EvaluationCell]
    let total: EvaluationCell
    let sum: Int128

    /// What stands above it may be the sentence that leads to it.
    private static let longestTitle = 30

    /// nil where the grid is no such table, or its points do not come to theirs: then the rows are not all its parts.
    init?(_ grid: Grid, title: String, _ definitions: EvaluationDefinitions, _ review: EvaluationDefinitions.Review) {
        guard !grid.isLoose else { return nil }
        let matrix = grid.matrix
        func column(_ name: String, _ row: [Cell?]) -> Int? {
            let words = definitions.indicatorColumns.first { $0.name == name }?.words ?? []
            let found = row.indices.filter { words.contains(foldedLabel(row[$0]?.text ?? "")) }
            return found.count == 1 ? found[0] : nil
        }
        guard let header = matrix.firstIndex(where: { column(IndicatorColumn.score, $0) != nil }),
            let weight = column(IndicatorColumn.weight, matrix[header]),
            let score = column(IndicatorColumn.score, matrix[header]),
            // Those with targets are forms, and are checked as such.
            column(IndicatorColumn.target, matrix[header]) == nil
        else { return nil }
        let cells = EvaluationCellReader(definitions: definitions)
        var points: Int128 = 0
        var (scores, sum) = ([EvaluationCell](), Int128(0))
        for number in matrix.indices.dropFirst(header + 1) {
            let row = matrix[number]
            let (most, own) = (
                cells.cell(row[weight]?.text ?? "", nil), cells.cell(row[score]?.text ?? "", row[score]?.place)
            )
            // One that goes over several rows would count in each.
            guard (row[weight]?.rowSpan ?? 1) <= 1, (row[score]?.rowSpan ?? 1) <= 1,
                let full = most.plain?.thousandths, let value = own.plain?.thousandths
            else { return nil }
            let label = row.first.flatMap { $0 }.map { foldedLabel($0.text) } ?? ""
            if review.totals.contains(label) {
                guard full == points, !scores.isEmpty else { return nil }
                self.title = title.count > Self.longestTitle ? "" : title
                (self.scores, total, self.sum) = (scores, own, sum)
                return
            }
            points += full
            sum += value
            scores.append(own)
        }
        return nil
    }
}

/// The total of such a table is the sum of its scores.
struct ScoreTableChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for table in context.scoreTables {
            guard let printed = table.total.plain?.thousandths else { continue }
            if printed == table.sum {
                result.pass()
                continue
            }
            let sum = PrintedNumber.text(thousandths: table.sum)
            let off = PrintedNumber.text(thousandths: (table.sum - printed).magnitudeValue)
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.scoreTable(
                        table.title, table.total.text, table.scores.map(\.text), sum, off),
                    printed: table.total.text, expected: sum, difference: off,
                    places: ([table.total] + table.scores).map {
                        FindingPlace(
                            text: $0.text,
                            place: FigurePlace(
                                label: table.title.isEmpty ? EvaluationWords.scoreTable : table.title, place: $0.place))
                    }))
        }
        return result
    }
}

extension EvaluationContext {
    var scoreTables: [ScoreTable] {
        guard let review = definitions.review else { return [] }
        return zip(paper.otherGrids, paper.otherTitles).compactMap { ScoreTable($0, title: $1, definitions, review) }
    }
}
