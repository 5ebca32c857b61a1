import Dispatch
import Synchronization

/// Work on numbers from 0, some of them at a time, on several threads.
enum Stretches {
    /// So many stretches a thread, that one that is done early takes another.
    private static let perThread = 4

    /// - Returns: what each stretch gave, in order.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let length = max(1, (count + threads * perThread - 1) / (threads * perThread))
        let stretches = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
        let found = Mutex<[Result?]>(Array(repeating: nil, count: stretches.count))
        DispatchQueue.concurrentPerform(iterations: stretches.count) { index in
            let result = body(stretches[index])
            found.withLock { $0[index] = result }
        }
        return found.withLock { $0.compactMap(\.self) }
    }
}
