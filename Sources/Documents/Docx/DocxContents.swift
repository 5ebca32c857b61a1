import Paper

/// The table of contents: a field whose last result is already filled in.
struct DocxContents {
    /// One line of it.
    struct Entry: Equatable {
        var level: Int
        var text: String
        var bookmark: String
        var page: Int?
    }

    let entries: [Entry]
    /// Headings of these levels are listed.
    static let depth = 2

    init(paper: Paper, pages: [String: Int]) {
        var entries: [Entry] = []
        for block in paper.blocks {
            guard case .heading(let level, let paragraph) = block, level <= Self.depth, let listed = paragraph.listed
            else { continue }
            let page = (paragraph.anchor.isEmpty ? nil : pages[paragraph.anchor]) ?? pages[paragraph.text]
            entries.append(
                Entry(level: level, text: listed, bookmark: Self.bookmark(entries.count), page: page))
        }
        self.entries = entries
    }

    /// Name of the bookmark at the heading that is listed as number `index`.
    static func bookmark(_ index: Int) -> String {
        let digits = String(index + 1)
        return "_Toc" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// `hasTitle`: the section prints 目录 itself.
    func write(hasTitle: Bool, _ xml: inout XmlWriter) {
        xml.element("w:sdt") { xml in
            xml.element("w:sdtPr") { xml in
                xml.element("w:docPartObj") { xml in
                    xml.empty("w:docPartGallery", ["w:val": "Table of Contents"])
                    xml.empty("w:docPartUnique")
                }
            }
            xml.element("w:sdtContent") { xml in
                if !hasTitle {
                    xml.element("w:p") { xml in
                        style(.contentsTitle, &xml)
                        DocxRun.write("目\u{3000}录", &xml)
                    }
                }
                for (index, entry) in entries.enumerated() { write(entry, isFirst: index == 0, &xml) }
                xml.element("w:p") { xml in
                    style(entries.isEmpty ? .contents1 : .divider, &xml)
                    if entries.isEmpty { begin(&xml) }
                    DocxRun.character("end", &xml)
                }
            }
        }
    }

    private func write(_ entry: Entry, isFirst: Bool, _ xml: inout XmlWriter) {
        xml.element("w:p") { xml in
            style(.contents(entry.level), &xml)
            if isFirst { begin(&xml) }
            xml.element("w:hyperlink", ["w:anchor": entry.bookmark, "w:history": "1"]) { xml in
                DocxRun.write(entry.text, &xml)
                DocxRun.write("\t", &xml)
                let page = entry.page.map { String($0) } ?? ""
                DocxRun.field("PAGEREF \(entry.bookmark) \\h", result: page, &xml)
            }
        }
    }

    private func begin(_ xml: inout XmlWriter) {
        DocxRun.character("begin", isDirty: entries.contains { $0.page == nil }, &xml)
        xml.element("w:r") {
            $0.element("w:instrText", ["xml:space": "preserve"], text: " TOC \\o \"1-\(Self.depth)\" \\h \\z \\u ")
        }
        DocxRun.character("separate", &xml)
    }

    private func style(_ style: DocxStyle, _ xml: inout XmlWriter) {
        xml.element("w:pPr") { $0.empty("w:pStyle", ["w:val": style.rawValue]) }
    }
}
