import Paper

/// The paragraph styles of a document, each with what it inherits.
struct DocxStyleMap {
    /// What a style says about its paragraphs.
    struct Entry {
        /// Lower case; built-in styles have the same name in every language.
        var name = ""
        /// From 0; nil where the style and all it is based on name none.
        var outline: Int?
        var alignment: String?
        var numbering: XmlElement?
        /// Set where the id is one of ours, or the name where another program renamed the ids.
        var own: DocxStyle?

        /// A line of a table of contents.
        var isContents: Bool {
            name.hasPrefix("toc ") || name == "toc heading" || name.hasPrefix("目录") || name == "table of figures"
        }
    }

    private var entries: [String: Entry] = [:]
    private var standard = Entry()
    private static let byName = Dictionary(
        DocxStyle.allCases.map { ($0.displayName.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

    /// The style sheet is as we wrote it: then each style says exactly what its paragraph is.
    private(set) var isUntouched = false

    init(_ root: XmlElement?) {
        let styles = (root?.all("style") ?? []).filter { $0["type"] == "paragraph" }
        let known = Dictionary(styles.map { ($0["styleId"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        isUntouched = known[DocxStyle.divider.rawValue] != nil && known[DocxStyle.cellNumber.rawValue] != nil
        for (id, style) in known {
            let entry = Self.entry(style, id: id, in: known)
            entries[id] = entry
            if style["default"] == "1" { standard = entry }
        }
    }

    subscript(id: String?) -> Entry { id.flatMap { entries[$0] } ?? standard }

    private static func entry(_ style: XmlElement, id: String, in known: [String: XmlElement]) -> Entry {
        let name = (style.first("name")?.value ?? "").lowercased()
        var entry = Entry(name: name, own: DocxStyle(rawValue: id) ?? byName[name])
        var current: XmlElement? = style
        // A style may be based on itself in a damaged file.
        for _ in 0..<20 {
            guard let step = current else { break }
            let properties = step.first("pPr")
            entry.outline = entry.outline ?? properties?.first("outlineLvl")?.value.flatMap { Int($0) }
            entry.alignment = entry.alignment ?? properties?.first("jc")?.value
            entry.numbering = entry.numbering ?? properties?.first("numPr")
            current = step.first("basedOn")?.value.flatMap { known[$0] }
        }
        if entry.outline == nil, let level = heading(entry.name) { entry.outline = level - 1 }
        return entry
    }

    private static func heading(_ name: String) -> Int? {
        for prefix in ["heading ", "标题 "] where name.hasPrefix(prefix) {
            return Int(name.dropFirst(prefix.count)).flatMap { (1...9).contains($0) ? $0 : nil }
        }
        return nil
    }
}
