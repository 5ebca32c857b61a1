package import Fiscal
package import Standards

/// What a book says of goals, indicators and monitoring, row by row; Performance understands and scores it.
package struct EvaluationRecords: Sendable {
    package var subjects: [SubjectRecord] = []
    package var indicators: [IndicatorRecord] = []
    package var tasks: [TaskRecord] = []
    package var monitoring: [MonitoringRecord] = []
    package var buildings: [BuildingRecord] = []

    /// Nothing of it.
    package static let none = EvaluationRecords()

    package var isEmpty: Bool { subjects.isEmpty && indicators.isEmpty && tasks.isEmpty && monitoring.isEmpty }
}

/// What is evaluated: the department (or one unit) as a whole, or one project.
package struct SubjectRecord: Sendable, Hashable {
    package var unit: String
    package var code: String
    package var name: String
    package var kind: EvaluationDefinitions.Subject
    /// Codes or names of the projects whose money it is; empty where it says nothing of them.
    package var projects: [String]
    package var scheme: String
    package var overseer: String
    package var implementer: String
    package var goal: String
    package var attainment: String
    package var problems: String
    package var measures: String
    package var origin: Origin
}

/// One indicator of a subject, in the book's own words.
package struct IndicatorRecord: Sendable, Hashable {
    package var subject: String
    package var first: String
    package var second: String
    package var name: String
    package var direction: String
    package var target: String
    package var unit: String
    package var achieved: String
    /// Code of the subject whose indicator of the same name it is; empty where it is its own.
    package var sharedWith: String
    /// Hundredths of a point; nil where the cell is empty.
    package var weight: Int64?
    package var way: String
    package var mode: String
    package var band: String
    package var givenScore: Int64?
    package var givenReason: String
    package var deviation: String
    package var measures: String
    package var evidence: String
    package var origin: Origin
}

/// One of the year's main tasks in the department's goals; amounts in fen.
package struct TaskRecord: Sendable, Hashable {
    package var subject: String
    package var name: String
    package var content: String
    package var fiscal: Int64?
    package var other: Int64?
    package var origin: Origin
}

/// The state of one indicator at mid-year, or of a subject's money where no indicator is named; amounts in fen.
package struct MonitoringRecord: Sendable, Hashable {
    package var subject: String
    package var indicator: String
    package var value: String
    package var amount: Int64?
    package var forecast: String
    package var forecastAmount: Int64?
    package var likelihood: String
    package var cause: String
    package var reason: String
    package var measures: String
    package var note: String
    package var origin: Origin
}

/// A building that was finished in the year; sizes in hundredths of a square metre, costs in fen.
package struct BuildingRecord: Sendable, Hashable {
    package var unit: String
    package var name: String
    package var approvedSize: Int64
    package var builtSize: Int64
    package var approvedCost: Int64
    package var builtCost: Int64
    package var origin: Origin
}
