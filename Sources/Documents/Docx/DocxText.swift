/// Reads the text of paragraphs: runs joined, fields by their results, tracked deletions left out.
///
/// A field may begin in one paragraph and end in another, so the state is kept between calls.
struct DocxText {
    /// What a paragraph holds besides its text.
    struct Content {
        var text = ""
        var bookmarks: [String] = []
        /// `footnote3`, `endnote1`.
        var notes: [String] = []
        /// Contents of text boxes anchored here.
        var boxes: [XmlElement] = []

        /// What stands behind a paragraph whose end was deleted is part of it.
        mutating func append(_ other: Content) {
            text += other.text
            bookmarks += other.bookmarks
            notes += other.notes
            boxes += other.boxes
        }
    }

    private struct Field {
        var instruction = ""
        var showsResult = false
    }

    private var fields: [Field] = []
    /// Tracked insertions, deletions and moves met so far.
    private(set) var changes = 0

    /// Within the result of a table of contents.
    var isInContents: Bool {
        fields.contains { $0.showsResult && $0.instruction.drop { $0 == " " }.hasPrefix("TOC") }
    }

    /// The content of a paragraph.
    mutating func read(_ paragraph: XmlElement) -> Content {
        var content = Content()
        walk(paragraph, into: &content)
        return content
    }

    private mutating func walk(_ element: XmlElement, into content: inout Content) {
        for child in element.elements {
            switch child.name {
            case "r": run(child, into: &content)
            case "bookmarkStart": content.bookmarks.append(child["name"] ?? "")
            case "del", "moveFrom": changes += 1
            case "ins", "moveTo":
                changes += child.name == "ins" ? 1 : 0
                walk(child, into: &content)
            case "pPr", "sdtPr", "rt": continue
            case "AlternateContent": Self.chosen(child).map { walk($0, into: &content) }
            default: walk(child, into: &content)
            }
        }
    }

    private mutating func run(_ run: XmlElement, into content: inout Content) {
        if let hidden = run.at("rPr", "vanish"), hidden.value != "0", hidden.value != "false" { return }
        for child in run.elements {
            switch child.name {
            case "fldChar": mark(child["fldCharType"])
            case "instrText":
                if !fields.isEmpty { fields[fields.count - 1].instruction += child.text }
            case "t": add(child.text, to: &content)
            case "tab", "ptab": add("\t", to: &content)
            case "br": if child["type"] != "page" && child["type"] != "column" { add("\n", to: &content) }
            case "cr": add("\n", to: &content)
            case "noBreakHyphen": add("-", to: &content)
            case "sym": add(DocxSymbol.text(font: child["font"] ?? "", code: child["char"] ?? ""), to: &content)
            case "footnoteReference": content.notes.append("footnote" + (child["id"] ?? ""))
            case "endnoteReference": content.notes.append("endnote" + (child["id"] ?? ""))
            case "AlternateContent": Self.chosen(child).map { self.run($0, into: &content) }
            case "drawing", "pict", "object": content.boxes += boxes(in: child)
            case "ruby": child.first("rubyBase").map { walk($0, into: &content) }
            case "rPr", "delText", "delInstrText", "softHyphen": continue
            default: continue
            }
        }
    }

    private mutating func mark(_ kind: String?) {
        switch kind {
        case "begin": fields.append(Field())
        case "separate": if !fields.isEmpty { fields[fields.count - 1].showsResult = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    /// Text between a field's begin and separate is its instruction, and not shown.
    private func add(_ text: String, to content: inout Content) {
        if fields.allSatisfy(\.showsResult) { content.text += text }
    }

    /// The same thing said twice, for new programs and for old ones: the new form counts.
    private static func chosen(_ element: XmlElement) -> XmlElement? {
        element.first("Choice") ?? element.first("Fallback")
    }

    private static func box(_ words: String) -> XmlElement {
        let text = XmlElement(name: "t", attributes: [:], children: [.text(words)])
        let run = XmlElement(name: "r", attributes: [:], children: [.element(text)])
        let paragraph = XmlElement(name: "p", attributes: [:], children: [.element(run)])
        return XmlElement(name: "txbxContent", attributes: [:], children: [.element(paragraph)])
    }

    /// Whether the end of the paragraph was deleted or moved away, so that the next one continues it.
    static func isOpen(_ paragraph: XmlElement) -> Bool {
        guard let mark = paragraph.at("pPr", "rPr") else { return false }
        return mark.first("del") != nil || mark.first("moveFrom") != nil
    }

    private func boxes(in element: XmlElement) -> [XmlElement] {
        if element.name == "txbxContent" { return [element] }
        // WordArt of old programs keeps its words in an attribute.
        if element.name == "textpath", let words = element["string"] { return [Self.box(words)] }
        if element.name == "AlternateContent" {
            return Self.chosen(element).map { boxes(in: $0) } ?? []
        }
        return element.elements.flatMap { boxes(in: $0) }
    }
}
