import Fiscal
import Performance
import Standards

/// 缺总分: a form whose scores come to no printed total, though the paper's other forms print theirs.
struct MissingTotalChecker: EvaluationChecker {
    private static let fewest = 3

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let scored = context.scored.filter { form in
            form.indicators.count >= Self.fewest && form.indicators.allSatisfy { $0.score?.plain != nil }
        }
        guard scored.contains(where: { $0.totalScore != nil }) else { return result }
        for form in scored {
            if form.totalScore != nil {
                result.pass()
            } else if form.mentionsTotal || !form.unread.isEmpty {
                result.lack(EvaluationWords.unreadTotal(form.name))
            } else if let last = form.indicators.last?.score, let points = FormPoints(form) {
                let sum = PrintedNumber.text(thousandths: points.scoreSum + (points.rateScore?.value ?? 0))
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning, message: EvaluationWords.noTotal(form.name, sum),
                        printed: last.text, expected: sum, places: [form.spot("总分", last)]))
            }
        }
        return result
    }
}

/// 基础表空行: a row of the table that says nothing at all, where its neighbours say nought.
struct BlankRowChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base where !form.columns.isEmpty {
            guard form.unread.isEmpty else {
                result.lack(EvaluationWords.unreadRows(form.name, form.unread.count))
                continue
            }
            let leaves = form.rows.filter { row in
                form.definition.rows.contains { $0.label.name == row.name && $0.parts.isEmpty }
            }
            let printsZero = form.rows.contains { row in
                row.values.count == form.columns.count && row.values.values.allSatisfy { $0.plain?.isZero ?? false }
            }
            let blank = leaves.filter { row in row.open.isEmpty && row.values.values.allSatisfy(\.isBlank) }
            guard printsZero, let first = blank.first else {
                if printsZero { result.pass() }
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.blankRows(form.name, blank.map(\.label.bare)),
                    printed: first.label.text, places: blank.map { form.spot($0.label.bare, $0.label) }))
        }
        return result
    }
}

/// 数量比率: a rate measures quality or time, not quantity; one finding a form.
struct QuantityRateChecker: EvaluationChecker {
    private static let many = 3

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals {
            guard form.hasSureLevels, form.indicators.contains(where: { !$0.second.isEmpty }) else {
                if !form.indicators.isEmpty { result.lack(EvaluationWords.unsureLevels(form.name)) }
                continue
            }
            let definitions = context.definitions
            let own = form.indicators.filter { definitions.quantities.contains(where: $0.second.hasPrefix) }
            let rates = own.filter { indicator in
                definitions.rates.contains(where: foldedLabel(indicator.name.text).contains)
                    && indicator.target?.number?.isPercent ?? false
            }
            guard let first = rates.first else {
                if !own.isEmpty { result.pass() }
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, proof: rates.count >= Self.many ? .warning : .notice,
                    message: EvaluationWords.quantityRates(
                        form.name, rates.map { ($0.title, $0.target?.text ?? "") }, of: own.count),
                    printed: first.target?.text ?? "",
                    places: rates.map { form.spot($0.title, $0.target ?? $0.name) }))
        }
        return result
    }
}

/// 指标重复: two indicators of one kind with one number (指标1., 指标1., 指标2.).
struct IndicatorNumberChecker: EvaluationChecker {
    private static let word = "指标"

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals where form.hasSureLevels {
            for (one, two) in zip(form.indicators, form.indicators.dropFirst()) {
                guard one.first == two.first, one.second == two.second, let number = Self.number(one),
                    let next = Self.number(two)
                else { continue }
                if number != next {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.sameNumber(form.name, number, one.title, two.title),
                        printed: "\(Self.word)\(number)", expected: "\(Self.word)\(number + 1)",
                        places: [form.spot(two.title, two.name), form.spot(one.title, one.name)]))
            }
        }
        return result
    }

    private static func number(_ indicator: EvaluationIndicator) -> Int? {
        let name = foldedLabel(indicator.name.text)
        guard name.hasPrefix(word) else { return nil }
        let digits = name.dropFirst(word.count).prefix(while: \.isNumber)
        guard let mark = name.dropFirst(word.count + digits.count).first, ".、:".contains(mark) else { return nil }
        return Int(digits)
    }
}
