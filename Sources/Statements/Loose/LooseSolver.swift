import Fiscal
import Standards

/// Finds for each row the assignments of figures to columns that the sums allow; none is dropped that could be right.
struct LooseSolver {
    /// What is known of one row.
    struct Answer {
        var assignments: [LooseAssignment]
        var reason: LooseReading.Reason?
        /// The figures stand where they stand whatever the sums say: one a column, or none.
        let isCertain: Bool
    }

    private let rows: [LooseRow]
    private let relations: LooseRelations
    private let families: [[(row: Int, sign: Int)]]
    private let decimals: Int
    private let scale: Int
    private var known: [FactKey: RoundingInterval]
    /// Known parts by what they are part of: where no figure is negative, a whole is never less.
    private let parts: [FactKey: [RoundingInterval]]
    private let elsewhere: [FactKey: RoundingInterval]
    private let hasNegative: Bool
    private(set) var answers: [Answer] = []

    private struct RowKind: Hashable {
        let part: Int
        var spec: FactSpec
    }

    private static let mostRounds = 60
    private static let mostTrials = 12

    init(rows: [LooseRow], standards: Standards, decimals: Int, known: [FactKey: RoundingInterval]) {
        self.rows = rows
        self.known = known
        elsewhere = known
        hasNegative = !known.values.allSatisfy { $0.reaches(.zero) }
        self.decimals = decimals
        relations = LooseRelations(rows: rows, standards: standards)
        families = relations.rowSums(rows)
        let open = rows.filter { $0.values.count != $0.keys.count }
        parts = relations.parts(among: known, of: Set(open.flatMap(\.keys).compactMap { $0 }))
        let places = rows.flatMap(\.values).compactMap { token -> Int? in
            if case .number(let number) = token.kind { return number.decimals }
            return nil
        }
        scale = min(places.max() ?? 0, 6)
        // Rows that differ in their code alone add up alike.
        var sums: [RowKind: [[(column: Int, sign: Int)]]] = [:]
        for row in rows {
            var kind = RowKind(part: row.part, spec: row.spec)
            kind.spec.coordinates.function = .all
            kind.spec.coordinates.economic = .all
            if row.values.count < row.keys.count, sums[kind] == nil { sums[kind] = relations.columnSums(row.keys) }
            answers.append(initial(row, sums[kind] ?? []))
        }
        solve()
    }

    // MARK: One row

    private func initial(_ row: LooseRow, _ sums: [[(column: Int, sign: Int)]]) -> Answer {
        let columns = row.keys.indices.filter { row.keys[$0] != nil }
        guard row.values.count <= columns.count else {
            return Answer(assignments: [], reason: .tooManyFigures, isCertain: false)
        }
        guard row.values.allSatisfy({ amount($0) != nil }) else {
            return Answer(assignments: [], reason: .notAnAmount, isCertain: false)
        }
        guard
            let all = LooseAssignment.all(figures: row.values.count, columns: columns, width: row.keys.count)
        else { return Answer(assignments: [], reason: .ambiguous, isCertain: false) }
        if all.count == 1 { return Answer(assignments: all, reason: nil, isCertain: true) }
        let fitting = all.filter { assignment in sums.allSatisfy { holds($0, row, assignment) } }
        return Answer(
            assignments: fitting, reason: fitting.isEmpty ? .contradiction : nil, isCertain: false)
    }

    private func amount(_ token: LooseToken) -> LooseAmount? {
        switch token.kind {
        case .number(let number): LooseAmount(number, scale: scale)
        case .mark: .zero
        case .label: nil
        }
    }

    private func amounts(_ row: LooseRow, _ assignment: LooseAssignment, sign: Int = 1) -> [LooseAmount] {
        assignment.figures.map { figure in
            guard let figure, let amount = amount(row.values[figure]) else { return .zero }
            return sign > 0 ? amount : LooseAmount(low: -amount.high, high: -amount.low)
        }
    }

    private func holds(
        _ sum: [(column: Int, sign: Int)], _ row: LooseRow, _ assignment: LooseAssignment
    ) -> Bool {
        let amounts = amounts(row, assignment)
        var (low, high) = (0, 0)
        for (column, sign) in sum {
            low += sign > 0 ? amounts[column].low : -amounts[column].high
            high += sign > 0 ? amounts[column].high : -amounts[column].low
        }
        return low <= 0 && high >= 0
    }

    // MARK: All rows

