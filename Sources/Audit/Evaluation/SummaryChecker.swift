import Fiscal
import Performance
import Publication
import Standards

/// 自评汇总: the mean and the counts by grade that the text tells, beside the forms behind it.
///
/// Only where the text says that it speaks of as many projects as there are forms: a paper may publish some of them.
struct SummaryChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let summary = context.paper.standards.schemes.rules.summary
        let claims = context.paper.claims.filter { claim in
            guard let concept = Self.key(claim)?.concept else { return false }
            return concept == summary.count || concept == summary.mean
        }
        guard !claims.isEmpty, !context.projects.isEmpty else { return result }
        let totals = context.projects.compactMap { $0.totalScore?.plain?.thousandths }
        let all = claims.first {
            Self.key($0)?.concept == summary.count && Self.key($0)?.coordinates.item.isAll == true
        }
        guard totals.count == context.projects.count, let told = all?.printed,
            told.isSameValue(as: PrintedNumber(mantissa: Int64(totals.count), decimals: 0))
        else {
            result.lack(EvaluationWords.noSummary)
            return result
        }
        for claim in claims where claim.place != all?.place {
            guard let printed = claim.printed, let wanted = wanted(claim, totals, printed, context) else { continue }
            if wanted.isSameValue(as: printed) {
                result.pass()
                continue
            }
            let forms = zip(context.projects, context.projects.map(\.totalScore)).compactMap { form, cell in
                cell.map { form.spot("总分", $0) }
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.summary(claim.place.label, claim.text, wanted.text(), totals.count),
                    printed: claim.text, expected: wanted.text(),
                    places: [FindingPlace(text: claim.text, place: claim.place)] + forms))
        }
        return result
    }

    private static func key(_ claim: ReadFigure) -> FactKey? {
        guard case .fact(let key) = claim.figure else { return nil }
        return key
    }

    private func wanted(
        _ claim: ReadFigure, _ totals: [Int128], _ printed: PrintedNumber, _ context: EvaluationContext
    ) -> PrintedNumber? {
        guard let key = Self.key(claim) else { return nil }
        let standards = context.paper.standards
        if key.concept == standards.schemes.rules.summary.mean {
            return PrintedNumber.rounding(
                totals.reduce(0, +), over: Int128(totals.count) * 1000, decimals: printed.decimals)
        }
        let name = standards.classification(.item).name(key.coordinates.item)
        let grades = standards.schemes.rules.grades
        guard grades.contains(where: { $0.name == name }) else { return nil }
        let count = totals.count { total in grades.first { total >= Int128($0.low) * 1000 }?.name == name }
        return PrintedNumber(mantissa: Int64(count), decimals: 0)
    }
}
