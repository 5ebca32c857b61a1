import Fiscal
import Paper
import Testing

@testable import Documents

/// What Word and WPS write beyond plain paragraphs: the expected text by hand.
struct ForeignDocxTests {
    private let names =
        "xmlns:w='urn:w' xmlns:mc='urn:mc' xmlns:wps='urn:wps' xmlns:v='urn:v' xmlns:m='urn:m' xmlns:w14='urn:w14'"

    private func reading(_ body: String, parts: [String: String] = [:]) throws -> DocumentReading {
        var zip = ZipWriter()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        zip.add("word/document.xml", Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8))
        var lines = ""
        for (kind, xml) in parts.sorted(by: { $0.key < $1.key }) {
            lines += "<Relationship Id='\(kind)' Type='\(office)/\(kind)' Target='\(kind).xml'/>"
            zip.add("word/\(kind).xml", Array("<w:root \(names)>\(xml)</w:root>".utf8))
        }
        zip.add("word/_rels/document.xml.rels", Array("<Relationships>\(lines)</Relationships>".utf8))
        return try DocxReader.reading(zip.finished())
    }

    /// One line a block: `h2 …`, text, or the rows of a grid.
    private func lines(_ body: String, parts: [String: String] = [:]) throws -> [String] {
        try reading(body, parts: parts).paper.blocks.map { block in
            switch block {
            case .heading(let level, let words): "h\(level) \(words.text)"
            case .paragraph(let words): words.text
            case .grid(let grid): grid.rows.map { $0.map(\.text).joined(separator: "|") }.joined(separator: "/")
            case .contents: "contents"
            case .chart: "chart"
            }
        }
    }

    private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    private func paragraph(_ inside: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr>\(inside)</w:p>"
    }
    private func square(_ inside: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(inside)</w:tc>"
    }

    @Test func symbolsAreWhatTheyLookLike() throws {
        let symbols = [
            ("Wingdings", "F0FE"), ("Wingdings 2", "F0A3"), ("Symbol", "F0B3"), ("宋体", "2264"), ("X", "F041"),
        ]
        .map { "<w:sym w:font='\($0)' w:char='\($1)'/>" }.joined()
        #expect(try lines(paragraph("<w:r>\(symbols)<w:t>5</w:t></w:r>")) == ["☑□≥≤5"])
    }

    @Test func aDeletedParagraphEndJoinsTwoParagraphs() throws {
        let gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
        let body =
            paragraph(run("支出10"), gone) + paragraph(run(".5万元"), gone) + paragraph(run("。")) + paragraph(run("另起"))
        #expect(try lines(body) == ["支出10.5万元。", "另起"])
        let cell = square(paragraph(run("12"), gone) + paragraph(run("3")) + paragraph(run("万元")))
        #expect(try lines("<w:tbl><w:tr>\(cell)</w:tr></w:tbl>") == ["123\n万元"])
        #expect(try lines(paragraph(run("末"), gone)) == ["末"])
    }

    @Test func movedTextIsReadOnceAndChangesAreCounted() throws {
        let body =
            paragraph("<w:moveFrom>\(run("移"))</w:moveFrom>\(run("甲"))") + paragraph("<w:moveTo>\(run("移"))</w:moveTo>")
            + paragraph("<w:ins>\(run("新"))</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>")
        let reading = try reading(body)
        #expect(try lines(body) == ["甲", "移", "新"])
        #expect(reading.notes == [.trackedChanges(3)])
        #expect(try self.reading(paragraph(run("甲"))).notes == [])
    }

    @Test func cellsKeepNumbersNotesAndTextBoxes() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
            </w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='4'><w:abstractNumId \
            w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>
            """
        func item(_ text: String, _ list: Int) -> String {
            paragraph(run(text), "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='\(list)'/></w:numPr>")
        }
        let inner = "<w:tbl><w:tr>\(square(paragraph(run("框内表"))))</w:tr></w:tbl>"
        let box =
            "<w:r><w:pict><v:textbox><w:txbxContent>\(paragraph(run("框内")))\(inner)</w:txbxContent></v:textbox></w:pict></w:r>"
        let note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
        let rows = [
            square(item("甲", 3)) + square(paragraph(run("5") + note)),
            square(item("乙", 3)) + square(paragraph(run("6") + box)),
            square(item("丙", 4)) + square(paragraph(run("7"))),
        ]
        let table = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        let notes = "<w:footnote w:id='2'>\(paragraph(run("不含基建")))</w:footnote>"
        #expect(
            try lines(table, parts: ["numbering": numbering, "footnotes": notes])
                == ["1.甲|5/2.乙|6\n框内/1.丙|7", "不含基建", "框内表"])
    }

    @Test func headingsSetAsPlainTextGoByTheirNumber() throws {
        let body = [
            "第一部分 概况", "一、收入情况", "（一）基本支出", "1.办公费", "一、本年收入100万元。", "合计",
        ].map { paragraph(run($0)) }.joined()
        #expect(
            try lines(body) == ["h1 第一部分 概况", "h2 一、收入情况", "h3 （一）基本支出", "h4 1.办公费", "一、本年收入100万元。", "合计"])
    }

    @Test func wordArtContentControlsFieldsAndLinksKeepTheirWords() throws {
        let body =
            paragraph("<w:r><w:pict><v:shape><v:textpath string='决算公开'/></v:shape></w:pict></w:r>")
            + "<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>\(paragraph(run("控件内")))</w:sdtContent></w:sdt>"
            + paragraph(
                """
                <w:sdt><w:sdtPr/><w:sdtContent>\(run("行内"))</w:sdtContent></w:sdt><w:hyperlink>\(run("链接"))</w:hyperlink>\
                <w:smartTag><w:r><w:t>标签</w:t></w:r></w:smartTag><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>
                """)
            + paragraph(
                """
                <w:r><w:fldChar w:fldCharType='begin'/><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar \
                w:fldCharType='begin'/><w:instrText>X</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>内</w:t><w:fldChar \
                w:fldCharType='end'/></w:r><w:r><w:fldChar w:fldCharType='separate'/><w:t>9.5</w:t><w:fldChar \
                w:fldCharType='end'/></w:r>
                """)
        #expect(try lines(body) == ["决算公开", "控件内", "行内链接标签x", "9.5"])
    }

    @Test func mergedCellsOfWpsKeepTheirPlaces() throws {
        // A two-row header: 项目 over two rows, 支出 over two columns; then a label over two rows.
        let rows = [
            square(paragraph(run("项目")), "<w:vMerge w:val='restart'/>")
                + square(paragraph(run("支出")), "<w:gridSpan w:val='2'/>"),
            square(paragraph(""), "<w:vMerge/>") + square(paragraph(run("基本"))) + square(paragraph(run("项目"))),
            square(paragraph(run("公共安全")), "<w:vMerge w:val='restart'/>") + square(paragraph(run("1")))
                + square(paragraph("")),
            square(paragraph(""), "<w:vMerge w:val='continue'/>") + square(paragraph(run("2")))
                + square(paragraph(run("3"))),
        ]
        let reading = try reading("<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>")
        guard case .grid(let grid)? = reading.paper.blocks.first else {
            Issue.record("no grid")
            return
        }
        let squares = grid.matrix.map { $0.map { $0?.text ?? "?" } }
        #expect(
            squares == [["项目", "支出", "支出"], ["项目", "基本", "项目"], ["公共安全", "1", ""], ["公共安全", "2", "3"]])
        #expect(grid.rows[3][0].place == .table(1, row: 4, column: 2))
    }
}
