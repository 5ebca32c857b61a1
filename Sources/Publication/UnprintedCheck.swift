import Fiscal
import Ledger
import Standards
import Statements

/// What the book says and no form and no sentence of this place has a use for.
///
/// Lines with vouchers are left out: every one of them is in a total.
struct UnprintedCheck {
    private let facts: FactBase
    private var asked: [Line: Set<Coordinates>] = [:]
    private let sheets: [String: Sheet]

    private struct Line: Hashable {
        let concept: Concept
        let phase: Phase
    }

    /// Rows of one sheet that say the same kind of thing.
    private struct Group: Hashable {
        let file: String
        let line: Line
    }

    /// - Parameter phrases: those of the place's outline.
    init(_ facts: FactBase, tables: [Table], phrases: [Phrase]) {
        self.facts = facts
        let definitions = facts.standards.sheets
        sheets = Dictionary(
            facts.book.sheets.compactMap { raw in
                definitions.first { $0.id == raw.name }.map { (raw.file, $0) }
            }, uniquingKeysWith: { first, _ in first })
        for table in tables { for key in table.figures.values { ask(key) } }
        for phrase in phrases {
            for subject in phrase.subjects { if let key = facts.key(subject.spec) { ask(key) } }
        }
        if !facts.book.evaluation.isEmpty { askPerformance() }
    }

    /// What forms and reports of performance print of the accounts.
    private mutating func askPerformance() {
        let standards = facts.standards
        let rows = standards.evaluationLayouts.flatMap(\.blocks).flatMap { block -> [FactSpec] in
            guard case .base(let base) = block else { return [] }
            return base.rows.flatMap { [$0.figures] + $0.alternatives }.joined().map { $0 }
        }
        let spec = standards.schemes.rules.money.expenditure
        for wanted in rows + [spec] {
            for phase in [Phase.initialBudget, .adjustedBudget, .actual] {
                var wanted = wanted
                wanted.phase = phase
                if let key = facts.key(wanted) { ask(key) }
            }
        }
        for subject in standards.reports.phrases.values.flatMap(\.subjects) {
            if let key = facts.key(subject.spec) { ask(key) }
        }
        // What follows from the subjects is no row of the book.
        for concept in standards.concepts.ordered where standards.concepts[concept]?.evaluated != nil {
            asked[Line(concept: concept, phase: .actual), default: []].insert(.all)
        }
    }

    private mutating func ask(_ key: FactKey) {
        for concept in Set(facts.standards.concepts.leaves(of: key.concept) + [key.concept]) {
            asked[Line(concept: concept, phase: key.phase), default: []].insert(key.coordinates)
        }
    }

    func faults() -> [BookFault] {
        let all = unaskedFigures() + unaskedTexts() + unlistedAttachments()
        return all.sorted { ($0.sheet, $0.row, $0.column) < ($1.sheet, $1.row, $1.column) }
    }

    // MARK: - Figures

    private func unaskedFigures() -> [BookFault] {
        let book = facts.book
        var found: [Group: (row: Int, count: Int)] = [:]
        // What last year's own book says is that book's affair.
        let stated = book.stated.values.filter {
            book.settings.priorBook.isEmpty || $0.key.year == book.settings.year
        }
        let lines = book.facts.filter { $0.key.year == book.settings.year }
        for (fact, isLine) in lines.map({ ($0, true) }) + stated.map({ ($0, false) }) {
            guard let sheet = sheets[fact.origin.sheet], sheet.column(.voucher) == nil, fact.value.amount != 0,
                facts.scope.contains(fact.key.unit), !isAsked(fact.key, isLine: isLine)
            else { continue }
            let group = Group(
                file: fact.origin.sheet, line: Line(concept: fact.key.concept, phase: fact.key.phase))
            let known = found[group] ?? (fact.origin.row, 0)
            found[group] = (min(known.row, fact.origin.row), known.count + 1)
        }
        return found.map { group, place in
            let phase = group.line.phase == .actual ? "" : Phase.words.first { $0.1 == group.line.phase }?.0 ?? ""
            let what = [phase, group.line.concept.id].filter { !$0.isEmpty }.joined(separator: " ")
            return BookFault(.notPrinted(what, rows: place.count), sheet: group.file, row: place.row)
        }
    }

    /// Whether some figure of the paper may hold it: one of the same thing that is as wide or wider. A line may also be
    /// what such a figure leaves out on purpose (contracts of large suppliers).
    private func isAsked(_ key: FactKey, isLine: Bool) -> Bool {
        guard let wanted = asked[Line(concept: key.concept, phase: key.phase)] else { return false }
        return isLine || wanted.contains(.all)
            || wanted.contains { coordinates in
                Dimension.allCases.allSatisfy { dimension in
                    let (wide, own) = (coordinates[dimension], key.coordinates[dimension])
                    return wide.isAll || wide == own
                        || facts.standards.classification(dimension).contains(own, under: wide)
                }
            }
    }

    // MARK: - Words

    /// Files go out with the package, but the place's outline has no part that lists them.
    private func unlistedAttachments() -> [BookFault] {
        let isListed = facts.standards.profile.outline.contains { item in
            item.content.contains { if case .attachments = $0 { true } else { false } }
        }
        guard !isListed, let first = facts.attachments.first else { return [] }
        let place = facts.book.attachmentPlaces[first]
        return [
            BookFault(
                .notPrinted(first.name, rows: facts.attachments.count), sheet: place?.sheet ?? "", row: place?.row ?? 0)
        ]
    }

    /// Columns of words that say nothing to the program and are not meant as a mere record.
    private func unaskedTexts() -> [BookFault] {
        facts.book.sheets.flatMap { raw -> [BookFault] in
            guard let sheet = sheets[raw.file], sheet.id == raw.name else { return [] }
            return sheet.columns.compactMap { column in
                guard column.type == .text || column.type == .count, column.role == nil, !column.isRecordOnly,
                    !sheet.keyColumns.contains(column.name), !sheet.facts.contains(where: { $0.column == column.name })
                else { return nil }
                let rows = raw.rows.filter { !$0.isExample && !raw.text(column.name, in: $0).isEmpty }
                guard let first = rows.first else { return nil }
                return BookFault(
                    .notPrinted(column.name, rows: rows.count), sheet: raw.file, row: first.number,
                    column: column.name)
            }
        }
    }
}
