import Testing

@testable import Documents

struct WorkbookReaderTests {
    /// A workbook of hand-made XML: sheets by name, shared strings, styles.
    private func workbook(
        _ sheets: [(name: String, xml: String)], strings: String = "", styles: String = "", workbookPr: String = ""
    ) -> [UInt8] {
        var zip = ZipWriter()
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relationships(_ lines: [String]) -> [UInt8] {
            Array("<Relationships>\(lines.joined())</Relationships>".utf8)
        }
        zip.add(
            "_rels/.rels",
            relationships(["<Relationship Id='a' Type='\(office)/officeDocument' Target='/xl/workbook.xml'/>"]))
        var list = ""
        var lines = [
            "<Relationship Id='s' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/>",
            "<Relationship Id='t' Type='\(office)/styles' Target='styles.xml'/>",
        ]
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name='\(sheet.name)' sheetId='\(index + 1)' r:id='r\(index)'/>"
            lines.append(
                "<Relationship Id='r\(index)' Type='\(office)/worksheet' Target='worksheets/sheet\(index).xml'/>")
            let xml = "<worksheet xmlns='\(main)'>\(sheet.xml)</worksheet>"
            zip.add("xl/worksheets/sheet\(index).xml", Array(xml.utf8))
        }
        let root = "<workbook xmlns='\(main)' xmlns:r='\(office)'>\(workbookPr)<sheets>\(list)</sheets></workbook>"
        zip.add("xl/workbook.xml", Array(root.utf8))
        zip.add("xl/_rels/workbook.xml.rels", relationships(lines))
        zip.add("xl/sharedStrings.xml", Array("<sst>\(strings)</sst>".utf8))
        zip.add("xl/styles.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8))
        return zip.finished()
    }

    private func values(_ xml: String, styles: String = "", pr: String = "") throws -> [WorkbookValue] {
        let book = try WorkbookReader.read(
            workbook([("表", "<sheetData>\(xml)</sheetData>")], styles: styles, workbookPr: pr))
        return book.sheets.flatMap(\.rows).flatMap(\.cells).map(\.value)
    }

    @Test(arguments: [
        ("9101.59", "9101.59"), ("0.30000000000000004", "0.3"), ("0.28999999999999998", "0.29"),
        ("1.2E-3", "0.0012"), ("1e+5", "100000"), ("-6.9881700000000002E3", "-6988.17"), ("0", "0"), ("-0", "0"),
        ("100.50", "100.5"), ("123456789012345678", "123456789012346000"), ("999999999999999.9", "1000000000000000"),
        ("0.000000000001", "0.000000000001"), (".5", "0.5"), ("5.", "5"),
    ])
    func numbersBecomePlainDecimals(raw: String, plain: String) {
        #expect(DecimalText.plain(raw) == (plain == "0" ? "0" : plain))
    }

    @Test func whatIsNoNumberIsNone() {
        for text in ["", "abc", "1.2.3", "1e", "--1", "1e999", "NaN", "."] { #expect(DecimalText.plain(text) == nil) }
    }

    @Test func everyKindOfCellIsRead() throws {
        let xml = """
            <row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c><c t='inlineStr'><is><r><t>行</t></r>\
            <r><t>内</t></r></is></c><c r='F2'><v>12.5</v></c><c r='G2' t='b'><v>1</v></c><c r='H2' t='e'><v>#REF!</v></c>\
            <c r='I2' t='str'><f>A1&amp;"x"</f><v>结果</v></c><c r='J2'><f>1+1</f></c><c r='K2'/></row>
            """
        let strings = """
            <si><t xml:space='preserve'> 一般公共预算 </t></si>
            <si><r><t>多</t></r><r><rPr><b/></rPr><t>段_x000D_
            尾</t></r><rPh sb='0' eb='1'><t>ふりがな</t></rPh><phoneticPr fontId='1'/></si>
            """
        let book = try WorkbookReader.read(workbook([("表", "<sheetData>\(xml)</sheetData>")], strings: strings))
        let row = try #require(book.sheets.first?.rows.first)
        #expect(row.number == 2)
        #expect(row.cells.map(\.column) == [2, 3, 4, 6, 7, 8, 9, 10])
        #expect(
            row.cells.map(\.value) == [
                .text(" 一般公共预算 "), .text("多段\n尾"), .text("行内"), .number("12.5"), .boolean(true), .error("#REF!"),
                .text("结果"), .blank,
            ])
        #expect(row.cells.map(\.hasFormula) == [false, false, false, false, false, false, true, true])
        #expect(book.sheets.first?[2, 9]?.text == "结果")
        #expect(book.sheets.first?[2, 5] == nil)
    }

    @Test func datesAreKnownByTheirFormat() throws {
        let styles = """
            <numFmts><numFmt numFmtId='164' formatCode='yyyy"年"m"月"d"日"'/>\
            <numFmt numFmtId='165' formatCode='"day "0.00'/></numFmts>\
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='31'/>\
            </cellXfs>
            """
        let xml = """
            <row><c s='1'><v>44260</v></c><c s='2'><v>44260.354166666664</v></c><c s='3'><v>44260</v></c>\
            <c s='4'><v>1</v></c><c s='1'><v>0.5</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c><c s='1'><v>-1</v></c></row>
            """
        let expected: [WorkbookValue] = [
            .date("2021-03-05"), .date("2021-03-05 08:30:00"), .number("44260"), .date("1900-01-01"),
            .date("12:00:00"), .date("1900-02-29"), .date("1900-03-01"), .number("-1"),
        ]
        #expect(try values(xml, styles: styles) == expected)
        #expect(
            try values("<row><c s='1'><v>42798</v></c></row>", styles: styles, pr: "<workbookPr date1904='1'/>")
                == [.date("2021-03-05")])
    }

    @Test func badWorkbooksAreToldApart() {
        func fault(_ bytes: [UInt8]) -> DocumentFault? {
            do throws(DocumentFault) {
                _ = try WorkbookReader.read(bytes)
                return nil
            } catch { return error }
        }
        #expect(fault(workbook([("公开01", ""), ("公开02", ""), ("公开01", "")])) == .duplicateSheet("公开01"))
        let outside = "<sheetData><row><c r='A9999999'/></row></sheetData>"
        #expect(fault(workbook([("a", outside)])) == .badCellAddress(sheet: "a", address: "A9999999"))
        #expect(
            fault(workbook([("a", "<mergeCells><mergeCell ref='A1:?'/></mergeCells>")]))
                == .badCellAddress(sheet: "a", address: "A1:?"))
        #expect(
            fault(workbook([("a", "<sheetData>")])) == .xmlMalformed(part: "xl/worksheets/sheet0.xml", line: 1))
        var zip = ZipWriter()
        zip.add("hello.txt", [1])
        #expect(fault(zip.finished()) == .partMissing("xl/workbook.xml"))
        zip.add("xl/workbook.xml", Array("<!DOCTYPE workbook [<!ENTITY a 'b'>]><workbook>&a;</workbook>".utf8))
        #expect(fault(zip.finished()) == .xmlDoctype(part: "xl/workbook.xml"))
    }

    @Test func addressesAndRanges() {
        #expect(CellAddress("C12") == CellAddress(row: 12, column: 3))
        #expect(CellAddress("$AA$3")?.text == "AA3")
        #expect(CellAddress("XFD1048576")?.column == 16_384)
        for text in ["XFE1", "A0", "12", "A", "", "A1B", "ＡＡ1"] { #expect(CellAddress(text) == nil) }
        #expect(CellRange("D5:B2")?.text == "B2:D5")
        #expect(CellRange("B2")?.rowCount == 1)
    }
}
