import Synchronization

/// What is made once for each key, however many ask for it at once: the first makes it, the others wait for it.
package final class Loaded<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Slot: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private let slots = Mutex<[Key: Slot]>([:])

    package init() {}

    /// - Parameter load: what it throws is thrown to all who wait, each of whom tries it himself.
    package func value<Fault: Error>(_ key: Key, load: () throws(Fault) -> Value) throws(Fault) -> Value {
        let slot = slots.withLock { slots in
            let slot = slots[key] ?? Slot()
            slots[key] = slot
            return slot
        }
        return try slot.value.withLock { known throws(Fault) in
            if let known { return known }
            let value = try load()
            known = value
            return value
        }
    }
}
