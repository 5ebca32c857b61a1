import Fiscal
import Ledger
import Standards

/// A signed sum of printed figures, exact before rounding; its first term is the whole.
struct FigureRelation {
    let terms: [(figure: Int, sign: Int64)]
    /// 3 where one table shows it all, 2 where several tables do, 1 where a sentence is needed, 0 where a rest is left.
    let importance: Int
    /// What of the whole is not printed, in fen; it too is rounded down or up, so that parts never pass their whole.
    let rest: Int64

    /// Whether the printed sum, whole less parts, says what it should.
    func holds(_ difference: Int64) -> Bool {
        rest == 0 ? difference == 0 : rest > 0 ? difference >= 0 : difference <= 0
    }
}

/// Finds what the meaning of figures implies among those that are printed: a whole and its nearest printed parts along
/// a dimension, a concept and the concepts it is made of, and a concept taken out of another's lines.
///
/// Each relation is proved on the exact amounts before it is used, so what is not printed can never make one wrong.
struct RelationFinder {
    private let figures: PrintedFigures
    private let facts: FactBase
    private let year: FiscalYear
    private let byConcept: [Concept: [Int]]

    private static let deepestConcept = 8

    init(figures: PrintedFigures, facts: FactBase) {
        self.figures = figures
        self.facts = facts
        year = facts.book.settings.year
        byConcept = Dictionary(grouping: figures.list.indices, by: { figures.list[$0].key.concept })
    }

    func relations() -> [FigureRelation] {
        let sums: [(Int, [Int: Int64])] = treeSums() + conceptSums()
        return sums.compactMap { whole, parts in
            var terms = parts.mapValues { -$0 }
            terms[whole, default: 0] += 1
            terms = terms.filter { $0.value != 0 && (figures.list[$0.key].exact != 0 || $0.key == whole) }
            guard terms.count > 1, let precision = commonPrecision(terms), let rest = rest(terms, precision) else {
                return nil
            }
            let ordered = terms.map { (figure: $0.key, sign: $0.value) }.sorted {
                ($0.figure == whole ? 0 : 1, $0.figure) < ($1.figure == whole ? 0 : 1, $1.figure)
            }
            return FigureRelation(
                terms: ordered, importance: rest == 0 ? importance(terms.keys.map { $0 }) : 0, rest: rest)
        }
    }

    /// The whole less its printed parts; nil where so much is left that rounding cannot make the parts pass the whole.
    private func rest(_ terms: [Int: Int64], _ precision: PrintedFigures.Precision) -> Int64? {
        let sum = terms.reduce(Int128(0)) { $0 + Int128($1.value) * Int128(figures.list[$1.key].exact) }
        return sum.magnitude < UInt128(terms.count) * UInt128(precision.fen) ? Int64(sum) : nil
    }

    /// Figures in different units or decimals cannot add up as printed.
    private func commonPrecision(_ terms: [Int: Int64]) -> PrintedFigures.Precision? {
        let precisions = Set(terms.keys.map { figures.list[$0].precision })
        return precisions.count == 1 ? precisions.first ?? nil : nil
    }

    private func importance(_ list: [Int]) -> Int {
        let tables = list.map { figures.list[$0].tables }
        guard let first = tables.first, !tables.contains(where: \.isEmpty) else { return 1 }
        return tables.dropFirst().reduce(first) { $0.intersection($1) }.isEmpty ? 2 : 3
    }

    // MARK: - Trees

    /// Last year's figures stay as last year's report printed them.
    private var adjustable: [Int] { figures.list.indices.filter { figures.list[$0].key.year == year } }

