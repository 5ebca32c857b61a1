import Fiscal
import Ledger
import Performance
import Standards

/// What `monitor` says, a line each; `MonitorMessagesEnglish` has the English words.
enum MonitorLine {
    case subject(MonitoredSubject, unit: String)
    case money(MonitoredMoney)
    case forecast(MonitoredMoney)
    case level(String)
    case indicator(MonitoredIndicator, month: Int)
    case unmonitored(Int, of: Int)
    case warnings(count: Int, subjects: Int, of: Int)
    case warned(MonitoredSubject)
    /// All that is about one indicator, or about the money.
    case warning([MonitoringWarning])
    case unknownRates(Int)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .subject(let monitored, let unit):
            let subject = monitored.subject
            let said = monitored.isMonitored ? "" : "，绩效监控表里没有填"
            return "\(subject.record.code) \(subject.name)（\(subject.scheme.subject.rawValue)，\(unit)）\(said)"
        case .money(let money): return text(of: money)
        case .forecast(let money):
            return "全年预计执行 \(money.forecast.map(yuan) ?? "—") 元"
                + (money.forecastRate.map { "，是全年预算的 \($0.text())%" } ?? "")
                + likelihood(money.record)
        case .level(let name): return name
        case .indicator(let item, let month): return text(of: item, month)
        case .unmonitored(let count, let all): return "\(all) 个指标里 \(count) 个没有填执行情况，不知道进度。"
        case .warnings(let count, let subjects, let all):
            return count == 0 ? "\(all) 个对象，没有要预警的。" : "预警 \(count) 处，\(all) 个对象里的 \(subjects) 个："
        case .warned(let monitored): return "\(monitored.subject.record.code) \(monitored.subject.name)"
        case .warning(let row):
            guard let first = row.first else { return "" }
            let head = first.indicator.isEmpty ? "" : "\(first.indicator)："
            let reason = first.reason.isEmpty ? "" : "。原因：\(first.reason)"
            return head + row.map(\.shortMessage).joined(separator: "；") + reason
                + (first.measures.isEmpty ? "" : "。措施：\(first.measures)")
        case .unknownRates(let count): return "另有 \(count) 个对象算不出执行率，没有比。"
        }
    }

    private func text(of money: MonitoredMoney) -> String {
        let head = "1—\(money.month) 月执行 "
        guard let executed = money.executed else { return head + "不知道：支出表里有没有日期的行，绩效监控表里没有填" }
        let source = money.source == .lines ? "（由支出表算出）" : "（填报）"
        guard let budget = money.budget, let rate = money.rate else {
            return head + "\(yuan(executed)) 元\(source)；没有预算数"
        }
        let base = Phase.words.first { $0.1 == money.base }.map { $0.0 + " " } ?? ""
        let calendar = money.calendar.map { "；序时进度 \($0.text())%" } ?? ""
        let behind = money.behind.map { "，落后 \($0.text()) 个百分点" } ?? ""
        return head + "\(yuan(executed)) 元\(source)÷\(base)\(yuan(budget))＝\(rate.text())%" + calendar + behind
    }

    private func text(of item: MonitoredIndicator, _ month: Int) -> String {
        let indicator = item.indicator
        let head = "\(indicator.record.second) \(indicator.name)：目标 \(indicator.wanted)"
        let forecast = item.forecast.isBlank ? "" : "；全年预计 \(item.forecast.text)"
        guard !item.value.isBlank else { return head + "；没有填执行情况" + forecast + likelihood(item.record) }
        let state: String =
            switch item.state {
            case .progress(let progress): "，完成 \(progress.text())%"
            case .within: "，在目标以内"
            case .beyond: "，已超过目标"
            case .otherUnit: "，与指标值不能比较"
            case .words, .blank: ""
            }
        return head + "；1—\(month) 月 \(item.value.text)\(state)" + forecast + likelihood(item.record)
    }

    private func likelihood(_ record: MonitoringRecord?) -> String {
        guard let record, !record.likelihood.isEmpty else { return "" }
        return "；可能性 \(record.likelihood)"
    }
}
