import Paper

/// Title and custom properties of an Office file: where a document keeps what it was made from.
struct DocumentProperties: Equatable {
    var title = ""
    var custom: [String: String] = [:]

    private static let department = "mingzhang.department"
    private static let year = "mingzhang.year"
    private static let standards = "mingzhang.standards"
    private static let book = "mingzhang.book"

    init(title: String, provenance: Provenance) {
        self.title = title
        custom = [
            Self.department: provenance.department, Self.year: provenance.year.map { String($0) } ?? "",
            Self.standards: provenance.standards, Self.book: provenance.book,
        ]
    }

    init(title: String, custom: [String: String]) {
        self.title = title
        self.custom = custom
    }

    init(of package: OfficePackage) throws(DocumentFault) {
        for part in try package.relationships(of: "") {
            switch part.kind {
            case "core-properties": title = try package.tree(part.target)?.first("title")?.text ?? ""
            case "custom-properties":
                for property in try package.tree(part.target)?.all("property") ?? [] {
                    custom[property["name"] ?? ""] = property.text
                }
            default: continue
            }
        }
    }

    /// Whether the file is one of ours, whose styles say exactly what each piece is.
    var isOurs: Bool { custom[Self.department] != nil }

    var provenance: Provenance {
        Provenance(
            department: custom[Self.department] ?? "", year: custom[Self.year].flatMap { Int($0) },
            standards: custom[Self.standards] ?? "", book: custom[Self.book] ?? "")
    }

    /// The provenance in one line, for the keywords that every program shows.
    var keywords: String {
        [Self.department, Self.year, Self.standards, Self.book].compactMap { custom[$0] }.filter { !$0.isEmpty }
            .joined(separator: "; ")
    }

    /// In an order that is always the same.
    var sortedCustom: [(name: String, value: String)] {
        custom.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }
}
