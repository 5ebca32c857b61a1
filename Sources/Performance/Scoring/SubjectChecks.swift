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
        guard subject.scheme.isScored else {
            return (subject.indicators.map(\.indicator.record) + subject.absences).prefix(1).map { record in
                fault(.notScored(subject.name, scheme: subject.scheme.id), record.origin)
            }
        }
        guard !subject.indicators.isEmpty else {
            return [fault(.noIndicators(subject.name), subject.record.origin)]
        }
        return levels() + absences() + names() + subject.indicators.flatMap(indicator) + directions() + money()
    }

    private func fault(_ kind: EvaluationFault.Kind, _ origin: Origin) -> EvaluationFault {
        EvaluationFault(kind, at: origin, of: subject.record.code)
    }

    // MARK: Levels and weights

    private func levels() -> [EvaluationFault] {
        let scheme = subject.scheme
        var faults: [EvaluationFault] = []
        for record in subject.indicators.map(\.indicator.record) + subject.absences {
            guard let level = scheme.level(record.first) else {
                let kind = EvaluationFault.Kind.unknownLevel(record.first, allowed: scheme.levels.map(\.name))
                faults.append(fault(kind, record.origin))
                continue
            }
            if !level.seconds.contains(record.second) {
                let kind = EvaluationFault.Kind.unknownSecond(
                    record.second, of: record.first, allowed: level.seconds)
                faults.append(fault(kind, record.origin))
            }
        }
        // Weights of levels that the scheme has not are told by those.
        let isKnown = subject.indicators.allSatisfy { scheme.level($0.indicator.record.first) != nil }
        return faults + (isKnown ? weights() : [])
    }

    /// A level-2 indicator has indicators, or none.
    private func absences() -> [EvaluationFault] {
        subject.absences.filter { record in
            subject.indicators.contains {
                $0.indicator.record.first == record.first && $0.indicator.record.second == record.second
            }
        }.map { fault(.absentBeside(name: $0.name, second: $0.second, subject: subject.name), $0.origin) }
    }

    /// Goals may be written before they are weighed; what is scored, or weighed in part, must be weighed whole.
    private func weights() -> [EvaluationFault] {
        let unweighed = subject.indicators.filter { $0.indicator.record.weight == nil }
        guard subject.isEvaluated || unweighed.count < subject.indicators.count else {
            return [fault(.noWeights(subject.name), subject.record.origin)]
                + subject.scheme.levels.flatMap { missing($0) }
        }
        return unweighed.map { fault(.noWeight(name: $0.indicator.name), $0.indicator.record.origin) }
            + subject.scheme.levels.flatMap { check($0) }
    }

    private func own(_ level: Scheme.Level) -> [Indicator] {
        subject.indicators.map(\.indicator).filter { $0.record.first == level.name }
    }

    private func missing(_ level: Scheme.Level) -> [EvaluationFault] {
        guard level.isRequired, own(level).isEmpty else { return [] }
        return [fault(.missingLevel(level.name, subject: subject.name), subject.record.origin)]
    }

    private func check(_ level: Scheme.Level) -> [EvaluationFault] {
        let own = own(level)
        let found = own.reduce(0) { $0 + $1.weight }
        guard found != level.weight else { return missing(level) }
        guard own.allSatisfy({ $0.record.weight != nil }) else { return [] }
        return [
            fault(
                .levelWeight(level.name, subject: subject.name, found: found, wanted: level.weight),
                own.first?.record.origin ?? subject.record.origin)
        ]
    }

    private func names() -> [EvaluationFault] {
        var seen: Set<String> = []
        return subject.indicators.compactMap { item in
            let record = item.indicator.record
            guard !seen.insert(foldedLabel(record.name)).inserted else { return nil }
            return fault(.duplicateName(record.name, subject: subject.name), record.origin)
        }
    }

    // MARK: Values and scores

    private func indicator(_ item: ScoredIndicator) -> [EvaluationFault] {
        let record = item.indicator.record
        return (values(item) + scores(item)).map { fault($0, record.origin) }
    }

    private func values(_ item: ScoredIndicator) -> [EvaluationFault.Kind] {
        let indicator = item.indicator
        guard !indicator.isUnresolved else { return [] }
        // What is wrong with the values of a shared indicator is told where they stand.
        guard !indicator.isShared else { return sharedValues(item) }
        var kinds: [EvaluationFault.Kind] = targets(indicator)
        if indicator.way == .satisfaction, let number = indicator.achieved.number, number.isPercent,
            number.printed.isAbove(100)
        {
            kinds.append(.overHundred(indicator.achieved.text, name: indicator.name))
        }
        if let fraction = fraction(indicator) { kinds.append(fraction) }
        if !indicator.band.isEmpty, !item.score.isByBand, item.score.basis != .open(.notComparable) {
            kinds.append(.bandUnused(indicator.band, name: indicator.name))
        }
        guard subject.isEvaluated, case .open(let gap) = item.score.basis else { return kinds }
        return kinds + told(gap, indicator)
    }

    /// Both are rates by the column of units, one of them typed as a fraction (a percent cell, copied as a number).
    private func fraction(_ indicator: Indicator) -> EvaluationFault.Kind? {
        guard let target = indicator.target.number, let achieved = indicator.achieved.number,
            !indicator.achieved.text.contains("%"), let meant = achieved.asFraction(unit: "%"),
            target.isPercent, target.printed.isAbove(Self.leastRate)
        else { return nil }
        return .likelyFraction(indicator.achieved.text, meant: meant, name: indicator.name)
    }

    /// Rates below are themselves about as small as a fraction.
    private static let leastRate: Int64 = 10

    private func sharedValues(_ item: ScoredIndicator) -> [EvaluationFault.Kind] {
        if item.indicator.isRatioOfNothing { return [.ratioOfZero(name: item.indicator.name)] }
        guard subject.isEvaluated, case .open(.notJudged(let band)) = item.score.basis else { return [] }
        return [.notJudged(band, weight: item.indicator.weight, name: item.indicator.name)]
    }

    /// Told once for a subject: a book whose figures go without signs would have as many hints as indicators.
    private func directions() -> [EvaluationFault] {
        let guessed = subject.indicators.filter { item in
            let indicator = item.indicator
            guard indicator.direction?.source == .guessed, !indicator.isShared, !indicator.isUnresolved,
                item.score.isByFigures, let target = indicator.target.number
            else { return false }
            // What is reached to the point is reached either way.
            let pair = IndicatorPair(target, indicator.achieved.number, comparison: .equal)
            return pair.map { !$0.reaches(.equal) } ?? false
        }
        guard let first = guessed.first else { return [] }
        let names = guessed.map(\.indicator.name)
        return [fault(.guessedDirection(names, subject: subject.name), first.indicator.record.origin)]
    }

    private func targets(_ indicator: Indicator) -> [EvaluationFault.Kind] {
        let target = indicator.target
        if target.number == nil, target.looksLikeFigure, indicator.record.direction != ScoringWay.qualitative {
            return [.wordsForTarget(target.text, name: indicator.name)]
        }
        guard let comparison = indicator.comparison else { return [] }
        if indicator.isRatioOfNothing { return [.ratioOfZero(name: indicator.name)] }
        let isAssumed = indicator.direction?.source == .name
        return isAssumed ? [.assumedDirection(comparison.rawValue, name: indicator.name)] : []
    }

    private func told(_ gap: IndicatorScore.Gap, _ indicator: Indicator) -> [EvaluationFault.Kind] {
        let (name, target, achieved) = (indicator.name, indicator.target.text, indicator.achieved.text)
        switch gap {
        // Told with the target, whether anything was achieved or not.
        case .noWeight, .ratioOfZero: return []
        case .noTarget: return [.noTarget(name: name)]
        case .notAchievedYet: return [.notAchieved(name: name)]
        case .notComparable:
            let isRate = indicator.target.number?.isPercent ?? false
            let meant = isRate ? indicator.achieved.number?.asFraction(unit: "") ?? "" : ""
            return [.notComparable(target: target, achieved: achieved, name: name, meant: meant)]
        case .noBand:
            // 若干人次: what was achieved is a figure, so the target was to be one.
            let isMixed = indicator.achieved.number != nil && !indicator.target.looksLikeFigure
            return (isMixed ? [.wordsForTarget(target, name: name)] : []) + [
                .noBand(target: target, achieved: achieved, name: name, allowed: rules.bands.map(\.name))
            ]
        case .notJudged(let band): return [.notJudged(band, weight: indicator.weight, name: name)]
        }
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
        if let lost = score.lost, lost > 0, item.indicator.deviation.isEmpty {
            kinds.append(.lossWithoutReason(lost, name: record.name))
        }
        if item.isFarAbove, !item.indicator.isShared, record.deviation.isEmpty, let times = score.times {
            kinds.append(.farAboveWithoutReason(hundredths: times, name: record.name))
        }
        return kinds
    }

    // MARK: Money

    private func money() -> [EvaluationFault] {
        guard subject.isEvaluated, subject.scheme.execution.weight > 0 else { return [] }
        guard let rate = subject.rate else {
            return [fault(.noBudget(subject.name), subject.record.origin)]
        }
        if subject.funds.amount(.total, .actual) == nil {
            return [fault(.nothingSpent(subject.name), subject.record.origin)]
        }
        if let carried = subject.funds.execution(.carried), carried.executed == 0,
            let own = subject.funds.execution(.fiscal), own.executed > own.budget
        {
            return [fault(.forgottenSource(subject.name), subject.record.origin)]
        }
        guard let (executed, budget) = subject.funds.execution(), executed > budget else { return [] }
        let text = rate.text(trimmingZeros: true)
        return [fault(.overspent(subject.name, rate: text), subject.record.origin)]
    }
}

extension EvaluationNumber {
    /// A hundred times a number above zero and no more than one, as a rate; nil of any other, and of another unit.
    fileprivate func asFraction(unit wanted: String) -> String? {
        let one = powerOfTen(printed.decimals)
        guard unit == wanted, printed.decimals > 0, printed.mantissa > 0, Int128(printed.mantissa) <= one else {
            return nil
        }
        let rate = PrintedNumber.rounding(Int128(printed.mantissa) * 100, over: one, decimals: printed.decimals)
        return rate.map { $0.text(trimmingZeros: true) + "%" }
    }
}

extension PrintedNumber {
    fileprivate func isAbove(_ limit: Int64) -> Bool { Int128(mantissa) > Int128(limit) * powerOfTen(decimals) }
}
