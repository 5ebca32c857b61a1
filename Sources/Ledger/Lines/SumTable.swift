/// Sums by packed key: the lines of one unit that mean the same, added up.
struct SumTable: Sendable {
    struct Entry: Sendable {
        var key: UInt64 = 0
        var sum: Int64 = 0
        /// How many lines; 0 where the slot is free.
        var count = 0
        /// The first line's row.
        var firstRow = 0
    }

    private var slots: [Entry] = []
    private var used = 0

    var entries: some Sequence<Entry> { slots.lazy.filter { $0.count > 0 } }

    /// - Returns: false where the sum does not fit; nothing is added then.
    @inline(__always)
    mutating func add(_ amount: Int64, to key: UInt64, row: Int, count: Int = 1) -> Bool {
        if used * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var index = Self.slot(key) & mask
        while slots[index].count > 0, slots[index].key != key { index = (index + 1) & mask }
        if slots[index].count == 0 {
            used += 1
            slots[index] = Entry(key: key, sum: amount, count: count, firstRow: row)
            return true
        }
        let (sum, overflow) = slots[index].sum.addingReportingOverflow(amount)
        if overflow { return false }
        slots[index].sum = sum
        slots[index].count += count
        if row < slots[index].firstRow { slots[index].firstRow = row }
        return true
    }

    mutating func removeAll() {
        if used == 0 { return }
        for index in slots.indices { slots[index].count = 0 }
        used = 0
    }

    mutating func moveRows(by lines: Int) {
        for index in slots.indices { slots[index].firstRow += lines }
    }

    subscript(key: UInt64) -> Int64 {
        guard !slots.isEmpty else { return 0 }
        let mask = slots.count - 1
        var index = Self.slot(key) & mask
        while slots[index].count > 0 {
            if slots[index].key == key { return slots[index].sum }
            index = (index + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    private mutating func grow() {
        let old = slots
        slots = [Entry](repeating: Entry(), count: max(16, old.count * 2))
        let mask = slots.count - 1
        for entry in old where entry.count > 0 {
            var index = Self.slot(entry.key) & mask
            while slots[index].count > 0 { index = (index + 1) & mask }
            slots[index] = entry
        }
    }
}
