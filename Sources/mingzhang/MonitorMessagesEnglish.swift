import Fiscal
import Ledger
import Performance

/// The English words of `monitor`; the Chinese ones are in `MonitorMessages`.
extension MonitorLine {
    var english: String {
        switch self {
        case .subject(let monitored, let unit):
            let subject = monitored.subject
            let said = monitored.isMonitored ? "" : ", nothing in “绩效监控”"
            return "\(subject.record.code.quoted) \(subject.name.quoted) (\(unit.quoted))\(said)"
        case .money(let money): return text(of: money)
        case .forecast(let money):
            return "expected for the year: \(money.forecast.map(yuan) ?? "—") yuan"
                + (money.forecastRate.map { ", \($0.text())% of the year's budget" } ?? "")
                + likelihood(money.record)
        case .level(let name): return name.quoted
        case .indicator(let item, let month): return text(of: item, month)
        case .unmonitored(let count, let all): return "of \(counted(all, "indicator")) \(count) have no state."
        case .warnings(let count, let subjects, let all):
            return count == 0
                ? "\(counted(all, "subject")), nothing to warn of."
                : "\(counted(count, "warning")) in \(subjects) of \(counted(all, "subject")):"
        case .warned(let monitored):
            return "\(monitored.subject.record.code.quoted) \(monitored.subject.name.quoted)"
        case .warning(let row):
            guard let first = row.first else { return "" }
            let head = first.indicator.isEmpty ? "" : "\(first.indicator.quoted): "
            let reason = first.reason.isEmpty ? "" : ". Reason: \(first.reason.quoted)"
            return head + row.map(\.shortMessage).joined(separator: "; ") + reason
                + (first.measures.isEmpty ? "" : ". Measures: \(first.measures.quoted)")
        case .unknownRates(let count):
            return "the rate of execution of \(counted(count, "more subject")) is not known, so it was not compared."
        }
    }

    private func text(of money: MonitoredMoney) -> String {
        let head = "months 1–\(money.month): "
        guard let executed = money.executed else {
            return head + "not known what was spent: lines have no date, and nothing was typed"
        }
        let source = money.source == .lines ? "(from dated lines)" : "(as typed)"
        guard let budget = money.budget, let rate = money.rate else {
            return head + "\(yuan(executed)) yuan \(source); no budget"
        }
        let calendar = money.calendar.map { "; calendar \($0.text())%" } ?? ""
        let behind = money.behind.map { ", \($0.text()) points behind" } ?? ""
        return head
            + "\(yuan(executed)) yuan \(source) ÷ \(yuan(budget)) (\(money.base == .initialBudget ? "initial" : "adjusted") budget) = \(rate.text())%"
            + calendar + behind
    }

    private func text(of item: MonitoredIndicator, _ month: Int) -> String {
        let indicator = item.indicator
        let wanted = indicator.wanted.hasPrefix("“") ? indicator.wanted : indicator.wanted.quoted
        let head = "\(indicator.record.second.quoted) \(indicator.name.quoted): target \(wanted)"
        let forecast = item.forecast.isBlank ? "" : "; expected for the year \(item.forecast.text.quoted)"
        guard !item.value.isBlank else { return head + "; no state" + forecast + likelihood(item.record) }
        let state: String =
            switch item.state {
            case .progress(let progress): ", \(progress.text())%"
            case .within: ", within the target"
            case .beyond: ", beyond the target"
            case .otherUnit: ", not comparable with the target"
            case .words, .blank: ""
            }
        return head + "; months 1–\(month) \(item.value.text.quoted)\(state)" + forecast + likelihood(item.record)
    }

    private func likelihood(_ record: MonitoringRecord?) -> String {
        guard let record, !record.likelihood.isEmpty else { return "" }
        return "; likelihood \(record.likelihood.quoted)"
    }
}
