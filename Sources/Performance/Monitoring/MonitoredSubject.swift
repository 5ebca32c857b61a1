package import Fiscal
package import Ledger
package import Standards

/// The state of a subject at the end of the period: its money, its indicators, and what is to be warned of.
package struct MonitoredSubject: Sendable {
    package let subject: EvaluatedSubject
    package let money: MonitoredMoney
    package let indicators: [MonitoredIndicator]
    package let warnings: [MonitoringWarning]

    /// Whether the book says anything of the period.
    package var isMonitored: Bool { !subject.monitoring.isEmpty }
    /// Indicators of which nothing is said.
    package var unmonitored: [MonitoredIndicator] { indicators.filter { $0.value.isBlank } }

    /// The warnings by what they are about, money first, in the order of the indicators.
    package var warned: [[MonitoringWarning]] {
        ([""] + indicators.map(\.indicator.name)).map { name in warnings.filter { $0.indicator == name } }
            .filter { !$0.isEmpty }
    }

    package init(_ subject: EvaluatedSubject, standards: Standards) {
        let rules = standards.schemes.rules
        self.subject = subject
        let records = Dictionary(subject.monitoring.map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first })
        let money = MonitoredMoney(subject.funds, record: records[""], rules: rules)
        let indicators = subject.indicators.map { item in
            MonitoredIndicator(item.indicator, record: records[item.indicator.name], standards: standards)
        }
        (self.money, self.indicators) = (money, indicators)
        let likelihoods = subject.monitoring.filter {
            !$0.likelihood.isEmpty && $0.likelihood != rules.monitoring.certain
        }
        warnings =
            money.warnings(rules) + indicators.flatMap { $0.warnings(rules) }
            + likelihoods.map { MonitoringWarning(.unlikely($0.likelihood), indicator: $0.indicator, record: $0) }
    }
}

/// What was spent by the end of the period. Amounts in fen, rates in percent.
package struct MonitoredMoney: Sendable {
    package enum Source: String, Sendable {
        /// Typed into the sheet of monitoring.
        case typed
        /// Added up from dated lines.
        case lines
        case unknown
    }

    /// nil where the money has no row of its own.
    package let record: MonitoringRecord?
    package let month: Int
    /// The budget that the form holds execution against, and which one it is.
    package let budget: Int64?
    package let base: Phase?
    package let executed: Int64?
    package let source: Source
    /// What the dated lines come to; nil where some have no date.
    package let fromLines: Int64?
    package let rate: PrintedNumber?
    /// month ÷ 12.
    package let calendar: PrintedNumber?
    package let forecast: Int64?
    package let forecastRate: PrintedNumber?

    init(_ funds: SubjectFunds, record: MonitoringRecord?, rules: ScoringRules) {
        let decimals = rules.rateDecimals
        self.record = record
        month = rules.monitoring.lastMonth
        let found = funds.monitoringBase().flatMap { $0.amount > 0 ? $0 : nil }
        let budget = found?.amount
        (self.budget, base) = (budget, found?.phase)
        fromLines = funds.spent(through: month)
        executed = record?.amount ?? fromLines
        source = record?.amount != nil ? .typed : fromLines != nil ? .lines : .unknown
        func percent(_ amount: Int64?, of whole: Int64?) -> PrintedNumber? {
            guard let amount, let whole else { return nil }
            return PrintedNumber.rounding(Int128(amount) * 100, over: Int128(whole), decimals: decimals)
        }
        rate = percent(executed, of: budget)
        calendar = PrintedNumber.rounding(Int128(month) * 100, over: 12, decimals: decimals)
        forecast = record?.forecastAmount
        // What the year will come to is held against all that the year has.
        forecastRate = percent(forecast, of: funds.execution()?.budget)
    }

    fileprivate func warnings(_ rules: ScoringRules) -> [MonitoringWarning] {
        guard let budget, let executed, let rate,
            Int128(executed) * 100 < Int128(budget) * Int128(rules.monitoring.leastExecution)
        else { return [] }
        return [
            MonitoringWarning(
                .slowExecution(rate, floor: rules.monitoring.leastExecution), indicator: "", record: record)
        ]
    }

    /// How far the rate is behind the calendar, in points of percent; nil where it is not, or is not known.
    package var behind: PrintedNumber? {
        guard let rate, let calendar, rate.decimals == calendar.decimals, rate.mantissa < calendar.mantissa else {
            return nil
        }
        return PrintedNumber(mantissa: calendar.mantissa - rate.mantissa, decimals: rate.decimals)
    }
}

/// How far an indicator got by the end of the period.
package struct MonitoredIndicator: Sendable {
    package enum State: Sendable, Hashable {
        /// Nothing is said of it.
        case blank
        /// So much of the target was reached, in percent.
        case progress(PrintedNumber)
        /// Of which less is better: still within the target.
        case within
        case beyond
        /// Words: a person has to judge.
        case words
        case otherUnit
    }

    package let indicator: Indicator
    package let record: MonitoringRecord?
    package let value: IndicatorValue
    package let forecast: IndicatorValue
    package let state: State
    /// Whether what is expected reaches the target; nil where that cannot be told.
    package let isForecastEnough: Bool?

    init(_ indicator: Indicator, record: MonitoringRecord?, standards: Standards) {
        let definitions = standards.evaluations
        func understood(_ text: String?) -> IndicatorValue {
            IndicatorValue(text ?? "", unit: indicator.values.unit, definitions: definitions)
        }
        self.indicator = indicator
        self.record = record
        value = understood(record?.value)
        forecast = understood(record?.forecast)
        state = Self.state(indicator, value, decimals: standards.schemes.rules.rateDecimals)
        if let comparison = indicator.comparison, let target = indicator.target.number, !forecast.isBlank {
            isForecastEnough = IndicatorPair(target, forecast.number, comparison: comparison)?.reaches(comparison)
        } else {
            isForecastEnough = nil
        }
    }

    private static func state(_ indicator: Indicator, _ value: IndicatorValue, decimals: Int) -> State {
        if value.isBlank { return .blank }
        guard let comparison = indicator.comparison, let target = indicator.target.number, value.number != nil else {
            return .words
        }
        guard let pair = IndicatorPair(target, value.number, comparison: comparison) else { return .otherUnit }
        switch comparison {
        case .atMost, .below: return pair.reaches(comparison) ? .within : .beyond
        case .atLeast, .above, .equal:
            guard let progress = pair.progress(decimals: decimals) else { return .words }
            return .progress(progress)
        }
    }

    fileprivate func warnings(_ rules: ScoringRules) -> [MonitoringWarning] {
        var kinds: [MonitoringWarning.Kind] = []
        switch state {
        case .progress(let progress) where progress.isBelow(rules.monitoring.leastProgress):
            kinds.append(.slowProgress(progress, floor: rules.monitoring.leastProgress))
        case .beyond: kinds.append(.beyond(target: indicator.wanted, value: value.text))
        case .otherUnit: kinds.append(.otherUnit(target: indicator.wanted, value: value.text))
        default: break
        }
        if isForecastEnough == false { kinds.append(.forecastBelow(target: indicator.wanted, forecast: forecast.text)) }
        return kinds.map { MonitoringWarning($0, indicator: indicator.name, record: record) }
    }
}

extension PrintedNumber {
    fileprivate func isBelow(_ limit: Int64) -> Bool { Int128(mantissa) < Int128(limit) * powerOfTen(decimals) }
}
