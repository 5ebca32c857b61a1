import Paper
import Testing

@testable import Documents

/// Columns of a form, where labels and texts stand anywhere and many of them across columns.
struct FormColumns {
    /// As a form of self-evaluation is: a label beside all indicators, two levels, a name across two columns, a reason.
    private func form(rows: Int, reason: String) -> Grid {
        let titles = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "偏差原因分析及改进措施"]
        func cells(_ texts: [String], from column: Int) -> [Cell] {
            var (result, next): ([Cell], Int) = ([], column)
            for (index, text) in texts.enumerated() {
                let span = texts.count - index == 6 ? 2 : 1
                result.append(Cell(text, column: next, columnSpan: span, isHeader: text.hasSuffix("指标")))
                next += span
            }
            return result
        }
        let left = Cell("绩效指标", column: 0, rowSpan: rows + 1, isHeader: true)
        let first = Cell("产出指标", column: 1, rowSpan: rows, isHeader: true)
        let body = (0..<rows).map { index in
            (index == 0 ? [first] : [])
                + cells(["社会效益指标", "按时完成的改造项目个数", "≥100个", "100个", "10", "10", reason], from: 2)
        }
        let name = [Cell("部门名称", column: 0, columnSpan: 2), Cell("某局", column: 2, columnSpan: 8)]
        return Grid(
            rows: [name, [left] + cells(titles, from: 1)] + body, columnCount: 10, headerRowCount: 0,
            columnWidths: [4, 6, 8, 8, 9, 8, 8, 5, 8, 15], repeatedRows: 1..<2)
    }

    @Test("Labels of levels have four characters a line at least, whatever long reasons stand beside them")
    func labels() {
        for reason in ["", "施工图审查延期", String(repeating: "受疫情影响开工推迟，已调整计划。", count: 6)] {
            let grid = form(rows: 6, reason: reason)
            let columns = PlacedColumns(PlacedGrid(grid), wanted: grid.columnWidths, width: 442)
            let characters = columns.widths.map { ($0 - PlacedColumns.inset * 1000) / (columns.size * 525) }
            #expect(characters[1] >= 4 && characters[2] >= 4, "\(characters)")
            #expect(characters[0] >= 2 && columns.widths.reduce(0, +) <= 442_000)
        }
    }

    @Test("What is left of the width goes where it saves lines")
    func lines() {
        func columns(_ reason: String) -> PlacedColumns {
            let grid = form(rows: 6, reason: reason)
            return PlacedColumns(PlacedGrid(grid), wanted: [4, 6, 8, 8, 9, 8, 8, 5, 8, 2], width: 442)
        }
        let (none, long) = (columns(""), columns("施工图审查延期，已调整计划，明年三月底前完工"))
        #expect(long.widths[9] > none.widths[9] && long.lineCount <= none.lineCount + 12)
    }

    @Test("Over a page's end the header of the indicators is printed again, with the label beside them")
    func repeated() {
        let one = TypstTable.source(form(rows: 6, reason: "略"), on: .portrait)
        #expect(!one.contains("table.header") && one.contains("\"绩效指标\", h: 7"))
        let two = TypstTable.source(form(rows: 70, reason: "略"), on: .portrait)
        #expect(two.ranges(of: "table.header").count == 1)
        #expect(two.contains("\"绩效指标\", open: \"bottom\"") && two.contains("\"\", h: 70, open: \"top\""))
    }
}
