import Fiscal
import Ledger
import Standards

/// What lines of money say of projects that the book does not bear out: money of subjects is found by project, so that a
/// slip there would silently leave a subject without it.
struct ProjectLineChecks {
    let book: Book
    let finder: FundsFinder

    func faults(of subjects: [EvaluatedSubject]) -> [EvaluationFault] {
        guard !subjects.isEmpty else { return [] }
        return unknownProjects() + unadjusted() + subjects.compactMap(blank)
            + subjects.compactMap(overCarried) + subjects.compactMap(overCarriedBudget)
    }

    private func overCarried(_ subject: EvaluatedSubject) -> EvaluationFault? {
        guard let spent = subject.funds.amount(.carried, .actual), spent > 0,
            let opening = finder.opening(unit: subject.record.unit, scope: subject.scope), spent > opening
        else { return nil }
        return EvaluationFault(
            .overCarried(subject.name, spent: yuan(spent), opening: yuan(opening)), at: subject.record.origin,
            of: subject.record.code)
    }

    private func overCarriedBudget(_ subject: EvaluatedSubject) -> EvaluationFault? {
        guard let phase = subject.funds.budgetPhase, let budget = subject.funds.amount(.carried, phase), budget > 0,
            let opening = finder.opening(unit: subject.record.unit, scope: subject.scope), budget > opening
        else { return nil }
        return EvaluationFault(
            .overCarriedBudget(subject.name, budget: yuan(budget), opening: yuan(opening)), at: subject.record.origin,
            of: subject.record.code)
    }

    /// Each word once for each sheet, at the first of its rows.
    private func unknownProjects() -> [EvaluationFault] {
        let known = Set(book.projects.flatMap { [$0.code, $0.name] })
        guard !known.isEmpty else { return [] }
        var counts: [[String]: Int] = [:]
        var first: [(word: String, origin: Origin)] = []
        for fact in book.facts where fact.key.year == book.settings.year && !fact.key.project.isEmpty {
            let word = fact.key.project
            guard !known.contains(word) else { continue }
            if counts[[fact.origin.sheet, word]] == nil { first.append((word, fact.origin)) }
            counts[[fact.origin.sheet, word], default: 0] += 1
        }
        return first.map { word, origin in
            let kind = EvaluationFault.Kind.unknownLineProject(
                word, lines: counts[[origin.sheet, word]] ?? 1, near: near(word))
            return EvaluationFault(kind, at: origin)
        }
    }

    /// The name or code that is most like it; empty where none is half like it.
    private func near(_ word: String) -> String {
        let likely = book.projects.flatMap { [$0.name, $0.code] }.map {
            (word: $0, distance: editDistance(Array($0), Array(word)))
        }
        let best = likely.filter { $0.distance * 2 <= max($0.word.count, word.count) }.min { $0.distance < $1.distance }
        return best?.word ?? ""
    }

    private func unadjusted() -> [EvaluationFault] {
        guard let first = finder.unadjusted.first else { return [] }
        let names = finder.unadjusted.map { group in
            group.project.isEmpty
                ? "\(book.units[group.unit]?.name ?? group.unit)的\(group.isProject ? "项目支出" : "基本支出")" : group.project
        }
        return [EvaluationFault(.noAdjustedBudget(names), at: first.origin)]
    }

    /// Nothing is spent by a project, and there is money of its unit that no project is named for.
    private func blank(_ subject: EvaluatedSubject) -> EvaluationFault? {
        guard subject.isSelfEvaluatedProject, case .projects = subject.scope, subject.rate != nil,
            subject.funds.amount(.total, .actual) == nil,
            let lines = finder.withoutProject(unit: subject.record.unit)
        else { return nil }
        let kind = EvaluationFault.Kind.blankProject(
            subject.name, lines: lines.count, amount: yuan(lines.amount))
        return EvaluationFault(kind, at: lines.origin, of: subject.record.code)
    }
}
