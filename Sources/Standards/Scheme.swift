package import Fiscal

/// How one kind of subject is scored: which levels there are, what each weighs, which forms carry it.
///
/// Points are whole hundredths throughout, so that no score is ever a binary fraction.
package struct Scheme: Sendable {
    package struct Level: Sendable, Equatable {
        package let name: String
        /// Hundredths of a point.
        package let weight: Int64
        /// Whether a subject without an indicator of it is incomplete.
        package let isRequired: Bool
        package let seconds: [String]
    }

    package let id: String
    package let name: String
    package let source: String
    package let isUnconfirmed: Bool
    package let subject: EvaluationDefinitions.Subject
    /// Whether those who spent the money evaluate themselves by it; else it is the department that evaluates.
    package let isSelfEvaluation: Bool
    /// Taken where the book names no other.
    package let isUsual: Bool
    /// Hundredths.
    package let fullScore: Int64
    /// What the execution of the budget is called and weighs, in hundredths.
    package let execution: (name: String, weight: Int64)
    package let levels: [Level]
    /// Ids of the forms that it goes with.
    package let forms: [String]

    /// The words of 评价.
    static let purposes = [("自评", true), ("部门评价", false)]

    package func level(_ name: String) -> Level? { levels.first { $0.name == name } }

    /// One without levels asks for no indicators and gives no points.
    package var isScored: Bool { !levels.isEmpty }

    /// Whether a form or report is printed of its subjects: what is not scored has only what the scheme names.
    package func prints(_ id: String) -> Bool { isScored || forms.contains(id) }
}

/// How the money of a subject is found among the lines of the book.
package struct SubjectMoney: Sendable {
    /// A kind of money or of expenditure that goals are divided by.
    package struct Nature: Sendable {
        package let name: String
        package let coordinates: Coordinates
        /// Natures within it that it does not count.
        package let without: [String]
    }

    package let expenditure: FactSpec
    package let fiscal: Coordinates
    package let project: Coordinates
    /// 资金来源 of money carried over from last year.
    package let carried: String
    /// What a project's opening balance is the sum of.
    package let openings: [Concept]
    package let natures: [Nature]

    package static let none = SubjectMoney(
        expenditure: FactSpec(), fiscal: .all, project: .all, carried: "", openings: [], natures: [])
}

/// The arithmetic that all schemes of a place share.
package struct ScoringRules: Sendable {
    /// A range of points that an attainment of quality gets, in percent of the weight.
    package struct Band: Sendable, Hashable {
        package let name: String
        package let low: Int64
        package let high: Int64
        /// Achieved values that say so by themselves, folded.
        package let words: [String]
    }

    /// Which concepts the text tells the outcome of all projects by.
    package struct Summary: Sendable, Hashable {
        package let count: Concept?
        package let mean: Concept?
    }

    package struct Monitoring: Sendable, Hashable {
        /// The last month of the period, 1–12.
        package let lastMonth: Int
        /// Percent of the year's budget below which execution is warned of.
        package let leastExecution: Int64
        /// Percent of the target below which an indicator is warned of.
        package let leastProgress: Int64
        /// The likelihood that wants no reason.
        package let certain: String
    }

    /// What a total score is called.
    package struct Grading: Sendable {
        package let name: String
        package let source: String
        package let isUnconfirmed: Bool
        /// The best first.
        package let grades: [EvaluationDefinitions.Grade]
    }

    package let name: String
    package let source: String
    package let isUnconfirmed: Bool
    /// The best first.
    package let bands: [Band]
    /// Achieved values that say that a target of quality or of time was reached, folded.
    package let attained: [String]
    /// Hundredths of the target from which an achievement wants a reason.
    package let farAbove: Int64
    package let scoreDecimals: Int
    package let rateDecimals: Int
    package let grading: Grading
    package let monitoring: Monitoring
    package let money: SubjectMoney
    package let summary: Summary

    package var grades: [EvaluationDefinitions.Grade] { grading.grades }

    package static let none = ScoringRules(
        name: "", source: "", isUnconfirmed: false, bands: [], attained: [], farAbove: 0, scoreDecimals: 2,
        rateDecimals: 2, grading: Grading(name: "", source: "", isUnconfirmed: false, grades: []),
        monitoring: Monitoring(lastMonth: 12, leastExecution: 0, leastProgress: 0, certain: ""), money: .none,
        summary: Summary(count: nil, mean: nil))
}

/// The schemes of a place and year.
package struct Schemes: Sendable {
    package let all: [Scheme]
    package let rules: ScoringRules

    package static let empty = Schemes(all: [], rules: .none)

    package subscript(id: String) -> Scheme? { all.first { $0.id == id } }

    package func of(_ subject: EvaluationDefinitions.Subject) -> [Scheme] { all.filter { $0.subject == subject } }

    package func usual(_ subject: EvaluationDefinitions.Subject) -> Scheme? {
        of(subject).first(where: \.isUsual) ?? of(subject).first { $0.isSelfEvaluation && $0.isScored }
    }
}
