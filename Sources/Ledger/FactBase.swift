package import Fiscal
package import Standards

/// Answers what any figure of one scope of units is, out of a book's lines.
///
/// Sums are grouped once for each pattern of depths that is asked for, so that a cell costs one look-up. Not `Sendable`:
/// one instance belongs to one thread.
package final class FactBase: FactSource {
    package let book: Book
    package let standards: Standards
    /// The unit whose scope this is; its subtree is summed.
    package let unit: String
    /// Whether the unit is taken without those under it.
    package let isAlone: Bool
    /// The units whose lines are summed.
    package let scope: Set<String>
    private let space: CoordinateSpace
    private var lines: [LineKey: FactLines] = [:]

    private struct LineKey: Hashable {
        let concept: Concept
        let phase: Phase
        let year: FiscalYear

        init(_ key: FactKey) {
            concept = key.concept
            phase = key.phase
            year = key.year
        }
    }

    /// - Parameters:
    ///   - unit: code of the unit whose subtree is summed; transfers inside it are left out.
    ///   - isAlone: whether the units under it are left out.
    package init(book: Book, standards: Standards, unit: String, isAlone: Bool = false) {
        self.book = book
        self.standards = standards
        self.unit = unit
        self.isAlone = isAlone
        space = standards.space
        let scope = book.units.scope(of: unit, isAlone: isAlone)
        self.scope = scope
        for (index, fact) in book.facts.enumerated() where scope.contains(fact.key.unit) {
            // A transfer between two units of the scope is neither income nor expenditure of the scope.
            if !fact.counterparty.isEmpty, scope.contains(fact.counterparty) { continue }
            let packed = space.packLine(fact.key.coordinates)
            lines(of: LineKey(fact.key)).append(packed, fact.value.amount, place: index)
        }
    }

    private func lines(of key: LineKey) -> FactLines {
        if let known = lines[key] { return known }
        let new = FactLines(space)
        lines[key] = new
        return new
    }

    /// What the unit is called where its figures are printed.
    package var unitName: String {
        guard let unit = book.units[unit] else { return book.settings.department }
        return isAlone ? book.units.ownName(unit) : unit.name
    }

    /// What goes with this scope's package: what is its own, and what is said to be another unit's is not.
    package var attachments: [Attachment] { book.attachments.filter { $0.unit == unit } }

    package func key(_ spec: FactSpec) -> FactKey? { spec.key(unit: unit, year: book.settings.year) }

    package func value(of key: FactKey) -> FactValue? {
        // What is stated for a unit with others under it is stated for them all.
        if !book.stated.isEmpty, !isAlone, let stated = book.stated[key] { return stated.value }
        guard let definition = standards.concepts[key.concept] else { return nil }
        if !definition.terms.isEmpty {
            var sum: Int64 = 0
            for term in definition.terms {
                var part = key
                part.concept = term.concept
                guard let value = value(of: part) else { return nil }
                sum += term.sign * value.amount
            }
            return FactValue(amount: sum, measure: definition.measure)
        }
        let line = LineKey(key)
        guard isKnown(line, definition) else { return statedParts(of: key, measure: definition.measure) }
        if lacksCount(key, definition) { return nil }
        return FactValue(amount: sum(key, line), measure: definition.measure)
    }

    /// Whether money was spent and nobody said on how many: that is no zero. A zero that was typed is one.
    private func lacksCount(_ key: FactKey, _ definition: ConceptDefinition) -> Bool {
        guard let spending = definition.spending, key.year == book.settings.year, key.phase == .actual else {
            return false
        }
        var money = key
        money.concept = spending
        return (value(of: money)?.amount ?? 0) != 0 && contributing(to: key).isEmpty
    }

    /// The sum of all items under this one, where each of them is stated (last year's 购置 and 运行 give last year's 用车).
    private func statedParts(of key: FactKey, measure: Measure) -> FactValue? {
        let children = standards.classification(.item).children(of: key.coordinates.item)
        guard !key.coordinates.item.isAll, !children.isEmpty, standards.concepts[key.concept]?.isAdditive ?? false
        else {
            return nil
        }
        var sum: Int64 = 0
        for child in children {
            var part = key
            part.coordinates.item = child
            guard let value = value(of: part) else { return nil }
            sum += value.amount
        }
        return FactValue(amount: sum, measure: measure)
    }

    /// This year's actual figures are known, zero where no line says otherwise; budgets and last year only where lines are.
    private func isKnown(_ line: LineKey, _ definition: ConceptDefinition) -> Bool {
        if definition.isUnknownWhenAbsent { return lines[line] != nil }
        if line.year == book.settings.year, line.phase == .actual { return true }
        if lines[line] != nil { return true }
        return line.year != book.settings.year && line.phase == .actual && lines.keys.contains { $0.year == line.year }
    }

    private func sum(_ key: FactKey, _ line: LineKey) -> Int64 {
        if !key.project.isEmpty {
            return contributing(to: key).reduce(0) { $0 + $1.value.amount }
        }
        // A code that is in no list has no lines under it.
        guard let packed = space.pack(key.coordinates) else { return 0 }
        return lines[line]?.sum(packed) ?? 0
    }

    /// The lines of the book that a figure of a concept of its own is the sum of.
    package func contributing(to key: FactKey) -> [Fact] {
        guard let packed = space.pack(key.coordinates), let found = lines[LineKey(key)] else { return [] }
        return found.places(under: packed).map { book.facts[$0] }.filter { fact in
            key.project.isEmpty || fact.key.project == key.project
        }
    }

    /// Members of a dimension under which one of these figures is not zero, ascending.
    package func members(_ dimension: Dimension, level: Int?, of specs: [FactSpec]) -> [Code] {
        var found: Set<Code> = []
        var seen: Set<LineKey> = []
        for spec in specs {
            guard var key = key(spec) else { continue }
            for concept in standards.concepts.leaves(of: key.concept) {
                key.concept = concept
                guard seen.insert(LineKey(key)).inserted else { continue }
                found.formUnion(lines[LineKey(key)]?.members(dimension) ?? [])
            }
        }
        let classification = standards.classification(dimension)
        return found.filter { code in
            (level == nil || classification.members[code]?.level == level)
                && specs.contains { spec in
                    var narrowed = spec
                    narrowed.coordinates[dimension] = code
                    return self.key(narrowed).flatMap { value(of: $0) }.map { $0.amount != 0 } ?? false
                }
        }.sorted()
    }
}
