import Fiscal
import Ledger
import Paper
import Performance
import Standards

/// All indicators of a subject with their points, as a department's report of an evaluation prints them.
enum ScoreTable {
    static func grid(of subject: EvaluatedSubject) -> Grid {
        let titles = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"]
        var rows = [titles.enumerated().map { Cell($1, column: $0, alignment: .center, isHeader: true) }]
        var before = ("", "")
        for level in subject.scheme.levels {
            for second in level.seconds {
                let items = subject.indicators.filter {
                    $0.indicator.record.first == level.name && $0.indicator.record.second == second
                }
                for item in items {
                    let isNew = (before.0 != level.name, before != (level.name, second))
                    rows.append(
                        row(
                            item, first: isNew.0 ? "\(level.name)（\(pointsText(level.weight))分）" : "",
                            second: isNew.1 ? second : ""))
                    before = (level.name, second)
                }
            }
        }
        let total = ["合计", "", "", "", "", pointsText(subject.scheme.fullScore), subject.total.map(pointsText) ?? ""]
        rows.append(total.enumerated().map { cell($1, column: $0) })
        return Grid(
            rows: rows, columnCount: titles.count, headerRowCount: 1, columnWidths: [10, 10, 18, 12, 12, 6, 6])
    }

    private static func row(_ item: ScoredIndicator, first: String, second: String) -> [Cell] {
        let texts = [
            first, second, item.indicator.name, text(item.indicator.target.text, item.indicator),
            text(item.indicator.achieved.text, item.indicator), pointsText(item.indicator.weight),
            item.score.value.map(pointsText) ?? "",
        ]
        return texts.enumerated().map { cell($1, column: $0) }
    }

    private static func cell(_ text: String, column: Int) -> Cell {
        Cell(text, number: try? NumberText.parse(text), column: column, alignment: .center)
    }

    private static func text(_ value: String, _ indicator: Indicator) -> String {
        value.last?.isNumber ?? false ? value + indicator.values.unit : value
    }

    /// What one indicator got, and why it lost points.
    static func sentence(_ item: ScoredIndicator) -> SubjectSentence {
        var sentence = SubjectSentence()
        func add(_ hundredths: Int64?, _ name: String) {
            guard let hundredths, let number = try? NumberText.parse(pointsText(hundredths)) else { return }
            sentence.figures.append(
                SubjectSentence.Figure(
                    name: "\(item.indicator.name)/\(name)", number: number, unit: "分", offset: sentence.text.count))
            sentence.text += number.text()
        }
        let (target, achieved) = (item.indicator.target.text, item.indicator.achieved.text)
        sentence.text = item.indicator.name + "："
        if !target.isEmpty { sentence.text += "指标值为\(text(target, item.indicator))，" }
        if !achieved.isEmpty { sentence.text += "完成值为\(text(achieved, item.indicator))，" }
        sentence.text += "分值"
        add(item.indicator.weight, "分值")
        sentence.text += "分，得"
        add(item.score.value, "得分")
        sentence.text += "分。"
        let reason = item.indicator.record.deviation
        if !reason.isEmpty { sentence.text += reason + (reason.hasSuffix("。") ? "" : "。") }
        return sentence
    }
}
