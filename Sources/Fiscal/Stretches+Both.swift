import Dispatch
import Synchronization

extension Stretches {
    /// Two pieces of work at once that cannot fail.
    package static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let found = Mutex<(First?, Second?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = first()
                found.withLock { $0.0 = result }
            } else {
                let result = second()
                found.withLock { $0.1 = result }
            }
        }
        let results = found.withLock { $0 }
        return (results.0 ?? first(), results.1 ?? second())
    }
}
