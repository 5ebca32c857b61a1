/// Amounts that are each to be printed as the whole units just below or just above them, so that sums of them hold.
struct RoundingSystem: Sendable {
    /// One amount, in the smallest unit of account.
    struct Amount: Sendable {
        let exact: Int64
        /// What plain rounding prints, in whole units.
        let plain: Int64
        /// How often it is printed: moving it changes so many cells.
        let weight: Int
    }

    /// A sum of amounts, each with its sign, that is exactly zero before rounding.
    struct Relation: Sendable {
        let terms: [(amount: Int, sign: Int64)]
        /// Where not all can hold, those of least importance are given up first.
        let importance: Int
    }

    /// The smallest units of account in one printed unit.
    let unit: Int64
    let amounts: [Amount]
    let relations: [Relation]

    private static let mostNodes = 200
    private static let mostSacrifices = 40

    /// The printed amounts, in whole units. Relations that cannot hold beside the others are left open.
    func solved() -> [Int64] {
        var problem = RoundingProblem(self)
        problem.mergeEquals()
        var ups = amounts.map { $0.plain - $0.exact.floored(by: unit) }
        for part in problem.components() {
            guard let found = solve(part, problem) else { continue }
            for (variable, value) in zip(part.variables, found) { ups[variable] = value }
        }
        return amounts.indices.map { index in
            let exact = amounts[index].exact
            return exact.floored(by: unit) + (exact.excess(over: unit) == 0 ? 0 : ups[problem.head(index)])
        }
    }

    /// 0 or 1 for each variable; nil where the search gave up, which leaves plain rounding.
    private func solve(_ part: RoundingProblem.Component, _ problem: RoundingProblem) -> [Int64]? {
        var relations = part.relations
        for _ in 0...Self.mostSacrifices {
            let places = Dictionary(uniqueKeysWithValues: part.variables.enumerated().map { ($1, $0) })
            var simplex = RoundingSimplex(
                unit: unit, start: part.variables.map { amounts[$0].exact.excess(over: unit) },
                costs: part.variables.map { cost($0, problem.weight(of: $0)) },
                relations: relations.map { relation in
                    Dictionary(uniqueKeysWithValues: relation.terms.map { (places[$0.key, default: 0], $0.value) })
                })
            var nodes = Self.mostNodes
            if let found = simplex.whole(nodes: &nodes) { return found.map { $0 / unit } }
            let between = Set(simplex.between.filter { $0 >= 0 }.map { part.variables[$0] })
            let candidates = relations.indices.filter { index in
                between.isEmpty || relations[index].terms.keys.contains { between.contains($0) }
            }
            guard let least = candidates.min(by: { relations[$0].importance < relations[$1].importance }) else {
                return nil
            }
            relations.remove(at: least)
        }
        return nil
    }

    /// Of printing the upper unit instead of the lower: each moved cell counts, those far from half a little more.
    private func cost(_ variable: Int, _ weight: Int) -> Int64 {
        let rest = amounts[variable].exact.excess(over: unit)
        let far = unit - 2 * min(rest, unit - rest)
        let size = Int64(min(weight, 16)) * (1000 + Int64(Int128(far) * 1000 / Int128(unit)))
        let isUp = amounts[variable].plain > amounts[variable].exact.floored(by: unit)
        return isUp ? -size : size
    }
}

/// The system without what needs no choice: whole amounts dropped, amounts that must move together made one.
struct RoundingProblem {
    struct Linear {
        var terms: [Int: Int64]
        var importance: Int
    }

    struct Component {
        var variables: [Int] = []
        var relations: [Linear] = []
    }

    private var heads: [Int]
    private var weights: [Int]
    private var relations: [Linear]

    init(_ system: RoundingSystem) {
        heads = Array(system.amounts.indices)
        weights = system.amounts.map(\.weight)
        relations = system.relations.map { relation in
            var terms: [Int: Int64] = [:]
            for (amount, sign) in relation.terms where system.amounts[amount].exact.excess(over: system.unit) != 0 {
                terms[amount, default: 0] += sign
            }
            return Linear(terms: terms.filter { $0.value != 0 }, importance: relation.importance)
        }
    }

    /// The amount that stands for this one.
    func head(_ index: Int) -> Int {
        var current = index
        while heads[current] != current { current = heads[current] }
        return current
    }

    func weight(of head: Int) -> Int { weights[head] }

    /// a − b = a whole number makes one variable of both; done until nothing is left to merge.
    mutating func mergeEquals() {
        var merged = true
        while merged {
            merged = false
            for relation in relations where relation.terms.count == 2 {
                let heads = relation.terms.map { (head($0.key), $0.value) }
                guard heads[0].1 == -heads[1].1, abs(heads[0].1) == 1, heads[0].0 != heads[1].0 else { continue }
                let (kept, gone) = (min(heads[0].0, heads[1].0), max(heads[0].0, heads[1].0))
                self.heads[gone] = kept
                weights[kept] += weights[gone]
                merged = true
            }
            relations = distinct(relations.map { renamed($0) })
        }
    }

    private func renamed(_ relation: Linear) -> Linear {
        var terms: [Int: Int64] = [:]
        for (variable, sign) in relation.terms { terms[head(variable), default: 0] += sign }
        return Linear(terms: terms.filter { $0.value != 0 }, importance: relation.importance)
    }

    /// Each relation once, in its order, as important as the most important of its equals.
    private func distinct(_ list: [Linear]) -> [Linear] {
        var places: [[Int: Int64]: Int] = [:]
        var result: [Linear] = []
        for relation in list where !relation.terms.isEmpty {
            let first = relation.terms.min { $0.key < $1.key }
            let terms = (first?.value ?? 1) < 0 ? relation.terms.mapValues { -$0 } : relation.terms
            if let place = places[terms] {
                result[place].importance = max(result[place].importance, relation.importance)
            } else {
                places[terms] = result.count
                result.append(Linear(terms: terms, importance: relation.importance))
            }
        }
        return result
    }

    /// Variables that no relation ties together are decided apart; those in no relation are left out.
    func components() -> [Component] {
        var owner = Array(heads.indices)
        func root(_ index: Int) -> Int {
            var current = index
            while owner[current] != current { current = owner[current] }
            return current
        }
        for relation in relations {
            let roots = relation.terms.keys.map { root($0) }
            guard let least = roots.min() else { continue }
            for other in roots { owner[other] = least }
        }
        var parts: [Int: Component] = [:]
        for variable in Set(relations.flatMap(\.terms.keys)).sorted() {
            parts[root(variable), default: Component()].variables.append(variable)
        }
        for relation in relations {
            guard let variable = relation.terms.keys.first else { continue }
            parts[root(variable)]?.relations.append(relation)
        }
        return parts.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension Int64 {
    /// Whole units not above this amount.
    func floored(by unit: Int64) -> Int64 { self / unit - (self % unit < 0 ? 1 : 0) }

    /// What stands above those whole units.
    func excess(over unit: Int64) -> Int64 { self - floored(by: unit) * unit }
}
