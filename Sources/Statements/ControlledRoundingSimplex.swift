/// Corners of { A·x = A·start, 0 ≤ x ≤ unit }, reached from `start` itself, which always satisfies the equalities.
///
/// A bounded simplex over integers only: `denominator · basic + rows · others = constant`, with one common denominator
/// (the determinant of the basis), so every division below is exact. Sums of a table's rows, columns and levels give
/// determinants of 1, where every corner is whole; else the few variables that stay between are decided by branching.
struct RoundingSimplex: Sendable {
    /// The caller's variable in each row; -1 in a row that has none yet.
    private var basis: [Int]
    /// The caller's variable in each column.
    private var others: [Int]
    private var rows: [[Int64]]
    private var denominator: Int64 = 1
    /// `denominator` times the value of each row's variable.
    private var scaled: [Int64]
    /// The value of each column's variable.
    private var values: [Int64]
    /// How `denominator` times the cost falls when a column's variable rises by 1.
    private var gains: [Int64] = []
    private var lower: [Int64]
    private var upper: [Int64]
    private let costs: [Int64]
    private let unit: Int64
    /// Entries grew past what 64 bits can hold safely; what is at hand stays feasible but is no longer improved.
    private(set) var isExhausted = false

    /// Products of two entries and an amount stay far inside 64 bits below this.
    private static let largestEntry: Int64 = 1 << 15
    /// Steps without progress after which the rule that cannot circle is used.
    private static let patience = 40

    /// - Parameters:
    ///   - relations: coefficients by variable; each says that their sum stays as it is at `start`.
    ///   - costs: of one step up, by variable.
    init(unit: Int64, start: [Int64], costs: [Int64], relations: [[Int: Int64]]) {
        self.unit = unit
        self.costs = costs
        others = Array(start.indices)
        values = start
        lower = Array(repeating: 0, count: start.count)
        upper = Array(repeating: unit, count: start.count)
        basis = Array(repeating: -1, count: relations.count)
        scaled = Array(repeating: 0, count: relations.count)
        rows = relations.map { terms in
            var row = [Int64](repeating: 0, count: start.count)
            for (variable, coefficient) in terms { row[variable] = coefficient }
            return row
        }
        fillBasis(relations)
        price(costs)
    }

    /// Gives each row a variable; rows that say nothing new are dropped.
    private mutating func fillBasis(_ relations: [[Int: Int64]]) {
        var uses = [Int](repeating: 0, count: others.count)
        for terms in relations { for variable in terms.keys { uses[variable] += 1 } }
        gains = Array(repeating: 0, count: others.count)
        var row = 0
        while row < rows.count, !isExhausted {
            let candidates = others.indices.filter { rows[row][$0] != 0 }
            let best = candidates.min {
                (rows[row][$0].magnitude, uses[others[$0]], others[$0])
                    < (rows[row][$1].magnitude, uses[others[$1]], others[$1])
            }
            guard let best else {
                rows.remove(at: row)
                basis.remove(at: row)
                scaled.remove(at: row)
                continue
            }
            pivot(row: row, column: best, step: 1, room: 0, leavingValue: 0)
            removeColumn(best)
            row += 1
        }
    }

    private mutating func removeColumn(_ column: Int) {
        for row in rows.indices {
            rows[row].swapAt(column, rows[row].count - 1)
            rows[row].removeLast()
        }
        for list in [\RoundingSimplex.values, \RoundingSimplex.gains] {
            self[keyPath: list].swapAt(column, self[keyPath: list].count - 1)
            self[keyPath: list].removeLast()
        }
        others.swapAt(column, others.count - 1)
        others.removeLast()
    }

    /// Sets what is to be made small.
    private mutating func price(_ costs: [Int64]) {
        gains = others.map { -denominator * costs[$0] }
        for (row, variable) in zip(rows, basis) where variable >= 0 && costs[variable] != 0 {
            for column in row.indices { gains[column] += costs[variable] * row[column] }
        }
    }
}

// MARK: - Steps

extension RoundingSimplex {
    /// What stops a move first: a row, with the room it has in units of `denominator`.
    private struct Block {
        let row: Int
        let room: Int64
        let slope: Int64
    }

    /// The row whose variable reaches a bound first when a column's variable goes up (step 1) or down (-1).
    private func block(_ column: Int, step: Int64, careful: Bool) -> Block? {
        var best: Block?
        for row in rows.indices where rows[row][column] != 0 {
            let change = -rows[row][column] * step
            let bound = (change > 0 ? upper[basis[row]] : lower[basis[row]]) * denominator
            let found = Block(row: row, room: abs(bound - scaled[row]), slope: abs(change))
            guard let known = best else {
                best = found
                continue
            }
            let (new, old) = (found.room * known.slope, known.room * found.slope)
            let wins = careful ? basis[row] < basis[known.row] : found.slope < known.slope
            if new < old || (new == old && wins) { best = found }
        }
        return best
    }

    /// Moves a column's variable as far as all bounds let it.
    /// - Returns: whether anything moved.
    private mutating func move(_ column: Int, step: Int64, careful: Bool = false) -> Bool {
        let variable = others[column]
        let own = step > 0 ? upper[variable] - values[column] : values[column] - lower[variable]
        guard let block = block(column, step: step, careful: careful), block.room < own * block.slope else {
            for row in rows.indices { scaled[row] -= rows[row][column] * step * own }
            values[column] += step * own
            return own > 0
        }
        let rises = -rows[block.row][column] * step > 0
        let leaving = basis[block.row]
        pivot(
            row: block.row, column: column, step: step, room: block.room,
            leavingValue: rises ? upper[leaving] : lower[leaving])
        return block.room > 0
    }

