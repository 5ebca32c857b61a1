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
    private let scope: Set<String>
    private var lines: [LineKey: [Fact]] = [:]
    private var groups: [Pattern: [Coordinates: Int64]] = [:]
    private var paths: [Dimension: [Code: [Code]]] = [:]

    private struct LineKey: Hashable {
        let concept: Concept
        let phase: Phase
        let year: FiscalYear
    }

    private struct Pattern: Hashable {
        let line: LineKey
        /// Depth of the code asked for, four bits a dimension.
        let depths: UInt64
    }

    /// - Parameter unit: code of the unit whose subtree is summed; transfers inside it are left out.
    package init(book: Book, standards: Standards, unit: String) {
        self.book = book
        self.standards = standards
        self.unit = unit
        scope = book.units.subtree(of: unit)
        for fact in book.facts where scope.contains(fact.key.unit) {
            // A transfer between two units of the scope is neither income nor expenditure of the scope.
            if !fact.counterparty.isEmpty, scope.contains(fact.counterparty) { continue }
            let key = LineKey(concept: fact.key.concept, phase: fact.key.phase, year: fact.key.year)
            lines[key, default: []].append(fact)
        }
    }

    package func key(_ spec: FactSpec) -> FactKey? { spec.key(unit: unit, year: book.settings.year) }

    package func value(of key: FactKey) -> FactValue? {
        if let stated = book.stated[key] { return stated.value }
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
        guard isKnown(key, definition) else { return statedParts(of: key, measure: definition.measure) }
        return FactValue(amount: sum(key), measure: definition.measure)
    }

    /// The sum of all items under this one, where each of them is stated (last year's 购置 and 运行 give last year's 用车).
    private func statedParts(of key: FactKey, measure: Measure) -> FactValue? {
        let children = standards.classification(.item).children(of: key.coordinates.item)
        guard !key.coordinates.item.isAll, !children.isEmpty else { return nil }
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
    private func isKnown(_ key: FactKey, _ definition: ConceptDefinition) -> Bool {
        if definition.isUnknownWhenAbsent {
            return lines[LineKey(concept: key.concept, phase: key.phase, year: key.year)] != nil
        }
        if key.year == book.settings.year, key.phase == .actual { return true }
        if lines[LineKey(concept: key.concept, phase: key.phase, year: key.year)] != nil { return true }
        return key.year != book.settings.year && key.phase == .actual && lines.keys.contains { $0.year == key.year }
    }

    private func sum(_ key: FactKey) -> Int64 {
        let line = LineKey(concept: key.concept, phase: key.phase, year: key.year)
        if !key.project.isEmpty {
            return contributing(to: key).reduce(0) { $0 + $1.value.amount }
        }
        var depths: UInt64 = 0
        for dimension in Dimension.allCases {
            depths = depths << 4 | UInt64(path(key.coordinates[dimension], dimension).count)
        }
        let pattern = Pattern(line: line, depths: depths)
        if groups[pattern] == nil { groups[pattern] = grouped(line, like: key.coordinates) }
        return groups[pattern]?[key.coordinates] ?? 0
    }

    private func grouped(_ line: LineKey, like coordinates: Coordinates) -> [Coordinates: Int64] {
        let depths = Dimension.allCases.map { ($0, path(coordinates[$0], $0).count) }
        var result: [Coordinates: Int64] = [:]
        next: for fact in lines[line] ?? [] {
            var rolled = Coordinates.all
            for (dimension, depth) in depths where depth > 0 {
                let path = path(fact.key.coordinates[dimension], dimension)
                guard path.count >= depth else { continue next }
                rolled[dimension] = path[path.count - depth]
            }
            result[rolled, default: 0] += fact.value.amount
        }
        return result
    }

    private func path(_ code: Code, _ dimension: Dimension) -> [Code] {
        if code.isAll { return [] }
        if let known = paths[dimension]?[code] { return known }
        let path = standards.classification(dimension).path(code)
        paths[dimension, default: [:]][code] = path
        return path
    }

    /// The lines of the book that a figure of a concept of its own is the sum of.
    package func contributing(to key: FactKey) -> [Fact] {
        let line = LineKey(concept: key.concept, phase: key.phase, year: key.year)
        return (lines[line] ?? []).filter { fact in
            (key.project.isEmpty || fact.key.project == key.project)
                && Dimension.allCases.allSatisfy { dimension in
                    let wanted = key.coordinates[dimension]
                    return wanted.isAll || path(fact.key.coordinates[dimension], dimension).contains(wanted)
                }
        }
    }

    /// Members of a dimension under which one of these figures is not zero, ascending.
    package func members(_ dimension: Dimension, level: Int?, of specs: [FactSpec]) -> [Code] {
        var found: Set<Code> = []
        for spec in specs {
            guard let key = key(spec) else { continue }
            for concept in leaves(of: key.concept) {
                let line = LineKey(concept: concept, phase: key.phase, year: key.year)
                for fact in lines[line] ?? [] { found.formUnion(path(fact.key.coordinates[dimension], dimension)) }
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

    private func leaves(of concept: Concept) -> [Concept] {
        guard let terms = standards.concepts[concept]?.terms, !terms.isEmpty else { return [concept] }
        return terms.flatMap { leaves(of: $0.concept) }
    }
}
