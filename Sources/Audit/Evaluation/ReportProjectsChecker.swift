import Fiscal
import Performance
import Publication
import Standards

/// 报告项目: projects that a sentence lists, and the expenditure it gives for all of them.
struct ReportProjectsChecker: EvaluationChecker {
    private static let fewest = 3
    private static let farthest = 24
    private static let nearest = 4

    /// An amount and what is listed behind it.
    private struct List {
        let total: ReportText.Amount
        let items: [ReportText.Amount]
        /// Whether its words do not say that it is all.
        let isOpen: Bool
    }

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let text = ReportText(context.paper.paragraphs, words: context.definitions.report)
        let marks = text.words.lists + text.words.openLists
        var index = 0
        while index < text.characters.count {
            guard let mark = text.word(of: marks, at: index) else {
                index += 1
                continue
            }
            if let list = list(text, mark, at: index) { check(list, text, context, rule, into: &result) }
            index += mark.count
        }
        return result
    }

    /// nil where no expenditure of projects stands before, or what follows is no list of amounts that may be all of it.
    private func list(_ text: ReportText, _ mark: String, at index: Int) -> List? {
        let (all, words) = (text.characters, text.words)
        let start = all[..<index].lastIndex { "。;；".contains($0) }.map { $0 + 1 } ?? 0
        guard let total = (start..<index).compactMap({ text.amount(at: $0) }).last,
            index - total.range.upperBound <= Self.nearest
        else { return nil }
        let number = total.range.lowerBound
        let name = String(all[max(start, number - Self.farthest)..<number])
        guard words.projects.contains(where: name.contains) else { return nil }
        let end = all[index...].firstIndex { "。;；".contains($0) } ?? all.count
        let items = ((index + mark.count)..<end).compactMap { text.amount(at: $0) }
        guard items.count >= Self.fewest, end < all.count else { return nil }
        let listed = String(all[(index + mark.count)..<end])
        // An amount in brackets is a part of the item before it.
        guard !(words.leftOut + words.parts).contains(where: listed.contains),
            !items.contains(where: { isInBrackets($0, text, from: index) })
        else { return nil }
        return List(total: total, items: items, isOpen: words.openLists.contains(mark))
    }

    private func check(
        _ list: List, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let (total, cells) = (list.total, list.items.map { text.cell($0) })
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
        // Both 主要包括 and 其中 may leave something out, and yet no word says what; more than all is never right.
        result.findings.append(
            Finding(
                rule, in: context, proof: list.isOpen && sum.low < whole.low ? .warning : .error,
                message: EvaluationWords.listed(
                    text.around(total.range.lowerBound), total.text, list.items.map(\.text), expected, difference),
                printed: total.text, expected: expected, difference: difference,
                places: ([total] + list.items).map { spot($0, text) }))
    }

    private func spot(_ amount: ReportText.Amount, _ text: ReportText) -> FindingPlace {
        let start = amount.range.lowerBound
        return FindingPlace(
            text: amount.text, place: FigurePlace(label: text.around(start), place: text.places[start]))
    }

    private func isInBrackets(_ amount: ReportText.Amount, _ text: ReportText, from start: Int) -> Bool {
        let before = text.characters[start..<amount.range.lowerBound]
        return before.count { $0 == "(" } > before.count { $0 == ")" }
    }
}
