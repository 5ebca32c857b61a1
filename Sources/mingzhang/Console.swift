import Foundation
import Synchronization

/// Where messages go: standard error and standard output, or buffers where a test listens.
final class Console: Sendable {
    /// Who listens instead of the terminal; nil = nobody.
    @TaskLocal static var listener: Console?

    private let lines = Mutex<[String]>([])
    private let outputLines = Mutex<[String]>([])

    init() {}

    /// What standard error was told so far, a line each.
    var text: String { lines.withLock { $0.map { $0 + "\n" }.joined() } }

    /// What standard output was told so far, a line each.
    var output: String { outputLines.withLock { $0.map { $0 + "\n" }.joined() } }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }
    fileprivate func addOutput(_ line: String) { outputLines.withLock { $0.append(line) } }
}

/// One line on standard error.
func complain(_ text: String) {
    if let listener = Console.listener {
        listener.add(text)
    } else {
        // What was said before stands before it where both go to one file.
        fflush(nil)
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// One line, or several, on standard output.
func say(_ text: String) {
    if let listener = Console.listener {
        listener.addOutput(text)
    } else {
        print(text)
    }
}

/// A remark on standard error.
func complain(_ remark: Remark) { complain(remark.message) }

/// A remark on standard output.
func say(_ remark: Remark) { say(remark.message) }
