import Paper

/// The styles of a workbook by their number.
struct WorkbookStyles {
    /// A style with what follows from its number format.
    struct Entry {
        var style: WorkbookCellStyle
        var isDate: Bool
    }

    private var entries: [Entry] = []
    private static let plain = Entry(style: WorkbookCellStyle(), isDate: false)

    init(_ root: XmlElement?) {
        guard let root else { return }
        let codes = Dictionary(
            (root.first("numFmts")?.elements ?? []).compactMap { format in
                format["numFmtId"].flatMap { Int($0) }.map { ($0, format["formatCode"] ?? "General") }
            }, uniquingKeysWith: { first, _ in first })
        let bold = (root.first("fonts")?.elements ?? []).map { font in
            font.first("b").map { $0.value != "0" && $0.value != "false" } ?? false
        }
        let bordered = (root.first("borders")?.elements ?? []).map { border in
            border.elements.contains { $0["style"].map { $0 != "none" } ?? false }
        }
        for format in root.first("cellXfs")?.elements ?? [] {
            let id = format.int("numFmtId")
            let code = codes[id] ?? NumberFormat.builtIn(id)
            let alignment = format.first("alignment")
            let style = WorkbookCellStyle(
                numberFormat: code, alignment: Self.alignment(alignment?["horizontal"]),
                indent: min(max(0, alignment?.int("indent") ?? 0), 15), hasBorder: bordered.at(format.int("borderId")),
                isBold: bold.at(format.int("fontId")))
            entries.append(Entry(style: style, isDate: NumberFormat(code).isDate))
        }
    }

    subscript(index: Int) -> Entry { entries.indices.contains(index) ? entries[index] : Self.plain }

    private static func alignment(_ word: String?) -> Cell.Alignment? {
        switch word {
        case "left", "justify": .left
        case "center", "centerContinuous", "distributed": .center
        case "right": .right
        default: nil
        }
    }
}

extension XmlElement {
    /// An attribute as a number; 0 where it is missing or none.
    func int(_ attribute: String) -> Int { attributes[attribute].flatMap { Int($0) } ?? 0 }
}

extension [Bool] {
    fileprivate func at(_ index: Int) -> Bool { indices.contains(index) && self[index] }
}
