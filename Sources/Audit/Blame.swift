/// Tells which figures are wrong: each time the one whose change to one value would put most relations right.
///
/// A figure that other relations hold in place gains less than it breaks, so that the odd one out is found; where two
/// figures gain the same from the same relations, neither is blamed.
struct Blame {
    struct Verdict {
        let figure: Int
        /// What the figure should have been.
        let expected: Bounds
        /// Relations that its change puts right.
        let relations: [Int]
    }

    private(set) var verdicts: [Verdict] = []
    /// Groups of relations that disagree with nobody to blame; each group shares figures.
    private(set) var undecided: [[Int]] = []

    private let relations: [Relation]
    private let canBeBlamed: (Int) -> Bool
    private var values: Values
    private var byFigure: [Int: [Int]] = [:]
    private var failing: Set<Int>
    private var blamed: Set<Int> = []

    private static let mostRounds = 64

    private struct Candidate {
        let figure: Int
        let gain: Int
        let expected: Bounds
        let mended: [Int]
    }

    init(_ relations: [Relation], failing: [Int], values: Values, canBeBlamed: @escaping (Int) -> Bool) {
        self.relations = relations
        self.values = values
        self.canBeBlamed = canBeBlamed
        self.failing = Set(failing)
        // Only relations of figures that some failing relation has can tell anything.
        let suspects = Set(failing.flatMap { relations[$0].figures })
        for (number, relation) in relations.enumerated() {
            for figure in relation.figures where suspects.contains(figure) {
                byFigure[figure, default: []].append(number)
            }
        }
        settleKnown()
        solve()
    }

    /// What a book says is what should have been printed: there is nothing to weigh.
    private mutating func settleKnown() {
        for number in failing.sorted() where relations[number].nature == .book {
            guard let figure = relations[number].figures.first,
                let expected = relations[number].allowed(figure, values, total: relations[number].total(values))
            else { continue }
            var corrected = values
            corrected[figure] = expected
            let mended = (byFigure[figure] ?? []).filter {
                failing.contains($0) && relations[$0].holds(corrected) ?? true
            }
            settle(Candidate(figure: figure, gain: mended.count, expected: expected, mended: mended))
        }
    }

    private mutating func solve() {
        for _ in 0..<Self.mostRounds where !failing.isEmpty {
            var chosen = decided(candidates())
            if chosen.isEmpty { chosen = outvoted() }
            if chosen.isEmpty { break }
            for candidate in chosen { settle(candidate) }
        }
        undecided = groups()
    }

    private mutating func settle(_ candidate: Candidate) {
        blamed.insert(candidate.figure)
        values[candidate.figure] = candidate.expected
        verdicts.append(
            Verdict(figure: candidate.figure, expected: candidate.expected, relations: candidate.mended.sorted()))
        for number in byFigure[candidate.figure] ?? [] {
            if relations[number].holds(values) ?? true { failing.remove(number) } else { failing.insert(number) }
        }
    }

    // MARK: - Candidates

    private func candidates() -> [Candidate] {
        var totals: [Int: Bounds] = [:]
        let suspects = Set(failing.flatMap { relations[$0].figures }).filter { canBeBlamed($0) && !blamed.contains($0) }
        for figure in suspects {
            for number in byFigure[figure] ?? [] where totals[number] == nil {
                totals[number] = relations[number].total(values)
            }
        }
        return suspects.sorted().compactMap { candidate($0, totals) }
    }

    /// The value that most of the figure's relations allow.
    private func candidate(_ figure: Int, _ totals: [Int: Bounds]) -> Candidate? {
        let allowed = (byFigure[figure] ?? []).compactMap { number in
            relations[number].allowed(figure, values, total: totals[number]).map { (number: number, bounds: $0) }
        }
        guard let best = mostCovered(allowed.map(\.bounds), near: values[figure]) else { return nil }
        let kept = allowed.filter { $0.bounds.overlaps(best) }.map(\.number)
        let mended = kept.filter(failing.contains)
        let broken = allowed.count { !failing.contains($0.number) && !$0.bounds.overlaps(best) }
        let gain = mended.count - broken
        return gain > 0 ? Candidate(figure: figure, gain: gain, expected: best, mended: mended) : nil
    }

