import Fiscal
import Performance
import Standards

/// 控制率: staff over posts.
struct ControlRateChecker: EvaluationChecker {
    private static let posts = "编制"
    private static let staff = "实有"
    private static let rate = "控制率"

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base {
            guard let posts = form.staff[Self.posts], let staff = form.staff[Self.staff],
                let rate = form.staff[Self.rate],
                let whole = posts.number?.printed.thousandths, let part = staff.number?.printed.thousandths,
                let printed = rate.number, printed.isPercent, whole > 0
            else {
                if !form.staff.isEmpty { result.lack(EvaluationWords.noStaff(form.name)) }
                continue
            }
            let decimals = max(printed.printed.decimals, 2)
            guard let expected = PrintedNumber.rounding(part * 100, over: whole, decimals: decimals),
                let follows = Quotient.follows(
                    printed.printed, Bounds(low: part, high: part), times: 100, over: Bounds(low: whole, high: whole))
            else { continue }
            if follows {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.control(
                        form.name, rate.text, staff.text, posts.text, expected.text() + "%"),
                    printed: rate.text, expected: expected.text() + "%",
                    places: [form.spot(Self.rate, rate), form.spot(Self.staff, staff), form.spot(Self.posts, posts)]))
        }
        return result
    }
}

/// Sums of a base-data table in one column.
struct BaseSum {
    let whole: BaseRow
    let parts: [BaseRow]
    let form: EvaluationForm

    private var arithmetic: FormArithmetic { FormArithmetic(form.rows.flatMap { Array($0.values.values) + $0.open }) }

    /// nil where a figure is missing.
    func failure(_ role: BaseColumn.Role) -> (printed: EvaluationCell, sum: Bounds, whole: Bounds)?? {
        let arithmetic = arithmetic
        guard let cell = whole.values[role], let own = arithmetic.money(cell) else { return nil }
        var sum = Bounds.zero
        for part in parts {
            guard part.open.isEmpty else { return nil }
            guard let value = part.values[role], !value.isBlank else { continue }
            guard let bounds = arithmetic.money(value) else { return nil }
            sum = sum + bounds
        }
        guard parts.contains(where: { $0.values[role] != nil }) else { return nil }
        return .some(sum.overlaps(own) ? nil : (cell, sum, own))
    }

    func finding(
        _ role: BaseColumn.Role, _ failure: (printed: EvaluationCell, sum: Bounds, whole: Bounds),
        _ context: EvaluationContext, _ rule: Rule, cause: String = ""
    ) -> Finding {
        let arithmetic = arithmetic
        let expected = arithmetic.text(failure.sum.middle)
        let difference = arithmetic.text((failure.whole.middle - failure.sum.middle).magnitudeValue)
        let title = form.columns.first { $0.role == role }?.title ?? role.rawValue
        let shown = parts.filter { $0.values[role] != nil }
        return Finding(
            rule, in: context,
            message: EvaluationWords.sum(
                form.name, "\(title)：\(whole.label.bare)", failure.printed.text,
                shown.map { ($0.label.bare, $0.values[role]?.text ?? "") }, expected, difference),
            printed: failure.printed.text, expected: expected, difference: difference, cause: cause,
            places: [form.spot("\(whole.label.bare) / \(title)", failure.printed)]
                + shown.compactMap { part in part.values[role].map { form.spot("\(part.label.bare) / \(title)", $0) } })
    }
}

/// 三公: rows that the form names as the sum of others.
struct BasePartsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base {
            for definition in form.definition.rows where !definition.parts.isEmpty {
                guard let whole = form.rows.first(where: { $0.name == definition.label.name }) else { continue }
                let parts = definition.parts.compactMap { name in form.rows.first { $0.name == name } }
                guard parts.count == definition.parts.count else {
                    result.lack(EvaluationWords.missingRows(form.name, definition.label.name))
                    continue
                }
                let sum = BaseSum(whole: whole, parts: parts, form: form)
                for role in form.columns.map(\.role) {
                    guard let outcome = sum.failure(role) else {
                        if whole.values[role] == nil {
                            result.lack(EvaluationWords.missingRows(form.name, definition.label.name))
                        }
                        continue
                    }
                    if let failure = outcome {
                        result.findings.append(sum.finding(role, failure, context, rule))
                    } else {
                        result.pass()
                    }
                }
            }
        }
        return result
    }
}

