import Support
import Testing

@testable import Statements

/// The solver alone, on systems small enough to try every answer.
struct RoundingSystemTests {
    private func amounts(_ exact: [Int64], unit: Int64) -> [RoundingSystem.Amount] {
        exact.map { value in
            let half = value.excess(over: unit) * 2 >= unit
            return RoundingSystem.Amount(exact: value, plain: value.floored(by: unit) + (half ? 1 : 0), weight: 1)
        }
    }

    private func difference(_ relation: RoundingSystem.Relation, _ values: [Int64]) -> Int64 {
        relation.terms.reduce(0) { $0 + $1.sign * values[$1.amount] }
    }

    /// 0.4 + 0.4 + 0.4 = 1.2: one part goes up, and nothing else moves.
    @Test func movesAsFewAsItCan() {
        let sum = RoundingSystem.Relation(terms: [(3, 1), (0, -1), (1, -1), (2, -1)], importance: 3)
        let system = RoundingSystem(unit: 10, amounts: amounts([4, 4, 4, 12], unit: 10), relations: [sum])
        let values = system.solved()
        #expect(difference(sum, values) == 0)
        #expect(values[3] == 1 && values.prefix(3).reduce(0, +) == 1)
    }

    @Test func negativeAmountsGoDownOrUp() {
        let sum = RoundingSystem.Relation(terms: [(2, 1), (0, -1), (1, -1)], importance: 3)
        let system = RoundingSystem(unit: 10, amounts: amounts([-16, 14, -2], unit: 10), relations: [sum])
        let values = system.solved()
        #expect(difference(sum, values) == 0)
        #expect([-2, -1].contains(values[0]) && [1, 2].contains(values[1]) && [-1, 0].contains(values[2]))
    }

    /// Three halves that must add up to one in every pair: no choice of whole numbers can.
    @Test func leastImportantSumIsGivenUp() {
        let pairs = [(0, 1), (1, 2), (0, 2)]
        let relations = pairs.enumerated().map { index, pair in
            RoundingSystem.Relation(terms: [(3, 1), (pair.0, -1), (pair.1, -1)], importance: index == 1 ? 1 : 3)
        }
        let system = RoundingSystem(unit: 10, amounts: amounts([5, 5, 5, 10], unit: 10), relations: relations)
        let values = system.solved()
        #expect(difference(relations[0], values) == 0 && difference(relations[2], values) == 0)
        #expect(difference(relations[1], values) != 0)
    }

    /// Two-way tables can always be rounded so that all rows, columns and the total hold.
    @Test func twoWayTablesAlwaysClose() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<40 {
            let (height, width) = (Int.random(in: 2...9, using: &random), Int.random(in: 2...6, using: &random))
            let cells = (0..<height).map { _ in (0..<width).map { _ in Int64.random(in: -5000...5000, using: &random) }
            }
            let system = table(cells)
            let values = system.solved()
            for relation in system.relations { #expect(difference(relation, values) == 0) }
            for (amount, value) in zip(system.amounts, values) { #expect(abs(value * 100 - amount.exact) < 100) }
        }
    }

    private func table(_ cells: [[Int64]]) -> RoundingSystem {
        let (height, width) = (cells.count, cells[0].count)
        let rows = cells.map { $0.reduce(0, +) }
        let columns = (0..<width).map { column in cells.reduce(0) { $0 + $1[column] } }
        let exact = cells.flatMap { $0 } + rows + columns + [rows.reduce(0, +)]
        let (firstRow, firstColumn, total) = (height * width, height * width + height, exact.count - 1)
        var sums: [(Int, [Int])] = (0..<height).map { row in (firstRow + row, (0..<width).map { row * width + $0 }) }
        sums += (0..<width).map { column in (firstColumn + column, (0..<height).map { $0 * width + column }) }
        sums += [(total, (0..<height).map { firstRow + $0 }), (total, (0..<width).map { firstColumn + $0 })]
        return RoundingSystem(
            unit: 100, amounts: amounts(exact, unit: 100),
            relations: sums.map { whole, parts in
                RoundingSystem.Relation(terms: [(whole, 1)] + parts.map { ($0, -1) }, importance: 3)
            })
    }
}
