import Fiscal
import Performance
import Publication
import Standards

/// Forms that belong together: those between one base-data or department form and the next of its kind.
enum FormGroups {
    static func groups(_ forms: [EvaluationForm]) -> [[EvaluationForm]] {
        var result: [[EvaluationForm]] = []
        var hasProject = false
        for form in forms {
            let isProject = form.definition.subject == .project
            if result.isEmpty || hasProject && !isProject {
                result.append([])
                hasProject = false
            }
            result[result.count - 1].append(form)
            hasProject = hasProject || isProject
        }
        return result
    }

    /// The projects of a group that are carried out by the unit that the other form is of; nil where that cannot be told.
    ///
    /// A department publishes the forms of all its units together, and each unit's projects are within its own whole.
    static func projects(_ projects: [EvaluationForm], of whole: EvaluationForm) -> [EvaluationForm]? {
        let units = projects.map { foldedLabel($0.fields[implementer]?.text ?? "") }
        let named = Set(units.filter { !$0.isEmpty })
        let owner = foldedLabel(whole.fields[unit]?.text ?? "")
        guard !owner.isEmpty else { return named.count <= 1 ? projects : nil }
        // Where all are carried out elsewhere the two names may well be of one unit.
        let own = zip(projects, units).filter { $0.1.isEmpty || isSameUnit($0.1, owner) }.map(\.0)
        if own.isEmpty { return named.count <= 1 ? projects : nil }
        return own
    }

    private static let implementer = "实施单位"
    private static let unit = "部门"
    /// 本级, 机关: what the unit's own accounts are called beside its name.
    private static let longestSuffix = 2

    private static func isSameUnit(_ a: String, _ b: String) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        return long.hasSuffix(short) || long.hasPrefix(short) && long.count - short.count <= longestSuffix
    }
}

/// 整体与项目: one indicator in the department's form and in a project's.
struct SameIndicatorChecker: EvaluationChecker {
    private static let shortest = 4

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let names = IndicatorNames(definitions: context.definitions)
        for group in FormGroups.groups(context.scored) {
            let departments = group.filter { $0.definition.subject == .department }
            for form in departments {
                for indicator in form.indicators {
                    for other in group where other.definition.subject == .project {
                        compare(form, indicator, other, names, context, rule, into: &result)
                    }
                }
            }
        }
        return result
    }

    private func compare(
        _ form: EvaluationForm, _ indicator: EvaluationIndicator, _ other: EvaluationForm, _ names: IndicatorNames,
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let key = names.key(indicator.name.text)
        guard key.count >= Self.shortest, let twin = other.indicators.first(where: { names.key($0.name.text) == key })
        else { return }
        let pairs = [(indicator.target, twin.target), (indicator.actual, twin.actual)].compactMap { a, b in
            a.flatMap { a in b.map { (a, $0) } }
        }.filter { $0.0.number != nil && $0.1.number != nil && $0.0.number?.unit == $0.1.number?.unit }
        let differing = pairs.filter { a, b in
            guard let one = a.number?.printed, let two = b.number?.printed else { return false }
            return !one.isSameValue(as: two)
        }
        // A share of the whole and of one project (whose public is asked by itself) may well come out differently.
        let isShare = indicator.actual?.number?.isPercent ?? false
        if isShare, differing.allSatisfy({ $0.0 == indicator.actual }) {
            result.pass()
            return
        }
        guard !pairs.isEmpty else { return }
        if differing.isEmpty {
            result.pass()
            return
        }
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.sameIndicator(
                    indicator.title, form.name, indicator, other.name, twin),
                printed: differing[0].0.text,
                places: [indicator.actual, indicator.target].compactMap { $0 }.map { form.spot(indicator.title, $0) }
                    + [twin.actual, twin.target].compactMap { $0 }.map { other.spot(twin.title, $0) }))
    }
}

/// 目标与自评: the targets that were applied for and those reported on.
struct GoalTargetChecker: EvaluationChecker {
    private static let shortest = 4

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let names = IndicatorNames(definitions: context.definitions)
        for goal in context.goals {
            let own = context.scored.filter { form in
                form.definition.subject == goal.definition.subject
                    && (form.definition.subject == .department
                        || foldedLabel(form.fields["项目"]?.text ?? "1") == foldedLabel(goal.fields["项目"]?.text ?? "2"))
            }
            for form in own {
                for indicator in form.indicators {
                    let key = names.key(indicator.name.text)
                    guard key.count >= Self.shortest,
                        let twin = goal.indicators.first(where: { names.key($0.name.text) == key }),
                        let one = indicator.target, let two = twin.target, let a = one.number, let b = two.number,
                        a.unit == b.unit
                    else { continue }
                    if a.printed.isSameValue(as: b.printed) {
                        result.pass()
                        continue
                    }
                    result.findings.append(
                        Finding(
                            rule, in: context,
                            message: EvaluationWords.goalTarget(
                                indicator.title, form.name, one.text, goal.name, two.text),
                            printed: one.text, expected: two.text,
                            places: [form.spot(indicator.title, one), goal.spot(twin.title, two)]))
                }
            }
        }
        return result
    }
}

