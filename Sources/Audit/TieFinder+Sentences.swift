import Fiscal
import Standards
import Statements

extension TieFinder {
    /// Wholes whose parts only sentences print: items, sizes, and the budgets of functional items.
    mutating func prose() {
        var cells: [FactKey: Int] = [:]
        for index in list.indices where list[index].scope == .prose && list[index].bounds != nil {
            if let key = list[index].key, cells[key] == nil { cells[key] = index }
        }
        var found: [Family: [Int]] = [:]
        for (key, index) in cells {
            for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
                guard let above = nearestAbove(key, dimension, { cells[$0] ?? tableCell($0) }) else { continue }
                found[Family(whole: above, dimension: dimension), default: []].append(index)
            }
        }
        let plan = DeclaredParts(standards.phrases.values)
        for index in cells.values.sorted() where list[index].key.flatMap(tableCell) == nil {
            balance(index, cells, gaps: [], inProse: true)
        }
        for (family, parts) in found.sorted(by: {
            ($0.key.whole, $0.key.dimension.rawValue) < ($1.key.whole, $1.key.dimension.rawValue)
        }) {
            let isRepeat = ([family.whole] + parts).allSatisfy { list[$0].key.flatMap(tableCell) != nil }
            let isScattered =
                family.dimension == .fund && list[family.whole].key.map { !plan.listsFunds(of: $0.concept) } ?? true
            guard !isRepeat, !isScattered else { continue }
            if family.dimension == .function {
                items(family, parts.sorted())
            } else {
                add(family, parts.sorted(), plan, gaps: [])
            }
        }
    }

    /// Items one by one, where the list is as long as the tables': a budget without any expenditure may still be left out.
    private mutating func items(_ family: Family, _ parts: [Int]) {
        guard parts.count > 1, let whole = list[family.whole].key else { return }
        let functions = standards.classification(.function)
        let listed = Set(parts.compactMap { list[$0].key?.coordinates.function })
        let levels = Set(listed.compactMap { functions.members[$0]?.level })
        guard levels.count == 1, let level = levels.first else { return }
        var actual = whole
        actual.phase = standards.kind.phase
        let isProof = exceed(family.whole, parts) && areWhole(parts, of: actual)
        let absent = functions.ordered.filter { code in
            guard functions.members[code]?.level == level, !listed.contains(code) else { return false }
            actual.coordinates.function = code
            guard isBelow(code, whole.coordinates.function, .function), let cell = tableCell(actual) else {
                return false
            }
            return list[cell].bounds != .zero
        }
        // What is short of the whole may have been a budget that nothing came of.
        sum(
            .parts(.function), family.whole, parts, isProof: isProof,
            missing: unreadParts(family.whole, parts)
                + FindingWords.absent(absent.map { functions.name($0) }, inProse: true))
    }

    private func exceed(_ whole: Int, _ parts: [Int]) -> Bool {
        guard let printed = list[whole].bounds else { return false }
        return parts.reduce(printed) { $0 - (list[$1].bounds ?? .zero) }.high < 0
    }

    /// Whether what really happened with the same items comes to their whole: no item is another list's.
    private func areWhole(_ parts: [Int], of actual: FactKey) -> Bool {
        var key = actual
        key.coordinates.function = .all
        guard let cell = tableCell(key), let whole = list[cell].bounds else { return false }
        let sum = parts.reduce(Bounds.zero) { sum, part in
            key.coordinates.function = list[part].key?.coordinates.function ?? .all
            return sum + (tableCell(key).flatMap { list[$0].bounds } ?? .zero)
        }
        return sum.overlaps(whole)
    }
}
