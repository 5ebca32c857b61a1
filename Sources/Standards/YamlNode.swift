import Yams

/// A node of a definition file with the file's name: every accessor's fault names the line.
struct YamlNode: Sendable {
    private enum Content: Sendable {
        case scalar(String)
        case mapping([Entry])
        case list([YamlNode])
        /// None of these.
        case other
    }

    private struct Entry: Sendable {
        let key: String
        let line: Int?
        let value: YamlNode
    }

    private let content: Content
    let line: Int
    let file: String
    /// The key it stands under, for messages.
    let name: String

    private init(_ node: Node, file: String, name: String) {
        self.file = file
        self.name = name
        line = node.mark?.line ?? 0
        content =
            switch node {
            case .scalar(let scalar): .scalar(scalar.string)
            case .mapping(let mapping):
                .mapping(
                    mapping.map { key, value in
                        let word = key.scalar?.string ?? ""
                        return Entry(
                            key: word, line: key.mark?.line, value: YamlNode(value, file: file, name: word))
                    })
            case .sequence(let list): .list(list.map { YamlNode($0, file: file, name: name) })
            default: .other
            }
    }

    /// The document of a file; duplicate keys and bad syntax are faults.
    static func document(_ text: String, file: String) throws -> YamlNode {
        do {
            // Every scalar is taken as text, so nothing is lost by not guessing its type, which is slow. Which encoding
            // the parser works in would be looked up in the environment each time.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                throw StandardsFault(.notYaml(.empty), file: file)
            }
            return YamlNode(node, file: file, name: "")
        } catch let fault as StandardsFault {
            throw fault
        } catch let error as YamlError {
            throw syntaxFault(error, file: file)
        }
    }

    private var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

    var isText: Bool { scalar != nil }
    var isMapping: Bool { if case .mapping = content { true } else { false } }
    /// The scalar's text, or nothing.
    var textOrEmpty: String { scalar ?? "" }

    func fault(_ kind: StandardsFault.Kind) -> StandardsFault { StandardsFault(kind, file: file, line: line) }

    /// Where the file stops being YAML; the parser's own words are English and of no use to the reader.
    private static func syntaxFault(_ error: YamlError, file: String) -> StandardsFault {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            StandardsFault(.notYaml(.syntax(column: mark.column)), file: file, line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            StandardsFault(
                .notYaml(.duplicateKeys(keys.map { "\($0)" })), file: file, line: context.mark.line)
        default: StandardsFault(.notYaml(.unreadable), file: file)
        }
    }

    /// The entries of a mapping; `allowed` lists every key that may stand here.
    func mapping(allowed: [String]) throws -> [String: YamlNode] {
        guard case .mapping(let mapping) = content else { throw wrongType(.mapping) }
        var result: [String: YamlNode] = [:]
        for entry in mapping {
            guard allowed.contains(entry.key) else {
                throw StandardsFault(.unknownKey(entry.key, allowed: allowed), file: file, line: entry.line ?? line)
            }
            result[entry.key] = entry.value
        }
        return result
    }

    /// The entries of a mapping whose keys are free, in their order.
    func pairs() throws -> [(key: String, value: YamlNode)] {
        guard case .mapping(let mapping) = content else { throw wrongType(.mapping) }
        return mapping.map { ($0.key, $0.value) }
    }

    func list() throws -> [YamlNode] {
        guard case .list(let list) = content else { throw wrongType(.list) }
        return list
    }

    func text() throws -> String {
        guard let scalar else { throw wrongType(.text) }
        return scalar
    }

    func texts() throws -> [String] {
        if isText { return [try text()] }
        return try list().map { try $0.text() }
    }

    func number() throws -> Int {
        guard let value = Int(try text()) else { throw wrongType(.integer) }
        return value
    }

    func flag() throws -> Bool {
        switch try text() {
        case "是", "true": return true
        case "否", "false": return false
        case let other: throw fault(.unknownValue(key: name, found: other, allowed: ["是", "否"]))
        }
    }

    func choice<T>(_ table: [(String, T)]) throws -> T {
        let found = try text()
        guard let match = table.first(where: { $0.0 == found }) else {
            throw fault(.unknownValue(key: name, found: found, allowed: table.map(\.0)))
        }
        return match.1
    }

    private func wrongType(_ wanted: StandardsFault.Shape) -> StandardsFault {
        let found = scalar.map { StandardsFault.Shape.written($0) } ?? (isMapping ? .mapping : .list)
        return fault(.wrongType(key: name, found: found, wanted: wanted))
    }
}

extension [String: YamlNode] {
    func required(_ key: String, in parent: YamlNode) throws -> YamlNode {
        guard let value = self[key] else { throw parent.fault(.missingKey(key)) }
        return value
    }
}
