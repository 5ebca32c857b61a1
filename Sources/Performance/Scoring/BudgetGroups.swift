import Fiscal
import Ledger

/// What is budgeted together: a project, or a unit's money without a project by its kind.
struct BudgetGroup: Hashable, Sendable {
    let unit: String
    /// Its name; empty where lines name none.
    let project: String
    let isProject: Bool
    /// The first line of its initial budget.
    var origin = Origin(sheet: "", row: 0)
}

/// Completes adjusted budgets: where a book has some, sums of them would leave out what was not adjusted at all.
struct BudgetGroups {
    private var names: [String: [String: String]] = [:]

    init(_ projects: [Project]) {
        for project in projects {
            for word in [project.code, project.name] { names[project.unit, default: [:]][word] = project.name }
        }
    }

    /// Adds the initial budget of each group without an adjusted one as its adjusted budget.
    ///
    /// - Returns: those groups, in the order of the book.
    func complete(_ lines: inout [FundsLine]) -> [BudgetGroup] {
        let adjusted = Set(lines.filter { $0.phase == .adjustedBudget }.map(group))
        guard !adjusted.isEmpty else { return [] }
        var seen: Set<BudgetGroup> = []
        var result: [BudgetGroup] = []
        for line in lines where line.phase == .initialBudget {
            var group = group(line)
            guard !adjusted.contains(group) else { continue }
            var copy = line
            copy.phase = .adjustedBudget
            lines.append(copy)
            guard seen.insert(group).inserted else { continue }
            group.origin = line.origin
            result.append(group)
        }
        return result
    }

    private func group(_ line: FundsLine) -> BudgetGroup {
        let name = names[line.unit]?[line.project] ?? line.project
        return BudgetGroup(unit: line.unit, project: name, isProject: line.kind.isProject)
    }
}
