/// Rows that add up column by column, and which of their assignments can stand together.
///
/// The sums that the rows before can have are carried from row to row, as intervals; those that the rows behind cannot
/// bring to zero any more are dropped. What is left at the end is walked back, so that the answer is exact.
struct LooseFamily {
    /// One row: what each of its assignments adds to each column.
    struct Item {
        let row: Int
        let choices: [[LooseAmount]]
    }

    enum Answer {
        /// For each item the choices that some solution has.
        case possible([[Int]])
        case impossible
        /// More sums than are worth following.
        case tooMany
    }

    private struct Step {
        let from: Int
        let choice: Int
        let to: Int
    }

    private static let mostSums = 20_000

    private let items: [Item]
    private let width: Int

    init(items: [Item], width: Int) {
        self.items = items
        self.width = width
    }

    func solve() -> Answer {
        let order = items.indices.sorted { items[$0].choices.count < items[$1].choices.count }
        let rest = bounds(order)
        var states: [[Int]] = [Array(repeating: 0, count: width * 2)]
        var layers: [[Step]] = []
        var total = 0
        for (place, item) in order.enumerated() {
            var next: [[Int]: Int] = [:]
            var list: [[Int]] = []
            var steps: [Step] = []
            for (from, state) in states.enumerated() {
                for (choice, amounts) in items[item].choices.enumerated() {
                    guard let sum = sum(state, amounts, rest[place + 1]) else { continue }
                    let to = next[sum] ?? list.count
                    if to == list.count {
                        next[sum] = to
                        list.append(sum)
                    }
                    steps.append(Step(from: from, choice: choice, to: to))
                }
            }
            guard !list.isEmpty else { return .impossible }
            total += steps.count
            guard total <= Self.mostSums else { return .tooMany }
            states = list
            layers.append(steps)
        }
        return .possible(alive(layers, order, count: states.count))
    }

    /// The sum with one row more; nil where the rest cannot bring it to zero.
    private func sum(_ state: [Int], _ amounts: [LooseAmount], _ rest: [Int]) -> [Int]? {
        var sum = state
        for column in 0..<width {
            sum[2 * column] += amounts[column].low
            sum[2 * column + 1] += amounts[column].high
            guard sum[2 * column] + rest[2 * column] <= 0, sum[2 * column + 1] + rest[2 * column + 1] >= 0 else {
                return nil
            }
        }
        return sum
    }

    /// By place in the order: the least and the most that the rows from there on can add.
    private func bounds(_ order: [Int]) -> [[Int]] {
        var result = [Array(repeating: 0, count: width * 2)]
        for item in order.reversed() {
            var bound = result[0]
            for column in 0..<width {
                bound[2 * column] += items[item].choices.map { $0[column].low }.min() ?? 0
                bound[2 * column + 1] += items[item].choices.map { $0[column].high }.max() ?? 0
            }
            result.insert(bound, at: 0)
        }
        return result
    }

    private func alive(_ layers: [[Step]], _ order: [Int], count: Int) -> [[Int]] {
        var ends = Set(0..<count)
        var result = [[Int]](repeating: [], count: items.count)
        for (place, steps) in layers.enumerated().reversed() {
            var starts: Set<Int> = []
            var choices: Set<Int> = []
            for step in steps where ends.contains(step.to) {
                starts.insert(step.from)
                choices.insert(step.choice)
            }
            result[order[place]] = choices.sorted()
            ends = starts
        }
        return result
    }
}
