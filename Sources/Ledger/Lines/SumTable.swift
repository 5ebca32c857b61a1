/// Sums by packed key: the lines of one unit that mean the same, added up.
struct SumTable: Sendable {
    struct Entry: Sendable {
        let key: UInt64
        var sum: Int64
        /// How many lines.
        var count: Int
        /// The first line's row.
        var firstRow: Int
    }

    /// In the order in which their keys were first seen. They stand close together: tables of thousands of units are gone
    /// through again and again.
    private(set) var entries: [Entry] = []
    /// Which entry a key has, counted from 1; 0 where the slot is free.
    private var slots: [Int32] = []

    /// - Returns: false where the sum does not fit; nothing is added then.
    @inline(__always)
    mutating func add(_ amount: Int64, to key: UInt64, row: Int, count: Int = 1) -> Bool {
        if entries.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var index = Self.slot(key) & mask
        while slots[index] > 0, entries[Int(slots[index]) - 1].key != key { index = (index + 1) & mask }
        if slots[index] == 0 {
            entries.append(Entry(key: key, sum: amount, count: count, firstRow: row))
            slots[index] = Int32(entries.count)
            return true
        }
        let place = Int(slots[index]) - 1
        let (sum, overflow) = entries[place].sum.addingReportingOverflow(amount)
        if overflow { return false }
        entries[place].sum = sum
        entries[place].count += count
        if row < entries[place].firstRow { entries[place].firstRow = row }
        return true
    }

    mutating func removeAll() {
        if entries.isEmpty { return }
        entries.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = 0 }
    }

    subscript(key: UInt64) -> Int64 {
        guard !slots.isEmpty else { return 0 }
        let mask = slots.count - 1
        var index = Self.slot(key) & mask
        while slots[index] > 0 {
            let entry = entries[Int(slots[index]) - 1]
            if entry.key == key { return entry.sum }
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
        slots = [Int32](repeating: 0, count: max(16, slots.count * 2))
        let mask = slots.count - 1
        for (place, entry) in entries.enumerated() {
            var index = Self.slot(entry.key) & mask
            while slots[index] > 0 { index = (index + 1) & mask }
            slots[index] = Int32(place + 1)
        }
    }
}
