package import Fiscal
package import Ledger

/// One thing of the period that somebody should look after.
package struct MonitoringWarning: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// In percent.
        case slowExecution(PrintedNumber, floor: Int64)
        case slowProgress(PrintedNumber, floor: Int64)
        /// A target of which less is better is passed already.
        case beyond(target: String, value: String)
        case forecastBelow(target: String, forecast: String)
        case otherUnit(target: String, value: String)
        case unlikely(String)
    }

    package let kind: Kind
    /// Empty for the subject's money.
    package let indicator: String
    /// The row that it is about; nil where the book has none.
    package let record: MonitoringRecord?

    init(_ kind: Kind, indicator: String, record: MonitoringRecord?) {
        self.kind = kind
        self.indicator = indicator
        self.record = record
    }

    package var reason: String { record?.reason ?? "" }
    package var measures: String { record?.measures ?? "" }

    /// In the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    package var chinese: String { subjectOfChinese + shortChinese }

    var subjectOfChinese: String { indicator.isEmpty ? "" : "指标“\(indicator)”" }
    var subjectOfEnglish: String { indicator.isEmpty ? "" : ", indicator \(indicator.quoted)" }

    /// Without what it is about, in the language in force.
    package var shortMessage: String {
        switch MessageLanguage.current {
        case .chinese: shortChinese
        case .english: englishSaid
        }
    }

    var shortChinese: String {
        switch kind {
        case .slowExecution(let rate, let floor): "执行率 \(rate.text())%，低于 \(floor)%"
        case .slowProgress(let progress, let floor): "只完成目标的 \(progress.text())%，低于 \(floor)%"
        case .beyond(let target, let value): "已是 \(value)，超过 \(target)"
        case .forecastBelow(let target, let forecast): "全年预计 \(forecast)，达不到 \(target)"
        case .otherUnit(let target, let value): "执行情况 \(value) 与指标值 \(target) 单位不同，不能比较"
        case .unlikely(let likelihood): "完成可能性“\(likelihood)”"
        }
    }

    private var english: String { indicator.isEmpty ? englishSaid : "indicator \(indicator.quoted): \(englishSaid)" }

    private var englishSaid: String {
        switch kind {
        case .slowExecution(let rate, let floor): "rate of execution \(rate.text())%, below \(floor)%"
        case .slowProgress(let progress, let floor): "\(progress.text())% of the target, below \(floor)%"
        case .beyond(let target, let value): "\(value.quoted) already, beyond \(target.quoted)"
        case .forecastBelow(let target, let forecast):
            "\(forecast.quoted) expected for the year, which misses \(target.quoted)"
        case .otherUnit(let target, let value):
            "\(value.quoted) is of another unit than the target \(target.quoted), so they cannot be compared"
        case .unlikely(let likelihood): "likelihood \(likelihood.quoted)"
        }
    }
}
