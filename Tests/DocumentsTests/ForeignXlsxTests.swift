import Fiscal
import Paper
import Testing

@testable import Documents

/// Workbooks as other programs write them, from their markup on; the expected grids by hand.
struct ForeignXlsxTests {
    private func workbook(
        _ sheets: [(name: String, state: String, xml: String)], strings: String = "", styles: String = ""
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        var (list, lines) = ("", "")
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name='\(sheet.name)' state='\(sheet.state)' r:id='s\(index)'/>"
            lines += "<Relationship Id='s\(index)' Type='\(office)/worksheet' Target='sheet\(index).xml'/>"
            zip.add("xl/sheet\(index).xml", Array("<worksheet>\(sheet.xml)</worksheet>".utf8))
        }
        for (kind, xml) in [
            ("sharedStrings", "<sst>\(strings)</sst>"), ("styles", "<styleSheet>\(styles)</styleSheet>"),
        ] {
            lines += "<Relationship Id='\(kind)' Type='\(office)/\(kind)' Target='\(kind).xml'/>"
            zip.add("xl/\(kind).xml", Array(xml.utf8))
        }
        zip.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(lines)</Relationships>".utf8))
        zip.add("xl/workbook.xml", Array("<workbook xmlns:r='urn:r'><sheets>\(list)</sheets></workbook>".utf8))
        return zip.finished()
    }

    private func grids(_ bytes: [UInt8]) throws -> [Grid] {
        try XlsxReader.paper(bytes).blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    }

    /// Codes in three columns under a header of two rows, as the ministry's reporting software exports them.
    @Test func codesInThreeColumns() throws {
        let strings =
            ["项目", "类", "款", "项", "科目名称", "本年支出", "204", "06", "01", "行政运行", "公共安全支出"]
            .map { "<si><t>\($0)</t></si>" }.joined()
            + "<si><r><t>合</t></r><r><t>计</t></r><rPh sb='0' eb='1'><t>hj</t></rPh></si>"
        let styles = """
            <numFmts><numFmt numFmtId='176' formatCode='#,##0.00_ ;\\-#,##0.00;;'/></numFmts><borders><border/><border><left \
            style='thin'/></border></borders><cellXfs><xf numFmtId='0' borderId='1'/><xf numFmtId='176' borderId='1'/></cellXfs>
            """
        func s(_ cell: String, _ index: Int) -> String { "<c r='\(cell)' s='0' t='s'><v>\(index)</v></c>" }
        func n(_ cell: String, _ value: String) -> String { "<c r='\(cell)' s='1'><v>\(value)</v></c>" }
        func blank(_ cell: String) -> String { "<c r='\(cell)' s='0'/>" }
        let xml = """
            <sheetData><row r='1'>\(s("A1", 0))\(blank("B1"))\(blank("C1"))\(blank("D1"))\(s("E1", 5))</row>\
            <row r='2'>\(s("A2", 1))\(s("B2", 2))\(s("C2", 3))\(s("D2", 4))\(blank("E2"))</row>\
            <row r='3'>\(s("A3", 11))\(blank("B3"))\(blank("C3"))\(blank("D3"))\(n("E3", "1234.565"))</row>\
            <row r='4'>\(s("A4", 6))\(blank("B4"))\(blank("C4"))\(s("D4", 10))\(n("E4", "0"))</row>\
            <row r='5'>\(s("A5", 6))\(s("B5", 7))\(s("C5", 8))\(s("D5", 9))\(n("E5", "9.1015999999999995E3"))</row></sheetData>\
            <mergeCells><mergeCell ref='A1:D1'/><mergeCell ref='E1:E2'/><mergeCell ref='A3:D3'/></mergeCells>
            """
        let grid = try #require(try grids(workbook([("Z04", "visible", xml)], strings: strings, styles: styles)).first)
        #expect(
            grid.matrix.map { $0.map { $0?.text ?? "?" } } == [
                ["项目", "项目", "项目", "项目", "本年支出"], ["类", "款", "项", "科目名称", "本年支出"],
                ["合计", "合计", "合计", "合计", "1,234.57"],
                // A zero that the format hides is blank in print.
                ["204", "", "", "公共安全支出", ""], ["204", "06", "01", "行政运行", "9,101.60"],
            ])
        #expect(grid.rows[4][4].place == .sheet("Z04", cell: "E5"))
    }

    @Test func hiddenPartsAndUncomputedFormulasAreNoted() throws {
        let xml = """
            <cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>甲</t></is></c>\
            <c r='B1'><v>1</v></c><c r='C1'><f>A1+1</f></c></row><row r='2' hidden='1'><c r='A2'><v>2</v></c><c r='B2'><f>X</f>\
            <v>3.5</v></c><c r='C2' t='e'><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>
            """
        let bytes = workbook([
            ("表", "visible", xml), ("底稿", "hidden", xml), ("密", "veryHidden", xml), ("空", "hidden", ""),
        ])
        let reading = try XlsxReader.reading(bytes)
        #expect(
            reading.notes == [
                .hiddenRows(sheet: "表", count: 1), .hiddenColumns(sheet: "表", count: 1),
                .uncomputed(sheet: "表", cell: "C1", count: 1),
                .errorValue(sheet: "表", cell: "C2", text: "#DIV/0!", count: 1),
                .hiddenSheet("底稿"), .hiddenSheet("密"),
            ])
        #expect(
            try grids(bytes).map { $0.rows.map { $0.map(\.text) } } == [[["甲", "1", ""], ["2", "3.5", "#DIV/0!"]]])
    }

    @Test func bordersOfAWholeSheetMakeNoTable() throws {
        let styles =
            "<borders><border/><border><left style='thin'/></border></borders><cellXfs><xf borderId='1'/></cellXfs>"
        let blanks = (3...5_000).map { "<row r='\($0)'><c r='A\($0)' s='0'/><c r='XFA\($0)' s='0'/></row>" }.joined()
        let xml = """
            <sheetData><row r='1'><c r='A1' s='0'><v>1</v></c><c r='B1' s='0'><v>2</v></c></row><row r='2'><c r='A2' s='0'>\
            <v>3</v></c><c r='B2' s='0'/></row>\(blanks)</sheetData>
            """
        let grid = try #require(try grids(workbook([("表", "visible", xml)], styles: styles)).first)
        #expect(grid.rows.map { $0.map(\.text) } == [["1", "2"], ["3", ""]])
    }

    @Test func entitiesAndBombsAreRefused() {
        let laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
        var zip = ZipWriter()
        zip.add("xl/workbook.xml", Array("\(laughs)<workbook>&b;</workbook>".utf8))
        #expect(throws: DocumentFault.xmlDoctype(part: "xl/workbook.xml")) { try XlsxReader.paper(zip.finished()) }
        var bomb = ZipWriter()
        bomb.add("xl/workbook.xml", [UInt8](repeating: 0x20, count: 4 << 20))
        #expect(throws: DocumentFault.self) { try XlsxReader.paper(bomb.finished()) }
    }
}
