import Fiscal
import Ledger
import Paper
import Standards

/// A chart's definition with facts → bars; nil where there is nothing to draw.
struct ChartBuilder {
    let facts: FactBase
    let adjusted: [FactKey: PrintedNumber]

    func chart(_ definition: ChartDefinition) -> Chart? {
        let codes =
            definition.members.isEmpty
            ? facts.members(definition.dimension, level: definition.level, of: definition.series.map(\.spec))
            : definition.members.filter { code in
                definition.series.contains { (value($0.spec, definition.dimension, code)?.mantissa ?? 0) != 0 }
            }
        let classification = facts.standards.classification(definition.dimension)
        let series = definition.series.map { item in
            Chart.Series(name: filled(item.name), values: codes.map { value(item.spec, definition.dimension, $0) })
        }.filter { $0.values.contains { $0 != nil } }
        guard !codes.isEmpty, !series.isEmpty else { return nil }
        return Chart(
            title: filled(definition.title), unit: MoneyUnit.tenThousandYuan.word,
            categories: codes.map { classification.name($0) }, series: series)
    }

    private func filled(_ text: String) -> String {
        text.replacing("{年}", with: String(facts.book.settings.year.number))
            .replacing("{上年}", with: String(facts.book.settings.year.previous.number))
    }

    private func value(_ spec: FactSpec, _ dimension: Dimension, _ code: Code) -> PrintedNumber? {
        var narrowed = spec
        narrowed.coordinates[dimension] = code
        guard let key = facts.key(narrowed), let value = facts.value(of: key) else { return nil }
        return adjusted[key] ?? PrintedNumber.printing(value.amount, in: .tenThousandYuan, decimals: 2)
    }
}
