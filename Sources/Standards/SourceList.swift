package import Fiscal

/// Where the definitions come from: the marks of their `来源`, each with the paper it stands for (`来源.csv`).
package struct SourceList: Sendable {
    package struct Source: Sendable {
        package let mark: String
        /// The document or published paper.
        package let document: String
        /// What of it was seen.
        package let seen: String
        package let isConfirmed: Bool
        /// An instrument is no source of what held before it.
        package let from: Int
    }

    static let path = "来源.csv"
    static let columns = ["标记", "文献", "所见", "已核"]

    package let sources: [Source]
    private let byMark: [String: Source]

    init(_ sources: [Source]) {
        self.sources = sources
        byMark = Dictionary(sources.map { ($0.mark, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func load(_ table: CsvTable) throws -> SourceList {
        SourceList(
            try table.rows.map { row in
                Source(
                    mark: row["标记"], document: row["文献"], seen: row["所见"], isConfirmed: row["已核"] == "是",
                    from: try table.year(row, "起始年度", otherwise: 0))
            })
    }

    package subscript(mark: String) -> Source? { byMark[mark] }

    /// The marks of a definition's 来源; what stands in brackets is a remark.
    package static func marks(of text: String) -> [String] {
        var depth = 0
        let bare = text.filter { character in
            if character == "（" { depth += 1 }
            defer { if character == "）" { depth -= 1 } }
            return depth == 0
        }
        return bare.split { "；;+、".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Marks that no row defines.
    func unknown(in text: String) -> [String] { Self.marks(of: text).filter { byMark[$0] == nil } }

    /// A 来源 without what came only after the year.
    package func inForce(_ text: String, in year: FiscalYear) -> String {
        let parts = text.split(separator: "；").map(String.init)
        return parts.filter { part in
            Self.marks(of: part).allSatisfy { byMark[$0].map { $0.from <= year.number } ?? true }
        }.joined(separator: "；")
    }
}

extension StandardsLibrary {
    /// The marks of all places; empty where there is no list.
    package func sources() throws -> SourceList {
        guard let (file, text) = nearest(SourceList.path, region: "") else { return SourceList([]) }
        return try SourceList.load(documents.table(text, file: file, columns: SourceList.columns))
    }

    /// Every 来源 must be of marks that the list defines.
    package func checkSources() throws {
        let list = try sources()
        for (place, texts) in files.sorted(by: { $0.key < $1.key }) {
            for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path != SourceList.path {
                let file = place + "/" + path
                if path.hasSuffix(".yaml") {
                    try check(try YamlNode.document(text, file: file), list)
                } else if path.hasSuffix(".csv") {
                    for row in try CsvTable(text, file: file, columns: []).rows {
                        guard let mark = list.unknown(in: row["来源"]).first else { continue }
                        throw StandardsFault(.unknownSource(mark), file: file, line: row.line)
                    }
                }
            }
        }
    }

    private func check(_ node: YamlNode, _ list: SourceList) throws {
        if node.isMapping {
            for (key, value) in try node.pairs() {
                if key == "来源", value.isText {
                    if let mark = list.unknown(in: try value.text()).first { throw value.fault(.unknownSource(mark)) }
                } else {
                    try check(value, list)
                }
            }
        } else if !node.isText {
            for item in try node.list() { try check(item, list) }
        }
    }
}
