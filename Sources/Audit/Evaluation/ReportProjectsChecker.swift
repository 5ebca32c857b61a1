import Fiscal
import Performance
import Publication
import Standards

/// 报告项目: projects that a sentence lists, and the expenditure it gives for all of them.
struct ReportProjectsChecker: EvaluationChecker {
    private static let marks = ["主要包括:", "包括:", "其中:"]
    private static let partial: Set<String> = ["主要包括:", "其中:"]
    private static let whole = "项目支出"
    private static let fewest = 3
    private static let farthest = 24

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let text = ReportText(context.paper.paragraphs)
        var index = 0
        while index < text.characters.count {
            guard let mark = Self.marks.first(where: { text.starts(with: $0, at: index) }) else {
                index += 1
                continue
            }
            check(text, mark, at: index, context, rule, into: &result)
            index += mark.count
        }
        return result
    }

    private func check(
        _ text: ReportText, _ mark: String, at index: Int, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let all = text.characters
        let start = all[..<index].lastIndex { "。;；".contains($0) }.map { $0 + 1 } ?? 0
        let before = (start..<index).compactMap { text.amount(at: $0) }
        guard let total = before.last, index - total.range.upperBound <= 4,
            String(all[max(start, total.range.lowerBound - Self.farthest)..<total.range.lowerBound]).contains(
                Self.whole)
        else { return }
        let end = all[index...].firstIndex { "。;；".contains($0) } ?? all.count
        let items = ((index + mark.count)..<end).compactMap { text.amount(at: $0) }
        guard items.count >= Self.fewest, end < all.count else { return }
        let words = String(all[index..<end])
        // An amount in brackets is a part of the item before it.
        guard !words.contains("等"), !words.dropFirst(mark.count).contains("其中"),
            !items.contains(where: { isInBrackets($0, text, from: index) })
        else { return }
        let cells = items.map { text.cell($0) }
        let arithmetic = FormArithmetic(cells + [text.cell(total)])
        guard let whole = arithmetic.money(text.cell(total)) else { return }
        let bounds = cells.compactMap { arithmetic.money($0) }
        let sum = bounds.reduce(.zero, +)
        if bounds.count == cells.count, sum.overlaps(whole) {
            result.pass()
            return
        }
        let expected = arithmetic.text(sum.middle)
        let difference = arithmetic.text((whole.middle - sum.middle).magnitudeValue)
        func spot(_ amount: ReportText.Amount) -> FindingPlace {
            FindingPlace(
                text: amount.text,
                place: FigurePlace(
                    label: text.around(amount.range.lowerBound), place: text.places[amount.range.lowerBound]))
        }
        // Both 主要包括 and 其中 may leave something out, and yet no word says what; more than all is never right.
        result.findings.append(
            Finding(
                rule, in: context, proof: Self.partial.contains(mark) && sum.low < whole.low ? .warning : .error,
                message: EvaluationWords.listed(
                    text.around(total.range.lowerBound), total.text, items.map(\.text), expected, difference),
                printed: total.text, expected: expected, difference: difference,
                places: [spot(total)] + items.map(spot)))
    }

    private func isInBrackets(_ amount: ReportText.Amount, _ text: ReportText, from start: Int) -> Bool {
        let before = text.characters[start..<amount.range.lowerBound]
        return before.count { $0 == "(" } > before.count { $0 == ")" }
    }
}
