import Fiscal
import Ledger
import Performance
import Standards

/// The state at mid-year for programs; docs/monitor-json.md says what each key holds.
struct MonitorJson: Encodable {
    struct Money: Encodable {
        let budget: Int64?
        /// 年初预算, 全年预算.
        let base: String?
        let executed: Int64?
        let source: String
        let fromLines: Int64?
        let rate: String?
        let calendar: String?
        let forecast: Int64?
        let forecastRate: String?
        let likelihood: String?
        let cause: String?
        let reason: String?
        let measures: String?

        init(_ money: MonitoredMoney) {
            (budget, executed, fromLines, forecast) = (money.budget, money.executed, money.fromLines, money.forecast)
            base = Phase.words.first { $0.1 == money.base }?.0
            source = money.source.rawValue
            (rate, calendar, forecastRate) = (
                money.rate?.text(), money.calendar?.text(), money.forecastRate?.text()
            )
            likelihood = filled(money.record?.likelihood)
            cause = filled(money.record?.cause)
            reason = filled(money.record?.reason)
            measures = filled(money.record?.measures)
        }
    }

    struct Indicator: Encodable {
        let first: String
        let second: String
        let name: String
        let target: String
        let value: String?
        /// blank, progress, within, beyond, words, otherUnit.
        let state: String
        let progress: String?
        let forecast: String?
        let forecastReaches: Bool?
        let likelihood: String?
        let cause: String?
        let reason: String?
        let measures: String?

        init(_ item: MonitoredIndicator) {
            let record = item.indicator.record
            (first, second, name) = (record.first, record.second, record.name)
            target = item.indicator.target.text
            value = filled(item.value.text)
            state = caseName(item.state)
            if case .progress(let number) = item.state { progress = number.text() } else { progress = nil }
            forecast = filled(item.forecast.text)
            forecastReaches = item.isForecastEnough
            likelihood = filled(item.record?.likelihood)
            cause = filled(item.record?.cause)
            reason = filled(item.record?.reason)
            measures = filled(item.record?.measures)
        }
    }

    struct Warning: Encodable {
        let kind: String
        let indicator: String?
        let message: String

        init(_ warning: MonitoringWarning) {
            kind = caseName(warning.kind)
            indicator = filled(warning.indicator)
            message = warning.chinese
        }
    }

    struct Subject: Encodable {
        let code: String
        let name: String
        let kind: String
        let unit: String
        let monitored: Bool
        let money: Money
        let indicators: [Indicator]
        let warnings: [Warning]

        init(_ monitored: MonitoredSubject) {
            let record = monitored.subject.record
            (code, name, kind, unit) = (record.code, record.name, record.kind.rawValue, record.unit)
            self.monitored = monitored.isMonitored
            money = Money(monitored.money)
            indicators = monitored.indicators.map { Indicator($0) }
            warnings = monitored.warnings.map { Warning($0) }
        }
    }

    let department: String
    let year: Int
    let month: Int
    let subjects: [Subject]
    let missing: [FaultJson.Entry]
    let hints: [FaultJson.Entry]

    init(
        _ monitored: [MonitoredSubject], of loaded: LoadedBook, missing: [EvaluationFault], hints: [EvaluationFault]
    ) {
        department = loaded.book.settings.department
        year = loaded.book.settings.year.number
        month = loaded.standards.schemes.rules.monitoring.lastMonth
        subjects = monitored.map { Subject($0) }
        self.missing = FaultJson.entries(missing)
        self.hints = FaultJson.entries(hints)
    }
}

/// nil for a text that is empty.
private func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
