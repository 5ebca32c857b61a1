import Fiscal
import Synchronization

/// Definition files as parsed documents: each is parsed once, however often a library is asked for a place and year.
final class DocumentCache: Sendable {
    private let found = Mutex<[String: YamlNode]>([:])

    /// - Parameter file: its path below `Standards/`.
    func document(_ text: String, file: String) throws -> YamlNode {
        if let known = found.withLock({ $0[file] }) { return known }
        let parsed = try YamlNode.document(text, file: file)
        found.withLock { $0[file] = parsed }
        return parsed
    }

    /// Parses files that will be asked for, on all cores. What cannot be parsed is told when it is asked for.
    func prepare(_ files: [(file: String, text: String)]) {
        let open = found.withLock { found in files.filter { found[$0.file] == nil } }
        let parsed = Stretches.each(open.count) { try? YamlNode.document(open[$0].text, file: open[$0].file) }
        found.withLock { found in
            for case let document? in parsed { found[document.file] = document }
        }
    }
}
