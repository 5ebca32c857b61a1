import Fiscal
import Foundation
import Synchronization

/// Says on a terminal which file is being checked, once it takes over a second. Files are checked side by side.
final class CheckProgress: Sendable {
    private struct State: Sendable {
        var running: [Int: String] = [:]
        var done = 0
        var isEnded = false
    }

    private let state = Mutex(State())
    private let progress = Mutex(Progress())
    private let count: Int
    /// In seconds.
    private static let patience = 1.1
    private static let interval = 0.4
    private let language = MessageLanguage.current

    init(count: Int) {
        self.count = count
        // A thread of its own: those of the queues are busy with the files.
        Thread.detachNewThread { [weak self] in
            Thread.sleep(forTimeInterval: Self.patience)
            while let self, !state.withLock({ $0.isEnded }) {
                show()
                Thread.sleep(forTimeInterval: Self.interval)
            }
        }
    }

    func begin(_ index: Int, _ name: String) { state.withLock { $0.running[index] = name } }

    func end(_ index: Int) {
        state.withLock {
            $0.running[index] = nil
            $0.done += 1
        }
    }

    /// Clears the line.
    func end() {
        state.withLock { $0.isEnded = true }
        progress.withLock { $0.end() }
    }

    private func show() {
        let line = state.withLock { state -> CheckLine? in
            guard !state.isEnded, let first = state.running.min(by: { $0.key < $1.key }) else { return nil }
            return .working(min(count, state.done + 1), of: count, first.value)
        }
        guard let line else { return }
        MessageLanguage.$current.withValue(language) {
            progress.withLock { $0.say(DisplayText.padded(line.message, to: DisplayText.width - 1)) }
        }
    }
}