/// 项目表合计: the projects' forms and the project expenditure of the department's.
struct ProjectSumChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for group in FormGroups.groups(context.forms) {
            let all = group.filter { $0.definition.kind == .scored && $0.definition.subject == .project }
            guard !all.isEmpty else { continue }
            guard let whole = whole(group), let projects = FormGroups.projects(all, of: whole.0) else {
                result.lack(EvaluationWords.noProjectTotal)
                continue
            }
            let cells = projects.compactMap { form in form.fund(FundName.total)?[FundColumn.actual].map { (form, $0) } }
            let arithmetic = FormArithmetic(cells.map(\.1) + [whole.1])
            let bounds = cells.compactMap { arithmetic.money($0.1) }
            guard bounds.count == projects.count, let total = arithmetic.money(whole.1) else {
                result.lack(EvaluationWords.noProjectTotal)
                continue
            }
            let sum = bounds.reduce(.zero, +)
            if sum.overlaps(total) || sum.high < total.low && tellsCoverage(sum, context) {
                result.pass()
                continue
            }
            let isMore = sum.low > total.high
            let text = arithmetic.text(sum.middle)
            // Not every project need be published: less proves nothing.
            result.findings.append(
                Finding(
                    rule, in: context, proof: isMore ? .error : .notice,
                    message: EvaluationWords.projectSum(
                        projects.count, text, whole.0.name, whole.1.text,
                        arithmetic.text((sum.middle - total.middle).magnitudeValue), isMore: isMore),
                    printed: text, expected: whole.1.text,
                    difference: arithmetic.text((sum.middle - total.middle).magnitudeValue),
                    places: cells.map { $0.0.spot("\(FundName.total) / \(FundColumn.actual)", $0.1) }
                        + [whole.0.spot(FundName.project, whole.1)]))
        }
        return result
    }

    /// Whether a sentence about the self-evaluations says that they are of so much money and no more.
    private func tellsCoverage(_ sum: Bounds, _ context: EvaluationContext) -> Bool {
        let words = context.definitions.telling?.coverage ?? []
        let text = ReportText(context.paper.paragraphs, words: context.definitions.report)
        let all = text.characters
        let sentences = all.indices.split { all[$0] == "。" }
        return sentences.contains { sentence in
            guard sentence.contains(where: { text.word(of: words, at: $0) != nil }) else { return false }
            return sentence.contains { index in
                guard let cell = text.amount(at: index).map(text.cell) else { return false }
                return FormArithmetic([cell]).money(cell)?.overlaps(sum) ?? false
            }
        }
    }

    /// Project expenditure as the department's form or the base-data table prints it.
    private func whole(_ group: [EvaluationForm]) -> (EvaluationForm, EvaluationCell)? {
        for form in group {
            if form.definition.kind == .scored, let cell = form.natures[FundName.project], cell.number != nil {
                return (form, cell)
            }
        }
        for form in group {
            if let cell = form.rows.first(where: { $0.name == FundName.project })?.values[.actual], cell.number != nil {
                return (form, cell)
            }
        }
        return nil
    }
}

/// 目标年度: goals of another year.
struct GoalYearChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let year = context.paper.year.number
        for form in context.scored + context.goals {
            let cells = form.goals + form.achieved
            guard !cells.isEmpty else { continue }
            let wrong = cells.filter { cell in
                (1...3).contains { back in Self.phrases(year - back).contains { foldedLabel(cell.text).contains($0) } }
            }
            if wrong.isEmpty {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, message: EvaluationWords.goalYear(form.name, wrong.map(\.text), year),
                    printed: wrong[0].text, places: wrong.map { form.spot("年度总体目标", $0) }))
        }
        return result
    }

    /// A year's own goals, not a plan that began in it.
    private static func phrases(_ year: Int) -> [String] {
        ["\(year)年度", "\(year)年全", "\(year)年共", "\(year)年,", "\(year)年，"]
    }
}
