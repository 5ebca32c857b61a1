import Fiscal
import Standards

/// Where the figures of a concept come from.
struct ConceptSources {
    private let standards: Standards

    init(_ standards: Standards) { self.standards = standards }

    /// The sheets, or else the concepts, that a figure is computed from; empty where nothing gives it but a statement.
    func names(of concept: Concept, phase: Phase) -> [String] {
        let sheets = sheets(of: concept, phase)
        let terms = standards.concepts[concept]?.terms ?? []
        // A budget of a total is computed only where the sheets have a budget of its parts.
        let names = sheets.isEmpty && phase == .actual ? terms.map(\.concept.id) : sheets
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The sheets whose lines give the concept in a phase.
    private func sheets(of concept: Concept, _ phase: Phase) -> [String] {
        guard let definition = standards.concepts[concept] else { return [] }
        let terms = definition.terms.flatMap { sheets(of: $0.concept, phase) }
        let own = standards.sheets.filter { sheet in
            sheet.facts.contains { rule in
                rule.use == .line && rule.spec.concept == concept && gives(rule, of: sheet, phase)
            }
        }
        // Only what was spent is seen as something else too.
        let seen = phase == .actual ? definition.projections.flatMap { sheets(of: $0.source, phase) } : []
        return terms + own.map(\.id) + seen
    }

    /// A sheet that says the phase in each row has budgets.
    private func gives(_ rule: Sheet.FactRule, of sheet: Sheet, _ phase: Phase) -> Bool {
        let words = sheet.columns.lazy.compactMap { column -> [String]? in
            if case .phase(let words) = column.type { words } else { nil }
        }.first
        guard let words else { return (rule.spec.phase ?? .actual) == phase }
        return phase != .actual && Phase.words.contains { $0.1 == phase && words.contains($0.0) }
    }
}
