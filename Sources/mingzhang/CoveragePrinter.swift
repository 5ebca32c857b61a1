import Audit
import Fiscal
import Paper
import Publication
import Standards

/// Prints what of a paper was looked at and what was not: in a few lines, or one by one.
struct CoveragePrinter {
    let report: AuditReport
    let rules: [Rule]
    let isFull: Bool

    /// Names of a list, and reasons, where not all are asked for.
    private static let mostNames = 6
    private static let mostReasons = 8
    private static let fewReasons = 3

    func print() {
        let coverage = report.coverage
        let found = Set(coverage.formsFound).count
        // Of a paper of performance alone it would frighten: nobody expects the accounts' tables there.
        if !isOnlyEvaluation {
            CheckPrinter.lines(
                CheckLine.coverage(
                    forms: found, of: found + coverage.formsMissing.count, figures: coverage.figures,
                    checked: coverage.checkedFigures
                ).message, "", "  ")
        }
        if report.regionChoice == .guessed {
            CheckPrinter.lines(CheckLine.regionGuessed(report.region).message, "", "  ")
        }
        if !coverage.evaluationForms.isEmpty {
            CheckPrinter.lines(
                CheckLine.names(coverage.evaluationForms, most: isFull ? .max : Self.mostNames),
                CheckLine.evaluationForms(coverage.evaluationForms.count).message, "  ")
        }
        if isOnlyEvaluation { CheckPrinter.lines(CheckLine.onlyEvaluation(kind: report.kind).message, "", "  ") }
        if isFull {
            full(coverage)
        } else {
            short(coverage)
        }
    }

    /// Where nothing at all was checked it has been said already: what each rule lacks and which forms are missing is noise.
    private var isNothing: Bool { report.gap != nil && report.count(.passed) + report.count(.failed) == 0 }

    private var isOnlyEvaluation: Bool { report.gap == nil && report.coverage.formsFound.isEmpty }

    // MARK: - In a few lines

    private func short(_ coverage: AuditCoverage) {
        for (names, line) in [
            (isOnlyEvaluation || isNothing ? [] : coverage.formsMissing, CheckLine.formsMissing),
            (coverage.unread.map(\.title), CheckLine.unread),
            (coverage.unassigned.map(\.label), CheckLine.unassigned),
        ] where !names.isEmpty {
            CheckPrinter.lines(
                CheckLine.names(names, most: Self.mostNames), line(names.count).message, "  ")
        }
        let open = coverage.openClaims.count
        if open > 0 { CheckPrinter.lines(CheckLine.openClaims(open).message + stop, "", "  ") }
        // Where no form was read, that is the reason of nearly all.
        if !isNothing { reasons(most: !coverage.formsFound.isEmpty ? Self.mostReasons : Self.fewReasons) }
        if report.count(.unchecked) + open + coverage.unread.count > 0 {
            CheckPrinter.lines(CheckLine.coverageHint.message, "", "  ")
        }
    }

    private var stop: String { MessageLanguage.current == .chinese ? "。" : "." }

    private func reasons(most: Int) {
        let unchecked = report.outcomes.filter { $0.counts[.unchecked, default: 0] > 0 }
        if unchecked.isEmpty { return }
        say(CheckLine.uncheckedPlaces(report.count(.unchecked), rules: unchecked.count).message)
        let reasons = UncheckedReasons(report).reasons
        for reason in reasons.prefix(most) {
            CheckPrinter.lines(CheckLine.reason(reason.text, rules: reason.rules).message, "  · ", "    ")
        }
        if reasons.count > most { say("  · " + CheckLine.moreReasons(reasons.count - most).message) }
    }

    // MARK: - One by one

    private func full(_ coverage: AuditCoverage) {
        list(coverage.formsFound.map { (label: $0, place: nil) }, CheckLine.formsFound)
        list(coverage.formsMissing.map { (label: $0, place: nil) }, CheckLine.formsMissing)
        list(coverage.unread.map { ($0.title, $0.place) }, CheckLine.unread)
        list(coverage.unassigned.map { ($0.label, $0.place) }, CheckLine.unassigned)
        list(coverage.openClaims.map { ($0.label, $0.place) }) { CheckLine.openClaims($0) }
        reasons(most: .max)
        for family in RuleFamilies(report, rules).families {
            say(CheckLine.family(family.name, rules: family.count).message)
            for row in family.rows {
                CheckPrinter.lines(row.line.message, "  ", "    ")
            }
            if family.notMet > 0 { say("  " + CheckLine.notMet(family.notMet).message) }
            if family.needsBook > 0 { say("  " + CheckLine.needsBook(family.needsBook).message) }
        }
    }

    private func list(_ items: [(label: String, place: Place?)], _ head: (Int) -> CheckLine) {
        if items.isEmpty { return }
        say(head(items.count).message)
        for item in items { CheckPrinter.lines(CheckLine.place(item.label, item.place).message, "  · ", "    ") }
    }
}
