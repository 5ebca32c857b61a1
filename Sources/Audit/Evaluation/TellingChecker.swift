import Fiscal
import Performance
import Publication
import Standards

/// 综述: what running text tells of one project's form, or of the form of the whole department, beside that form.
struct TellingChecker: EvaluationChecker {
    /// `FundColumn`s that it looks at: `score` is the total.
    let columns: Set<String>

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard let telling = context.definitions.telling else { return result }
        for scope in TellingScopes(context, telling).all {
            tie(scope.form, scope.text, scope.range, telling, context, rule, into: &result)
        }
        return result
    }

    // MARK: - What it tells

    private func tie(
        _ form: EvaluationForm, _ text: ReportText, _ range: Range<Int>, _ telling: EvaluationDefinitions.Telling,
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let words = telling.figures.flatMap { label in label.words.map { (label.name, foldedLabel($0)) } }
            .sorted { $0.1.count > $1.1.count }
        var seen: Set<String> = []
        var index = range.lowerBound
        let parts = range.first { text.word(of: text.words.parts, at: $0) != nil }
        while index < parts ?? range.upperBound {
            guard let (column, word) = words.first(where: { text.starts(with: $0.1, at: index) }) else {
                index += 1
                continue
            }
            index += word.count
            let told = figure(text, column, from: index)
            // 执行 is a verb, too, unless a figure follows.
            if word.count <= Self.shortestLabel, told == nil { continue }
            guard seen.insert(column).inserted, columns.contains(column),
                !isOfOther(text, range.lowerBound..<index - word.count, telling, context), let told
            else { continue }
            compare(form, column, told, around: text.around(told.at), context, rule, into: &result)
        }
    }

    private static let shortestLabel = 2

    /// Whether what stands before the label speaks of another year or of a part.
    private func isOfOther(
        _ text: ReportText, _ range: Range<Int>, _ telling: EvaluationDefinitions.Telling, _ context: EvaluationContext
    ) -> Bool {
        let clause = text.characters[range].lastIndex { "。；;".contains($0) }.map { $0 + 1 } ?? range.lowerBound
        let words = String(text.characters[clause..<range.upperBound])
        let before = String(text.characters[max(0, range.lowerBound - Self.reach)..<range.lowerBound])
        let years = (before + words).split { !($0.isASCII && $0.isNumber) }.filter {
            $0.count == 4 && $0.hasPrefix("20")
        }
        return telling.others.contains(where: words.contains) || years.contains { $0 != "\(context.paper.year.number)" }
    }

    private static let reach = 12

    private struct Told {
        let cell: EvaluationCell
        let at: Int
    }

    /// The figure right behind the word, with the unit that its column has.
    private func figure(_ text: ReportText, _ column: String, from index: Int) -> Told? {
        let all = text.characters
        guard let start = all[index...].firstIndex(where: { !"为是:：达到约".contains($0) }) else { return nil }
        if FundColumn.amounts.contains(column) {
            guard let amount = text.amount(at: start) else { return nil }
            // 500万元（调整后520万元）: two figures under one word.
            let next = amount.range.upperBound + MoneyUnit.tenThousandYuan.word.count
            guard next >= all.count || all[next] != "(" else { return nil }
            return Told(cell: text.cell(amount), at: start)
        }
        let digits = all[start...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = column == FundColumn.rate ? "%" : "分"
        let end = start + digits.count + unit.count
        guard let number = try? NumberText.parse(String(digits)), text.starts(with: unit, at: start + digits.count),
            // 90分以上 is no figure.
            end >= all.count || !"以左上下余多".contains(all[end])
        else { return nil }
        let value = EvaluationNumber(printed: number, unit: unit, comparison: nil)
        return Told(
            cell: EvaluationCell(
                text: String(digits) + unit, value: .number(value), place: text.places[start]), at: start)
    }

    private func compare(
        _ form: EvaluationForm, _ column: String, _ told: Told, around: String, _ context: EvaluationContext,
        _ rule: Rule, into result: inout WordingResult
    ) {
        let isScore = column == FundColumn.score
        let own = isScore ? form.totalScore : form.fund(FundName.total)?[column]
        guard let own, let agrees = agrees(own, told.cell, isMoney: FundColumn.amounts.contains(column)) else { return }
        if agrees {
            result.pass()
            return
        }
        let what = isScore ? "总分" : "\(FundName.total) / \(column)"
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.told(around, told.cell.text, form.name, what, own.text),
                printed: told.cell.text, expected: own.text,
                places: [
                    FindingPlace(text: told.cell.text, place: FigurePlace(label: around, place: told.cell.place)),
                    form.spot(what, own),
                ]))
    }

    /// nil where the two cannot be compared.
    private func agrees(_ own: EvaluationCell, _ told: EvaluationCell, isMoney: Bool) -> Bool? {
        if isMoney {
            let arithmetic = FormArithmetic([own, told])
            guard let form = arithmetic.money(own), let said = arithmetic.money(told) else { return nil }
            if form.overlaps(said) { return true }
            return form.isInYuan(beside: said) ? nil : false
        }
        guard let form = own.number, let said = told.number, form.comparison == nil else { return nil }
        return form.isSame(as: said)
    }
}
