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

    /// 方向 of a target of quality.
    static let qualitative = "定性"
}

/// An indicator of a subject, understood.
package struct Indicator: Sendable, Hashable {
    package let record: IndicatorRecord
    /// The record that holds target and achieved value; another subject's where they are shared.
    package let values: IndicatorRecord
    package let target: IndicatorValue
    package let achieved: IndicatorValue
    package let way: ScoringWay
    /// Hundredths; 0 where the book gives none.
    package let weight: Int64
    /// nil where the target is one of quality or of time.
    package let direction: IndicatorDirection?
    package var name: String { record.name }
    package var comparison: EvaluationDefinitions.Comparison? { direction?.comparison }
    /// 取自 names no indicator: its values are not known.
    package var isUnresolved: Bool { !record.sharedWith.isEmpty && owner == record.subject }
    /// Nothing is a part of zero, nor of less.
    var isRatioOfNothing: Bool {
        (way == .ratio || way == .satisfaction) && comparison != nil && (target.number?.printed.mantissa ?? 1) <= 0
    }
    /// Whether its values are another subject's, and known.
    package var isShared: Bool { owner != record.subject }
    /// The stated attainment: a shared indicator's is its owner's.
    package var band: String { record.band.isEmpty ? values.band : record.band }
    /// Why it missed its target: a shared indicator's is its owner's where the form says nothing else.
    package var deviation: String { record.deviation.isEmpty ? values.deviation : record.deviation }
    package var measures: String { record.measures.isEmpty ? values.measures : record.measures }
    /// The subject whose indicator it is, where one is used in several forms.
    package var owner: String { values.subject }
}

extension Indicator {
    /// More is a slip of the pen that the check of weights tells; sums of it still fit.
    static let mostPoints: Int64 = 1_000_000_000

    /// - Parameter values: the record that holds target and achieved value; the same one unless they are shared.
    init(_ record: IndicatorRecord, values: IndicatorRecord, definitions: EvaluationDefinitions) {
        self.record = record
        self.values = values
        target = IndicatorValue(values.target, unit: values.unit, definitions: definitions)
        achieved = IndicatorValue(values.achieved, unit: values.unit, definitions: definitions)
        weight = min(record.weight ?? 0, Self.mostPoints)
        let stated = EvaluationDefinitions.Comparison.allCases.first { $0.rawValue == values.direction }
        let isFigure = values.direction != ScoringWay.qualitative
        let direction = target.number.flatMap {
            isFigure ? IndicatorDirection(record, target: $0, stated: stated, definitions: definitions) : nil
        }
        self.direction = direction
        if let way = ScoringWay(rawValue: record.way) {
            self.way = way
        } else if direction == nil {
            way = .band
        } else if (target.number?.printed.mantissa ?? 1) <= 0 {
            way = .direct
        } else {
            way = record.second.contains(ScoringWay.satisfaction.rawValue) ? .satisfaction : .ratio
        }
    }
}
