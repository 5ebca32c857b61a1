import Fiscal
import Performance
import Publication
import Standards

/// 主管部门: neither the treasury nor a government, and the one that nearly all other forms of the paper name.
struct ResponsibleChecker: EvaluationChecker {
    /// So many forms name the same department before another one is doubted, and at least so many of a hundred.
    private static let (fewestSame, leastShare) = (3, 75)

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let usual = usual(context)
        for form in context.projects {
            guard let cell = form.fields["主管部门"] else { continue }
            let name = foldedLabel(cell.text)
            let unit = foldedLabel(form.fields["实施单位"]?.text ?? context.paper.unit)
            if !context.definitions.noDepartments.contains(where: name.hasSuffix) || unit.contains(name) || name == unit
            {
                guard let usual, !name.isEmpty, !context.definitions.nothing.contains(name), !name.contains(usual),
                    !usual.contains(name)
                else {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context,
                        // Another department may well be in charge; a slip of a character or two is not another one.
                        proof: editDistance(Array(name), Array(usual)) <= 2 ? .warning : .notice,
                        message: EvaluationWords.otherDepartment(form.name, cell.text, usual: usual),
                        printed: cell.text, places: [form.spot("主管部门", cell)]))
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, message: EvaluationWords.responsible(form.name, cell.text, unit),
                    printed: cell.text,
                    places: [form.spot("主管部门", cell)] + (form.fields["实施单位"].map { [form.spot("实施单位", $0)] } ?? [])))
        }
        return result
    }
}

extension ResponsibleChecker {
    /// Folded; nil where the forms are of several departments, or too few to tell.
    private func usual(_ context: EvaluationContext) -> String? {
        let names = context.projects.compactMap { $0.fields["主管部门"].map { foldedLabel($0.text) } }
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        guard let (name, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count >= Self.fewestSame, count * 100 >= names.count * Self.leastShare
        else { return nil }
        return name
    }
}
