import Audit
import Fiscal
import Publication

/// Prints what a check found, so that each finding can be acted on without asking.
struct CheckPrinter {
    let withNotices: Bool
    /// Whether all that was read and each rule are listed.
    let withCoverage: Bool

    private static let mostPlaces = 6

    func print(_ results: [CheckedFile]) {
        for result in results {
            if results.count > 1 { say(CheckLine.file(result.path).message) }
            for fault in result.faults { if result.isAside { say(fault) } else { complain(fault) } }
            if let report = result.report { print(result, report) }
            if results.count > 1 { say("") }
        }
        if results.count > 1 { CheckSummary(results).print() }
    }

    private func print(_ result: CheckedFile, _ report: AuditReport) {
        let findings = result.findings(withNotices: withNotices)
        say(CheckLine.paper(unit: report.unit, year: report.year).message)
        if let line = report.togetherLine { Self.lines(line.message, "", "  ") }
        for (line, _) in report.companionLines { Self.lines(line.message, "", "  ") }
        say("")
        for (index, finding) in findings.enumerated() {
            if index == 0 || findings[index - 1].severity != finding.severity {
                let count = findings.count { $0.severity == finding.severity }
                say(CheckLine.severity(finding.severity, count: count).message)
                say("")
            }
            print(finding, number: index + 1, in: report.file)
        }
        for line in Self.total(report, withNotices: withNotices) { Self.lines(line.message, "", "  ") }
        say("")
        CoveragePrinter(report: report, rules: result.rules, isFull: withCoverage).print()
    }

    /// What it comes to; a paper of which nothing was read is not called clean.
    static func total(_ report: AuditReport, withNotices: Bool) -> [CheckLine] {
        var lines: [CheckLine] = []
        if let gap = report.gapLine { lines.append(gap) }
        if report.gap == nil || !report.findings.isEmpty {
            lines.append(
                .total(
                    errors: report.count(.error), warnings: report.count(.warning), notices: report.count(.notice),
                    hidden: withNotices ? 0 : report.count(.notice)))
        }
        lines.append(
            .outcomes(
                passed: report.count(.passed), tails: report.roundingTails, failed: report.count(.failed),
                notApplicable: report.count(.notApplicable), unchecked: report.count(.unchecked)))
        return lines
    }

    private func print(_ finding: Finding, number: Int, in file: String) {
        let layout = FindingLayout(finding, in: file)
        let head = CheckLine.finding(number: number, rule: finding.rule).message
        let title = layout.title.isEmpty ? "" : "  " + CheckLine.words(layout.title)
        Self.lines((layout.position.map { " " + $0.message } ?? "") + title, head, "  ")
        Self.lines(CheckLine.words(layout.message), "  ", "  ")
        if !layout.original.isEmpty { labelled(.original, layout.original) }
        if !finding.cause.isEmpty { labelled(.cause, finding.cause) }
        if !finding.basis.isEmpty { labelled(.basis, finding.basis) }
        for place in layout.others.prefix(Self.mostPlaces) {
            let name = place.file.isEmpty || place.file == file ? "" : place.file + " "
            let words = [name + place.place.label, place.text].filter { !$0.isEmpty }.joined(separator: "  ")
            Self.lines(
                CheckLine.words(words) + (place.place.place.map { CheckLine.position($0).message } ?? ""), "  · ",
                "    ")
        }
        let more = layout.others.count - Self.mostPlaces
        if more > 0 { say("  " + CheckLine.morePlaces(more).message) }
        say("")
    }

    private func labelled(_ label: CheckLine, _ text: String) {
        Self.lines(CheckLine.words(text), "  " + label.message, "    ")
    }

    /// Lines as wide as the terminal; words of the paper inside an English line stay in one piece, so that their quotes do.
    static func lines(_ text: String, _ first: String, _ rest: String) {
        guard MessageLanguage.current == .chinese else {
            say(first + text)
            return
        }
        for line in DisplayText.wrapped(text, first: first, rest: rest) { say(line) }
    }
}
