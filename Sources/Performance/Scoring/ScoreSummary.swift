package import Fiscal
import Standards

/// What the scores of many projects come to. Points are hundredths, amounts fen.
package struct ScoreSummary: Sendable {
    package let projects: Int
    /// Those that are scored whole.
    package let scored: Int
    /// How many have each grade, the best first; grades that none has with 0.
    package let grades: [(name: String, count: Int)]
    /// Of those that are scored, to two decimals, half up; nil where none is.
    package let mean: PrintedNumber?
    /// All money of the projects, each line counted once.
    package let covered: SubjectFunds
    /// As far as it is project expenditure.
    package let coveredProjects: SubjectFunds
    /// All project expenditure there is.
    package let allProjects: SubjectFunds

    init(
        _ subjects: [EvaluatedSubject], grades names: [String], covered: SubjectFunds, coveredProjects: SubjectFunds,
        projects all: SubjectFunds
    ) {
        projects = subjects.count
        let totals = subjects.compactMap(\.total)
        scored = totals.count
        let counts = Dictionary(grouping: subjects.map(\.grade), by: { $0 }).mapValues(\.count)
        grades = names.map { ($0, counts[$0] ?? 0) }
        mean = PrintedNumber.rounding(
            totals.reduce(0) { $0 + Int128($1) }, over: Int128(totals.count) * powerOfTen(2), decimals: 2)
        self.covered = covered
        self.coveredProjects = coveredProjects
        allProjects = all
    }

    /// Which share of the project expenditure was spent by projects that are evaluated, in percent; nil where there is none.
    package var share: PrintedNumber? {
        guard let all = allProjects.amount(.total, .actual), all > 0 else { return nil }
        return PrintedNumber.rounding(
            Int128(coveredProjects.amount(.total, .actual) ?? 0) * 100, over: Int128(all), decimals: 2)
    }

    /// executed ÷ budget of the covered money in percent; nil where there is no budget.
    package var rate: PrintedNumber? {
        covered.execution().flatMap {
            PrintedNumber.rounding(Int128($0.executed) * 100, over: Int128($0.budget), decimals: 2)
        }
    }
}
