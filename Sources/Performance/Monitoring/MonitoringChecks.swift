import Fiscal
import Ledger
import Standards

/// What is wrong with a subject's monitoring, and what it leaves unsaid.
struct MonitoringChecks {
    private let monitored: MonitoredSubject
    private let rules: ScoringRules

    init(_ subject: EvaluatedSubject, standards: Standards) {
        monitored = MonitoredSubject(subject, standards: standards)
        rules = standards.schemes.rules
    }

    func faults() -> [EvaluationFault] {
        guard monitored.isMonitored else { return [] }
        // Rows of another subject are told where they stand.
        return money() + blank()
            + monitored.subject.monitoring.filter { $0.subject == monitored.subject.record.code }.flatMap { row in
                kinds(row).map { EvaluationFault($0, at: row.origin, of: row.subject) }
            } + unanswered()
    }

    /// Whoever prints the form answers for every indicator of it.
    private func blank() -> [EvaluationFault] {
        let subject = monitored.subject
        let names = monitored.indicators.filter { $0.record?.likelihood.isEmpty ?? true }.map(\.indicator.name)
        guard !names.isEmpty, let first = subject.monitoring.first else { return [] }
        return [
            EvaluationFault(.unmonitored(names, subject: subject.name), at: first.origin, of: subject.record.code)
        ]
    }

    private func kinds(_ row: MonitoringRecord) -> [EvaluationFault.Kind] {
        let known = monitored.subject.indicators.map(\.indicator.name)
        guard !row.indicator.isEmpty else { return [] }
        guard known.contains(row.indicator) else {
            return [.unknownMonitored(row.indicator, subject: monitored.subject.name, known: known)]
        }
        // Money is the subject's, not an indicator's.
        return row.amount != nil || row.forecastAmount != nil ? [.amountOfIndicator(row.indicator)] : []
    }

    private func money() -> [EvaluationFault] {
        let money = monitored.money
        guard let record = money.record else { return [] }
        var kinds: [EvaluationFault.Kind] = []
        if money.source == .unknown {
            kinds.append(.noMonitoredAmount(monitored.subject.name, month: money.month))
        } else if let typed = record.amount, let lines = money.fromLines, typed != lines {
            kinds.append(
                .monitoredAmountDiffers(
                    monitored.subject.name, typed: yuan(typed), lines: yuan(lines), month: money.month))
        }
        for typed in [record.amount, record.forecastAmount] {
            guard let typed, let budget = money.budget, typed > 0, Int128(typed) * 1000 < Int128(budget) else {
                continue
            }
            kinds.append(.likelyTenThousands(monitored.subject.name, typed: yuan(typed)))
        }
        return kinds.map { EvaluationFault($0, at: record.origin, of: record.subject) }
    }

    /// Whatever is warned of wants its reason and what is done about it, once a row.
    private func unanswered() -> [EvaluationFault] {
        let subject = monitored.subject
        var told: Set<String> = []
        return monitored.warnings.compactMap { warning in
            guard warning.reason.isEmpty || warning.measures.isEmpty,
                warning.record.map({ $0.subject == subject.record.code }) ?? true,
                told.insert(warning.indicator).inserted
            else {
                return nil
            }
            let all = monitored.warnings.filter { $0.indicator == warning.indicator }
            let origin = warning.record?.origin ?? subject.monitoring.first?.origin ?? subject.record.origin
            let kind = EvaluationFault.Kind.warnedWithoutReason(
                all, subject: subject.name, wantsReason: warning.reason.isEmpty,
                wantsMeasures: warning.measures.isEmpty)
            return EvaluationFault(kind, at: origin, of: subject.record.code)
        }
    }
}
