import Audit
import Fiscal
import Publication

/// Prints what a check found, so that each finding can be acted on without asking.
struct CheckPrinter {
    let withNotices: Bool

    private static let mostPlaces = 8

    func print(_ results: [CheckedFile]) {
        for result in results {
            if results.count > 1 { say(CheckLine.file(result.path).message) }
            for fault in result.faults { complain(fault) }
            if let report = result.report { print(result, report) }
        }
        if results.count > 1 { summary(results) }
    }

    private func print(_ result: CheckedFile, _ report: AuditReport) {
        let findings = result.findings(withNotices: withNotices)
        for (index, finding) in findings.enumerated() { print(finding, number: index + 1) }
        if let gap = report.gapLine { lines(gap.message, "", "  ") }
        // A paper of which nothing was read has no problems only because nobody looked.
        if report.gap == nil || !report.findings.isEmpty {
            say(
                CheckLine.total(
                    errors: report.count(.error), warnings: report.count(.warning),
                    notices: report.count(.notice), hidden: withNotices ? 0 : report.count(.notice)
                ).message)
        }
        let outcomes = CheckLine.outcomes(
            passed: report.count(.passed), tails: report.outcomes.reduce(0) { $0 + $1.roundingTails },
            failed: report.count(.failed), notApplicable: report.count(.notApplicable),
            unchecked: report.count(.unchecked))
        lines(outcomes.message, "", "  ")
        coverage(report)
    }

    private func print(_ finding: Finding, number: Int) {
        let head = CheckLine.finding(number: number, finding.severity, rule: finding.rule).message
        lines(CheckLine.words(finding.message), head + " ", "  ")
        if !finding.cause.isEmpty { labelled(.cause, CheckLine.words(finding.cause)) }
        if !finding.basis.isEmpty { labelled(.basis, CheckLine.words(finding.basis)) }
        for place in finding.places.prefix(Self.mostPlaces) {
            let file = place.file == finding.places.first?.file || place.file.isEmpty ? "" : place.file + " "
            lines(
                CheckLine.words("\(file)\(place.place.label)  \(place.text)")
                    + (place.place.place.map { CheckLine.position($0).message } ?? ""),
                "  · ", "    ")
        }
        let more = finding.places.count - Self.mostPlaces
        if more > 0 { say("  " + CheckLine.morePlaces(more).message) }
        say("")
    }

    private func labelled(_ label: CheckLine, _ text: String) { lines(text, "  " + label.message, "    ") }

    /// Lines as wide as the terminal; words of the paper inside an English line stay in one piece, so that their quotes do.
    private func lines(_ text: String, _ first: String, _ rest: String) {
        guard MessageLanguage.current == .chinese else {
            say(first + text)
            return
        }
        for line in DisplayText.wrapped(text, first: first, rest: rest) { say(line) }
    }

    private func coverage(_ report: AuditReport) {
        let coverage = report.coverage
        say(
            CheckLine.coverage(
                forms: coverage.formsFound.count, figures: coverage.figures, checked: coverage.checkedFigures
            ).message)
        if report.regionChoice == .guessed { say(CheckLine.regionGuessed(report.region).message) }
        for (names, line) in [
            (coverage.formsMissing, CheckLine.formsMissing), (coverage.unread.map(\.title), CheckLine.unread),
            (coverage.unassigned.map(\.label), CheckLine.unassigned),
            (coverage.openClaims.map(\.label), CheckLine.openClaims),
        ] where !names.isEmpty {
            lines(CheckLine.names(names), line(names.count).message, "  ")
        }
        for outcome in report.outcomes where outcome.counts[.unchecked, default: 0] > 0 {
            lines(
                CheckLine.names(outcome.missing),
                CheckLine.uncheckedRule(outcome.rule, count: outcome.counts[.unchecked, default: 0]).message, "  ")
        }
    }

    private func summary(_ results: [CheckedFile]) {
        let widths = (name: 46, count: 8)
        let head = CheckLine.summaryColumns
        say(
            DisplayText.padded(head[0], to: widths.name)
                + head.dropFirst().map { DisplayText.padded($0, to: widths.count) }.joined())
        for result in results {
            let cells: [String] =
                result.report.map { report in
                    [report.count(.error), report.count(.warning), report.count(.notice), report.count(.unchecked)]
                        .map(String.init)
                } ?? [CheckLine.notRead.message]
            let name = DisplayText.padded(result.path, to: widths.name)
            say(name + cells.map { DisplayText.padded($0, to: widths.count) }.joined())
        }
    }
}

extension AuditReport {
    /// What must be said before anything else where no form was read.
    var gapLine: CheckLine? {
        gap.map {
            .gap($0, region: region, year: year, checked: count(.passed) + count(.failed))
        }
    }
}
