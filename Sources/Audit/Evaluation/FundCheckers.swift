import Fiscal
import Performance
import Standards

/// 资金分项: the total is the sum of its sources, in each column of amounts.
struct FundPartsChecker: EvaluationChecker {
    private static let parts = [FundName.fiscal, FundName.carried, FundName.other]

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            guard let total = form.fund(FundName.total) else { continue }
            let rows = Self.parts.compactMap { form.fund($0) }
            guard rows.count >= 2 else { continue }
            let unread = form.unread.filter { cell in
                rows.contains { $0.values.isEmpty && $0.label.place == cell.place }
            }
            guard unread.isEmpty, !hasUnreadRow(form, rows) else {
                result.lack(EvaluationWords.unreadFunds(form.name))
                continue
            }
            let before = result.findings.count
            for column in FundColumn.amounts { check(form, total, rows, column, context, rule, into: &result) }
            Self.join(&result, from: before)
        }
        return result
    }

    /// The same figures wrong in two columns (budget and execution alike) are one finding.
    private static func join(_ result: inout WordingResult, from first: Int) {
        var kept: [Finding] = []
        for finding in result.findings[first...] {
            let same = kept.firstIndex { other in
                other.printed == finding.printed && other.expected == finding.expected
                    && other.places.map(\.text) == finding.places.map(\.text)
            }
            if let same { kept[same].places += finding.places } else { kept.append(finding) }
        }
        result.findings.replaceSubrange(first..., with: kept)
    }

    /// Values of a row that no column could be told for are listed as unread on the row's own line.
    private func hasUnreadRow(_ form: EvaluationForm, _ rows: [FundRow]) -> Bool {
        rows.contains { row in
            row.values.isEmpty
                && form.unread.contains { $0.place?.line != nil && $0.place?.line == row.label.place?.line }
        }
    }

    private func check(
        _ form: EvaluationForm, _ total: FundRow, _ rows: [FundRow], _ column: String, _ context: EvaluationContext,
        _ rule: Rule, into result: inout WordingResult
    ) {
        let arithmetic = FormArithmetic(([total] + rows).flatMap { row in FundColumn.amounts.map { row[$0] } })
        let parts = rows.compactMap { row in arithmetic.money(row[column]).map { (row, $0) } }
        guard let whole = arithmetic.money(total[column]), !parts.isEmpty, let cell = total[column] else { return }
        guard parts.count == rows.filter({ $0[column].map { !$0.isBlank } ?? false }).count else {
            result.lack(EvaluationWords.unreadFunds(form.name))
            return
        }
        let sum = parts.map(\.1).reduce(.zero, +)
        if sum.overlaps(whole) {
            result.pass()
            return
        }
        guard form.otherFunds.isEmpty else {
            result.lack(EvaluationWords.otherFunds(form.name, form.otherFunds.map(\.bare)))
            return
        }
        let expected = arithmetic.text(sum.middle)
        let difference = arithmetic.text((whole.middle - sum.middle).magnitudeValue)
        let places =
            [form.spot("\(total.label.text) / \(column)", cell)]
            + parts.compactMap { row, _ in row[column].map { form.spot("\(row.label.text) / \(column)", $0) } }
        result.findings.append(
            Finding(
                rule, in: context,
                message: EvaluationWords.sum(
                    form.name, "\(column)：\(total.label.bare)", cell.text,
                    parts.map { ($0.0.label.bare, $0.0[column]?.text ?? "") }, expected, difference),
                printed: cell.text, expected: expected, difference: difference,
                cause: cause(form, total, rows, column, whole, sum, arithmetic), places: places))
    }

    /// One part that, printed in another column, would close the sum.
    private func cause(
        _ form: EvaluationForm, _ total: FundRow, _ rows: [FundRow], _ column: String, _ whole: Bounds, _ sum: Bounds,
        _ arithmetic: FormArithmetic
    ) -> String {
        for row in rows {
            guard let own = arithmetic.money(row[column]) else { continue }
            for other in FundColumn.amounts where other != column {
                guard let value = arithmetic.money(row[other]), !value.overlaps(own),
                    (sum - own + value).overlaps(whole)
                else { continue }
                return EvaluationWords.otherColumn(row.label.bare, other, row[other]?.text ?? "")
            }
        }
        return ""
    }
}

/// A printed rate, its execution and its budget.
struct RateReading {
    let form: EvaluationForm
    let row: FundRow
    let cell: EvaluationCell
    let printed: PrintedNumber
    let budget: EvaluationCell
    let actual: EvaluationCell
    let part: Bounds
    let whole: Bounds
    /// The initial budget, where that is another.
    let initial: Bounds?

    var bounds: Bounds? { Bounds(printed, factor: 1) }

    static func all(_ form: EvaluationForm) -> [RateReading] {
        form.funds.compactMap { row -> RateReading? in
            guard let cell = row[FundColumn.rate], let number = cell.number,
                let budget = row[FundColumn.budget] ?? row[FundColumn.applied] ?? row[FundColumn.initial],
                let actual = row[FundColumn.actual]
            else { return nil }
            let arithmetic = FormArithmetic(form.funds.flatMap { row in FundColumn.amounts.map { row[$0] } })
            guard let part = arithmetic.money(actual), let whole = arithmetic.money(budget) else { return nil }
            var printed = number.printed
            if !number.isPercent, printed.decimals >= 2, printed.mantissa <= 2 * Int64(powerOfTen(printed.decimals)) {
                printed = PrintedNumber(mantissa: printed.mantissa, decimals: printed.decimals - 2)
            }
            let initial = row[FundColumn.budget] == nil ? nil : arithmetic.money(row[FundColumn.initial])
            return RateReading(
                form: form, row: row, cell: cell, printed: printed, budget: budget, actual: actual,
                part: part, whole: whole, initial: initial.flatMap { $0.overlaps(whole) ? nil : $0 })
        }
    }

