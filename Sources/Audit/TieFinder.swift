import Fiscal
import Publication
import Standards

/// Finds what the meaning of printed figures implies among them.
struct TieFinder {
    let sightings: SightingList
    var relations: [Relation] = []
    /// What could not be checked, with the reason, by nature.
    var unchecked: [(nature: Relation.Nature, figure: Int, reason: String)] = []

    /// The first cell that prints a fact.
    private let tableCells: [FactKey: Int]
    let printedFunds: [Concept: Set<Code>]

    init(_ sightings: SightingList) {
        self.sightings = sightings
        printedFunds = sightings.standards.printedFunds
        var cells: [FactKey: Int] = [:]
        for (index, sighting) in sightings.list.enumerated() {
            guard sighting.source == .own, sighting.isTable, sighting.bounds != nil, let key = sighting.key,
                cells[key] == nil
            else { continue }
            cells[key] = index
        }
        tableCells = cells
    }

    var list: [Sighting] { sightings.list }
    var standards: Standards { sightings.standards }

    static func find(_ sightings: SightingList) -> TieFinder {
        var finder = TieFinder(sightings)
        finder.sameFacts()
        for number in sightings.tables.indices { finder.table(number) }
        finder.prose()
        finder.wholesOfFunds()
        finder.derivations()
        return finder
    }

    // MARK: - One fact, several places

    private mutating func sameFacts() {
        for index in list.indices {
            // Each figure once, where it stands first.
            guard let found = sightings.places[list[index].figure], found.count > 1, found[0] == index else { continue }
            let own = found.filter { list[$0].source == .own && list[$0].bounds != nil }
            // The finest print is the one that no other can hide behind; of equals the first table's.
            let anchor = own.min {
                (list[$0].half, list[$0].isTable ? 0 : 1, $0) < (list[$1].half, list[$1].isTable ? 0 : 1, $1)
            }
            guard let anchor = anchor else { continue }
            for other in own where other != anchor { sameFact(anchor, other) }
            for other in found where list[other].source == .prior && list[other].bounds != nil {
                add(.prior, [(anchor, 1), (other, -1)], isProof: false)
            }
        }
    }

    /// One amount rounded alike prints alike: 827.31 and 827.32 are two, though each may be half a unit off. A difference
    /// of one in the last place is more often a tail than a slip.
    private mutating func sameFact(_ anchor: Int, _ other: Int) {
        let (a, b) = (list[anchor], list[other])
        let isAlike = a.half == b.half && a.half > 0
        let isTouching = isAlike && a.bounds != b.bounds && a.bounds.map { b.bounds?.overlaps($0) ?? false } ?? false
        add(
            .sameFact, [(anchor, 1), (other, -1)], low: isTouching ? 1 : 0, high: isTouching ? -1 : 0,
            isProof: !isTouching)
    }

    mutating func add(
        _ nature: Relation.Nature, _ terms: [(figure: Int, sign: Int128)], low: Int128? = 0, high: Int128? = 0,
        isProof: Bool = true, missing: [String] = []
    ) {
        relations.append(
            Relation(
                nature: nature, equation: .sum(terms, low: low, high: high), isProof: isProof, missing: missing))
    }

    // MARK: - Derived figures

    private mutating func derivations() {
        var hidden: [HiddenPart] = []
        for index in list.indices where list[index].source == .own && list[index].bounds != nil {
            guard case .derived(let derivation) = list[index].figure else { continue }
            let (first, second) = derivation.operands
            let (a, b) = (sightings.representative(first), sightings.representative(second))
            guard let a else {
                if case .share = derivation, let b { hidden.append(HiddenPart(rate: index, part: first, base: b)) }
                unchecked.append((derivation.nature, index, FindingWords.notPrinted(first, standards)))
                continue
            }
            if let b {
                add(derivation, index, a, b)
            } else if case .growth = derivation, let change = change(first, since: second, near: index) {
                relations.append(
                    Relation(nature: .growth, equation: .growth(index, change: change, now: a)))
            } else if case .change = derivation {
                // Its growth rate, where one is printed, checks it.
                overgrown(index, a)
            } else {
                unchecked.append((derivation.nature, index, FindingWords.notPrinted(second, standards)))
            }
        }
        means(hidden)
    }

    private mutating func add(_ derivation: Derivation, _ index: Int, _ a: Int, _ b: Int) {
        let isProof = list[b].source == .own && list[a].source == .own
        switch derivation {
        case .change: add(.change, [(index, 1), (a, -1), (b, 1)], isProof: isProof)
        case .growth:
            relations.append(
                Relation(
                    nature: .growth, equation: .rate(index, part: a, whole: b, less: Bounds.percent), isProof: isProof)
            )
        case .share, .completion:
            relations.append(
                Relation(
                    nature: derivation.nature, equation: .rate(index, part: a, whole: b, less: 0), isProof: isProof))
        }
    }