    /// Exchanges the variables of a row and a column after the column's has moved by `step · room ÷ |entry|`.
    private mutating func pivot(row pivotRow: Int, column: Int, step: Int64, room: Int64, leavingValue: Int64) {
        let entry = rows[pivotRow][column]
        let size = abs(entry)
        let sign: Int64 = entry < 0 ? -1 : 1
        let source = rows[pivotRow]
        let places = source.indices.filter { source[$0] != 0 && $0 != column }
        let eliminate = Elimination(source: source, places: places, size: size, denominator: denominator)
        var largest = size
        for row in rows.indices where row != pivotRow {
            let factor = rows[row][column]
            scaled[row] = (size * scaled[row] - factor * step * room) / denominator
            guard factor != 0 || size != denominator else { continue }
            largest = max(largest, eliminate(&rows[row], sign * factor))
            rows[row][column] = -sign * factor
        }
        let gain = gains[column]
        _ = eliminate(&gains, sign * gain)
        gains[column] = -sign * gain
        for place in places { rows[pivotRow][place] = sign * source[place] }
        rows[pivotRow][column] = sign * denominator
        scaled[pivotRow] = size * values[column] + step * room
        values[column] = leavingValue
        denominator = size
        (basis[pivotRow], others[column]) = (others[column], basis[pivotRow])
        if largest >= Self.largestEntry { isExhausted = true }
    }
}

/// target := (size · target − factor · source) ÷ denominator, which is exact.
private struct Elimination {
    let source: [Int64]
    /// Where the source is not zero.
    let places: [Int]
    let size: Int64
    let denominator: Int64

    /// - Returns: the largest size of a new entry.
    func callAsFunction(_ target: inout [Int64], _ factor: Int64) -> Int64 {
        var largest: Int64 = 0
        if size == denominator {
            for place in places {
                let value = target[place] - factor * source[place] / denominator
                target[place] = value
                largest = max(largest, abs(value))
            }
        } else {
            for place in target.indices {
                let value = (size * target[place] - factor * source[place]) / denominator
                target[place] = value
                largest = max(largest, abs(value))
            }
        }
        return largest
    }
}

// MARK: - Solving

extension RoundingSimplex {
    /// Whole values (0 or unit) by variable with the least cost found; nil where the nodes ran out or there are none.
    mutating func whole(nodes: inout Int) -> [Int64]? {
        settle()
        optimize()
        return branched(nodes: &nodes)?.solution
    }

    /// Variables that stand between 0 and the unit in the corner at hand.
    var between: [Int] {
        zip(basis, scaled).filter { $0.1 != 0 && $0.1 != unit * denominator }.map(\.0)
            + zip(others, values).filter { $0.1 != 0 && $0.1 != unit }.map(\.0)
    }

    private var solution: [Int64] {
        var result = [Int64](repeating: 0, count: costs.count)
        for (variable, value) in zip(basis, scaled) where variable >= 0 { result[variable] = value / denominator }
        for (variable, value) in zip(others, values) { result[variable] = value }
        return result
    }

    /// Sends every column's variable to a bound.
    private mutating func settle() {
        for column in others.indices where !isExhausted {
            let variable = others[column]
            guard values[column] > lower[variable], values[column] < upper[variable] else { continue }
            let up = gains[column] == 0 ? values[column] * 2 >= unit : gains[column] > 0
            _ = move(column, step: up ? 1 : -1)
        }
    }

    /// Walks to the corner of least cost, or as near as the limit of steps lets it.
    private mutating func optimize() {
        var stalled = 0
        for _ in 0..<(8 * (rows.count + others.count)) where !isExhausted {
            let careful = stalled > Self.patience
            let open = others.indices.filter { improves($0) }
            let next =
                careful
                ? open.min { others[$0] < others[$1] } : open.max { gains[$0].magnitude < gains[$1].magnitude }
            guard let next else { return }
            stalled = move(next, step: gains[next] > 0 ? 1 : -1, careful: careful) ? 0 : stalled + 1
        }
    }

    private func improves(_ column: Int) -> Bool {
        let variable = others[column]
        return gains[column] > 0
            ? values[column] < upper[variable]
            : gains[column] < 0 && values[column] > lower[variable]
    }

    private func branched(nodes: inout Int) -> RoundingSimplex? {
        guard !isExhausted,
            let row = basis.indices.first(where: { scaled[$0] != 0 && scaled[$0] != unit * denominator })
        else { return between.isEmpty ? self : nil }
        let variable = basis[row]
        let nearer: Int64 = scaled[row] * 2 >= unit * denominator ? unit : 0
        for target in [nearer, unit - nearer] {
            nodes -= 1
            if nodes < 0 { return nil }
            var next = self
            guard next.fix(variable, at: target) else { continue }
            if let found = next.branched(nodes: &nodes) { return found }
        }
        return nil
    }

    /// Sends one variable to a bound and holds it there; false where it cannot get so far.
    private mutating func fix(_ variable: Int, at target: Int64) -> Bool {
        var only = [Int64](repeating: 0, count: costs.count)
        only[variable] = target == 0 ? 1 : -1
        price(only)
        optimize()
        let value =
            basis.firstIndex(of: variable).map { scaled[$0] }
            ?? others.firstIndex(of: variable).map { values[$0] * denominator }
        guard value == target * denominator else { return false }
        (lower[variable], upper[variable]) = (target, target)
        price(costs)
        optimize()
        return true
    }
}
