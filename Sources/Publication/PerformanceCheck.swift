import Fiscal
import Ledger
import Paper
package import Performance
import Standards

/// The forms of performance read back from their own printed text.
package struct PerformanceCheck: Sendable, Equatable {
    /// Indicators, rows of money and totals that the forms print.
    package let printed: Int
    /// Those that read back with the same words and figures.
    package let readBack: Int

    package var isClean: Bool { printed == readBack }

    init(_ part: PerformancePart, standards: Standards) {
        let reader = EvaluationReader(standards.evaluations)
        let forms = part.forms
        let counts = Stretches.each(forms.count) { index in
            let form = forms[index]
            let blocks: [Block] = [.paragraph(Paragraph(form.title, style: .tableTitle)), .grid(form.grid)]
            let read = reader.forms(in: Paper(title: "", sections: [Section(blocks: blocks)])).first
            return Self.counts(of: form, in: part, readAs: read)
        }
        printed = counts.reduce(0) { $0 + $1.printed }
        readBack = counts.reduce(0) { $0 + $1.readBack }
    }

    /// How many indicators and totals a form prints, and how many of them another reading of it has.
    package static func counts(
        of form: PrintedEvaluation, in part: PerformancePart, readAs read: EvaluationForm?
    ) -> (printed: Int, readBack: Int) {
        let wanted = (form.entries + form.base).map { $0.map { foldedLabel($0) } } + totals(of: form, part)
        let found = read.map { entries($0) + totals($0) + base($0) + monitored($0) } ?? []
        return (wanted.count, common(wanted, found))
    }

    private static func entries(_ form: EvaluationForm) -> [[String]] {
        form.indicators.map { indicator in
            [indicator.first, indicator.second]
                + [indicator.name, indicator.target, indicator.actual, indicator.weight, indicator.score].map {
                    foldedLabel($0?.text ?? "")
                }
        }
    }

    private static func totals(_ form: EvaluationForm) -> [[String]] {
        [form.totalScore].compactMap { $0 }.map { [foldedLabel($0.text)] }
    }

    private static func totals(of form: PrintedEvaluation, _ part: PerformancePart) -> [[String]] {
        guard form.layout.stage == .evaluation, form.layout.printsTotal else { return [] }
        let subject = part.subjects.first { $0.record.code == form.subject }
        return [subject?.total].compactMap { $0 }.map { [pointsText($0)] }
    }

    private static func monitored(_ form: EvaluationForm) -> [[String]] {
        form.monitored.map { row in
            [row.first, row.second, foldedLabel(row.name.text)]
                + [MonitoringColumn.target, MonitoringColumn.state, MonitoringColumn.forecast].map {
                    foldedLabel(row[$0]?.text ?? "")
                } + [row.causes.keys.sorted().joined(), row.likelihoods.keys.sorted().joined()]
        }
    }

    private static func base(_ form: EvaluationForm) -> [[String]] {
        let staff = form.staff.values.map { [PrintedEvaluation.staffRow, "", foldedLabel($0.text)] }
        let titles = Dictionary(form.columns.map { ($0.role, $0.title) }, uniquingKeysWith: { first, _ in first })
        return staff
            + form.rows.flatMap { row in
                row.values.map { role, cell in
                    [foldedLabel(row.label.text), foldedLabel(titles[role] ?? ""), foldedLabel(cell.text)]
                }
            }
    }

    private static func common(_ wanted: [[String]], _ found: [[String]]) -> Int {
        var counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
        return wanted.count { entry in
            guard let left = counts[entry], left > 0 else { return false }
            counts[entry] = left - 1
            return true
        }
    }
}

extension EvaluationLayout {
    /// Whether some cell shows the subject's total.
    fileprivate var printsTotal: Bool {
        blocks.contains { block in
            guard case .rows(let rows) = block else { return false }
            return rows.contains { $0.contains { $0.content == .field("总得分") } }
        }
    }
}
