import Ledger
import Performance
import Standards

/// Prints the state at mid-year for reading, in 80 columns.
struct MonitorPrinter {
    let units: UnitTree

    func print(_ monitored: MonitoredSubject) {
        let subject = monitored.subject
        lines(.subject(monitored, unit: units[subject.record.unit]?.name ?? subject.record.unit))
        lines(.money(monitored.money), indent: 2)
        if monitored.money.forecast != nil { lines(.forecast(monitored.money), indent: 2) }
        for level in subject.scheme.levels {
            let own = monitored.indicators.filter { $0.indicator.record.first == level.name }
            guard own.contains(where: { !$0.value.isBlank || $0.record != nil }) else { continue }
            lines(.level(level.name), indent: 2)
            for item in own { lines(.indicator(item, month: monitored.money.month), indent: 4) }
        }
        let blank = monitored.unmonitored.count
        if blank > 0 { lines(.unmonitored(blank, of: monitored.indicators.count), indent: 2) }
        say("")
    }

    /// Of all subjects, in the order of the book.
    func printWarnings(_ all: [MonitoredSubject]) {
        let warned = all.filter { !$0.warnings.isEmpty }
        let count = warned.reduce(0) { $0 + $1.warned.count }
        let unknown = all.count { $0.money.rate == nil }
        lines(.warnings(count: count, subjects: warned.count, of: all.count))
        for monitored in warned {
            lines(.warned(monitored), indent: 2)
            for row in monitored.warned { lines(.warning(row), indent: 4) }
        }
        if unknown > 0 { lines(.unknownRates(unknown), indent: 2) }
    }

    private func lines(_ line: MonitorLine, indent: Int = 0) {
        let blanks = String(repeating: " ", count: indent)
        for text in DisplayText.wrapped(line.message, first: blanks, rest: blanks + "  ") { say(text) }
    }
}
