import Fiscal
package import Ledger
package import Performance
package import Standards

/// Figures of the accounts' prose that follow from the subjects: how many projects evaluated themselves, with how much
/// money, and what they got. Where the book has subjects, they take the place of what it states by hand.
package enum EvaluationFacts {
    /// - Returns: the book with those figures for each unit that has such subjects; and what it stated otherwise.
    package static func added(
        to book: Book, evaluations: EvaluationBook, standards: Standards
    ) -> (book: Book, faults: [EvaluationFault]) {
        var result = book
        var faults: [EvaluationFault] = []
        let units = Set(evaluations.subjects.filter(\.isSelfEvaluatedProject).map(\.record.unit))
        guard !units.isEmpty else { return (book, []) }
        for unit in book.units.units where !units.isDisjoint(with: book.units.subtree(of: unit.code)) {
            for (concept, item, value) in figures(of: unit.code, book, evaluations, standards) {
                var key = FactKey(unit: unit.code, year: book.settings.year, concept: concept.concept)
                key.coordinates.item = item
                let origin = evaluations.subjects(of: unit.code).first(where: \.isSelfEvaluatedProject)?.record.origin
                if let stated = book.stated[key], stated.value.amount != value {
                    let kind = EvaluationFault.Kind.statedOtherwise(
                        concept.concept.id, stated: shown(stated.value.amount, concept),
                        computed: shown(value, concept))
                    faults.append(EvaluationFault(kind, at: stated.origin))
                }
                guard let origin else { continue }
                result.stated[key] = Fact(
                    key: key, value: FactValue(amount: value, measure: concept.measure), origin: origin)
            }
        }
        return (result, faults)
    }

    private static func figures(
        of unit: String, _ book: Book, _ evaluations: EvaluationBook, _ standards: Standards
    ) -> [(ConceptDefinition, item: Code, Int64)] {
        let totals = SelfEvaluationTotals(of: unit, evaluations, book)
        return standards.concepts.ordered.compactMap { standards.concepts[$0] }.flatMap { concept in
            switch concept.evaluated {
            case .projects:
                let grades = totals.grades.compactMap { grade, number in
                    standards.classification(.item).find(grade).map { (concept, item: $0, Int64(number)) }
                }
                return [(concept, item: .all, Int64(totals.projects))] + grades
            case .executed:
                return totals.executed.map { [(concept, item: .all, $0)] } ?? []
            case .mean:
                guard let mean = totals.mean else { return [] }
                let hundredths = Int64(exactly: Int128(mean.mantissa) * powerOfTen(2 - mean.decimals))
                return hundredths.map { [(concept, item: .all, $0)] } ?? []
            case nil: return []
            }
        }
    }

    private static func shown(_ amount: Int64, _ concept: ConceptDefinition) -> String {
        switch concept.measure {
        case .count: "\(amount)"
        case .money, .score: PrintedNumber(mantissa: amount, decimals: 2).text()
        }
    }
}

/// What all self-evaluations of a unit's projects come to.
struct SelfEvaluationTotals {
    /// How many projects they cover.
    let projects: Int
    /// Money spent, in fen; nil where some of it is not known.
    let executed: Int64?
    /// nil unless every project has its score.
    let mean: PrintedNumber?
    /// How many projects have a grade; empty unless each subject is one project.
    let grades: [(name: String, count: Int)]

    init(of unit: String, _ evaluations: EvaluationBook, _ book: Book) {
        let summary = evaluations.summary(of: unit)
        projects = evaluations.coveredProjects(of: unit, in: book)
        executed = summary.covered.amount(.total, .actual)
        mean = summary.scored == summary.projects ? summary.mean : nil
        grades = summary.scored == projects ? summary.grades : []
    }
}
