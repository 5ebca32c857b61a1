import Fiscal
import Ledger
import Standards

/// Finds the lines of each subject.
struct FundsFinder {
    /// Which lines of a unit and of all under it are a subject's.
    enum Scope: Hashable, Sendable {
        case all
        case projectExpenditure
        /// By codes and names.
        case projects(Set<String>)
    }

    private let units: UnitTree
    /// Units of subjects, with all under them.
    private let subtrees: [String: Set<String>]
    private let lines: [FundsLine]
    /// Money that has an initial budget and no adjusted one, though others have: it was taken for not adjusted.
    let unadjusted: [BudgetGroup]
    /// Opening balances by project, as lines write it.
    private let openings: [String: [(unit: String, amount: Int64)]]
    private let byProject: [String: [Int]]
    private let byUnit: [String: [Int]]

    /// - Parameter units: those that will be asked for.
    init(book: Book, standards: Standards, units: Set<String>) {
        self.units = book.units
        subtrees = Dictionary(uniqueKeysWithValues: units.map { ($0, book.units.subtree(of: $0)) })
        var reader = LineReader(standards: standards)
        let concept = standards.schemes.rules.money.expenditure.concept
        var lines: [FundsLine] = []
        // Without subjects nobody asks.
        let facts = book.evaluation.subjects.isEmpty ? [] : book.facts
        for fact in facts where fact.key.concept == concept && fact.key.year == book.settings.year {
            lines.append(reader.line(fact))
        }
        let wanted = Set(standards.schemes.rules.money.openings)
        var openings: [String: [(unit: String, amount: Int64)]] = [:]
        for fact in facts where wanted.contains(fact.key.concept) && fact.key.year == book.settings.year {
            openings[fact.key.project, default: []].append((fact.key.unit, fact.value.amount))
        }
        self.openings = openings
        unadjusted = BudgetGroups(book.projects).complete(&lines)
        self.lines = lines
        byProject = Dictionary(grouping: lines.indices.filter { !lines[$0].project.isEmpty }) { [lines] in
            lines[$0].project
        }
        byUnit = Dictionary(grouping: lines.indices) { [lines] in lines[$0].unit }
    }

    func funds(unit: String, scope: Scope) -> SubjectFunds {
        var result = SubjectFunds()
        for index in indices(unit: unit, scope: scope) { result.add(lines[index]) }
        return result
    }

    /// The lines of one source and phase, or of a nature where one is named, in the order of the book.
    func lines(
        unit: String, scope: Scope, phase: Phase, source: SubjectFunds.Source, nature: String?
    ) -> [SubjectLine] {
        let found = indices(unit: unit, scope: scope).sorted().map { lines[$0] }.filter { line in
            line.phase == phase && (source == .total || line.source == source)
                && nature.map(line.kind.natures.contains) ?? true
        }
        return found.map { line in
            let isUnadjusted = phase == .adjustedBudget && line.bookedPhase != phase
            return SubjectLine(
                unit: line.unit, function: line.function, economic: line.economic, amount: line.amount,
                isUnadjusted: isUnadjusted, origin: line.origin)
        }
    }

    /// The functional items that a subject's lines are booked on, sorted.
    func functions(unit: String, scope: Scope) -> [Code] {
        Set(indices(unit: unit, scope: scope).map { lines[$0].function }).filter { !$0.isAll }
            .sorted { $0.text < $1.text }
    }

    /// What named projects brought forward; nil where the book has no balance of theirs.
    func opening(unit: String, scope: Scope) -> Int64? {
        guard case .projects(let names) = scope else { return nil }
        let within = subtrees[unit] ?? units.subtree(of: unit)
        let own = names.flatMap { openings[$0] ?? [] }.filter { within.contains($0.unit) }
        return own.isEmpty ? nil : own.reduce(0) { $0 + $1.amount }
    }

    /// Project expenditure of a unit, and of all under it, that no project is named for; nil where there is none.
    func withoutProject(unit: String) -> (count: Int, amount: Int64, origin: Origin)? {
        let own = indices(unit: unit, scope: .projectExpenditure).map { lines[$0] }
            .filter { $0.project.isEmpty && $0.phase == .actual }
        guard let first = own.min(by: { $0.origin.row < $1.origin.row }) else { return nil }
        return (own.count, own.reduce(0) { $0 + $1.amount }, first.origin)
    }

    /// Money of several subjects, each line counted once.
    ///
    /// - Parameter onlyProjects: whether only project expenditure is counted.
    func funds(of subjects: [(unit: String, scope: Scope)], onlyProjects: Bool = false) -> SubjectFunds {
        var result = SubjectFunds()
        for index in Set(subjects.flatMap { indices(unit: $0.unit, scope: $0.scope) })
        where !onlyProjects || lines[index].kind.isProject { result.add(lines[index]) }
        return result
    }

    private func indices(unit: String, scope: Scope) -> [Int] {
        let within = subtrees[unit] ?? units.subtree(of: unit)
        let candidates: [Int] =
            switch scope {
            case .all: within.flatMap { byUnit[$0] ?? [] }
            case .projectExpenditure: within.flatMap { byUnit[$0] ?? [] }.filter { lines[$0].kind.isProject }
            case .projects(let names): names.flatMap { byProject[$0] ?? [] }
            }
        // What units of the subject give each other is not its money.
        return candidates.filter { within.contains(lines[$0].unit) && !within.contains(lines[$0].counterparty) }
    }
}

/// Facts → lines; what follows from codes is looked up once for each set of them.
private struct LineReader {
    private let standards: Standards
    private let money: SubjectMoney
    private var kinds: [Coordinates: FundsLine.Kind] = [:]

    init(standards: Standards) {
        self.standards = standards
        money = standards.schemes.rules.money
    }

    mutating func line(_ fact: Fact) -> FundsLine {
        let kind = kind(fact.key.coordinates)
        let source: SubjectFunds.Source = fact.source == money.carried ? .carried : kind.isFiscal ? .fiscal : .other
        return FundsLine(
            unit: fact.key.unit, counterparty: fact.counterparty, project: fact.key.project, phase: fact.key.phase,
            bookedPhase: fact.key.phase,
            amount: fact.value.amount, source: source, month: fact.month, kind: kind,
            function: fact.key.coordinates.function, economic: fact.key.coordinates.economic, origin: fact.origin)
    }

    private mutating func kind(_ coordinates: Coordinates) -> FundsLine.Kind {
        if let known = kinds[coordinates] { return known }
        let within = money.natures.filter { lies(coordinates, in: $0.coordinates) }
        let names = within.map(\.name)
        let kind = FundsLine.Kind(
            isFiscal: lies(coordinates, in: money.fiscal), isProject: lies(coordinates, in: money.project),
            natures: within.filter { nature in !nature.without.contains(where: names.contains) }.map(\.name))
        kinds[coordinates] = kind
        return kind
    }

    private func lies(_ line: Coordinates, in wanted: Coordinates) -> Bool {
        Dimension.allCases.allSatisfy { dimension in
            wanted[dimension].isAll
                || standards.classification(dimension).contains(line[dimension], under: wanted[dimension])
        }
    }
}
