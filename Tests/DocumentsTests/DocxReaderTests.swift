import Fiscal
import Paper
import Testing

@testable import Documents

/// Documents of others: hand-made markup of what Word and WPS write.
struct DocxReaderTests {
    private func document(_ body: String, parts: [String: String] = [:], prolog: String = "") -> [UInt8] {
        var zip = ZipWriter()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let root = "<Relationship Id='a' Type='\(office)/officeDocument' Target='word/document.xml'/>"
        zip.add("_rels/.rels", Array("<Relationships>\(root)</Relationships>".utf8))
        let names = "xmlns:w='urn:w' xmlns:mc='urn:mc' xmlns:wps='urn:wps' xmlns:v='urn:v'"
        zip.add(
            "word/document.xml", Array("\(prolog)<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8))
        var lines = ""
        for (kind, xml) in parts.sorted(by: { $0.key < $1.key }) {
            lines += "<Relationship Id='\(kind)' Type='\(office)/\(kind)' Target='\(kind).xml'/>"
            zip.add("word/\(kind).xml", Array("<w:root \(names)>\(xml)</w:root>".utf8))
        }
        zip.add("word/_rels/document.xml.rels", Array("<Relationships>\(lines)</Relationships>".utf8))
        return zip.finished()
    }

    private func blocks(_ body: String, parts: [String: String] = [:]) throws -> [Block] {
        try DocxReader.paper(document(body, parts: parts)).withoutPlaces.blocks
    }

    private func body(_ text: String) -> Block { .paragraph(Paragraph(text)) }

    @Test func insertionsAreKeptAndDeletionsDropped() throws {
        let xml = """
            <w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r></w:p>
            """
        #expect(try blocks(xml) == [body("支出新 ")])
    }

    @Test func fieldsGiveTheirResults() throws {
        let xml = """
            <w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText>\
            </w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3</w:t></w:r><w:r>\
            <w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='X'><w:r><w:t>页</w:t></w:r></w:fldSimple>\
            <w:hyperlink><w:r><w:t>链</w:t><w:tab/><w:t>接</w:t><w:br/><w:noBreakHyphen/></w:r></w:hyperlink></w:p>
            """
        #expect(try blocks(xml) == [body("第3页链\t接\n-")])
    }

    @Test func aTableOfContentsIsOneBlock() throws {
        let xml = """
            <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r>\
            <w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>第一部分 1</w:t></w:r></w:p><w:p><w:r><w:t>第二部分 2</w:t></w:r></w:p>\
            <w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>
            """
        #expect(try blocks(xml) == [.contents(), body("正文")])
    }

    @Test func headingsComeFromStylesAndOutlines() throws {
        let styles = """
            <w:style w:type='paragraph' w:styleId='a' w:default='1'><w:name w:val='Normal'/></w:style>\
            <w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>\
            <w:style w:type='paragraph' w:styleId='b'><w:basedOn w:val='c'/><w:name w:val='我的标题'/></w:style>\
            <w:style w:type='paragraph' w:styleId='c'><w:basedOn w:val='b'/><w:name w:val='x'/><w:pPr><w:outlineLvl w:val='2'/>\
            </w:pPr></w:style>
            """
        func paragraph(_ properties: String, _ text: String) -> String {
            "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
        }
        let xml = [
            paragraph("<w:pStyle w:val='1'/>", "一"), paragraph("<w:pStyle w:val='b'/>", "二"),
            paragraph("<w:outlineLvl w:val='1'/>", "三"),
            paragraph("<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>", "四"),
        ].joined()
        #expect(
            try blocks(xml, parts: ["styles": styles]) == [
                .heading(level: 1, Paragraph("一")), .heading(level: 3, Paragraph("二")),
                .heading(level: 2, Paragraph("三")),
                body("四"),
            ])
    }

    @Test func automaticNumbersArePartOfTheText() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>\
            <w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>\
            <w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>
            """
        func item(_ level: Int, _ text: String) -> String {
            """
            <w:p><w:pPr><w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t>\
            </w:r></w:p>
            """
        }
        let xml = item(0, "甲") + item(1, "乙") + item(1, "丙") + (0..<10).map { item(0, "\($0)") }.joined() + item(1, "丁")
        let texts = try blocks(xml, parts: ["numbering": numbering]).map { block in
            switch block {
            case .paragraph(let paragraph), .heading(_, let paragraph): paragraph.text
            default: ""
            }
        }
        #expect(texts.prefix(4) == ["一、甲", "一.1乙", "一.2丙", "二、0"])
        #expect(texts.suffix(2) == ["十一、9", "十一.1丁"])
    }

    @Test func textBoxesAndFootnotesFollowTheirParagraph() throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
        let xml = """
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
            <w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>
            """
        let notes = "<w:footnote w:id='2'><w:p><w:r><w:t xml:space='preserve'> 脚注</w:t></w:r></w:p></w:footnote>"
        #expect(
            try blocks(xml, parts: ["footnotes": notes]) == [
                body("正文"), .paragraph(Paragraph("脚注", style: .tableNote)), body("框内"),
            ])
    }

    @Test func tablesKeepTheirSpansAndNestedOnesFollow() throws {
        func square(_ properties: String, _ text: String, _ more: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p>\(more)</w:tc>"
        }
        let inner = "<w:tbl><w:tr>\(square("", "内"))</w:tr></w:tbl><w:p/>"
        let xml = """
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(square("<w:vMerge w:val='restart'/>", "科目"))\
            \(square("<w:gridSpan w:val='2'/>", "金额"))</w:tr>\
            <w:tr><w:trPr><w:tblHeader/></w:trPr>\(square("<w:vMerge/>", ""))\(square("", "本年"))\(square("", "上年"))</w:tr>\
            <w:tr><w:trPr><w:del/></w:trPr>\(square("", "删"))</w:tr>\
            <w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>\(square("", "1,234.50"))\(square("", "", inner))</w:tr></w:tbl>
            """
        let read = try blocks(xml)
        #expect(read.count == 2)
        guard case .grid(let grid) = read.first, case .grid(let nested) = read.last else { return }
        #expect(grid.columnCount == 3)
        #expect(grid.headerRowCount == 2)
        #expect(grid.rows.map { $0.map(\.text) } == [["科目", "金额"], ["本年", "上年"], ["1,234.50", ""]])
        #expect(grid.rows[0][0].rowSpan == 2)
        #expect(grid.rows[0][1].columnSpan == 2)
        #expect(grid.rows[2][0].column == 1)
        #expect(grid.rows[2][0].number?.mantissa == 123_450)
        #expect(nested.rows == [[Cell("内", column: 0)]])
    }

    @Test func sectionsKnowTheirOrientation() throws {
        let xml = """
            <w:p><w:pPr><w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:pPr><w:r><w:t>竖</w:t></w:r></w:p>\
            <w:p><w:r><w:t>横</w:t></w:r></w:p><w:sectPr><w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/></w:sectPr>
            """
        let sections = try DocxReader.paper(document(xml)).sections
        #expect(sections.map(\.orientation) == [.portrait, .landscape])
        #expect(sections.map(\.blocks.count) == [1, 1])
    }

    @Test func badDocumentsAreToldApart() {
        func fault(_ bytes: [UInt8]) -> DocumentFault? {
            do throws(DocumentFault) {
                _ = try DocxReader.paper(bytes)
                return nil
            } catch { return error }
        }
        let part = "word/document.xml"
        #expect(fault(document("", prolog: "<!DOCTYPE a [<!ENTITY b 'c'>]>")) == .xmlDoctype(part: part))
        #expect(fault(document("<w:p>")) == .xmlMalformed(part: part, line: 1))
        let deep =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 90) + String(repeating: "</w:tc></w:tr></w:tbl>", count: 90)
        #expect(fault(document(deep)) == .xmlTooDeep(part: part, limit: 200))
        var zip = ZipWriter()
        zip.add("word/document.xml", Array("<html/>".utf8))
        #expect(fault(zip.finished()) == .notWordDocument)
    }
}
