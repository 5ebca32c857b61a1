import Fiscal
import Standards

/// What the meaning of the figures of one table implies: signed sums that are zero.
struct LooseRelations {
    private let standards: Standards
    /// Concepts that the table prints at all: one that it never prints is zero to it.
    private let printed: Set<Concept>

    private static let deepestConcept = 8

    init(rows: [LooseRow], standards: Standards) {
        self.standards = standards
        printed = Set(rows.flatMap(\.keys).compactMap { $0?.concept })
    }

    // MARK: Columns of one row

    /// A total and its parts along one dimension, or a concept and those it is made of, among the columns of a row.
    func columnSums(_ keys: [FactKey?]) -> [[(column: Int, sign: Int)]] {
        var result: [[(column: Int, sign: Int)]] = []
        for (whole, key) in keys.enumerated() {
            guard let key else { continue }
            for dimension in Dimension.allCases {
                let below = keys.indices.filter { keys[$0].map { isBelow($0, key, dimension) } ?? false }
                let nearest = below.filter { column in
                    !below.contains { other in
                        guard let inner = keys[column], let outer = keys[other] else { return false }
                        return other != column && isBelow(inner, outer, dimension)
                    }
                }
                if nearest.count > 1 { result.append([(whole, 1)] + nearest.map { ($0, -1) }) }
            }
            let terms = composition(key) { other in keys.firstIndex { $0 == other } }
            if let terms { result.append([(whole, 1)] + terms.map { ($0.key, -$0.value) }) }
        }
        return result
    }

    private func isBelow(_ key: FactKey, _ above: FactKey, _ dimension: Dimension) -> Bool {
        let code = key.coordinates[dimension]
        guard code != above.coordinates[dimension], !code.isAll else { return false }
        var lifted = key
        lifted.coordinates[dimension] = above.coordinates[dimension]
        return lifted == above
            && standards.classification(dimension).contains(code, under: above.coordinates[dimension])
    }

    // MARK: Rows of one part

    /// Families of rows that add up column by column: a row and those next below it, a concept and its terms.
    func rowSums(_ rows: [LooseRow]) -> [[(row: Int, sign: Int)]] {
        var result: [[(row: Int, sign: Int)]] = []
        for part in Set(rows.map(\.part)).sorted() where part >= 0 {
            let members = rows.indices.filter { rows[$0].part == part && rows[$0].keys.count > 1 }
            var bySpec: [FactSpec: Int] = [:]
            for row in members where bySpec[rows[row].spec] == nil { bySpec[rows[row].spec] = row }
            var families: [Int: [Int]] = [:]
            for row in members {
                if let above = nearestAbove(rows[row].spec, bySpec) { families[above, default: []].append(row) }
            }
            for (whole, parts) in families.sorted(by: { $0.key < $1.key }) {
                result.append([(whole, 1)] + parts.map { ($0, -1) })
            }
            var byKey: [FactKey: Int] = [:]
            for row in members.reversed() { if let key = rows[row].keys.first ?? nil { byKey[key] = row } }
            for row in members {
                guard let key = rows[row].keys.first ?? nil else { continue }
                let terms = composition(key) { byKey[$0] }
                if let terms { result.append([(row, 1)] + terms.map { ($0.key, -$0.value) }) }
            }
        }
        return result
    }

    private func nearestAbove(_ spec: FactSpec, _ rows: [FactSpec: Int]) -> Int? {
        for dimension in Dimension.allCases where !spec.coordinates[dimension].isAll {
            var above = spec
            for code in standards.classification(dimension).path(spec.coordinates[dimension]).dropFirst() + [.all] {
                above.coordinates[dimension] = code
                if let row = rows[above] { return row }
            }
        }
        return nil
    }

    // MARK: Concepts

    /// A concept as a sum of figures that are there; nil where a part of it is not.
    private func composition(_ key: FactKey, find: (FactKey) -> Int?) -> [Int: Int]? {
        guard let terms = standards.concepts[key.concept]?.terms, !terms.isEmpty else { return nil }
        guard let sum = sum(of: terms, at: key, depth: 0, find: find) else { return nil }
        let rest = sum.filter { $0.value != 0 }
        return rest.isEmpty ? nil : rest
    }

    private func sum(
        of terms: [(concept: Concept, sign: Int64)], at key: FactKey, depth: Int, find: (FactKey) -> Int?
    ) -> [Int: Int]? {
        guard depth < Self.deepestConcept else { return nil }
        var result: [Int: Int] = [:]
        for (concept, sign) in terms {
            var part = key
            part.concept = concept
            if let index = find(part) {
                result[index, default: 0] += Int(sign)
            } else if let inner = standards.concepts[concept]?.terms, !inner.isEmpty {
                guard let sum = sum(of: inner, at: part, depth: depth + 1, find: find), !sum.isEmpty else {
                    return nil
                }
                for (index, factor) in sum { result[index, default: 0] += Int(sign) * factor }
            } else if printed.contains(concept) {
                return nil
            }
        }
        return result
    }