    /// Every printed figure with the printed figures next below it, dimension by dimension.
    private func treeSums() -> [(Int, [Int: Int64])] {
        var sums: [TreePlace: [Int: Int64]] = [:]
        for index in adjustable {
            let key = figures.list[index].key
            for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
                guard let above = nearestAbove(key, dimension) else { continue }
                sums[TreePlace(whole: above, dimension: dimension), default: [:]][index] = 1
            }
        }
        return sums.sorted { ($0.key.whole, $0.key.dimension.rawValue) < ($1.key.whole, $1.key.dimension.rawValue) }
            .map { ($0.key.whole, $0.value) }
    }

    private struct TreePlace: Hashable {
        let whole: Int
        let dimension: Dimension
    }

    private func nearestAbove(_ key: FactKey, _ dimension: Dimension) -> Int? {
        var above = key
        for code in facts.standards.classification(dimension).path(key.coordinates[dimension]).dropFirst() + [.all] {
            above.coordinates[dimension] = code
            if let found = figures.places[above] { return found }
        }
        return nil
    }

    // MARK: - Concepts

    private func conceptSums() -> [(Int, [Int: Int64])] {
        adjustable.flatMap { index -> [(Int, [Int: Int64])] in
            let key = figures.list[index].key
            return [composition(key, depth: 0), projection(key)].compactMap { $0.map { (index, $0) } }
        }
    }

    /// The concept's terms, each printed or made of what is.
    private func composition(_ key: FactKey, depth: Int) -> [Int: Int64]? {
        guard let terms = facts.standards.concepts[key.concept]?.terms, !terms.isEmpty, depth < Self.deepestConcept
        else { return nil }
        return sum(
            of: terms.map { term in
                var part = key
                part.concept = term.concept
                return (part, term.sign)
            }, depth: depth + 1)
    }

    /// The lines of another concept that this one is taken from, under the same filter.
    private func projection(_ key: FactKey) -> [Int: Int64]? {
        guard let projections = facts.standards.concepts[key.concept]?.projections, !projections.isEmpty,
            key.phase == .actual
        else { return nil }
        let sources = projections.compactMap { projection -> (FactKey, Int64)? in
            var part = key
            part.concept = projection.source
            for dimension in Dimension.allCases {
                let assigned = projection.assigned[dimension]
                let wanted = key.coordinates[dimension]
                let filter = projection.filter[dimension]
                if !assigned.isAll {
                    guard contains(assigned, under: wanted, dimension) else { return nil }
                    part.coordinates[dimension] = filter
                } else if contains(filter, under: wanted, dimension) {
                    part.coordinates[dimension] = filter
                } else if !contains(wanted, under: filter, dimension) {
                    return nil
                }
            }
            return (part, 1)
        }
        return sum(of: sources, depth: 1)
    }

    private func contains(_ code: Code, under above: Code, _ dimension: Dimension) -> Bool {
        above.isAll || (!code.isAll && facts.standards.classification(dimension).contains(code, under: above))
    }

    private func sum(of terms: [(FactKey, Int64)], depth: Int) -> [Int: Int64]? {
        var result: [Int: Int64] = [:]
        for (key, sign) in terms {
            guard let parts = expansion(key, depth: depth) else { return nil }
            for (index, factor) in parts { result[index, default: 0] += sign * factor }
        }
        return result
    }

    /// A figure in printed ones: itself, nothing where it is zero, its terms, or all printed figures next below it.
    private func expansion(_ key: FactKey, depth: Int) -> [Int: Int64]? {
        if let index = figures.places[key] { return [index: 1] }
        guard let value = facts.value(of: key) else { return nil }
        if value.amount == 0 { return [:] }
        return composition(key, depth: depth) ?? cover(key, value.amount)
    }

    /// Printed figures under one that is not printed, which together are all of it.
    private func cover(_ key: FactKey, _ amount: Int64) -> [Int: Int64]? {
        let below = (byConcept[key.concept] ?? []).filter { index in
            let other = figures.list[index].key
            return other.phase == key.phase && other.year == key.year && other.unit == key.unit
                && other.project == key.project && isBelow(other, key)
        }
        for dimension in Dimension.allCases.map({ Optional($0) }) + [nil] {
            let candidates = below.filter { index in
                let place = figures.list[index].key.coordinates
                return dimension == nil
                    || Dimension.allCases.allSatisfy { $0 == dimension || place[$0] == key.coordinates[$0] }
            }
            let highest = candidates.filter { index in
                !candidates.contains { $0 != index && isBelow(figures.list[index].key, figures.list[$0].key) }
            }
            guard !highest.isEmpty, highest.reduce(0, { $0 + figures.list[$1].exact }) == amount,
                areApart(highest.filter { figures.list[$0].exact != 0 })
            else { continue }
            return Dictionary(uniqueKeysWithValues: highest.map { ($0, 1) })
        }
        return nil
    }

    private func isBelow(_ key: FactKey, _ above: FactKey) -> Bool {
        Dimension.allCases.allSatisfy { contains(key.coordinates[$0], under: above.coordinates[$0], $0) }
    }

    /// No line of the book can stand in two of them.
    private func areApart(_ list: [Int]) -> Bool {
        list.indices.allSatisfy { a in
            list.indices.dropFirst(a + 1).allSatisfy { b in
                let (first, second) = (figures.list[list[a]].key.coordinates, figures.list[list[b]].key.coordinates)
                return Dimension.allCases.contains { dimension in
                    !contains(first[dimension], under: second[dimension], dimension)
                        && !contains(second[dimension], under: first[dimension], dimension)
                }
            }
        }
    }
}
