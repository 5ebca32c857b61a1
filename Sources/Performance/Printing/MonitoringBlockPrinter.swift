import Fiscal
import Ledger
import Paper
import Standards

/// The rows of a subject's indicators with their state at mid-year.
struct MonitoringBlockPrinter {
    let block: EvaluationLayout.MonitoringBlock
    let subject: EvaluatedSubject
    let values: SubjectValues

    func add(to builder: inout GridBuilder) {
        let rows = rows()
        addHeader(over: rows.count, to: &builder)
        for (index, row) in rows.enumerated() {
            builder.beginRow()
            for column in block.columns {
                guard column.isMerged else {
                    let text = value(column.value, of: row)
                    let isText = column.value == MonitoringColumn.reason || text.count > 16
                    builder.add(text, columns: column.columns, alignment: isText ? .left : .center)
                    continue
                }
                func key(_ item: ScoredIndicator) -> String {
                    let record = item.indicator.record
                    return column.value == MonitoringColumn.first
                        ? record.first : record.first + "\u{0}" + record.second
                }
                if index > 0, key(rows[index - 1]) == key(row) { continue }
                let height = rows[index...].prefix { key($0) == key(row) }.count
                builder.add(value(column.value, of: row), columns: column.columns, rows: height, isHeader: true)
            }
            builder.endRow()
        }
    }

    /// Two rows: columns of a group stand below its name.
    private func addHeader(over count: Int, to builder: inout GridBuilder) {
        builder.repeatRows(2)
        builder.beginRow()
        if let left = block.left { values.add(left, rows: count + 2, to: &builder) }
        for (index, column) in block.columns.enumerated() {
            if column.group.isEmpty {
                builder.add(values.filled(column.title), columns: column.columns, rows: 2, isHeader: true)
            } else if index == 0 || block.columns[index - 1].group != column.group {
                let width = block.columns[index...].prefix { $0.group == column.group }.reduce(0) { $0 + $1.columns }
                builder.add(values.filled(column.group), columns: width, isHeader: true)
            }
        }
        builder.endRow()
        builder.beginRow()
        for column in block.columns where !column.group.isEmpty {
            builder.add(values.filled(column.title), columns: column.columns, isHeader: true)
        }
        builder.endRow()
    }

    /// In the order of the scheme's levels, indicators of one level in that of the book.
    private func rows() -> [ScoredIndicator] {
        subject.scheme.levels.flatMap { level in
            level.seconds.flatMap { second in
                subject.indicators.filter {
                    $0.indicator.record.first == level.name && $0.indicator.record.second == second
                }
            }
        }
    }

    /// What each row reads back as: levels, name, values, cause, likelihood.
    var entries: [[String]] {
        let names = [
            MonitoringColumn.first, MonitoringColumn.second, MonitoringColumn.name, MonitoringColumn.target,
            MonitoringColumn.state, MonitoringColumn.forecast,
        ]
        return rows().map { item in
            let state = state(of: item)
            return names.map { value($0, of: item) } + [state?.cause ?? "", state?.likelihood ?? ""]
        }
    }

    var figures: [PrintedSubjectFigure] {
        let columns = [MonitoringColumn.target, MonitoringColumn.state, MonitoringColumn.forecast]
        return rows().flatMap { item -> [PrintedSubjectFigure] in
            guard let index = subject.indicators.firstIndex(of: item) else { return [] }
            let record = item.indicator.record
            return columns.filter { column in block.columns.contains { $0.value == column } }.map { column in
                PrintedSubjectFigure(
                    figure: .indicator(index, column: column), rowLabels: [record.name, record.second, record.first],
                    header: values.labels.words(column, values.labels.definitions.monitoringColumns),
                    text: value(column, of: item))
            }
        }
    }

    private func state(of item: ScoredIndicator) -> MonitoringRecord? {
        subject.monitoring.first { $0.indicator == item.indicator.name }
    }

    private func value(_ name: String, of item: ScoredIndicator) -> String {
        let (record, state) = (item.indicator.record, state(of: item))
        switch name {
        case MonitoringColumn.first: return record.first
        case MonitoringColumn.second: return record.second
        case MonitoringColumn.name: return record.name
        case MonitoringColumn.target: return signed(item.indicator)
        case MonitoringColumn.state: return state.map { withUnit($0.value, item.indicator) } ?? ""
        case MonitoringColumn.forecast: return state.map { withUnit($0.forecast, item.indicator) } ?? ""
        case MonitoringColumn.reason:
            return [state?.reason, state?.measures].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "；")
        case MonitoringColumn.note: return state?.note ?? ""
        default: return state?.cause == name || state?.likelihood == name ? block.mark : ""
        }
    }

    private func withUnit(_ text: String, _ indicator: Indicator) -> String {
        text.last?.isNumber ?? false ? text + indicator.values.unit : text
    }

    private func signed(_ indicator: Indicator) -> String {
        let text = withUnit(indicator.target.text, indicator)
        guard let number = indicator.target.number, number.comparison == nil,
            EvaluationDefinitions.Comparison.allCases.contains(where: { $0.rawValue == indicator.values.direction })
        else { return text }
        return indicator.values.direction + text
    }
}
