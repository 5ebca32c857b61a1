import Fiscal
import Paper
import Testing

@testable import Documents

@Suite("PDF 的源文")
struct TypstSourceTests {
    private let source = TypstWriter.source(PageSamples.publication(rows: 3))

    /// The source without what stands in its strings, and how many strings there were.
    private func skeleton(_ source: String) -> String {
        var result = ""
        var isInString = false
        var isEscaped = false
        for scalar in source.unicodeScalars {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else if scalar == "\"" {
                    isInString = false
                    result += "\""
                }
            } else {
                isInString = scalar == "\""
                result.unicodeScalars.append(scalar)
            }
        }
        #expect(!isInString)
        return String(result.filter { !$0.isNumber })
    }

    @Test("敌意文字留在字符串里，源文的结构不变", arguments: PageSamples.hostile)
    func hostile(text: String) {
        // Each tab makes a further piece of an information line; the pieces are not what is tested here.
        let plain = text.filter { $0 != "\t" }
        let harmless = TypstWriter.source(PageSamples.hostilePaper("无害"))
        #expect(skeleton(TypstWriter.source(PageSamples.hostilePaper(plain))) == skeleton(harmless))
    }

    @Test("字符串只转义自己的记号")
    func literal() {
        #expect(TypstText.literal("a\"b\\c\nd\te\r\u{0}#f") == "\"a\\\"b\\\\c\\nd e#f\"")
    }

    @Test("横排的节横放，封面不编页码，封面之后从 1 起")
    func pages() {
        #expect(source.contains("#cover-page({\n  v(55mm)\n"))
        #expect(source.contains("#contents-page({\n  counter(page).update(1)\n  cover-title(\"目  录\")\n  contents\n"))
        #expect(source.contains("#landscape-page({\n  table-heading(level: 2, \"支出决算表\")\n"))
        #expect(source.ranges(of: "counter(page).update(1)").count == 2)
    }

    @Test("表头重复，合并和对齐照写")
    func tables() {
        #expect(source.contains("    c(0, 0, center, \"项目\", w: 2),\n"))
        #expect(source.contains("    c(2, 0, center, \"本年支出合计\", h: 2),\n"))
        #expect(source.contains("  ), (\n    c(0, 3, left, \"20406\"),\n"))
        #expect(source.contains("    c(2, 3, right, \"-200.00\"),\n"))
        #expect(source.contains("  table-info((\"部门：望川市司法局\",\"金额单位：万元\",))\n"))
    }

    @Test("属性里有题名、部门和来源，日期不是时钟")
    func properties() {
        #expect(source.contains("  title: \"2021年度望川市司法局部门决算公开\",\n  author: (\"望川市司法局\",),\n"))
        #expect(source.contains("  date: datetime(year: 2021, month: 12, day: 31),\n"))
        #expect(source == TypstWriter.source(PageSamples.publication(rows: 3)))
    }

    @Test("只有图的节不成一页")
    func chartsOnly() {
        let section = Section(blocks: [.chart(PageSamples.chart(categories: 2))])
        let text = TypstWriter.source(Paper(title: "", sections: [section]))
        #expect(!text.contains("-page({"))
    }

    @Test("为了项目名称不折行，字号可以小半号；放得下一页的表行距收紧")
    func labels() {
        let widths = [26, 5, 12, 26, 5, 12]
        let row = ["三、国有资本经营预算财政拨款收入", "32", "110308.90"].enumerated()
            .map { Cell($1, column: $0) }
        let other = row.map { Cell($0.text, column: $0.column + 3) }
        func grid(_ rows: Int) -> Grid {
            Grid(
                rows: Array(repeating: row + other, count: rows), columnCount: 6, headerRowCount: 0,
                columnWidths: widths)
        }
        let columns = PlacedColumns(PlacedGrid(grid(31)), wanted: widths, width: 442)
        #expect(columns.points == "8.5")
        #expect(columns.lineCount == 31)
        #expect(columns.widths.reduce(0, +) <= 442_000)
        #expect(TypstTable.source(grid(31), on: .portrait).contains(", 8.5pt, 3.2pt, ("))
        #expect(TypstTable.source(grid(45), on: .portrait).contains(", 8.5pt, 1.5pt, ("))
        #expect(TypstTable.source(grid(90), on: .portrait).contains(", 8.5pt, 3.2pt, ("))
    }

    @Test("数字列放得下最长的数，字号随之变小")
    func columns() {
        func grid(_ digits: Int, columns: Int) -> PlacedGrid {
            let cell = { Cell(String(repeating: "8", count: digits), column: $0, alignment: .right) }
            return PlacedGrid(Grid(rows: [(0..<columns).map(cell)], columnCount: columns, headerRowCount: 0))
        }
        let usual = PlacedColumns(grid(10, columns: 8), wanted: [1, 1, 1, 1, 1, 1, 1, 93], width: 728)
        #expect(usual.size == 18)
        #expect(usual.points == "9")
        #expect(usual.widths.allSatisfy { $0 >= 10 * 600 * 9 + 6000 })
        #expect(PlacedColumns(grid(10, columns: 12), wanted: [], width: 728).size == 16)
        #expect(PlacedColumns(grid(10, columns: 15), wanted: [], width: 728).size == 14)
        #expect(PlacedColumns(grid(0, columns: 3), wanted: [], width: 442).widths.allSatisfy { $0 > 0 })
    }
}
