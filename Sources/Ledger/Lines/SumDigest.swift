import Fiscal
import Standards

/// What the checks of a book ask of a large sheet's sums, found in one pass over them.
struct SumDigest: Sendable {
    /// Of one unit.
    struct Unit: Sendable {
        /// A word that changes with any of its sums, whatever their order.
        var checksum: UInt64 = 0
        /// The sums without signs; nil where they are beyond a book's limit.
        var total: UInt64? = 0
        var hasNegative = false
        /// What it has of each fund, by the fund's number; what does not fit in 64 bits is refused by `total`.
        var funds: [Int64]
    }

    private(set) var units: [Unit] = []
    /// Packed codes that do not go together, each with its first row.
    private(set) var breaches: [UInt64: Int] = [:]

    mutating func append(_ other: SumDigest) {
        units += other.units
        breaches.merge(other.breaches, uniquingKeysWith: min)
    }

    /// - Parameters:
    ///   - projects: the checksum of each project that the table's keys number.
    ///   - start: what its rows are counted from.
    mutating func append(_ table: SumTable, projects: [UInt64], start: Int, screen: LineScreen) {
        let space = screen.space
        let (shift, mask) = (UInt64(space.bits), (1 as UInt64) << UInt64(space.bits) - 1)
        var unit = Unit(funds: Array(repeating: 0, count: space.count(.fund) + 2))
        unit.total = AmountLimit.total(table.entries.lazy.map(\.sum))
        for entry in table.entries {
            let extra = Int(entry.key >> shift)
            unit.checksum &+= Self.mixed(entry, entry.key & mask, project: extra > 0 ? projects[extra - 1] : 0)
            if entry.sum < 0 { unit.hasNegative = true }
            unit.funds[space.number(entry.key, .fund)] &+= entry.sum
        }
        units.append(unit)
        guard !screen.isEmpty else { return }
        let lines = table.entries.map { $0.key & mask }
        for (place, broken) in screen.broken(lines).enumerated() where broken != 0 {
            let row = start + table.entries[place].firstRow
            breaches[lines[place]] = min(breaches[lines[place]] ?? .max, row)
        }
    }

    /// Projects are numbered as they are met, which depends on the number of threads: their texts stand for them.
    private static func mixed(_ entry: SumTable.Entry, _ packed: UInt64, project: UInt64) -> UInt64 {
        var mixed = packed
        mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 &+ project
        mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 &+ UInt64(bitPattern: entry.sum)
        mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 &+ UInt64(entry.count)
        mixed = (mixed ^ mixed >> 32) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// FNV-1a over a project's name.
    static func checksum(_ project: String) -> UInt64 {
        project.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
