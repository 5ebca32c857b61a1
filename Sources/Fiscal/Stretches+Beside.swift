import Dispatch
import Synchronization

extension Stretches {
    /// One piece of work on another core while this thread does another, which may be of things that only it may know.
    ///
    /// - Parameter aside: done by this thread too where no other has taken it by then, so that nobody waits for a thread.
    package static func beside<Aside: Sendable, Own>(
        _ aside: @escaping @Sendable () -> Aside, own: () throws -> Own
    ) rethrows -> (Aside, Own) {
        let work = WorkAside(language: .current, work: aside)
        DispatchQueue.global().async { work.take() }
        let result = try own()
        return (work.value(), result)
    }
}

/// Work that whoever comes first does.
private final class WorkAside<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let language: MessageLanguage
    private let state = Mutex<(isTaken: Bool, value: Value?)>((false, nil))
    private let isDone = DispatchSemaphore(value: 0)

    init(language: MessageLanguage, work: @escaping @Sendable () -> Value) {
        self.language = language
        self.work = work
    }

    /// Does it, unless another does.
    func take() {
        guard isFirst() else { return }
        let value = MessageLanguage.$current.withValue(language, operation: work)
        state.withLock { $0.value = value }
        isDone.signal()
    }

    func value() -> Value {
        if isFirst() { return work() }
        isDone.wait()
        return state.withLock { $0.value } ?? work()
    }

    private func isFirst() -> Bool {
        state.withLock { state in
            defer { state.isTaken = true }
            return !state.isTaken
        }
    }
}
