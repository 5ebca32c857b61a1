package import Ledger
import Standards

extension EvaluationBook {
    /// How many projects of the book the self-evaluations of a unit and of all under it are about; a subject that names
    /// none of them is one itself.
    package func coveredProjects(of unit: String, in book: Book) -> Int {
        var seen: Set<Project> = []
        var others = 0
        for subject in subjects(of: unit) where subject.isSelfEvaluatedProject {
            let scope = book.units.subtree(of: subject.record.unit)
            let own = book.projects.filter { project in
                guard scope.contains(project.unit) else { return false }
                switch subject.scope {
                case .all, .projectExpenditure: return true
                case .projects(let names): return names.contains(project.code) || names.contains(project.name)
                }
            }
            if own.isEmpty { others += 1 } else { seen.formUnion(own) }
        }
        return seen.count + others
    }
}

extension EvaluatedSubject {
    /// A project whose own people evaluated it.
    package var isSelfEvaluatedProject: Bool {
        record.kind == .project && isEvaluated && scheme.isSelfEvaluation
    }
}
