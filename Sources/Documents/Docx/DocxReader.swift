package import Paper

/// Reads any .docx as a paper: what a reader sees, deletions and hidden text left out, insertions kept.
package enum DocxReader {
    /// The paper behind the bytes; places are paragraphs of the body and cells of its tables.
    package static func paper(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) -> Paper {
        try reading(bytes, limits: limits).paper
    }

    /// The paper, with what a reader of it should know.
    package static func reading(
        _ bytes: [UInt8], limits: ZipLimits = .standard
    ) throws(DocumentFault) -> DocumentReading {
        let package = try OfficePackage(bytes, limits: limits)
        let main = try package.mainPart() ?? "word/document.xml"
        let properties = try DocumentProperties(of: package)
        var body = try DocxBodyReader(package: package, main: main, isOurs: properties.isOurs)
        let paper = Paper(
            title: properties.title, provenance: properties.provenance,
            sections: try body.sections(of: package.required(main), part: main))
        return DocumentReading(paper: paper, notes: body.changes > 0 ? [.trackedChanges(body.changes)] : [])
    }
}

/// Goes through the body and makes blocks of its paragraphs and tables.
struct DocxBodyReader {
    private let isOurs: Bool
    /// Ours, and not saved by another program since.
    private let isUntouched: Bool
    private let styles: DocxStyleMap
    private var numbering: DocxNumbering
    private let notes: [String: XmlElement]
    private var text = DocxText()
    /// A paragraph whose end was deleted: it goes on in the next.
    private var open: DocxText.Content?
    private var sections: [Section] = []
    private var blocks: [Block] = []
    private var paragraphs = 0
    private var tables = 0
    private var tableChanges = 0

    /// How many changes were tracked.
    var changes: Int { text.changes + tableChanges }

    init(package: OfficePackage, main: String, isOurs: Bool) throws(DocumentFault) {
        self.isOurs = isOurs
        var parts: [String: XmlElement] = [:]
        for part in try package.relationships(of: main) {
            guard ["styles", "numbering", "footnotes", "endnotes"].contains(part.kind) else { continue }
            parts[part.kind] = try package.tree(part.target)
        }
        styles = DocxStyleMap(parts["styles"])
        isUntouched = isOurs && styles.isUntouched
        numbering = DocxNumbering(parts["numbering"])
        var notes: [String: XmlElement] = [:]
        for kind in ["footnote", "endnote"] {
            for note in parts[kind + "s"]?.all(kind) ?? [] { notes[kind + (note["id"] ?? "")] = note }
        }
        self.notes = notes
    }

    /// The sections in order. The body is read child by child, so that a long document needs no tree of its own.
    mutating func sections(of bytes: [UInt8], part: String) throws(DocumentFault) -> [Section] {
        let reader = try XmlReader(bytes, part: part)
        var isRoot = true
        while let event = try reader.next() {
            guard case .start(let name) = event else { continue }
            if isRoot, name != "document" { throw .notWordDocument }
            isRoot = false
            if name == "document" || name == "body" { continue }
            read(try reader.element(name))
        }
        flushOpen()
        if !blocks.isEmpty { close(nil) }
        return sections
    }

    private mutating func read(_ element: XmlElement) {
        switch element.name {
        case "p": paragraph(element)
        case "tbl": table(element)
        case "sdt":
            if element.at("sdtPr", "docPartObj", "docPartGallery")?.value == "Table of Contents" {
                addContents()
            } else {
                for child in element.first("sdtContent")?.elements ?? [] { read(child) }
            }
        case "sectPr": close(element)
        case "ins", "moveTo", "customXml", "smartTag": for child in element.elements { read(child) }
        default: break
        }
    }

    // MARK: Paragraphs