/// 项目支出: a row is the sum of the rows under it.
struct BaseProjectsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base {
            for definition in form.definition.rows where definition.ownsFollowing {
                guard let whole = form.rows.first(where: { $0.name == definition.label.name }) else { continue }
                let named = form.rows.filter { $0.owner == definition.label.name && !$0.name.isEmpty }
                let own = named.isEmpty ? form.rows.filter { $0.owner == definition.label.name } : named
                guard !own.isEmpty else { continue }
                // What is in no group of its own stands right under the whole.
                let loose = form.rows.filter { $0.owner == definition.label.name && !own.contains($0) }
                for parts in OpenRows.placed(own, whole, form) {
                    let sums = (loose.isEmpty ? [] : [loose + parts]) + [parts]
                    let ways = sums.map { BaseSum(whole: whole, parts: $0, form: form) }
                    for role in form.columns.map(\.role) { check(ways, role, context, rule, into: &result) }
                }
                if OpenRows.placed(own, whole, form).isEmpty {
                    result.lack(EvaluationWords.openRows(form.name, definition.label.name))
                }
            }
        }
        return result
    }

    /// - Parameter ways: of adding up the rows; one that fits is enough, and the nearest is told.
    private func check(
        _ ways: [BaseSum], _ role: BaseColumn.Role, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let outcomes = ways.compactMap { sum in sum.failure(role).map { (sum: sum, failure: $0) } }
        guard !outcomes.isEmpty else { return }
        let failures = outcomes.compactMap { outcome in outcome.failure.map { (sum: outcome.sum, failure: $0) } }
        guard failures.count == outcomes.count,
            let (sum, failure) = failures.min(by: { Self.distance($0.failure) < Self.distance($1.failure) })
        else {
            result.pass()
            return
        }
        result.findings.append(sum.finding(role, failure, context, rule, cause: cause(sum, role, failure)))
    }

    private static func distance(_ failure: (printed: EvaluationCell, sum: Bounds, whole: Bounds)) -> Int128 {
        (failure.whole.middle - failure.sum.middle).magnitudeValue
    }

    /// A row under another heading that closes the sum.
    private func cause(
        _ sum: BaseSum, _ role: BaseColumn.Role, _ failure: (printed: EvaluationCell, sum: Bounds, whole: Bounds)
    ) -> String {
        let arithmetic = FormArithmetic(sum.form.rows.flatMap { Array($0.values.values) })
        let others = sum.form.rows.filter { row in
            row.name.isEmpty && !sum.parts.contains(row)
                && (arithmetic.money(row.values[role]).map { (failure.sum + $0).overlaps(failure.whole) } ?? false)
        }
        guard others.count == 1 else { return "" }
        return EvaluationWords.otherRow(others[0].label.bare, others[0].values[role]?.text ?? "")
    }
}

/// Rows some of whose blank cells were dropped: their columns are told by the sums of the others.
enum OpenRows {
    /// More would be guessing.
    private static let most = 3

    /// The rows with every value placed; none where more than one way is left, or no column proves the way.
    static func placed(_ rows: [BaseRow], _ whole: BaseRow, _ form: EvaluationForm) -> [[BaseRow]] {
        let open = rows.indices.filter { !rows[$0].open.isEmpty }
        guard !open.isEmpty else { return [rows] }
        guard open.count <= most else { return [] }
        let roles = form.columns.map(\.role)
        var ways: [[BaseRow]] = [rows]
        for index in open {
            ways = ways.flatMap { way in
                choices(rows[index].open.count, of: roles).map { chosen in
                    var copy = way
                    for (role, cell) in zip(chosen, rows[index].open) { copy[index].values[role] = cell }
                    copy[index].open = []
                    return copy
                }
            }
        }
        func proved(_ way: [BaseRow]) -> Int {
            let sum = BaseSum(whole: whole, parts: way, form: form)
            return roles.count { role in sum.failure(role).map { $0 == nil } ?? false }
        }
        let scores = ways.map(proved)
        guard let best = scores.max(), best >= 2 || best == roles.count,
            scores.count(where: { $0 == best }) == 1, let index = scores.firstIndex(of: best)
        else { return [] }
        return [ways[index]]
    }

    /// Columns in order, so many of them.
    private static func choices(_ count: Int, of roles: [BaseColumn.Role]) -> [[BaseColumn.Role]] {
        guard count > 0 else { return [[]] }
        guard roles.count >= count else { return [] }
        return roles.indices.flatMap { first in
            choices(count - 1, of: Array(roles[(first + 1)...])).map { [roles[first]] + $0 }
        }
    }
}
