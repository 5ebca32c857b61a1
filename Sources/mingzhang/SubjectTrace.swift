import Fiscal
import Ledger
import Performance
import Publication
import Standards

/// Where a figure of a subject comes from: the book's rows, the arithmetic, the lines of its money.
struct SubjectTrace {
    indirect enum Node {
        /// Arithmetic, in words.
        case step(String)
        /// Cells of a row of the book, by their columns.
        case row(Origin, cells: [(column: String, text: String)])
        case money(SubjectMoneyLabel, amount: Int64?, lines: [SubjectLine])
        case accounts(Trace)
        /// Points of an indicator or of execution.
        case points(name: String, Int64?, [Node])
        case countedUnits
    }

    private(set) var nodes: [Node]

    private let subject: EvaluatedSubject
    private let evaluation: EvaluationBook
    private let package: BuiltPackage

    init(_ found: FoundSubjectFigure, evaluation: EvaluationBook, package: BuiltPackage) {
        subject = found.subject
        self.evaluation = evaluation
        self.package = package
        nodes = []
        nodes = made(found.figure)
    }

    private func made(_ figure: SubjectFigure) -> [Node] {
        switch figure {
        case .fund(let source, let column): fund(source, column)
        case .nature(let name, let column):
            phase(column).map { [money($0, .total, nature: name)] } ?? []
        case .indicator(let index, let column): indicator(subject.indicators[index], column)
        case .totalWeight: [.step(ScoreLine.weights(subject).message)] + weights
        case .total, .grade: [.step(ScoreLine.total(subject).message)] + scores
        case .task(let index, _): tasks(index)
        case .staff: [.countedUnits]
        case .projects:
            [.step(ScoreLine.mean(evaluation.summary(of: subject.record.unit).mean).message)]
                + projects.map { .points(name: "\($0.record.code) \($0.name)", $0.total, []) }
        case .projectFunds:
            [.step(ScoreLine.covered(evaluation.summary(of: subject.record.unit)).message)] + projectFunds
        case .accounts(let keys): keys.map { .accounts(accounts.trace($0.key, sign: $0.sign)) }
        case .building(let origin): [.row(origin, cells: [])]
        }
    }

    // MARK: - Money

    private func phase(_ column: String) -> Phase? {
        switch column {
        case FundColumn.initial: .initialBudget
        case FundColumn.budget: subject.funds.budgetPhase
        case FundColumn.actual: .actual
        default: nil
        }
    }

    private func money(_ phase: Phase, _ source: SubjectFunds.Source, nature: String? = nil) -> Node {
        let amount = nature.map { subject.funds.amount(nature: $0, phase) } ?? subject.funds.amount(source, phase)
        return .money(
            SubjectMoneyLabel(phase: phase, source: source, nature: nature), amount: amount,
            lines: evaluation.lines(of: subject, phase, source: source, nature: nature))
    }

    private func fund(_ source: SubjectFunds.Source, _ column: String) -> [Node] {
        switch column {
        case FundColumn.weight: [.step(ScoreLine.executionWeight(subject).message)]
        case FundColumn.rate where source != .total: rate(source)
        case FundColumn.rate, FundColumn.score:
            [.step(ScoreLine.execution(subject).message)] + rate(source)
        case FundColumn.monitored, FundColumn.monitoredRate, FundColumn.forecast: monitored(source, column)
        default: phase(column).map { [money($0, source)] } ?? []
        }
    }

    private func rate(_ source: SubjectFunds.Source) -> [Node] {
        [money(.actual, source)] + (subject.funds.budgetPhase.map { [money($0, source)] } ?? [])
    }

    /// What the row of mid-year states, else the lines until then.
    private func monitored(_ source: SubjectFunds.Source, _ column: String) -> [Node] {
        let base = subject.funds.monitoringBase(source).map { [money($0.phase, source)] } ?? []
        let state = subject.monitoring.first { $0.indicator.isEmpty }
        let isStated = column == FundColumn.forecast || state?.amount != nil
        let stated = isStated ? state.map { [Node.row($0.origin, cells: [])] } ?? [] : [money(.actual, source)]
        return column == FundColumn.monitoredRate ? stated + base : stated
    }

