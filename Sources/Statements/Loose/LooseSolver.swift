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
    private(set) var answers: [Answer] = []

    private static let mostRounds = 60

    init(rows: [LooseRow], standards: Standards, decimals: Int, known: [FactKey: RoundingInterval]) {
        self.rows = rows
        self.known = known
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
        answers = rows.map { initial($0) }
        solve()
    }

    // MARK: One row

    private func initial(_ row: LooseRow) -> Answer {
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
        let sums = relations.columnSums(row.keys)
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
        let open = Set(rows.indices.filter { answers[$0].assignments.count > 1 })
        guard !open.isEmpty else { return }
        for _ in 0..<Self.mostRounds {
            let before = count(open)
            takeKnown(open)
            for family in families { reduce(family) }
            if count(open) == before { break }
        }
        // A sum that cannot hold has a wrong figure in it: what was told by sums around it is not proved.
        for family in families {
            guard case .impossible = answer(to: family) else { continue }
            for (row, _) in family where open.contains(row) { restore(row) }
        }
        for row in open where answers[row].assignments.count != 1 {
            answers[row].reason = answers[row].reason ?? .ambiguous
        }
    }

    private func count(_ rows: Set<Int>) -> Int { rows.reduce(0) { $0 + answers[$1].assignments.count } }

    private mutating func restore(_ row: Int) {
        answers[row] = initial(rows[row])
        if answers[row].assignments.count > 1 { answers[row].reason = .contradiction }
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
            let parts = rows[row].keys.map { key in key.flatMap { self.parts[$0] } ?? [] }
            let left = answers[row].assignments.filter { assignment in
                assignment.figures.enumerated().allSatisfy { column, figure in
                    let printed = interval(rows[row], figure)
                    return values[column]?.overlaps(printed) ?? true
                        && parts[column].allSatisfy { printed.reaches($0) }
                }
            }
            if !left.isEmpty { answers[row].assignments = left }
        }
    }

    /// A blank cell says what rounds to zero.
    private func interval(_ row: LooseRow, _ figure: Int?) -> RoundingInterval {
        guard let figure, case .number(let number) = row.values[figure].kind else {
            return RoundingInterval(PrintedNumber(mantissa: 0, decimals: decimals))
        }
        return RoundingInterval(number)
    }

    private mutating func reduce(_ family: [(row: Int, sign: Int)]) {
        guard family.contains(where: { answers[$0.row].assignments.count > 1 }),
            case .possible(let choices) = answer(to: family)
        else { return }
        for ((row, _), left) in zip(family, choices) {
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
