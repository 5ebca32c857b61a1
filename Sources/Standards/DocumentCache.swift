import Fiscal
import Synchronization

/// The parsed definition files of one library: the definitions of several years and places are taken from the same files.
final class DocumentCache: Sendable {
    private let known = Mutex<[String: YamlNode]>([:])
    private let tables = Mutex<[String: CsvTable]>([:])

    /// - Parameter file: its path below `Standards/`, which tells it from all others.
    func document(_ text: String, file: String) throws -> YamlNode {
        if let found = known.withLock({ $0[file] }) { return found }
        // Two who ask at once may both parse it; it comes to the same.
        let node = try YamlNode.document(text, file: file)
        known.withLock { $0[file] = node }
        return node
    }

    /// Parses files that will be asked for, on all cores. What cannot be parsed is told when it is asked for.
    func prepare(_ files: [(file: String, text: String)]) {
        let open = known.withLock { known in files.filter { known[$0.file] == nil } }
        let parsed = Stretches.each(open.count) { try? YamlNode.document(open[$0].text, file: open[$0].file) }
        known.withLock { known in
            for case let document? in parsed { known[document.file] = document }
        }
    }

    func table(_ text: String, file: String, columns: [String]) throws -> CsvTable {
        if let found = tables.withLock({ $0[file] }) {
            try found.require(columns)
            return found
        }
        let table = try CsvTable(text, file: file, columns: columns)
        tables.withLock { $0[file] = table }
        return table
    }
}

extension StandardsLibrary {
    /// Parses what any paper is read and checked by, so that it is ready when the first one is. A fault is told by who
    /// asks for the file.
    package func prepare() {
        guard let national = regions.first else { return }
        for (path, text) in (files[national] ?? [:]).sorted(by: { $0.key < $1.key }) {
            let file = national + "/" + path
            if path.hasSuffix(".yaml") {
                _ = try? documents.document(text, file: file)
            } else {
                _ = try? documents.table(text, file: file, columns: [])
            }
        }
    }
}
