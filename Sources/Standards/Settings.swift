/// A flat YAML mapping as text, with lines: the settings of a book.
package struct Settings: Sendable {
    package struct Entry: Sendable {
        package let key: String
        package let value: String
        package let line: Int

        package init(key: String, value: String, line: Int) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    package let file: String
    package let entries: [Entry]

    package init(file: String, entries: [Entry]) {
        self.file = file
        self.entries = entries
    }

    /// Reads `账套.yaml`; nested values are refused.
    package init(yaml text: String, file: String) throws {
        let root = try YamlNode.document(text, file: file)
        self.file = file
        entries = try root.pairs().map { key, value in
            Entry(key: key, value: try value.text(), line: value.line)
        }
    }

    package subscript(key: String) -> String? {
        let value = entries.first { $0.key == key }?.value.trimmed ?? ""
        return value.isEmpty ? nil : value
    }
}
