import Fiscal
import Ledger
import Standards

/// What the accounts of a unit say of a row and a column of base data; nil where they do not know.
struct BaseFigures {
    private let accounts: FactBase
    /// What projects cost; nil where the form has no projects.
    private let expenditure: FactSpec?
    private let all: [Project]
    /// Codes and names of projects that money is known of.
    private let spent: Set<String>

    init(_ accounts: FactBase, expenditure: FactSpec?) {
        self.accounts = accounts
        self.expenditure = expenditure
        // Lines name a project by its code or its name: of two with one name, one row has the money of both.
        var seen: Set<String> = []
        all = accounts.book.projects.filter { accounts.scope.contains($0.unit) && seen.insert($0.name).inserted }
        let stated = accounts.book.stated.keys.filter { $0.unit == accounts.unit }
        let lines = accounts.book.facts.lazy.map(\.key).filter { accounts.scope.contains($0.unit) }
        var spent: Set<String> = []
        if let concept = expenditure?.concept {
            for key in stated where key.concept == concept { spent.insert(key.project) }
            for key in lines where key.concept == concept { spent.insert(key.project) }
        }
        self.spent = spent
    }

    // MARK: Figures

    func amount(_ row: BaseBlock.Row, _ column: BaseBlock.Column) -> Int64? {
        known(row, column)?.amount
    }

    /// What the figure is the sum of.
    func keys(_ row: BaseBlock.Row, _ column: BaseBlock.Column) -> [SubjectFigure.SignedKey] {
        guard let (_, specs, phase) = known(row, column) else { return [] }
        return specs.compactMap { key($0, phase, column) }.map { SubjectFigure.SignedKey(key: $0, sign: 1) }
    }

    private func known(
        _ row: BaseBlock.Row, _ column: BaseBlock.Column
    ) -> (amount: Int64, specs: [FactSpec], phase: Phase)? {
        let isBudget = column.phases.contains { $0 != .actual }
        let phases = isBudget && !row.budgetPhases.isEmpty ? row.budgetPhases : column.phases
        for phase in phases {
            for specs in [row.figures] + row.alternatives {
                let amounts = specs.map { amount($0, phase, column) }
                if amounts.allSatisfy({ $0 != nil }) { return (amounts.reduce(0) { $0 + ($1 ?? 0) }, specs, phase) }
            }
        }
        return nil
    }

    private func key(_ spec: FactSpec, _ phase: Phase, _ column: BaseBlock.Column) -> FactKey? {
        var spec = spec
        spec.phase = phase
        spec.yearOffset = column.yearOffset
        return accounts.key(spec)
    }

    private func amount(_ spec: FactSpec, _ phase: Phase, _ column: BaseBlock.Column) -> Int64? {
        guard let key = key(spec, phase, column), let value = accounts.value(of: key) else { return nil }
        return isCoded(key) ? value.amount : nil
    }

    /// Lines that are not told apart by economic code say nothing of one code: no zero either.
    private func isCoded(_ key: FactKey) -> Bool {
        guard !key.coordinates.economic.isAll else { return true }
        var whole = key
        whole.coordinates.economic = .all
        return accounts.contributing(to: whole).allSatisfy { !$0.key.coordinates.economic.isAll }
    }

    // MARK: Projects

    /// Those of a group (of none, where the name is empty) that have a figure in some column.
    func projects(of group: String) -> [Project] {
        all.filter { $0.group == group && !names(of: $0).isEmpty }
    }

    private func names(of project: Project) -> [String] {
        Set([project.code, project.name]).intersection(spent).sorted()
    }

    /// A project's money; nil where no line and no figure names it.
    func amount(_ project: Project, _ column: BaseBlock.Column) -> Int64? {
        for phase in column.phases {
            let amounts = names(of: project).compactMap { amount(named: $0, phase, column) }
            if !amounts.isEmpty { return amounts.reduce(0, +) }
        }
        return nil
    }

    /// Of all phases that may stand in the column the one that is known.
    func keys(_ project: Project, _ column: BaseBlock.Column) -> [SubjectFigure.SignedKey] {
        for phase in column.phases {
            let found = names(of: project).filter { amount(named: $0, phase, column) != nil }
            if !found.isEmpty {
                return found.compactMap { key(named: $0, phase, column) }.map { .init(key: $0, sign: 1) }
            }
        }
        return []
    }

    private func key(named name: String, _ phase: Phase, _ column: BaseBlock.Column) -> FactKey? {
        guard let expenditure, var key = key(expenditure, phase, column) else { return nil }
        key.project = name
        return key
    }

    private func amount(named name: String, _ phase: Phase, _ column: BaseBlock.Column) -> Int64? {
        guard let key = key(named: name, phase, column) else { return nil }
        if let stated = accounts.book.stated[key] { return stated.value.amount }
        let lines = accounts.contributing(to: key)
        return lines.isEmpty ? nil : lines.reduce(0) { $0 + $1.value.amount }
    }

    /// The money of a group. Projects that nothing is known of are taken for none only where the others make up the
    /// whole expenditure on projects.
    func sum(_ projects: [Project], _ column: BaseBlock.Column) -> Int64? {
        let known = projects.compactMap { amount($0, column) }
        guard known.count == projects.count || rest(column) == 0 else { return nil }
        return known.reduce(0, +)
    }

    /// The whole, and less each project.
    func restKeys(_ column: BaseBlock.Column) -> [SubjectFigure.SignedKey] {
        guard let expenditure, let phase = column.phases.first, let whole = key(expenditure, phase, column) else {
            return []
        }
        return [.init(key: whole, sign: 1)] + all.flatMap { keys($0, column) }.map { .init(key: $0.key, sign: -1) }
    }

    /// What of the expenditure on projects no project is named for; nil where the whole is not known.
    func rest(_ column: BaseBlock.Column) -> Int64? {
        guard let expenditure, let phase = column.phases.first,
            let whole = amount(expenditure, phase, column)
        else { return nil }
        let named = all.compactMap { amount($0, column) }
        return named.isEmpty ? nil : whole - named.reduce(0, +)
    }
}
