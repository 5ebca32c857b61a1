import Testing

@testable import Documents

struct XmlTests {
    private func fault(_ text: String) -> DocumentFault? {
        do throws(DocumentFault) {
            _ = try XmlElement.document(Array(text.utf8), part: "p.xml")
            return nil
        } catch { return error }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var writer = XmlWriter()
        writer.element("w:a", ["xmlns:w": "urn:w", "w:k": "<\"&'\t\n>"]) {
            $0.text("a<b & \"c\" ]]> 决算\u{20000}\u{1}")
            $0.empty("w:b")
        }
        let root = try XmlElement.document(writer.bytes, part: "p.xml")
        #expect(root.name == "a")
        #expect(root["k"] == "<\"&'\t\n>")
        #expect(root.text == "a<b & \"c\" ]]> 决算\u{20000}\u{FFFD}")
        #expect(root.elements.map(\.name) == ["b"])
    }

    @Test func eventsComeInOrder() throws {
        let reader = try XmlReader(Array("<a><b k='1'/>x<![CDATA[<y>]]></a>".utf8), part: "p.xml")
        var events: [XmlReader.Event] = []
        while let event = try reader.next() {
            events.append(event)
            if event == .start("b") { #expect(reader.attribute("k") == "1") }
        }
        #expect(events.prefix(3) == [.start("a"), .start("b"), .end("b")])
        #expect(events.last == .end("a"))
        let text = events.compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(text.joined() == "x<y>")
    }

    @Test func doctypeAndEntitiesAreRefused() {
        let laughs =
            #"<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>"#
        #expect(fault(laughs + "<a>&d;</a>") == .xmlDoctype(part: "p.xml"))
        #expect(fault("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == .xmlDoctype(part: "p.xml"))
        #expect(fault("<a>\n&undefined;</a>") == .xmlMalformed(part: "p.xml", line: 2))
    }

    @Test func malformedPartsNameTheirLine() {
        #expect(fault("<a>\n\n<b></a>") == .xmlMalformed(part: "p.xml", line: 3))
        #expect(fault("") == .xmlMalformed(part: "p.xml", line: 1))
        #expect(fault("no xml") == .xmlMalformed(part: "p.xml", line: 1))
        #expect(fault("<a/><b/>") == .xmlMalformed(part: "p.xml", line: 1))
    }

    @Test func depthIsLimited() {
        let deep = String(repeating: "<a>", count: 5_000) + String(repeating: "</a>", count: 5_000)
        #expect(fault(deep) == .xmlTooDeep(part: "p.xml", limit: 200))
    }
}
