import Dispatch
import Synchronization

/// Work that falls into parts which know nothing of one another, done on several threads.
package enum Stretches {
    /// So many stretches a thread, that one that is done early takes another.
    private static let perThread = 4

    /// Numbers from 0, some of them at a time.
    ///
    /// - Returns: what each stretch gave, in order.
    package static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let length = max(1, (count + threads * perThread - 1) / (threads * perThread))
        let stretches = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
        return each(stretches.count) { body(stretches[$0]) }
    }

    /// Numbers from 0, one at a time, on all cores.
    package static func each<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let found = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            found.withLock { $0[index] = result }
        }
        return found.withLock { $0.compactMap(\.self) }
    }
}
