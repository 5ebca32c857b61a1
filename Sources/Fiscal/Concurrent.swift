import Dispatch
import Synchronization

/// What a function makes of each number below `count`, in order, made on all cores.
///
/// - Parameter isConcurrent: false = one after the other on this thread: where other work keeps the cores busy, or where the
///   time of this thread is measured.
package func concurrentMap<Result: Sendable>(
    _ count: Int, isConcurrent: Bool = true, _ make: @Sendable (Int) -> Result
) -> [Result] {
    guard isConcurrent, count > 1 else { return (0..<count).map(make) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = make(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}
