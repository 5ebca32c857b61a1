import Fiscal
import Ledger
import Narrative
import Performance
import Publication
import Standards
import Statements

/// Whose package to print.
struct BuildScope {
    let unit: String
    let name: String
    let kind: BookSettings.Kind
    /// Folder below the output; empty for the output itself.
    var folder: String
    /// Whether the unit has others under it that are left out.
    var isAlone = false
}

/// One unit's or department's package, not yet on disk.
struct BuiltPackage {
    let scope: BuildScope
    let publication: Publication
    let facts: FactBase
    /// nil where figures are rounded plainly.
    let rounding: ControlledRounding?
    /// What adjusted rounding changed on the paper; nil as above.
    let changes: RoundingChanges?
    /// Figures that the book states and its subjects give otherwise.
    let statedOtherwise: [EvaluationFault]
    /// What was checked of it, as printed.
    let check: SelfCheck

    var missing: [MissingText] { publication.narration.missing }

    /// - Parameters:
    ///   - options: what to print; nil = the accounts with all that is attached.
    ///   - keepsUnits: whether lines of a large book stay apart by unit, as a trace shows them.
    init(
        _ loaded: LoadedBook, scope: BuildScope, options: PublicationOptions? = nil,
        rounding mode: RoundingMode = .plain, keepsUnits: Bool = false
    ) throws {
        self.scope = scope
        var book = loaded.book(of: scope.unit, isAlone: scope.isAlone, keepsUnits: keepsUnits)
            .withheld(loaded.standards)
        var stated: [EvaluationFault] = []
        if !book.evaluation.isEmpty {
            (book, stated) = EvaluationFacts.added(
                to: book, evaluations: loaded.evaluation, standards: loaded.standards)
        }
        statedOtherwise = stated
        facts = FactBase(book: book, standards: loaded.standards, unit: scope.unit, isAlone: scope.isAlone)
        var options = options ?? PublicationOptions(kind: scope.kind)
        options.evaluations = loaded.evaluation
        let plain = Publisher.publish(facts, options: options)
        guard mode == .adjusted else {
            (publication, rounding, changes) = (plain, nil, nil)
            check = SelfCheck(plain, facts: facts)
            return
        }
        let adjusted = ControlledRounding.adjust(
            plain.tables, prose: plain.narration.facts, operands: plain.narration.operands, facts: facts)
        rounding = adjusted
        options.adjusted = adjusted.printed
        publication = Publisher.publish(facts, options: options)
        changes = RoundingChanges(plain: plain, adjusted: publication)
        check = SelfCheck(publication, facts: facts, adjusted: adjusted.printed)
    }
}

extension BuiltPackage {
    /// Budgets and last year's figures that phrases of the place compare with and the book says nothing of.
    var comparisonsNotGiven: [String] {
        let specs = facts.standards.phrases.values.flatMap(\.subjects).map(\.spec)
        let keys = facts.book.facts.map(\.key) + facts.book.stated.keys
        let phases = Phase.words.filter { _, phase in
            phase != .actual && specs.contains { $0.phase == phase } && !keys.contains { $0.phase == phase }
        }
        let year = facts.book.settings.year
        return phases.map(\.0) + (keys.contains { $0.year == year.previous } ? [] : ["上年数"])
    }
}