    /// The stretch that most of these share; of several the one nearest to what is printed.
    private func mostCovered(_ list: [Bounds], near printed: Bounds) -> Bounds? {
        let ends = (list.map { ($0.low, 0) } + list.map { ($0.high, 1) }).sorted { $0 < $1 }
        var (depth, best) = (0, 0)
        var found: Bounds?
        for (place, end) in ends.enumerated() {
            if end.1 == 1 {
                depth -= 1
                continue
            }
            depth += 1
            guard depth >= best, let close = ends[place...].first(where: { $0.1 == 1 }) else { continue }
            let stretch = Bounds(low: end.0, high: close.0)
            let isNearer = found.map { distance(stretch, printed) < distance($0, printed) } ?? true
            if depth > best || isNearer { found = stretch }
            best = depth
        }
        return found
    }

    private func distance(_ a: Bounds, _ b: Bounds) -> Int128 { max(0, max(a.low - b.high, b.low - a.high)) }

    /// Those that gain more than every other figure that could put one of their relations right.
    private func decided(_ candidates: [Candidate]) -> [Candidate] {
        var best: [Int: (gain: Int, count: Int)] = [:]
        for candidate in candidates {
            for number in candidate.mended {
                let known = best[number] ?? (0, 0)
                if candidate.gain > known.gain { best[number] = (candidate.gain, 1) }
                if candidate.gain == known.gain { best[number] = (known.gain, known.count + 1) }
            }
        }
        let clear = candidates.filter { candidate in
            candidate.mended.allSatisfy { best[$0].map { $0.gain == candidate.gain && $0.count == 1 } ?? false }
        }
        // What one verdict changes, another of this round must not have been reckoned with.
        var touched: Set<Int> = []
        return clear.filter { candidate in
            let near = Set((byFigure[candidate.figure] ?? []))
            guard touched.isDisjoint(with: near) else { return false }
            touched.formUnion(near)
            return true
        }
    }

    // MARK: - One fact, two values

    /// Places that print another value than the rest of the same fact's, where sums hold the others in place and none
    /// holds these. What is reckoned from a wrong figure agrees with it, so only sums count.
    private func outvoted() -> [Candidate] {
        var groups: [Int: [Int]] = [:]
        for number in failing.sorted() where relations[number].nature == .sameFact {
            let figures = relations[number].figures
            guard figures.count == 2 else { continue }
            groups[figures[0], default: []].append(figures[1])
        }
        for (head, others) in groups.sorted(by: { $0.key < $1.key }) {
            guard isHeldBySums(head, besides: []), !blamed.contains(head) else { continue }
            let odd = others.filter { canBeBlamed($0) && !blamed.contains($0) && !isHeldBySums($0, besides: [head]) }
            guard odd.count == others.count, others.allSatisfy({ values[$0].overlaps(values[others[0]]) }) else {
                continue
            }
            return odd.map { figure in
                let mended = (byFigure[figure] ?? []).filter {
                    failing.contains($0) && relations[$0].nature == .sameFact && relations[$0].figures[0] == head
                }
                return Candidate(figure: figure, gain: 1, expected: values[head], mended: mended)
            }
        }
        return []
    }

    /// Whether a sum that holds has the figure, or one that prints the same fact with the same value.
    private func isHeldBySums(_ figure: Int, besides others: Set<Int>) -> Bool {
        var same: Set<Int> = [figure]
        for relation in relations where relation.nature == .sameFact && relation.holds(values) == true {
            let figures = relation.figures
            if figures.contains(figure) { same.formUnion(figures) }
        }
        same.subtract(others)
        return relations.contains { relation in
            switch relation.nature {
            case .parts, .balance:
                relation.missing.isEmpty && relation.figures.contains(where: same.contains)
                    && relation.holds(values) == true && !relation.figures.allSatisfy { values[$0] == .zero }
            default: false
            }
        }
    }

    // MARK: - What stays open

    private func groups() -> [[Int]] {
        var group: [Int: Int] = [:]
        var members: [[Int]] = []
        for number in failing.sorted() {
            let known = Set(relations[number].figures.compactMap { group[$0] }).sorted()
            let target = known.first ?? members.count
            if known.isEmpty { members.append([]) }
            for other in known.dropFirst() {
                members[target] += members[other]
                members[other] = []
            }
            members[target].append(number)
            for other in members[target] { for figure in relations[other].figures { group[figure] = target } }
        }
        return members.filter { !$0.isEmpty }
    }
}