    /// The printed change between the same two facts: the one nearest before the rate.
    private func change(_ now: FactKey, since before: FactKey, near index: Int) -> Int? {
        let found = sightings.places[.derived(.change(now, since: before))] ?? []
        return (found.filter { $0 < index }.max() ?? found.first).flatMap { list[$0].bounds == nil ? nil : $0 }
    }
}

extension Derivation {
    var nature: Relation.Nature {
        switch self {
        case .change: .change
        case .growth: .growth
        case .share: .share
        case .completion: .completion
        }
    }
}

// MARK: - Wholes and parts

extension TieFinder {
    struct Family: Hashable {
        let whole: Int
        let dimension: Dimension
    }

    private mutating func table(_ number: Int) {
        let table = sightings.tables[number]
        let plan = DeclaredParts(table.form)
        var cells: [FactKey: Int] = [:]
        for index in list.indices where list[index].scope == .table(number) && list[index].bounds != nil {
            if let key = list[index].key, cells[key] == nil { cells[key] = index }
        }
        let gaps = FindingWords.gaps(table)
        for (family, parts) in families(cells, inTable: true) + families(cells, inTable: false) {
            add(family, parts, plan, gaps: gaps)
        }
        for index in cells.values.sorted() { balance(index, cells, gaps: gaps) }
    }

    /// Each figure with the printed figures next below it: in the same table, or across tables where the table that
    /// prints the parts does not print their whole.
    private func families(_ cells: [FactKey: Int], inTable: Bool) -> [(Family, [Int])] {
        var found: [Family: [Int]] = [:]
        for (key, index) in cells {
            for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
                guard let above = nearestAbove(key, dimension, { inTable ? cells[$0] : tableCell($0) ?? cells[$0] }),
                    inTable || !isIn(cells, above)
                else { continue }
                found[Family(whole: above, dimension: dimension), default: []].append(index)
            }
        }
        return found.map { ($0.key, $0.value.sorted()) }.sorted {
            ($0.0.whole, $0.0.dimension.rawValue) < ($1.0.whole, $1.0.dimension.rawValue)
        }
    }

    private func isIn(_ cells: [FactKey: Int], _ index: Int) -> Bool {
        list[index].key.map { cells[$0] != nil } ?? false
    }

    func tableCell(_ key: FactKey) -> Int? { tableCells[key] }

    func nearestAbove(_ key: FactKey, _ dimension: Dimension, _ find: (FactKey) -> Int?) -> Int? {
        var above = key
        for code in standards.classification(dimension).path(key.coordinates[dimension]).dropFirst() + [.all] {
            above.coordinates[dimension] = code
            if let found = find(above) { return found }
        }
        return nil
    }

    mutating func add(_ family: Family, _ parts: [Int], _ plan: DeclaredParts, gaps: [String]) {
        guard let whole = list[family.whole].key else { return }
        let codes = parts.compactMap { list[$0].key?.coordinates[family.dimension] }
        let absent = plan.required(family.dimension).filter { code in
            isBelow(code, whole.coordinates[family.dimension], family.dimension)
                && !codes.contains {
                    isBelow($0, code, family.dimension) || isBelow(code, $0, family.dimension) || $0 == code
                }
        }
        guard parts.count > 1 || plan.lists(family.dimension) else { return }
        // A sentence leaves out what is zero: its list is whole unless the sum says otherwise, which then proves nothing.
        let isSentence = parts.allSatisfy { list[$0].scope == .prose }
        let names = absent.map { standards.classification(family.dimension).name($0) }
        sum(
            .parts(family.dimension), family.whole, parts, isProof: !isSentence || absent.isEmpty,
            missing: isSentence
                ? unreadParts(family.whole, parts) : gaps + FindingWords.absent(names, inProse: false))
    }

    /// whole = Σ parts; where something may be missing only parts that pass the whole are wrong.
    mutating func sum(
        _ nature: Relation.Nature, _ whole: Int, _ parts: [Int], isProof: Bool = true, missing: [String]
    ) {
        let terms: [(figure: Int, sign: Int128)] = [(whole, 1)] + parts.map { ($0, -1) }
        let isOpen = !missing.isEmpty
        if isOpen, parts.contains(where: { (list[$0].bounds ?? .zero).high < 0 }) { return }
        add(nature, terms, high: isOpen ? nil : 0, isProof: isProof, missing: missing)
    }

    func isBelow(_ code: Code, _ above: Code, _ dimension: Dimension) -> Bool {
        code != above && standards.classification(dimension).contains(code, under: above)
    }
}
