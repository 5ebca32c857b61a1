import Fiscal
import Ledger
import Paper
import Standards

/// The rows of a subject's indicators, level by level.
struct IndicatorBlockPrinter {
    let block: EvaluationLayout.IndicatorBlock
    let subject: EvaluatedSubject
    let values: SubjectValues

    /// One printed row: an indicator, or a level-2 indicator that has none.
    private struct Row {
        let first: String
        let second: String
        let item: ScoredIndicator?
    }

    func add(to builder: inout GridBuilder) {
        let rows = rows()
        builder.repeatRows(1)
        builder.beginRow()
        if let left = block.left { values.add(left, rows: rows.count + 1, to: &builder) }
        for column in block.columns { builder.add(column.title, columns: column.columns, isHeader: true) }
        builder.endRow()
        for (index, row) in rows.enumerated() {
            builder.beginRow()
            for column in block.columns { add(column, rows, at: index, row, to: &builder) }
            builder.endRow()
        }
    }

    private func add(
        _ column: EvaluationLayout.Column, _ rows: [Row], at index: Int, _ row: Row, to builder: inout GridBuilder
    ) {
        guard column.isMerged else {
            let (text, number) = value(column.value, of: row)
            // Reasons are running text, one beside the other: all begin at the left.
            let isText = column.value == IndicatorColumn.reason || text.count > 16
            builder.add(text, number: number, columns: column.columns, alignment: isText ? .left : .center)
            return
        }
        func key(_ row: Row) -> String {
            column.value == IndicatorColumn.first ? row.first : row.first + "\u{0}" + row.second
        }
        // The first of equal neighbours reaches down over all of them.
        if index > 0, key(rows[index - 1]) == key(row) { return }
        let height = rows[index...].prefix { key($0) == key(row) }.count
        builder.add(value(column.value, of: row).0, columns: column.columns, rows: height, isHeader: true)
    }

    /// Each indicator as printed, with its levels.
    var entries: [[String]] {
        rows().compactMap { row in
            guard row.item != nil else { return nil }
            return [row.first, row.second]
                + PrintedEvaluation.columns.map { name in
                    block.columns.contains { $0.value == name } ? value(name, of: row).0 : ""
                }
        }
    }

    var figures: [PrintedSubjectFigure] {
        let columns = [IndicatorColumn.target, IndicatorColumn.actual, IndicatorColumn.weight, IndicatorColumn.score]
        return rows().flatMap { row -> [PrintedSubjectFigure] in
            guard let item = row.item, let index = subject.indicators.firstIndex(of: item) else { return [] }
            return columns.filter { column in block.columns.contains { $0.value == column } }.map { column in
                PrintedSubjectFigure(
                    figure: .indicator(index, column: column), rowLabels: [item.indicator.name, row.second, row.first],
                    header: values.labels.words(column, values.labels.definitions.indicatorColumns),
                    text: value(column, of: row).0)
            }
        }
    }

    /// In the order of the scheme's levels, indicators of one level in that of the book.
    private func rows() -> [Row] {
        var result: [Row] = []
        for level in subject.scheme.levels {
            let own = subject.indicators.filter { $0.indicator.record.first == level.name }
            for second in level.seconds {
                let items = own.filter { $0.indicator.record.second == second }
                result += items.map { Row(first: level.name, second: second, item: $0) }
                let empty = Row(first: level.name, second: second, item: nil)
                if items.isEmpty, block.printsEmptySeconds || absence(empty) != nil { result.append(empty) }
            }
        }
        return result
    }

    /// The word by which the book says that there is none.
    private func absence(_ row: Row) -> String? {
        subject.absences.first { $0.first == row.first && $0.second == row.second }?.name
    }

    private func value(_ name: String, of row: Row) -> (String, PrintedNumber?) {
        switch name {
        case IndicatorColumn.first:
            let points = subject.scheme.level(row.first).map { pointsText($0.weight) } ?? ""
            return (row.first + block.levelPoints.replacing("{分}", with: points), nil)
        case IndicatorColumn.second: return (row.second, nil)
        default: break
        }
        guard let item = row.item else {
            let isValue = name == IndicatorColumn.target || name == IndicatorColumn.actual
            return (isValue ? absence(row) ?? block.emptyWord : "", nil)
        }
        return value(name, of: item)
    }

    private func value(_ name: String, of item: ScoredIndicator) -> (String, PrintedNumber?) {
        let record = item.indicator.record
        switch name {
        case IndicatorColumn.name: return (record.name + suffix(item), nil)
        case IndicatorColumn.target: return figure(item.indicator.target, of: item, isTarget: true)
        case IndicatorColumn.actual: return figure(item.indicator.achieved, of: item, isTarget: false)
        case IndicatorColumn.weight: return values.points(record.weight)
        case IndicatorColumn.score: return values.points(item.score.value)
        case IndicatorColumn.reason:
            return (
                [wayOfZero(item), item.indicator.deviation, item.indicator.measures].filter { !$0.isEmpty }.joined(
                    separator: "；"), nil
            )
        default: return ("", nil)
        }
    }

    /// Nothing is a part of a target of zero: how it was scored is said.
    private func wayOfZero(_ item: ScoredIndicator) -> String {
        let isZero = item.indicator.target.number?.printed.isZero ?? false
        return isZero && item.indicator.way == .direct ? item.indicator.way.rawValue : ""
    }

    private func suffix(_ item: ScoredIndicator) -> String {
        let record = item.indicator.values
        guard !block.nameSuffix.isEmpty, hasSign(record.direction), !record.unit.isEmpty else { return "" }
        return block.nameSuffix.replacing("{方向}", with: record.direction).replacing("{单位}", with: record.unit)
    }

    /// Where the name does not say direction and unit, the value does.
    private func figure(
        _ value: IndicatorValue, of item: ScoredIndicator, isTarget: Bool
    ) -> (String, PrintedNumber?) {
        let record = item.indicator.values
        guard !value.text.isEmpty, suffix(item).isEmpty else { return plain(value.text) }
        var text = value.text
        if let last = text.last, last.isNumber, value.number != nil { text += record.unit }
        let hasOwn = value.number?.comparison != nil
        if isTarget, hasSign(record.direction), !hasOwn, value.number != nil { text = record.direction + text }
        return plain(text)
    }

    private func hasSign(_ direction: String) -> Bool {
        EvaluationDefinitions.Comparison.allCases.contains { $0.rawValue == direction }
    }

    private func plain(_ text: String) -> (String, PrintedNumber?) { (text, try? NumberText.parse(text)) }
}
