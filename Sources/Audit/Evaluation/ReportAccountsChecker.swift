import Fiscal
import Publication
import Standards

/// 报告与决算: what a report tells of the accounts beside what tables and sentences of the accounts print.
///
/// A report may speak of the headquarters alone, of one fund or of other years. Only one whose figures mostly are those of
/// the accounts is known to have their scope; then a figure that stands nowhere in them is likely a slip.
struct ReportAccountsChecker: EvaluationChecker {
    private static let fewestAgreeing = 3
    /// For each that differs.
    private static let agreeingEach = 3

    private struct Difference {
        let own: Sighting
        let other: Sighting
    }

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard !context.paper.tables.isEmpty, !context.paper.reports.isEmpty else { return result }
        let accounts = SightingList(context.paper)
        for report in context.paper.reports {
            let (agreeing, differences) = compare(SightingList(report), accounts, context.paper.year)
            guard agreeing >= Self.fewestAgreeing, differences.count * Self.agreeingEach <= agreeing
            else { continue }
            result.pass(agreeing)
            result.findings += differences.map { finding($0, context, rule) }
        }
        return result
    }

    /// How many facts of the report the accounts print as it does, and those that they print otherwise.
    private func compare(
        _ report: SightingList, _ accounts: SightingList, _ year: FiscalYear
    ) -> (agreeing: Int, differences: [Difference]) {
        var agreeing = 0
        var differences: [Difference] = []
        // In the order of the report.
        for (figure, indices) in report.places.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
            guard case .fact(let key) = figure, key.year == year, let others = accounts.places[figure],
                let own = report.list[indices[0]].bounds, !isZero(report.list[indices[0]]),
                !indices.contains(where: { isRound(report.list[$0]) })
            else { continue }
            // What a report tells twice and differently is two things, or told already.
            guard indices.allSatisfy({ report.list[$0].bounds?.overlaps(own) ?? false }) else { continue }
            let known = others.map { accounts.list[$0] }.filter { !isZero($0) }
            if known.contains(where: { $0.bounds?.overlaps(own) ?? false }) {
                agreeing += 1
            } else if let first = known.first, !accounts.list.contains(where: { $0.bounds?.overlaps(own) ?? false }) {
                differences.append(Difference(own: report.list[indices[0]], other: first))
            }
        }
        return (agreeing, differences)
    }

    /// 约500万元 is no figure of the accounts: they have cents.
    private func isRound(_ sighting: Sighting) -> Bool { sighting.read.printed?.decimals == 0 }

    private func isZero(_ sighting: Sighting) -> Bool { sighting.bounds.map { $0.low <= 0 && 0 <= $0.high } ?? true }

    private func finding(_ difference: Difference, _ context: EvaluationContext, _ rule: Rule) -> Finding {
        let (own, other) = (difference.own.read, difference.other.read)
        return Finding(
            rule, in: context, proof: .warning,
            message: EvaluationWords.reportAndAccounts(own.place.label, other.place.label, other.text),
            printed: own.text, expected: other.text,
            places: [
                FindingPlace(text: own.text, place: own.place), FindingPlace(text: other.text, place: other.place),
            ])
    }
}