    private mutating func solve() {
        let first = answers
        let open = Set(rows.indices.filter { answers[$0].assignments.count > 1 })
        guard !open.isEmpty else { return }
        var broken: Set<Int> = []
        var doubtful: Set<Int> = []
        for _ in 0..<Self.mostTrials {
            answers = first
            known = elsewhere
            takeBounds(open.subtracting(doubtful))
            narrow(open.subtracting(doubtful), broken)
            // A sum that cannot hold has a wrong figure in it: then nothing is proved by it, nor about its rows.
            let failed = families.indices.filter { index in
                if case .impossible = answer(to: families[index]) { return !broken.contains(index) }
                return false
            }
            if failed.isEmpty { break }
            broken.formUnion(failed)
            doubtful.formUnion(failed.flatMap { families[$0].map(\.row) }.filter(open.contains))
        }
        for row in open where answers[row].assignments.count != 1 {
            answers[row].reason = answers[row].reason ?? (doubtful.contains(row) ? .contradiction : .ambiguous)
        }
    }

    /// Drops assignments until no sum and no known fact drops another.
    private mutating func narrow(_ open: Set<Int>, _ broken: Set<Int>) {
        var seen: [Int: Int] = [:]
        for _ in 0..<Self.mostRounds {
            let before = count(open)
            takeKnown(open)
            for (index, family) in families.enumerated() where !broken.contains(index) {
                let size = family.reduce(0) { $0 + answers[$1.row].assignments.count }
                if seen[index] == size { continue }
                reduce(family, open)
                seen[index] = family.reduce(0) { $0 + answers[$1.row].assignments.count }
            }
            if count(open) == before { break }
        }
    }

    private func count(_ rows: Set<Int>) -> Int { rows.reduce(0) { $0 + answers[$1].assignments.count } }

    /// Drops what is less than a known part of it or more than a known whole, unless nothing would be left.
    private mutating func takeBounds(_ open: Set<Int>) {
        guard !hasNegative else { return }
        for row in open.sorted() {
            let parts = rows[row].keys.map { key in key.flatMap { self.parts[$0] } ?? [] }
            let wholes = rows[row].keys.map { key in key.map { relations.wholes(of: $0, among: elsewhere) } ?? [] }
            guard parts.contains(where: { !$0.isEmpty }) || wholes.contains(where: { !$0.isEmpty }) else { continue }
            keep(row) { column, printed in
                parts[column].allSatisfy { printed.reaches($0) } && wholes[column].allSatisfy { $0.reaches(printed) }
            }
        }
    }

    /// Drops what cannot be where the same fact is known from elsewhere, unless nothing would be left.
    private mutating func takeKnown(_ open: Set<Int>) {
        for row in rows.indices where answers[row].assignments.count == 1 {
            for (column, key) in rows[row].keys.enumerated() {
                guard let key, known[key] == nil else { continue }
                known[key] = interval(rows[row], answers[row].assignments[0].figures[column])
            }
        }
        for row in open.sorted() where answers[row].assignments.count > 1 {
            let values = rows[row].keys.map { key in key.flatMap { relations.derived($0, from: known) } }
            guard values.contains(where: { $0 != nil }) else { continue }
            keep(row) { column, printed in values[column]?.overlaps(printed) ?? true }
        }
    }

    private mutating func keep(_ row: Int, _ fits: (_ column: Int, _ printed: RoundingInterval) -> Bool) {
        let left = answers[row].assignments.filter { assignment in
            assignment.figures.enumerated().allSatisfy { fits($0, interval(rows[row], $1)) }
        }
        if !left.isEmpty { answers[row].assignments = left }
    }

    /// A blank cell says what rounds to zero.
    private func interval(_ row: LooseRow, _ figure: Int?) -> RoundingInterval {
        guard let figure, case .number(let number) = row.values[figure].kind else {
            return RoundingInterval(PrintedNumber(mantissa: 0, decimals: decimals))
        }
        return RoundingInterval(number)
    }

    private mutating func reduce(_ family: [(row: Int, sign: Int)], _ open: Set<Int>) {
        guard family.contains(where: { answers[$0.row].assignments.count > 1 }),
            case .possible(let choices) = answer(to: family)
        else { return }
        for ((row, _), left) in zip(family, choices) where open.contains(row) {
            answers[row].assignments = left.map { answers[row].assignments[$0] }
        }
    }

    private func answer(to family: [(row: Int, sign: Int)]) -> LooseFamily.Answer {
        let width = rows[family[0].row].keys.count
        guard family.allSatisfy({ !answers[$0.row].assignments.isEmpty }) else { return .tooMany }
        let items = family.map { row, sign in
            LooseFamily.Item(
                row: row, choices: answers[row].assignments.map { amounts(rows[row], $0, sign: sign) })
        }
        return LooseFamily(items: items, width: width).solve()
    }
}
