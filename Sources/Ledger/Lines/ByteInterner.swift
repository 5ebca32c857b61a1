/// Texts → small numbers, without making a `String` for a text that was seen before.
///
/// Texts are told apart by their bytes, never by their hash alone.
struct ByteInterner {
    private struct Slot {
        var hash: UInt64 = 0
        var start = 0
        var length = 0
        /// -1 where the slot is free.
        var id: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    /// All texts one after another, with a word to spare, so that a whole word may be read at any of them.
    private var arena = [UInt8](repeating: 0, count: 8)
    private(set) var count = 0
    /// What was asked for last: most lines say what the line before them says.
    private var last = Slot()

    /// The text's number, counted from 0 in the order of first sight; `isNew` where it was not there before.
    @inline(__always)
    mutating func id(of field: Field) -> (id: Int, isNew: Bool) {
        if last.length == field.length, last.id >= 0, isEqual(field, at: last.start) { return (Int(last.id), false) }
        let hash = field.hash
        var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[index].id >= 0 {
            let slot = slots[index]
            if slot.hash == hash, slot.length == field.length, isEqual(field, at: slot.start) {
                last = slot
                return (Int(slot.id), false)
            }
            index = (index + 1) & (slots.count - 1)
        }
        return (add(field, hash: hash, at: index), true)
    }

    @inline(__always)
    private func isEqual(_ field: Field, at start: Int) -> Bool {
        arena.withUnsafeBytes { arena in  // ok: used within the call
            var index = 0
            while index &+ 8 <= field.length {
                // ok: a text has a word to spare behind it
                if arena.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self) != field.word(at: index) {
                    return false
                }
                index &+= 8
            }
            let left = field.length &- index
            guard left > 0 else { return true }
            // ok: as above
            let difference = arena.loadUnaligned(fromByteOffset: start + index, as: UInt64.self) ^ field.word(at: index)
            return difference &<< UInt64(truncatingIfNeeded: 64 &- 8 &* left) == 0
        }
    }

    private mutating func add(_ field: Field, hash: UInt64, at index: Int) -> Int {
        let start = arena.count - 8
        arena.removeLast(8)
        arena.append(contentsOf: field.bytes)
        arena.append(contentsOf: repeatElement(0, count: 8))
        let id = count
        slots[index] = Slot(hash: hash, start: start, length: field.length, id: Int32(id))
        last = slots[index]
        count += 1
        if count * 2 > slots.count { grow() }
        return id
    }

    private mutating func grow() {
        var larger = [Slot](repeating: Slot(), count: slots.count * 2)
        for slot in slots where slot.id >= 0 {
            var index = Int(truncatingIfNeeded: slot.hash) & (larger.count - 1)
            while larger[index].id >= 0 { index = (index + 1) & (larger.count - 1) }
            larger[index] = slot
        }
        slots = larger
    }
}
