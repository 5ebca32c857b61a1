import Fiscal
import Performance
import Standards

/// Money of a form by kind of income and of expenditure.
struct Natures {
    static let income = ["一般公共预算", "政府性基金", "国有资本经营预算", "专户管理", "其他资金"]
    /// Those without which a list is not read to its end: nearly every unit has them.
    private static let usual = ["一般公共预算", FundName.basic, FundName.project]
    static let expenditure = [FundName.basic, FundName.project]

    let form: EvaluationForm

    var arithmetic: FormArithmetic {
        FormArithmetic(Array(form.natures.values) + (form.fund(FundName.total).map { Array($0.values.values) } ?? []))
    }

    /// The printed members with their sum; nil where none or only one stands there.
    func sum(_ names: [String]) -> (cells: [(String, EvaluationCell)], bounds: Bounds)? {
        let cells = names.compactMap { name in
            form.natures[name].flatMap { $0.isBlank || $0.value == .nothing ? nil : (name, $0) }
        }
        let bounds = cells.compactMap { arithmetic.money($0.1) }
        guard bounds.count == cells.count, !cells.isEmpty else { return nil }
        return (cells, bounds.reduce(.zero, +))
    }

    /// Why members that do not come to the total prove nothing; nil where they do.
    func gap(_ names: [String]) -> String? {
        if !form.otherNatures.isEmpty { return EvaluationWords.otherNatures(form.name, form.otherNatures.map(\.text)) }
        let missing = names.filter { Self.usual.contains($0) && arithmetic.money(form.natures[$0]) == nil }
        return missing.isEmpty ? nil : EvaluationWords.missingNatures(form.name, missing)
    }

    /// The total's amounts in the order in which they are likely meant.
    func totals(_ columns: [String]) -> [(String, EvaluationCell, Bounds)] {
        guard let row = form.fund(FundName.total) else { return [] }
        return columns.compactMap { column in
            row[column].flatMap { cell in arithmetic.money(cell).map { (column, cell, $0) } }
        }
    }
}

/// 收入性质, 整体执行数, 申报资金: the members come to one of the totals.
struct NatureSumChecker: EvaluationChecker {
    let names: [[String]]
    let columns: [String]
    let isGoal: Bool

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in isGoal ? context.goals : context.scored {
            let natures = Natures(form: form)
            for group in names {
                let totals = natures.totals(columns)
                guard let sum = natures.sum(group), !totals.isEmpty else { continue }
                if totals.contains(where: { $0.2.overlaps(sum.bounds) }) {
                    result.pass()
                    continue
                }
                if let gap = natures.gap(group) {
                    result.lack(gap)
                    continue
                }
                // Of several columns that the members may belong to, the likeliest is shown.
                let shown = totals[0]
                let arithmetic = natures.arithmetic
                let expected = arithmetic.text(sum.bounds.middle)
                let difference = arithmetic.text((shown.2.middle - sum.bounds.middle).magnitudeValue)
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.sum(
                            form.name, "\(shown.0)：\(FundName.total)", shown.1.text,
                            sum.cells.map { ($0.0, $0.1.text) }, expected, difference),
                        printed: shown.1.text, expected: expected, difference: difference,
                        places: [form.spot("\(FundName.total) / \(shown.0)", shown.1)]
                            + sum.cells.map { form.spot($0.0, $0.1) }))
            }
        }
        return result
    }
}

/// 任务资金: rows come to their total, and each row's total to its sources. 任务与项目: no more than project expenditure.
struct TaskChecker: EvaluationChecker {
    let againstProjects: Bool
    private static let parts = [FundName.fiscal, FundName.other]

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.goals where !form.tasks.isEmpty {
            if againstProjects {
                checkProjects(form, context, rule, into: &result)
            } else {
                for row in form.tasks + (form.taskTotal.map { [$0] } ?? []) {
                    checkRow(form, row, context, rule, into: &result)
                }
                for column in [FundName.total] + Self.parts { checkTotal(form, column, context, rule, into: &result) }
            }
        }
        return result
    }

    private func arithmetic(_ form: EvaluationForm) -> FormArithmetic {
        FormArithmetic((form.tasks + (form.taskTotal.map { [$0] } ?? [])).flatMap { Array($0.values.values) })
    }

    private func checkRow(
        _ form: EvaluationForm, _ row: FundRow, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let arithmetic = arithmetic(form)
        let parts = Self.parts.compactMap { name in row[name].map { (name, $0) } }.filter { !$0.1.isBlank }
        let bounds = parts.compactMap { arithmetic.money($0.1) }
        guard let cell = row[FundName.total], let whole = arithmetic.money(cell), !parts.isEmpty,
            bounds.count == parts.count
        else { return }
        add(form, "\(row.name)：\(FundName.total)", cell, whole, parts, bounds, context, rule, into: &result)
    }

    private func checkTotal(
        _ form: EvaluationForm, _ column: String, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let arithmetic = arithmetic(form)
        guard let cell = form.taskTotal?[column], let whole = arithmetic.money(cell) else { return }
        let parts = form.tasks.compactMap { row in row[column].map { (row.name, $0) } }.filter { !$0.1.isBlank }
        let bounds = parts.compactMap { arithmetic.money($0.1) }
        guard !parts.isEmpty, bounds.count == parts.count else { return }
        add(form, "合计：\(column)", cell, whole, parts, bounds, context, rule, into: &result)
    }

    private func add(
        _ form: EvaluationForm, _ what: String, _ cell: EvaluationCell, _ whole: Bounds,
        _ parts: [(String, EvaluationCell)], _ bounds: [Bounds], _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let sum = bounds.reduce(.zero, +)
        if sum.overlaps(whole) {
            result.pass()
            return
        }
        let arithmetic = arithmetic(form)
        let expected = arithmetic.text(sum.middle)
        let difference = arithmetic.text((whole.middle - sum.middle).magnitudeValue)
        result.findings.append(
            Finding(
                rule, in: context,
                message: EvaluationWords.sum(
                    form.name, what, cell.text, parts.map { ($0.0, $0.1.text) }, expected, difference),
                printed: cell.text, expected: expected, difference: difference,
                places: [form.spot(what, cell)] + parts.map { form.spot($0.0, $0.1) }))
    }

    private func checkProjects(
        _ form: EvaluationForm, _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let arithmetic = arithmetic(form)
        guard let projects = form.natures[FundName.project], let limit = arithmetic.money(projects) else {
            result.lack(EvaluationWords.noProjects(form.name))
            return
        }
        let cells = form.taskTotal?[FundName.total].map { [$0] } ?? form.tasks.compactMap { $0[FundName.total] }
        let sum = cells.compactMap { arithmetic.money($0) }.reduce(.zero, +)
        if sum.low <= limit.high {
            result.pass()
            return
        }
        let text = arithmetic.text(sum.middle)
        result.findings.append(
            Finding(
                rule, in: context, message: EvaluationWords.tasksOverProjects(form.name, text, projects.text),
                printed: text, expected: "不超过 \(projects.text)",
                places: cells.prefix(1).map { form.spot("任务资金", $0) } + [form.spot(FundName.project, projects)]))
    }
}
