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
        return money()
            + monitored.subject.monitoring.flatMap { row in
                kinds(row).map { EvaluationFault($0, at: row.origin, of: row.subject) }
            } + unanswered()
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
        return kinds.map { EvaluationFault($0, at: record.origin, of: record.subject) }
    }

    /// Whatever is warned of wants its reason and what is done about it, once a row.
    private func unanswered() -> [EvaluationFault] {
        let subject = monitored.subject
        var told: Set<String> = []
        return monitored.warnings.compactMap { warning in
            guard warning.reason.isEmpty || warning.measures.isEmpty, told.insert(warning.indicator).inserted else {
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
