import Foundation
import Synchronization

/// Where messages go: standard error, or a buffer where a test listens.
final class Console: Sendable {
    /// What was said instead of standard error; nil = standard error.
    @TaskLocal static var listener: Console?

    private let lines = Mutex<[String]>([])

    init() {}

    /// What was said so far, a line each.
    var text: String { lines.withLock { $0.map { $0 + "\n" }.joined() } }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// One line on standard error.
func complain(_ text: String) {
    if let listener = Console.listener {
        listener.add(text)
    } else {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
