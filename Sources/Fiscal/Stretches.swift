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
    ///
    /// - Parameter isConcurrent: false = one after the other on this thread: where other work keeps the cores busy, or where
    ///   the time of this thread is measured.
    /// - Returns: what each gave, in order.
    package static func each<Result: Sendable>(
        _ count: Int, isConcurrent: Bool = true, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard isConcurrent, count > 1 else { return (0..<count).map(body) }
        let found = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            found.withLock { $0[index] = result }
        }
        return found.withLock { $0.compactMap(\.self) }
    }

    /// Two pieces of work at once; of two errors the first one's is thrown.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let found = Mutex<(Result<First, any Error>?, Result<Second, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = Result { try first() }
                found.withLock { $0.0 = result }
            } else {
                let result = Result { try second() }
                found.withLock { $0.1 = result }
            }
        }
        guard case let (left?, right?) = found.withLock({ $0 }) else { throw CancellationError() }
        return (try left.get(), try right.get())
    }
}