    private mutating func paragraph(_ element: XmlElement) {
        paragraphs += 1
        let properties = element.first("pPr")
        let style = styles[properties?.first("pStyle")?.value]
        let wasInContents = text.isInContents
        var content = open ?? DocxText.Content()
        open = nil
        content.append(text.read(element))
        if DocxText.isOpen(element), properties?.first("sectPr") == nil {
            open = content
            return
        }
        let number = numbering.text(for: properties?.first("numPr") ?? style.numbering)
        let isContents = wasInContents || text.isInContents || style.isContents
        if isUntouched, style.own == .divider {
            // Ends a section, or keeps two tables apart: nothing that is seen.
        } else if isContents {
            if content.text.contains(where: { !$0.isBlank }) || wasInContents { addContents() }
        } else if isUntouched || content.text.contains(where: { !$0.isBlank }) {
            let place = Place.paragraph(paragraphs)
            let anchor = content.bookmarks.first { !$0.hasPrefix("_") } ?? ""
            let words = Paragraph(
                number + content.text, style: style.own?.paragraph ?? .body, anchor: anchor, place: place)
            if let level = level(properties, style) ?? manualLevel(words) {
                blocks.append(.heading(level: level, words))
            } else {
                blocks.append(.paragraph(words))
            }
        }
        for note in content.notes { add(note: note) }
        for child in content.boxes.flatMap(\.elements) { read(child) }
        if let section = properties?.first("sectPr") { close(section) }
    }

    /// 1–4; an outline level at the paragraph itself wins over its style's, and 9 means body text.
    private func level(_ properties: XmlElement?, _ style: DocxStyleMap.Entry) -> Int? {
        let own = properties?.first("outlineLvl")?.value.flatMap { Int($0) }
        guard let outline = own ?? style.outline, (0...8).contains(outline) else { return nil }
        return min(outline + 1, 4)
    }

    /// Of a heading that is set as plain text and goes by its number; our own are never set so.
    private func manualLevel(_ paragraph: Paragraph) -> Int? {
        isOurs || paragraph.style != .body ? nil : HeadingMark.level(of: paragraph.text)
    }

    private mutating func add(note key: String) {
        guard let note = notes[key] else { return }
        var reader = DocxText()
        let words = note.elements.filter { $0.name == "p" || $0.name == "tbl" }.flatMap { element in
            // A table in a note is rare, and no form: its text is kept.
            element.name == "p" ? [element] : element.descendants("p")
        }.map { reader.read($0).text }.joined(separator: "\n")
        let trimmed = words.drop { $0.isBlank }
        guard !trimmed.isEmpty else { return }
        let place = Place.paragraph(paragraphs)
        blocks.append(.paragraph(Paragraph(String(trimmed), style: .tableNote, place: place)))
    }

    private mutating func addContents() {
        if blocks.last != .contents() { blocks.append(.contents()) }
    }

    // MARK: Tables and sections

    private mutating func table(_ element: XmlElement) {
        flushOpen()
        tables += 1
        var reader = DocxTableReader(styles: styles, numbering: numbering, isUntouched: isUntouched, number: tables)
        if let grid = reader.grid(element) { blocks.append(.grid(grid)) }
        numbering = reader.numbering
        tableChanges += reader.changes
        for note in reader.notes { add(note: note) }
        for nested in reader.nested { table(nested) }
    }

    /// A paragraph without an end that no other follows.
    private mutating func flushOpen() {
        guard let content = open else { return }
        open = nil
        guard content.text.contains(where: { !$0.isBlank }) else { return }
        blocks.append(.paragraph(Paragraph(content.text, place: .paragraph(paragraphs))))
        for note in content.notes { add(note: note) }
        for child in content.boxes.flatMap(\.elements) { read(child) }
    }

    private mutating func close(_ properties: XmlElement?) {
        flushOpen()
        let size = properties?.first("pgSz")
        let isWide = size.map { $0["orient"] == "landscape" || $0.int("w") > $0.int("h") } ?? false
        var role = Section.Role.body
        if isOurs, properties?.first("titlePg") != nil { role = .cover }
        if isOurs, properties?.first("pgNumType")?["fmt"] == "upperRoman" { role = .contents }
        sections.append(Section(orientation: isWide ? .landscape : .portrait, role: role, blocks: blocks))
        blocks = []
    }
}
