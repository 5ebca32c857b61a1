import Foundation

/// Says on a terminal what is being done when it takes over a second; silent in a pipe.
final class Progress {
    private let isTerminal = isatty(2) == 1
    private let start = ContinuousClock.now
    private var said = false

    func say(_ text: String) {
        guard isTerminal, ContinuousClock.now - start > .seconds(1) else { return }
        said = true
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    func end() {
        if said { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
