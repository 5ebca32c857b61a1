import Fiscal
package import Ledger
package import Standards

/// How an indicator's score follows from what was achieved.
package enum ScoringWay: String, Sendable, CaseIterable {
    /// All points or none.
    case direct = "直接赋分"
    /// As much of the points as of the target.
    case ratio = "完成比例"
    /// A range of points by the attainment, within which the evaluator judges.
    case band = "评判等级"
    /// As `ratio`; a rate between 0 and 100 %.
    case satisfaction = "满意度"
}

/// An indicator of a subject, understood.
package struct Indicator: Sendable, Hashable {
    package let record: IndicatorRecord
    /// The record that holds target and achieved value; another subject's where they are shared.
    package let values: IndicatorRecord
    package let target: IndicatorValue
    package let achieved: IndicatorValue
    /// nil where the target is one of quality or of time.
    package let comparison: EvaluationDefinitions.Comparison?
    package let way: ScoringWay
    /// Hundredths; 0 where the book gives none.
    package let weight: Int64
    package var name: String { record.name }
    /// The subject whose indicator it is, where one is used in several forms.
    package var owner: String { values.subject }
}

extension Indicator {
    private static let qualitative = "定性"
    private static let satisfaction = "满意度"

    /// - Parameter values: the record that holds target and achieved value; the same one unless they are shared.
    init(_ record: IndicatorRecord, values: IndicatorRecord, definitions: EvaluationDefinitions) {
        self.record = record
        self.values = values
        target = IndicatorValue(values.target, unit: values.unit, definitions: definitions)
        achieved = IndicatorValue(values.achieved, unit: values.unit, definitions: definitions)
        weight = record.weight ?? 0
        let isOpposite = definitions.opposite.contains { foldedLabel(record.name).contains($0) }
        let stated = EvaluationDefinitions.Comparison.allCases.first { $0.rawValue == values.direction }
        if values.direction == Self.qualitative {
            comparison = nil
        } else {
            comparison = target.number.map { $0.comparison ?? stated ?? (isOpposite ? .atMost : .atLeast) }
        }
        if let way = ScoringWay(rawValue: record.way) {
            self.way = way
        } else if comparison == nil {
            way = .band
        } else if target.number?.printed.isZero ?? false {
            // Nothing is a part of zero.
            way = .direct
        } else {
            way = record.second.contains(Self.satisfaction) ? .satisfaction : .ratio
        }
    }
}
