import Fiscal

/// The words that checks of prose and layout look for: one file a list, of plain words and of rows with named columns.
package struct WordLists: Sendable {
    private let words: [String: [String: [String]]]
    private let rows: [String: [String: [[String: String]]]]

    package static let empty = WordLists(words: [:], rows: [:])

    fileprivate init(words: [String: [String: [String]]], rows: [String: [String: [[String: String]]]]) {
        self.words = words
        self.rows = rows
    }

    /// The words of one key of a list; none where the list has no such key.
    package func callAsFunction(_ list: String, _ key: String) -> [String] { words[list]?[key] ?? [] }

    /// The rows of one key of a list.
    package func table(_ list: String, _ key: String) -> [[String: String]] { rows[list]?[key] ?? [] }
}

extension StandardsLibrary {
    private static let ownKeys = ["编号", "名称", "起始年度", "截止年度", "来源", "说明"]

    /// The word lists of `wording/` for a place and year.
    ///
    /// Not part of `Standards`: only checking needs them.
    package func wordLists(for standards: Standards) throws -> WordLists {
        var words: [String: [String: [String]]] = [:]
        var rows: [String: [String: [[String: String]]]] = [:]
        let files = try definitions("wording", region: standards.region, year: standards.definitionsYear.number)
        for (id, node, _) in files {
            for (key, value) in try node.pairs() where !Self.ownKeys.contains(key) {
                let items = try value.list()
                if items.contains(where: \.isMapping) {
                    rows[id, default: [:]][key] = try items.map { item in
                        Dictionary(
                            try item.pairs().map { ($0.key, try $0.value.text()) }, uniquingKeysWith: { $1 })
                    }
                } else {
                    words[id, default: [:]][key] = try items.map { try $0.text() }
                }
            }
        }
        return WordLists(words: words, rows: rows)
    }
}
