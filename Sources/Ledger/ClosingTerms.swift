import Fiscal
import Standards

/// What a closing balance is made of: income, expenditure, and all that changes a balance.
struct ClosingTerms {
    /// Each concept that lines have, and whether it adds or takes off.
    let signs: [Concept: Int64]

    init(_ standards: Standards) {
        let rules = standards.sheets.flatMap(\.facts)
        guard let closing = rules.first(where: { $0.use == .control })?.spec.concept else {
            signs = [:]
            return
        }
        signs = Dictionary(Self.terms(of: closing, sign: 1, standards), uniquingKeysWith: +)
    }

    private static func terms(
        of concept: Concept, sign: Int64, _ standards: Standards
    ) -> [(Concept, Int64)] {
        guard let terms = standards.concepts[concept]?.terms, !terms.isEmpty else { return [(concept, sign)] }
        return terms.flatMap { Self.terms(of: $0.concept, sign: sign * $0.sign, standards) }
    }
}
