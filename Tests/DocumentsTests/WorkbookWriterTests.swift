import Paper
import Testing

@testable import Documents

struct WorkbookWriterTests {
    private var template: WorkbookDescription {
        var guide = SheetDescription(name: "填写说明")
        guide.columns = [ColumnDescription(1...1, width: 80)]
        guide.cells = [
            CellDescription(CellAddress(row: 1, column: 1), .text("先填“单位”表"), look: CellLook().with { $0.wraps = true })
        ]
        guide.cells.append(CellDescription(CellAddress(row: 2, column: 1), .link("去填写", sheet: "支出")))
        var lines = SheetDescription(name: "支出")
        let head = CellLook().with {
            $0.isBold = true
            $0.fill = 0xDDEBF7
            $0.hasBorder = true
            $0.alignment = .center
        }
        lines.columns = [
            ColumnDescription(1...1, width: 12, look: CellLook().with { $0.numberFormat = "@" }),
            ColumnDescription(2...3, width: 18, look: CellLook().with { $0.numberFormat = "#,##0.00" }),
        ]
        for (index, text) in ["科目编码", "金额", "性质"].enumerated() {
            lines.cells.append(CellDescription(CellAddress(row: 1, column: index + 1), .text(text), look: head))
        }
        lines.cells.append(
            CellDescription(
                CellAddress(row: 2, column: 2), .number("9101.59"),
                look: CellLook().with { $0.numberFormat = "#,##0.00" }))
        lines.cells.append(CellDescription(CellAddress(row: 3, column: 2), .number("1234567890123456.78")))
        lines.cells.append(CellDescription(CellAddress(row: 4, column: 2), .formula("=SUM(B2:B2)")))
        lines.freeze = CellAddress(row: 2, column: 1)
        lines.notes = [CellNote(CellAddress(row: 1, column: 1), "七位功能科目\n见“代码”表")]
        if let codes = CellRange("A2:A1000"), let kinds = CellRange("C2:C1000") {
            lines.validations = [
                CellValidation(codes, .range("=代码!$A$1:$A$3"), isStrict: false, promptTitle: "科目", prompt: "从列表选"),
                CellValidation(kinds, .list(["基本支出", "项目支出"])),
            ]
        }
        var codes = SheetDescription(name: "代码")
        codes.isHidden = true
        for row in 1...3 {
            codes.cells.append(CellDescription(CellAddress(row: row, column: 1), .text("204060\(row)")))
        }
        return WorkbookDescription(title: "账册模板", sheets: [guide, lines, codes])
    }

    @Test func aTemplateIsReadBack() throws {
        let book = try WorkbookReader.read(WorkbookWriter.write(template))
        #expect(book.title == "账册模板")
        #expect(book.sheets.map(\.name) == ["填写说明", "支出", "代码"])
        #expect(book.sheets.map(\.isHidden) == [false, false, true])
        let lines = try #require(book.sheet(named: "支出"))
        #expect(lines[1, 1]?.style.isBold == true)
        #expect(lines[2, 2]?.value == .number("9101.59"))
        #expect(lines[2, 2]?.style.numberFormat == "#,##0.00")
        // More digits than a double keeps exactly: never as a number.
        #expect(lines[3, 2]?.value == .text("1234567890123456.78"))
        #expect(lines[4, 2]?.hasFormula == true)
        #expect(book.sheet(named: "代码")?[3, 1]?.value == .text("2040603"))
        #expect(book.sheet(named: "填写说明")?[2, 1]?.value == .text("去填写"))
    }

    @Test func equalDescriptionsGiveEqualBytes() throws {
        #expect(try WorkbookWriter.write(template) == WorkbookWriter.write(template))
    }

    @Test func allCentsSurvive() throws {
        var sheet = SheetDescription(name: "a")
        var random = Lehmer(seed: 3)
        var texts: [String] = []
        for row in 1...2_000 {
            let text = "\(random.below(1 << 30) * 9).\(1 + random.below(9))\(1 + random.below(9))"
            texts.append(text)
            sheet.cells.append(CellDescription(CellAddress(row: row, column: 1), .number(text)))
        }
        let book = try WorkbookReader.read(WorkbookWriter.write(WorkbookDescription(sheets: [sheet])))
        #expect(book.sheets[0].rows.map { $0.cells[0].value } == texts.map { .number($0) })
    }

    @Test(arguments: [
        "", "a/b", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", "'a", "[a]",
    ])
    func badSheetNamesAreRefused(name: String) {
        #expect(throws: DocumentFault.badSheetName(name)) {
            try WorkbookWriter.write(WorkbookDescription(sheets: [SheetDescription(name: name)]))
        }
    }

    @Test func otherBadDescriptionsAreRefused() {
        let twice = WorkbookDescription(sheets: [SheetDescription(name: "a"), SheetDescription(name: "A")])
        #expect(throws: DocumentFault.duplicateSheet("A")) { try WorkbookWriter.write(twice) }
        #expect(throws: DocumentFault.badSheetName("")) { try WorkbookWriter.write(WorkbookDescription()) }
        var long = SheetDescription(name: "a")
        long.validations =
            CellRange("A1:A2").map { [CellValidation($0, .list([String(repeating: "长", count: 300)]))] } ?? []
        #expect(throws: DocumentFault.self) { try WorkbookWriter.write(WorkbookDescription(sheets: [long])) }
    }
}
