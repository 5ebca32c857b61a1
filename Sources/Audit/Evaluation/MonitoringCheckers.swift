import Fiscal
import Performance
import Publication
import Standards

/// 监控执行率: at mid-year, execution over the initial budget, and a reason where it lies far behind the calendar.
struct MonitoredRateChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.monitored {
            for row in form.funds { check(row, form, context, rule, into: &result) }
        }
        return result
    }

    private func check(
        _ row: FundRow, _ form: EvaluationForm, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        guard let cell = row[FundColumn.monitoredRate], !cell.isBlank else { return }
        let cells = [row[FundColumn.initial], row[FundColumn.monitored]]
        let arithmetic = FormArithmetic(cells)
        guard let rate = cell.number?.printed, let budget = arithmetic.money(cells[0]), let base = cells[0],
            let spent = arithmetic.money(cells[1]), let part = cells[1],
            let follows = Quotient.follows(rate, spent, times: 100, over: budget)
        else {
            result.lack(MonitoringWords.unreadRate(form.name, row.label.bare))
            return
        }
        let places = [
            form.spot("\(row.label.bare) / \(FundColumn.monitoredRate)", cell),
            form.spot("\(row.label.bare) / \(FundColumn.monitored)", part),
            form.spot("\(row.label.bare) / \(FundColumn.initial)", base),
        ]
        guard follows else {
            let wanted = PrintedNumber.rounding(
                spent.middle * 100, over: budget.middle, decimals: max(rate.decimals, 2))
            let expected = (wanted?.text() ?? "？") + "%"
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: MonitoringWords.rate(
                        form.name, row.label.bare, cell.text, part.text, base.text, expected),
                    printed: cell.text, expected: expected, places: places))
            return
        }
        result.pass()
        checkProgress(rate, row, form, context, rule, places, into: &result)
    }

    /// A rate below the least share of the calendar's, where nothing in the form says why.
    private func checkProgress(
        _ rate: PrintedNumber, _ row: FundRow, _ form: EvaluationForm, _ context: EvaluationContext, _ rule: Rule,
        _ places: [FindingPlace], into result: inout WordingResult
    ) {
        let limits = context.paper.standards.schemes.rules.monitoring
        // Percent of the calendar's progress, as a fraction over 1200.
        let least = Int128(limits.lastMonth) * Int128(limits.leastExecution) * 100
        guard row.name == FundName.total, Int128(rate.mantissa) * 1200 < least * powerOfTen(rate.decimals),
            !form.monitored.contains(where: { !$0.causes.isEmpty || !($0[MonitoringColumn.reason]?.isBlank ?? true) })
        else { return }
        let limit = PrintedNumber.rounding(least, over: 1200, decimals: 2)?.text() ?? "？"
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: MonitoringWords.behind(
                    form.name, places.first?.text ?? "", month: limits.lastMonth, share: limits.leastExecution, limit),
                printed: places.first?.text ?? "", places: places))
    }
}

/// 监控可能性: one of the three, and a reason for the two that are not certain.
struct LikelihoodChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.monitored where !form.monitored.isEmpty {
            // Marks under one heading for all: which of the likelihoods they say was not read.
            let isUnread = form.monitored.contains { row in
                row.likelihoods[MonitoringColumn.likelihood].map { !$0.text.contains(where: \.isLetter) } ?? false
            }
            guard !isUnread, form.monitored.contains(where: { !$0.likelihoods.isEmpty }) else {
                result.lack(MonitoringWords.noLikelihood(form.name))
                continue
            }
            for row in form.monitored { check(row, form, context, rule, into: &result) }
        }
        return result
    }

    private func check(
        _ row: MonitoringRow, _ form: EvaluationForm, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let title = row.name.text.filter { !$0.isNewline }
        // Under one heading the word itself stands in the cell, else a mark under the word.
        let said = row.likelihoods.map { column, cell in
            (word: column == MonitoringColumn.likelihood ? foldedLabel(cell.text) : column, cell: cell)
        }.sorted { $0.word < $1.word }
        func finding(_ message: String, _ printed: String) -> Finding {
            Finding(
                rule, in: context, message: message, printed: printed,
                places: said.isEmpty
                    ? [form.spot(title, row.name)] : said.map { form.spot("\(title) / \($0.word)", $0.cell) })
        }
        guard said.count == 1, let only = said.first, context.definitions.likelihoods.contains(only.word) else {
            let found = said.map(\.word)
            result.findings.append(
                finding(
                    MonitoringWords.likelihood(form.name, title, found, allowed: context.definitions.likelihoods),
                    found.joined(separator: "、")))
            return
        }
        let hasReason = !row.causes.isEmpty || !(row[MonitoringColumn.reason]?.isBlank ?? true)
        if only.word == context.paper.standards.schemes.rules.monitoring.certain || hasReason {
            result.pass()
        } else {
            result.findings.append(finding(MonitoringWords.noReason(form.name, title, only.word), only.word))
        }
    }
}

/// Sentences of findings about monitoring forms.
enum MonitoringWords {
    static func unreadRate(_ form: String, _ row: String) -> String { "“\(form)”的“\(row)”没有读到年初预算数或执行数，执行率没有查" }

    static func rate(
        _ form: String, _ row: String, _ printed: String, _ actual: String, _ budget: String, _ expected: String
    ) -> String {
        "“\(form)”的“\(row)”执行率印 \(printed)，而按执行数 \(actual) ÷ 年初预算数 \(budget)，应为 \(expected)。请重算执行率。"
    }

    static func behind(_ form: String, _ printed: String, month: Int, share: Int64, _ limit: String) -> String {
        "“\(form)”的执行率 \(printed)，低于序时进度（\(month)÷12）的 \(share)%，即 \(limit)%，表里没有写原因和措施。请补上。"
    }

    static func noLikelihood(_ form: String) -> String { "“\(form)”没有读到“完成目标可能性”" }

    static func likelihood(_ form: String, _ name: String, _ found: [String], allowed: [String]) -> String {
        let said = found.isEmpty ? "没有填完成目标可能性" : "的完成目标可能性写“\(found.joined(separator: "”“"))”"
        return "“\(form)”的指标“\(name)”\(said)，应当是\(allowed.joined(separator: "、"))之一，只选一个。"
    }

    static func noReason(_ form: String, _ name: String, _ likelihood: String) -> String {
        "“\(form)”的指标“\(name)”的完成目标可能性是“\(likelihood)”，没有写偏差原因。请补上。"
    }
}
