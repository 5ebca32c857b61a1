import Fiscal
import Ledger
import Standards

/// What is wrong with one subject, its indicators and its monitoring.
struct SubjectChecks {
    private let subject: EvaluatedSubject
    private let rules: ScoringRules

    init(_ subject: EvaluatedSubject, rules: ScoringRules) {
        self.subject = subject
        self.rules = rules
    }

    func faults() -> [EvaluationFault] {
        guard !subject.indicators.isEmpty else {
            return [EvaluationFault(.noIndicators(subject.name), at: subject.record.origin)]
        }
        return levels() + names() + subject.indicators.flatMap(indicator) + money() + monitoring()
    }

    // MARK: Levels and weights

    private func levels() -> [EvaluationFault] {
        let scheme = subject.scheme
        var faults: [EvaluationFault] = []
        for item in subject.indicators {
            let record = item.indicator.record
            guard let level = scheme.level(record.first) else {
                let kind = EvaluationFault.Kind.unknownLevel(record.first, allowed: scheme.levels.map(\.name))
                faults.append(EvaluationFault(kind, at: record.origin))
                continue
            }
            if !level.seconds.contains(record.second) {
                let kind = EvaluationFault.Kind.unknownSecond(
                    record.second, of: record.first, allowed: level.seconds)
                faults.append(EvaluationFault(kind, at: record.origin))
            }
            if record.weight == nil { faults.append(EvaluationFault(.noWeight(name: record.name), at: record.origin)) }
        }
        for level in scheme.levels { faults += check(level) }
        return faults
    }

    private func check(_ level: Scheme.Level) -> [EvaluationFault] {
        let own = subject.indicators.filter { $0.indicator.record.first == level.name }
        let place = own.first?.indicator.record.origin ?? subject.record.origin
        if own.isEmpty, level.isRequired {
            return [EvaluationFault(.missingLevel(level.name, subject: subject.name), at: place)]
        }
        let found = own.reduce(0) { $0 + $1.indicator.weight }
        guard found != level.weight, own.allSatisfy({ $0.indicator.record.weight != nil }) else { return [] }
        return [
            EvaluationFault(
                .levelWeight(level.name, subject: subject.name, found: found, wanted: level.weight), at: place)
        ]
    }

    private func names() -> [EvaluationFault] {
        var seen: Set<String> = []
        return subject.indicators.compactMap { item in
            let record = item.indicator.record
            guard !seen.insert(foldedLabel(record.name)).inserted else { return nil }
            return EvaluationFault(.duplicateName(record.name, subject: subject.name), at: record.origin)
        }
    }

    // MARK: Values and scores

    private func indicator(_ item: ScoredIndicator) -> [EvaluationFault] {
        let record = item.indicator.record
        return (values(item) + scores(item)).map { EvaluationFault($0, at: record.origin) }
    }

    private func values(_ item: ScoredIndicator) -> [EvaluationFault.Kind] {
        let indicator = item.indicator
        var kinds: [EvaluationFault.Kind] = []
        if indicator.target.number == nil, indicator.target.text.first?.isNumber ?? false,
            indicator.record.direction != "定性"
        {
            kinds.append(.wordsForTarget(indicator.target.text, name: indicator.name))
        }
        if indicator.way == .satisfaction, let number = indicator.achieved.number, number.isPercent,
            number.printed.isAbove(100)
        {
            kinds.append(.overHundred(indicator.achieved.text, name: indicator.name))
        }
        guard subject.isEvaluated, case .open(let gap) = item.score.basis else { return kinds }
        let (target, achieved) = (indicator.target.text, indicator.achieved.text)
        switch gap {
        case .noWeight: break
        case .noTarget: kinds.append(.noTarget(name: indicator.name))
        case .notAchievedYet: kinds.append(.notAchieved(name: indicator.name))
        case .notComparable: kinds.append(.notComparable(target: target, achieved: achieved, name: indicator.name))
        case .noBand:
            kinds.append(
                .noBand(target: target, achieved: achieved, name: indicator.name, allowed: rules.bands.map(\.name)))
        case .notJudged(let band): kinds.append(.notJudged(band, weight: indicator.weight, name: indicator.name))
        case .ratioOfZero: kinds.append(.ratioOfZero(name: indicator.name))
        }
        return kinds
    }

    private func scores(_ item: ScoredIndicator) -> [EvaluationFault.Kind] {
        let (record, score) = (item.indicator.record, item.score)
        var kinds: [EvaluationFault.Kind] = []
        if let given = score.given {
            if given > score.weight {
                kinds.append(.scoreAboveWeight(given, weight: score.weight, name: record.name))
            } else if case .band(let band) = score.basis, !band.holds(given, of: score.weight) {
                kinds.append(.scoreOutsideBand(given, band, weight: score.weight, name: record.name))
            } else if score.isOverridden, record.givenReason.isEmpty {
                kinds.append(.givenWithoutReason(given: given, computed: score.computed, name: record.name))
            }
        }
        if let lost = score.lost, lost > 0, record.deviation.isEmpty {
            kinds.append(.lossWithoutReason(lost, name: record.name))
        }
        if item.isFarAbove, record.deviation.isEmpty, let times = score.times {
            kinds.append(.farAboveWithoutReason(hundredths: times, name: record.name))
        }
        return kinds
    }

    // MARK: Money and monitoring

    private func money() -> [EvaluationFault] {
        guard subject.isEvaluated, subject.rate == nil, subject.scheme.execution.weight > 0 else { return [] }
        return [EvaluationFault(.noBudget(subject.name), at: subject.record.origin)]
    }

    private func monitoring() -> [EvaluationFault] {
        let known = subject.indicators.map(\.indicator.name)
        return subject.monitoring.flatMap { record -> [EvaluationFault] in
            var kinds: [EvaluationFault.Kind] = []
            if !record.indicator.isEmpty, !known.contains(record.indicator) {
                kinds.append(.unknownMonitored(record.indicator, subject: subject.name, known: known))
            }
            let name = record.indicator.isEmpty ? subject.name : record.indicator
            if !record.likelihood.isEmpty, record.likelihood != Likelihood.certain, record.reason.isEmpty {
                kinds.append(.likelihoodWithoutReason(record.likelihood, name: name))
            }
            return kinds.map { EvaluationFault($0, at: record.origin) }
        }
    }
}

/// 可能性 of the monitoring form.
package enum Likelihood {
    package static let certain = "确定能"
    package static let all = [certain, "有可能", "完全不可能"]
}

extension PrintedNumber {
    fileprivate func isAbove(_ limit: Int64) -> Bool { Int128(mantissa) > Int128(limit) * powerOfTen(decimals) }
}