    // MARK: Known facts

    /// Known figures that are part of one of these along one dimension; none where any of the known is negative.
    func parts(among known: [FactKey: RoundingInterval], of wholes: Set<FactKey>) -> [FactKey: [RoundingInterval]] {
        guard known.values.allSatisfy({ $0.reaches(.zero) }) else { return [:] }
        var result: [FactKey: [RoundingInterval]] = [:]
        for (key, value) in known {
            for whole in takenOut(key) where wholes.contains(whole) { result[whole, default: []].append(value) }
            for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
                var above = key
                for code in standards.classification(dimension).path(key.coordinates[dimension]).dropFirst() + [.all] {
                    above.coordinates[dimension] = code
                    if wholes.contains(above) { result[above, default: []].append(value) }
                }
            }
        }
        return result
    }

    /// Known figures that one is part of along one dimension.
    func wholes(of key: FactKey, among known: [FactKey: RoundingInterval]) -> [RoundingInterval] {
        var result: [RoundingInterval] = []
        for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
            var above = key
            for code in standards.classification(dimension).path(key.coordinates[dimension]).dropFirst() + [.all] {
                above.coordinates[dimension] = code
                if let value = known[above] { result.append(value) }
            }
        }
        return result
    }

    /// Facts of other concepts that are taken out of lines this one is a sum of (公务接待费 of 30217).
    private func takenOut(_ key: FactKey) -> [FactKey] {
        guard key.phase == .actual, !key.coordinates.economic.isAll else { return [] }
        return standards.concepts.ordered.flatMap { concept -> [FactKey] in
            (standards.concepts[concept]?.projections ?? []).flatMap { projection -> [FactKey] in
                guard projection.source == key.concept, projection.unitKinds.isEmpty,
                    Dimension.allCases.allSatisfy({ dimension in
                        let code = key.coordinates[dimension]
                        let filter = projection.filter[dimension]
                        return filter.isAll
                            || !code.isAll && standards.classification(dimension).contains(code, under: filter)
                    })
                else { return [] }
                var whole = key
                whole.concept = concept
                whole.coordinates = Coordinates(fund: key.coordinates.fund).overlaid(by: projection.assigned)
                return (standards.classification(.item).path(whole.coordinates.item) + [.all]).map { item in
                    whole.coordinates.item = item
                    return whole
                }
            }
        }
    }

    /// What follows for a fact from known ones: its parts along a dimension, or the concepts it is made of.
    func derived(_ key: FactKey, from known: [FactKey: RoundingInterval]) -> RoundingInterval? {
        if let value = known[key] { return value }
        for dimension in Dimension.allCases {
            let children = standards.classification(dimension).children(of: key.coordinates[dimension])
            guard children.count > 1, !key.coordinates[dimension].isAll else { continue }
            let parts = children.compactMap { code in
                var part = key
                part.coordinates[dimension] = code
                return known[part]
            }
            if parts.count == children.count { return parts.reduce(.zero, +) }
        }
        var leaves: [FactKey: Int] = [:]
        guard standards.concepts[key.concept]?.terms.isEmpty == false else { return nil }
        open(key, sign: 1, depth: 0, known: known, into: &leaves, isWhole: true)
        var sum = RoundingInterval.zero
        var hasAny = false
        for (leaf, factor) in leaves where factor != 0 {
            guard let value = known[leaf] else {
                if printed.contains(leaf.concept) { return nil }
                continue
            }
            hasAny = true
            for _ in 0..<min(abs(factor), 4) { sum = factor > 0 ? sum + value : sum - value }
        }
        return hasAny ? sum : nil
    }

    /// Opens a concept until its parts are known or have none, so that what stands on both sides falls out.
    ///
    /// - Returns: whether anything of it is known or printed; what is not stays as it is.
    @discardableResult private func open(
        _ key: FactKey, sign: Int, depth: Int, known: [FactKey: RoundingInterval], into leaves: inout [FactKey: Int],
        isWhole: Bool = false
    ) -> Bool {
        let terms = standards.concepts[key.concept]?.terms ?? []
        guard isWhole || known[key] == nil, !terms.isEmpty, depth < Self.deepestConcept else {
            leaves[key, default: 0] += sign
            return known[key] != nil || printed.contains(key.concept)
        }
        var inner: [FactKey: Int] = [:]
        var isGrounded = false
        for (concept, factor) in terms {
            var part = key
            part.concept = concept
            if open(part, sign: sign * Int(factor), depth: depth + 1, known: known, into: &inner) { isGrounded = true }
        }
        if isGrounded {
            leaves.merge(inner, uniquingKeysWith: +)
        } else {
            leaves[key, default: 0] += sign
        }
        return isGrounded
    }
}
