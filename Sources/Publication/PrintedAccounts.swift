import Fiscal
import Ledger
import Narrative
import Standards
import Statements

/// Forms and sentences of the accounts before they are put in their places; none where a paper goes without them.
struct PrintedAccounts {
    private(set) var tables: [Table] = []
    /// By the ids of their phrases.
    private(set) var narrated: [[String]: Narration] = [:]
    /// What the book has and no form or sentence prints.
    private(set) var unprinted: [BookFault] = []

    private init(_ facts: FactBase, options: PublicationOptions, style: PrintStyle) {
        let standards = facts.standards
        tables = standards.orderedForms.map {
            TableBuilder.table($0.form, number: $0.number, facts: facts, style: style)
        }
        var phrases: [Phrase] = []
        for case .phrases(let ids) in standards.profile.outline.flatMap(\.content) {
            let found = ids.compactMap { standards.phrases[$0] }
            narrated[ids] = Self.narrate(found, facts, options)
            phrases += found
        }
        unprinted = UnprintedCheck(facts, tables: tables, phrases: phrases).faults()
    }

    private init() {}

    /// What is printed of performance, and beside it the accounts.
    static func made(
        _ facts: FactBase, options: PublicationOptions, style: PrintStyle
    ) -> (PerformancePart, PrintedAccounts) {
        guard options.part == .accounts else { return (performance(facts, options), PrintedAccounts()) }
        guard !facts.book.evaluation.isEmpty else {
            return (.none, PrintedAccounts(facts, options: options, style: style))
        }
        let (book, standards, unit, isAlone) = (facts.book, facts.standards, facts.unit, facts.isAlone)
        return Stretches.beside {
            // Sums are one thread's own.
            performance(FactBase(book: book, standards: standards, unit: unit, isAlone: isAlone), options)
        } own: {
            PrintedAccounts(facts, options: options, style: style)
        }
    }

    private static func performance(_ facts: FactBase, _ options: PublicationOptions) -> PerformancePart {
        PerformancePart(facts, stage: options.stage, evaluations: options.evaluations, adjusted: options.adjusted)
    }

    static func narrate(_ phrases: [Phrase], _ facts: FactBase, _ options: PublicationOptions) -> Narration {
        Narrator.narrate(
            phrases, facts: facts, noun: noun(options), isDepartment: options.kind == .department,
            adjusted: options.adjusted)
    }

    static func noun(_ options: PublicationOptions) -> String { options.kind == .department ? "部门" : "单位" }
}
