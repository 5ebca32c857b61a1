import Fiscal
import Ledger
import Performance
import Standards

/// Prints scored subjects for reading, in 80 columns.
struct ScorePrinter {
    let rules: ScoringRules
    let units: UnitTree

    func print(_ subject: EvaluatedSubject) {
        let unit = units[subject.record.unit]?.name ?? subject.record.unit
        lines(.subject(subject, unit: unit))
        funds(subject.funds)
        if subject.scheme.execution.weight > 0 { lines(.execution(subject), indent: 2) }
        for level in subject.scheme.levels {
            let own = subject.indicators.filter { $0.indicator.record.first == level.name }
            guard !own.isEmpty else { continue }
            let scores = own.map(\.score.value)
            let score = scores.contains { $0 == nil } ? nil : scores.reduce(0) { $0 + ($1 ?? 0) }
            lines(.level(level, score: subject.isEvaluated ? score : nil), indent: 2)
            for item in own {
                lines(.indicator(item), indent: 4)
                if subject.isEvaluated { lines(.arithmetic(item), indent: 6) }
            }
        }
        let isScored = subject.scheme.isScored
        lines(!isScored ? .notScored : subject.isEvaluated ? .total(subject) : .goalsOnly, indent: 2)
        say("")
    }

    func print(_ summary: ScoreSummary) {
        guard summary.projects > 0 else { return }
        lines(.summary(projects: summary.projects, scored: summary.scored))
        if summary.scored > 0 {
            lines(.grades(summary.grades), indent: 2)
            lines(.mean(summary.mean), indent: 2)
        }
        lines(.covered(summary), indent: 2)
        if summary.share != nil { lines(.share(summary), indent: 2) }
    }

    // MARK: Money

    private static let widths = (label: 16, amount: 18, rate: 8)

    private func funds(_ funds: SubjectFunds) {
        let phases: [Phase] = [.initialBudget, .adjustedBudget, .actual]
        guard phases.contains(where: { funds.amount(.total, $0) != nil }) else {
            lines(.noMoney, indent: 2)
            return
        }
        row(ScoreLine.fundsHeader)
        for source in SubjectFunds.Source.allCases {
            let amounts = phases.map { funds.amount(source, $0) }
            // What no line has is not worth a row; that there is none of the total is.
            guard source == .total || amounts.contains(where: { ($0 ?? 0) != 0 }) else { continue }
            let rate = funds.execution(source).flatMap {
                PrintedNumber.rounding(
                    Int128($0.executed) * 100, over: Int128($0.budget), decimals: rules.rateDecimals)
            }
            row([ScoreLine.label(source)] + amounts.map { $0.map(yuan) ?? "—" } + [rate.map { $0.text() + "%" } ?? "—"])
        }
    }

    private func row(_ cells: [String]) {
        var line = "  " + DisplayText.padded(cells[0], to: Self.widths.label)
        for cell in cells[1...3] { line += DisplayText.alignedRight(cell, to: Self.widths.amount) }
        say(line + DisplayText.alignedRight(cells[4], to: Self.widths.rate))
    }

    private func lines(_ line: ScoreLine, indent: Int = 0) {
        let blanks = String(repeating: " ", count: indent)
        for text in DisplayText.wrapped(line.message, first: blanks, rest: blanks + "  ") { say(text) }
    }
}