    /// In 200ths of a percent.
    var computed: Bounds? { Bounds.rate(part, of: whole) }

    /// As a reader reckons it from what is printed.
    var reckoned: PrintedNumber? {
        PrintedNumber.rounding(part.middle * 100, over: whole.middle, decimals: max(printed.decimals, 2))
    }

    var isComputed: Bool? { Quotient.follows(printed, part, times: 100, over: whole) }

    var isOfInitial: Bool {
        guard let initial else { return false }
        return isComputed == false && Quotient.follows(printed, part, times: 100, over: initial) == true
    }

    /// Whether points are so many times the rate, as printed or as it should be.
    func gives(_ points: PrintedNumber, of weight: PrintedNumber) -> Bool? {
        guard let full = weight.thousandths else { return nil }
        let own = Bounds(low: Int128(printed.mantissa) * 2 - 1, high: Int128(printed.mantissa) * 2 + 1)
        let unit = 2 * 100 * 1000 * powerOfTen(printed.decimals)
        let asPrinted = Quotient.follows(points, own, times: full, over: Bounds(low: unit, high: unit))
        let asComputed = Quotient.follows(
            points, part, times: full, over: Bounds(low: whole.low * 1000, high: whole.high * 1000))
        return asPrinted.map { $0 || asComputed == true }
    }

    var places: [FindingPlace] {
        [
            form.spot("\(row.label.bare) / \(FundColumn.rate)", cell),
            form.spot("\(row.label.bare) / \(FundColumn.actual)", actual),
            form.spot("\(row.label.bare) / \(FundColumn.budget)", budget),
        ]
    }
}

/// 执行率: execution over budget, at the printed decimals. 执行率基数: not over the initial budget.
struct RateChecker: EvaluationChecker {
    /// Whether rates over the initial budget are told, or any other that do not follow.
    let ofInitial: Bool

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for rate in RateReading.all(form) { check(rate, context, rule, into: &result) }
        }
        return result
    }

    private func check(
        _ rate: RateReading, _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let isComputed = rate.isComputed, let computed = rate.computed else { return }
        if isComputed || rate.isOfInitial != ofInitial {
            if isComputed, !ofInitial || rate.initial != nil { result.pass() }
            return
        }
        guard let reckoned = rate.reckoned else { return }
        let expected = reckoned.text() + "%"
        let shown = Bounds(reckoned, factor: 1)?.middle ?? computed.middle
        let difference = PrintedNumber.rounding(
            ((rate.bounds?.middle ?? 0) - shown).magnitudeValue, over: Bounds.scale,
            decimals: max(rate.printed.decimals, 2))
        result.findings.append(
            Finding(
                rule, in: context,
                message: EvaluationWords.rate(
                    rate.form.name, rate.row.label.bare, rate.cell.text, rate.actual.text, rate.budget.text, expected),
                printed: rate.cell.text, expected: expected,
                difference: difference.map { "\($0.text()) 个百分点" } ?? "",
                cause: ofInitial ? EvaluationWords.overInitial : isCut(rate, computed) ? EvaluationWords.cut : "",
                places: rate.places))
    }

    /// The whole percents of the true rate, with zeros behind them.
    private func isCut(_ rate: RateReading, _ computed: Bounds) -> Bool {
        let whole = floorDivision(computed.middle, Bounds.scale)
        return rate.printed.thousandths == whole * 1000
    }
}

/// 执行率得分: weight × rate, at most the weight.
struct RateScoreChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for rate in RateReading.all(form) {
                guard let weight = rate.row[FundColumn.weight]?.plain, let score = rate.row[FundColumn.score],
                    let points = score.plain, let full = Bounds(weight, factor: 1), let own = Bounds(points, factor: 1),
                    let printed = rate.bounds, let follows = rate.gives(points, of: weight)
                else { continue }
                // More than all of the budget is another rule's matter.
                if printed.middle > Bounds.percent { continue }
                if follows {
                    result.pass()
                    continue
                }
                let wanted = Bounds.part(of: Bounds(low: full.middle, high: full.middle), at: printed)
                let expected = PrintedNumber.rounding(wanted.middle, over: Bounds.scale, decimals: 2)?.text() ?? ""
                let difference = PrintedNumber.rounding(
                    (own.middle - wanted.middle).magnitudeValue, over: Bounds.scale, decimals: 2)
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.rateScore(
                            form.name, score.text, weight.text(), rate.cell.text, expected),
                        printed: score.text, expected: expected, difference: difference?.text() ?? "",
                        places: [form.spot("\(rate.row.label.bare) / \(FundColumn.score)", score)] + rate.places))
            }
        }
        return result
    }
}

/// 超预算执行: more than all of the budget wants a reason.
struct OverspentChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for rate in RateReading.all(form) {
                guard let printed = rate.bounds else { continue }
                if printed.middle <= Bounds.percent {
                    result.pass()
                    continue
                }
                let score = rate.row[FundColumn.score]
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.overspent(
                            form.name, rate.cell.text, rate.actual.text, rate.budget.text, score?.text ?? ""),
                        printed: rate.cell.text,
                        cause: rate.row[FundColumn.applied] == nil ? "" : EvaluationWords.appliedBase,
                        places: rate.places
                            + (score.map { [form.spot("\(rate.row.label.bare) / \(FundColumn.score)", $0)] } ?? [])))
            }
        }
        return result
    }
}