    // MARK: - Points

    private func indicator(_ item: ScoredIndicator, _ column: String) -> [Node] {
        let indicator = item.indicator
        if column == MonitoringColumn.state || column == MonitoringColumn.forecast {
            return subject.monitoring.filter { $0.indicator == indicator.name }.map { .row($0.origin, cells: []) }
        }
        let names = package.facts.standards.sheet(.indicators)
        func cell(_ role: ColumnRole, _ text: String) -> [(column: String, text: String)] {
            text.isEmpty ? [] : [(names?.name(of: role) ?? "", text)]
        }
        let (own, values) = (indicator.record, indicator.values)
        let target = cell(.direction, values.direction) + cell(.target, values.target)
        let unit = cell(.targetUnit, values.unit)
        switch column {
        case IndicatorColumn.target: return [.row(values.origin, cells: target + unit)]
        case IndicatorColumn.actual: return [.row(values.origin, cells: cell(.achieved, values.achieved) + unit)]
        case IndicatorColumn.weight: return [weight(item)]
        default:
            let weight = cell(.weight, own.weight.map(pointsText) ?? "")
            let given =
                cell(.givenScore, own.givenScore.map(pointsText) ?? "") + cell(.givenScoreReason, own.givenReason)
            let way = cell(.scoringWay, own.way) + cell(.attainmentBand, indicator.band)
            let achieved = cell(.achieved, values.achieved)
            let rows: [Node] =
                indicator.isShared
                ? [
                    .row(own.origin, cells: cell(.sharedWith, own.sharedWith) + weight + way + given),
                    .row(values.origin, cells: target + unit + achieved),
                ] : [.row(own.origin, cells: target + unit + achieved + weight + way + given)]
            return (subject.isEvaluated ? [.step(item.arithmetic)] : []) + rows
        }
    }

    private func weight(_ item: ScoredIndicator) -> Node {
        let column = package.facts.standards.sheet(.indicators)?.name(of: .weight) ?? ""
        return .row(item.indicator.record.origin, cells: [(column, pointsText(item.indicator.weight))])
    }

    private var weights: [Node] {
        execution(subject.scheme.execution.weight, [])
            + subject.indicators.map { .points(name: $0.indicator.name, $0.indicator.weight, [weight($0)]) }
    }

    private var scores: [Node] {
        execution(subject.executionScore, [.step(ScoreLine.execution(subject).message)])
            + subject.indicators.map {
                .points(name: $0.indicator.name, $0.score.value, indicator($0, IndicatorColumn.score))
            }
    }

    private func execution(_ points: Int64?, _ below: [Node]) -> [Node] {
        let (name, weight) = subject.scheme.execution
        return weight > 0 ? [.points(name: name, points, below)] : []
    }

    // MARK: - Others

    private var projects: [EvaluatedSubject] {
        evaluation.subjects(of: subject.record.unit).filter {
            $0.record.kind == .project && $0.scheme.isSelfEvaluation
        }
    }

    private var projectFunds: [Node] {
        projects.map { project in
            .points(
                name: "\(project.record.code) \(project.name)", project.total,
                [
                    .money(
                        SubjectMoneyLabel(phase: .actual, source: .total, nature: nil),
                        amount: project.funds.amount(.total, .actual), lines: evaluation.lines(of: project, .actual))
                ])
        }
    }

    private func tasks(_ index: Int?) -> [Node] {
        let tasks = index.map { [subject.tasks[$0]] } ?? subject.tasks
        return tasks.map { .row($0.origin, cells: []) }
    }

    private var accounts: FactBase {
        guard subject.record.unit != package.facts.unit || package.facts.isAlone else { return package.facts }
        return FactBase(book: package.facts.book, standards: package.facts.standards, unit: subject.record.unit)
    }
}

/// What an amount of a subject is.
struct SubjectMoneyLabel {
    let phase: Phase
    let source: SubjectFunds.Source
    let nature: String?
}
