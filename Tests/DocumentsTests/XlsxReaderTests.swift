import Fiscal
import Paper
import Testing

@testable import Documents

/// Workbooks of others, as values: what a sheet's rows are taken for.
struct XlsxReaderTests {
    private func cell(
        _ column: Int, _ value: WorkbookValue, _ alignment: Cell.Alignment? = nil, border: Bool = false,
        format: String = "General"
    ) -> WorkbookCell {
        WorkbookCell(
            column: column, value: value,
            style: WorkbookCellStyle(numberFormat: format, alignment: alignment, hasBorder: border))
    }

    private func blocks(_ rows: [WorkbookRow], merges: [String] = []) throws -> [Block] {
        let sheet = WorkbookSheet(name: "表", rows: rows, merges: merges.compactMap { CellRange($0) })
        return try XlsxReader.paper(Workbook(sheets: [sheet])).withoutPlaces.blocks
    }

    @Test func linesAroundABorderedTableAreParagraphs() throws {
        let rows = [
            WorkbookRow(number: 1, cells: [cell(1, .text("收入支出决算总表"), .center)]),
            WorkbookRow(number: 2, cells: [cell(3, .text("公开01表"), .right)]),
            WorkbookRow(number: 3, cells: [cell(1, .text("部门：局")), cell(3, .text("金额单位：万元"), .right)]),
            WorkbookRow(number: 4, cells: [cell(1, .text("项目"), border: true), cell(2, .blank, border: true)]),
            WorkbookRow(
                number: 5,
                cells: [
                    cell(1, .text("合计"), border: true), cell(2, .number("9101.6"), border: true, format: "#,##0.00"),
                ]),
            WorkbookRow(number: 6, cells: [cell(1, .text("注：说明"))]),
        ]
        let grid = Grid(
            rows: [
                [Cell("项目", column: 0, columnSpan: 2)],
                [
                    Cell("合计", column: 0),
                    Cell(
                        "9,101.60", number: PrintedNumber(mantissa: 910_160, decimals: 2), column: 1, alignment: .right),
                ],
            ], columnCount: 2, headerRowCount: 0)
        #expect(
            try blocks(rows, merges: ["A1:C1", "A4:B4"]) == [
                .paragraph(Paragraph("收入支出决算总表", style: .tableTitle)),
                .paragraph(Paragraph("公开01表", style: .tableInfo)),
                .paragraph(Paragraph("部门：局\t金额单位：万元", style: .tableInfo)), .grid(grid),
                .paragraph(Paragraph("注：说明", style: .tableNote)),
            ])
    }

    @Test func aTableWithoutBordersRunsFromItsFirstRowOfSeveralCells() throws {
        let rows = [
            WorkbookRow(number: 1, cells: [cell(1, .text("明细"))]),
            WorkbookRow(number: 3, cells: [cell(1, .text("名称")), cell(2, .text("金额"))]),
            WorkbookRow(number: 4, cells: [cell(1, .text("分组"))]),
            WorkbookRow(number: 6, cells: [cell(1, .text("甲")), cell(2, .text("1,200"))]),
        ]
        let read = try blocks(rows)
        #expect(read.first == .paragraph(Paragraph("明细", style: .tableTitle)))
        guard case .grid(let grid) = read.last, read.count == 2 else {
            Issue.record("\(read)")
            return
        }
        #expect(grid.rows.map { $0.map(\.text) } == [["名称", "金额"], ["分组", ""], ["", ""], ["甲", "1,200"]])
        #expect(grid.rows[3][1].number == PrintedNumber(mantissa: 1_200, decimals: 0))
    }

    @Test(arguments: [
        ("9101.6", "#,##0.00", "9,101.60"), ("0.125", "0.00", "0.13"), ("0.6779", "0.00%", "67.79%"),
        ("12", "General", "12"),
        ("1234.5", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1,234.50"),
        ("-5", "#,##0.00_);(#,##0.00)", "-5.00"),
        ("3", "0\"万元\"", "3"), ("0.5", "# ?/?", "0.5"), ("1234567", "0,", "1235"), ("-0.001", "0.00", "0.00"),
        ("12345678", "0\\.0,", "1234.6"), ("12345678", "#,##0!.00,", "123.46"),
        ("12345678", "0\".\"0,\"万\"", "1234.6万"),
        ("0", "#,##0.00;-#,##0.00;", ""), ("0", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"),
        ("0", "[=0]\"—\";#,##0.00", "—"), ("7.5", "[=0]\"\";#,##0.00", "7.50"), ("0.5", "0.##", "0.5"),
        ("9101.123456789", "General", "9101.123457"), ("0.1", "0.00;[Red]-0.00", "0.10"), ("1.005", "0.00 ", "1.01"),
    ])
    func numbersAreShownByTheirFormat(raw: String, format: String, shown: String) {
        #expect(XlsxDisplay.of(cell(1, .number(raw), format: format), readsText: true).text == shown)
    }

    @Test func sheetsBeyondAllMeasureAreRefused() {
        let rows = [
            WorkbookRow(number: 1, cells: [cell(1, .text("a"), border: true), cell(16_384, .text("b"), border: true)]),
            WorkbookRow(number: 1_000_000, cells: [cell(1, .text("c")), cell(2, .text("d"))]),
        ]
        #expect(throws: DocumentFault.self) { try blocks(rows, merges: ["A1:XFD1048576"]) }
        let bare = rows.map { row in
            WorkbookRow(number: row.number, cells: row.cells.map { cell($0.column, $0.value) })
        }
        #expect(throws: DocumentFault.self) { try blocks(bare) }
    }
}
