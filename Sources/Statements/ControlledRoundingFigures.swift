import Fiscal
import Ledger
import Standards

/// All amounts of money that tables and sentences print, each once.
struct PrintedFigures {
    /// How an amount is printed.
    struct Precision: Hashable, Comparable {
        let unit: MoneyUnit
        let decimals: Int

        static func < (left: Precision, right: Precision) -> Bool {
            (left.unit.rawValue, left.decimals) < (right.unit.rawValue, right.decimals)
        }

        /// Fen in one unit of the last printed place; 1 where the print is exact.
        var fen: Int64 { Int64(exactly: Int128(unit.rawValue) / powerOfTen(decimals)).map { max(1, $0) } ?? 1 }

        /// The last printed place is a whole number of fen.
        var isRegular: Bool { Int128(unit.rawValue) % powerOfTen(decimals) == 0 }
    }

    struct Item {
        let key: FactKey
        let exact: Int64
        let plain: PrintedNumber
        /// How many cells and sentences print it; 0 where sentences only compare with it.
        var weight: Int
        /// Which tables print it, by their place in the package.
        var tables: Set<Int>
        /// nil where it is printed in two precisions.
        var precision: Precision?
    }

    private(set) var list: [Item] = []
    private(set) var places: [FactKey: Int] = [:]
    private(set) var byPrecision: [Precision: [Int]] = [:]

    /// A fact printed in two precisions keeps plain rounding: no one printed value could serve both.
    init(_ tables: [Table], prose: [FactKey], operands: [FactKey], facts: FactBase) {
        var precisions: [Int: Set<Precision>] = [:]
        for (index, table) in tables.enumerated() {
            let precision = Precision(unit: table.form.unit, decimals: table.form.decimals)
            for (_, key) in table.figures.sorted(by: { $0.key < $1.key }) {
                add(key, precision, table: index, facts: facts, to: &precisions)
            }
        }
        for key in prose { add(key, Self.ofProse, table: nil, facts: facts, to: &precisions) }
        for key in operands { add(key, Self.ofProse, table: nil, isShown: false, facts: facts, to: &precisions) }
        for index in list.indices {
            guard let known = precisions[index], known.count == 1, let precision = known.first else { continue }
            guard precision.isRegular else { continue }
            list[index].precision = precision
            byPrecision[precision, default: []].append(index)
        }
    }

    /// Sentences print 万元 with two decimals.
    private static let ofProse = Precision(unit: .tenThousandYuan, decimals: 2)

    private mutating func add(
        _ key: FactKey, _ precision: Precision, table: Int?, isShown: Bool = true, facts: FactBase,
        to precisions: inout [Int: Set<Precision>]
    ) {
        guard let index = places[key] ?? newItem(key, precision, facts: facts) else { return }
        if isShown { list[index].weight += 1 }
        if let table { list[index].tables.insert(table) }
        precisions[index, default: []].insert(precision)
    }

    private mutating func newItem(_ key: FactKey, _ precision: Precision, facts: FactBase) -> Int? {
        guard let value = facts.value(of: key), value.measure == .money else { return nil }
        let plain = PrintedNumber.printing(value.amount, in: precision.unit, decimals: precision.decimals)
        places[key] = list.count
        list.append(Item(key: key, exact: value.amount, plain: plain, weight: 0, tables: []))
        return list.count - 1
    }
}
