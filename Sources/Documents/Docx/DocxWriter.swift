package import Paper

/// Writes a paper as WordprocessingML that Word, WPS and LibreOffice open as an official document.
package enum DocxWriter {
    /// The bytes of a .docx; equal papers give equal bytes. Charts are left out: the tables print their figures.
    ///
    /// `contentsPages` gives the page number behind each line of the table of contents, by a heading's anchor or text,
    /// counted as the footers count. Where one is missing the program that opens the file is asked to fill it in.
    package static func write(_ paper: Paper, contentsPages: [String: Int] = [:]) -> [UInt8] {
        let properties = DocumentProperties(title: paper.title, provenance: paper.provenance)
        let footer = "wordprocessingml.footer+xml"
        let parts: [(id: String, part: OfficeParts.Part)] = [
            (
                "rId1",
                .init(
                    name: "styles.xml", contentType: "wordprocessingml.styles+xml", kind: "styles",
                    bytes: DocxStyleSheet.part())
            ),
            (
                "rId2",
                .init(
                    name: "settings.xml", contentType: "wordprocessingml.settings+xml", kind: "settings",
                    bytes: settings())
            ),
            (
                DocxBody.numberedFooter,
                .init(name: "footer1.xml", contentType: footer, kind: "footer", bytes: pageFooter())
            ),
            (
                DocxBody.emptyFooter,
                .init(name: "footer2.xml", contentType: footer, kind: "footer", bytes: emptyFooter())
            ),
        ]
        var body = DocxBody(paper: paper, contents: DocxContents(paper: paper, pages: contentsPages))
        return OfficeParts.document(main: body.part(), parts: parts, properties: properties)
    }

    private static func settings() -> [UInt8] {
        var xml = XmlWriter()
        xml.element("w:settings", ["xmlns:w": DocxNames.main]) { xml in
            xml.empty("w:zoom", ["w:percent": "100"])
            xml.empty("w:bordersDoNotSurroundHeader")
            xml.empty("w:bordersDoNotSurroundFooter")
            xml.empty("w:defaultTabStop", ["w:val": "420"])
            xml.empty("w:drawingGridVerticalSpacing", ["w:val": "289"])
            xml.empty("w:characterSpacingControl", ["w:val": "compressPunctuation"])
            xml.element("w:compat") { xml in
                xml.empty("w:useFELayout")
                xml.empty(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                        "w:val": "15",
                    ])
            }
            xml.empty("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
        }
        return xml.bytes
    }

    /// — 1 — as GB/T 9704 sets page numbers.
    private static func pageFooter() -> [UInt8] {
        var xml = XmlWriter()
        xml.element("w:ftr", ["xmlns:w": DocxNames.main]) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { $0.empty("w:pStyle", ["w:val": DocxStyle.footer.rawValue]) }
                DocxRun.write("— ", &xml)
                DocxRun.field("PAGE", result: "1", &xml)
                DocxRun.write(" —", &xml)
            }
        }
        return xml.bytes
    }

    private static func emptyFooter() -> [UInt8] {
        var xml = XmlWriter()
        xml.element("w:ftr", ["xmlns:w": DocxNames.main]) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { $0.empty("w:pStyle", ["w:val": DocxStyle.footer.rawValue]) }
            }
        }
        return xml.bytes
    }
}

/// Runs of text and fields.
enum DocxRun {
    /// One run; tabs and line ends become their elements. `size` in half points, where it differs from the style.
    static func write(_ text: String, size: Int? = nil, _ xml: inout XmlWriter) {
        guard !text.isEmpty else { return }
        xml.element("w:r") { xml in
            if let size {
                xml.element("w:rPr") { xml in
                    xml.empty("w:sz", ["w:val": String(size)])
                    xml.empty("w:szCs", ["w:val": String(size)])
                }
            }
            guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) else {
                xml.element("w:t", ["xml:space": "preserve"], text: text)
                return
            }
            var piece = ""
            for scalar in text.unicodeScalars {
                guard scalar == "\t" || scalar == "\n" else {
                    piece.unicodeScalars.append(scalar)
                    continue
                }
                self.piece(&piece, &xml)
                xml.empty(scalar == "\t" ? "w:tab" : "w:br")
            }
            self.piece(&piece, &xml)
        }
    }

    private static func piece(_ text: inout String, _ xml: inout XmlWriter) {
        guard !text.isEmpty else { return }
        xml.element("w:t", ["xml:space": "preserve"], text: text)
        text = ""
    }

    /// A whole field with the result that it had last.
    static func field(_ instruction: String, result: String, _ xml: inout XmlWriter) {
        character("begin", &xml)
        xml.element("w:r") { $0.element("w:instrText", ["xml:space": "preserve"], text: " \(instruction) ") }
        character("separate", &xml)
        write(result, &xml)
        character("end", &xml)
    }

    /// One of a field's marks; `isDirty` asks the program to compute the field when it opens the file.
    static func character(_ kind: String, isDirty: Bool = false, _ xml: inout XmlWriter) {
        xml.element("w:r") { xml in
            if isDirty {
                xml.empty("w:fldChar", ["w:fldCharType": kind, "w:dirty": "true"])
            } else {
                xml.empty("w:fldChar", ["w:fldCharType": kind])
            }
        }
    }
}
