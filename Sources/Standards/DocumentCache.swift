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

    /// Parses a file that will be asked for. What cannot be parsed is told when it is asked for.
    func prepare(_ file: DefinitionFile) {
        if file.isYaml {
            _ = try? document(file.text, file: file.path)
        } else {
            _ = try? table(file.text, file: file.path, columns: [])
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
