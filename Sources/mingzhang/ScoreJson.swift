import Fiscal
import Ledger
import Performance
import Standards

/// Scores for programs; docs/score-json.md says what each key holds.
struct ScoreJson: Encodable {
    struct Funds: Encodable {
        let initial: [String: Int64]?
        let adjusted: [String: Int64]?
        let executed: [String: Int64]?

        init(_ funds: SubjectFunds) {
            func amounts(_ phase: Phase) -> [String: Int64]? {
                guard funds.amount(.total, phase) != nil else { return nil }
                return Dictionary(
                    uniqueKeysWithValues: SubjectFunds.Source.allCases.map {
                        (caseName($0), funds.amount($0, phase) ?? 0)
                    })
            }
            (initial, adjusted, executed) = (amounts(.initialBudget), amounts(.adjustedBudget), amounts(.actual))
        }
    }

    struct Execution: Encodable {
        let name: String
        let weight: String
        let rate: String?
        let score: String?
    }

    struct Indicator: Encodable {
        let first: String
        let second: String
        let name: String
        let target: String
        let achieved: String
        let comparison: String?
        let sharedWith: String?
        let weight: String?
        let way: String
        let basis: String
        let computed: String?
        let given: String?
        let givenReason: String?
        let score: String?
        let overridden: Bool
        let times: String?
        let arithmetic: String
        let deviation: String?
        let measures: String?
        let evidence: String?
        let sheet: String
        let row: Int

        init(_ item: ScoredIndicator) {
            let (indicator, record, score) = (item.indicator, item.indicator.record, item.score)
            func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
            (first, second, name) = (record.first, record.second, record.name)
            (target, achieved) = (indicator.target.text, indicator.achieved.text)
            comparison = indicator.comparison?.rawValue
            sharedWith = filled(record.sharedWith)
            weight = record.weight.map { pointsText($0) }
            way = indicator.way.rawValue
            basis = caseName(score.basis)
            (computed, given) = (score.computed.map { pointsText($0) }, score.given.map { pointsText($0) })
            givenReason = filled(record.givenReason)
            self.score = score.value.map { pointsText($0) }
            overridden = score.isOverridden
            times = score.times.map { pointsText($0) }
            arithmetic = item.chineseArithmetic
            (deviation, measures, evidence) = (
                filled(indicator.deviation), filled(indicator.measures), filled(record.evidence)
            )
            (sheet, row) = (record.origin.sheet, record.origin.row)
        }
    }

    struct Subject: Encodable {
        let code: String
        let name: String
        let kind: String
        let unit: String
        let scheme: String
        let evaluated: Bool
        let funds: Funds
        let execution: Execution
        let indicators: [Indicator]
        let total: String?
        let full: String
        let grade: String?

        init(_ subject: EvaluatedSubject) {
            let record = subject.record
            (code, name, kind, unit) = (record.code, record.name, record.kind.rawValue, record.unit)
            scheme = subject.scheme.id
            evaluated = subject.isEvaluated
            funds = Funds(subject.funds)
            execution = Execution(
                name: subject.scheme.execution.name, weight: pointsText(subject.scheme.execution.weight),
                rate: subject.rate?.text(),
                score: subject.isEvaluated ? subject.executionScore.map { pointsText($0) } : nil)
            indicators = subject.indicators.map { Indicator($0) }
            total = subject.total.map { pointsText($0) }
            full = pointsText(subject.scheme.fullScore)
            grade = subject.grade.isEmpty ? nil : subject.grade
        }
    }

    struct Summary: Encodable {
        let projects: Int
        let scored: Int
        let grades: [String: Int]
        let mean: String?
        let funds: Funds
        let rate: String?
        let projectExpenditure: Funds
        let coveredProjectExpenditure: Funds
        let share: String?

        init(_ summary: ScoreSummary) {
            (projects, scored) = (summary.projects, summary.scored)
            grades = Dictionary(summary.grades.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
            mean = summary.mean?.text()
            funds = Funds(summary.covered)
            rate = summary.rate?.text()
            projectExpenditure = Funds(summary.allProjects)
            coveredProjectExpenditure = Funds(summary.coveredProjects)
            share = summary.share?.text()
        }
    }

    let department: String
    let year: Int
    let subjects: [Subject]
    let summary: Summary?
    let missing: [FaultJson.Entry]
    let hints: [FaultJson.Entry]

    init(_ chosen: SubjectOptions.Chosen, of loaded: LoadedBook) {
        department = loaded.book.settings.department
        year = loaded.book.settings.year.number
        subjects = chosen.subjects.map { Subject($0) }
        summary = chosen.summary.map { Summary($0) }
        missing = FaultJson.entries(chosen.faults(.missing))
        hints = FaultJson.entries(chosen.faults(.hint))
    }
}
