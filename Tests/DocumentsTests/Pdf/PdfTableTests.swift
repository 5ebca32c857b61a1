import Documents
import Fiscal
import Paper
import Testing

/// Ruling lines and characters become grids with every cell in its place.
struct PdfTableTests {
    private static let xs = [60.0, 160, 240, 320, 400]
    private static let sample = [
        ["项目", "本年", "<", "备注"], ["^", "收入", "支出", "^"], ["教育支出", "1,234.56", "", "无"], ["合计", "0.00", "9.1", ""],
    ]
    private static let read = ["项目↕2|本年↔2|备注↕2", "收入|支出", "教育支出|1,234.56||无", "合计|0.00|9.1|"]

    @Test("Lines as strokes, as frames and as dots give one grid", arguments: PageDrawing.Shape.allCases)
    func shapes(_ shape: PageDrawing.Shape) throws {
        var drawing = PageDrawing()
        drawing.table(Self.sample, xs: Self.xs, top: 100, shape: shape)
        let grid = try #require(Sketch.grids([drawing.page]).first)
        #expect(Sketch.rows(grid) == Self.read)
        #expect(grid.headerRowCount == 2)
        #expect(grid.rows[2][1].number?.text() == "1,234.56" || grid.rows[2][1].number != nil)
        #expect(grid.rows[2][2].number == nil)
        #expect(grid.rows[2][1].place == .page(1, box: Box(left: 160, top: 140, right: 240, bottom: 160)))
    }

    @Test(
        "A page shown turned, and a table laid on its side",
        arguments: [(1, 1), (2, 2), (3, 3), (1, 0), (3, 0), (2, 1)])
    func turned(_ turns: Int, _ rotation: Int) throws {
        var drawing = PageDrawing(turns: turns, rotation: rotation)
        drawing.table(Self.sample, xs: Self.xs, top: 100)
        let grid = try #require(Sketch.grids([drawing.page]).first)
        #expect(Sketch.rows(grid) == Self.read)
    }

    @Test("Long labels go on in the next line; what was broken on purpose stays broken")
    func wrapped() throws {
        var drawing = PageDrawing()
        drawing.table([["", "", ""], ["", "", ""]], xs: [60, 130, 200, 300], top: 100, rowHeight: 40)
        drawing.text("机关事业单位", 63, 115)
        drawing.text("基本养老", 63, 130)
        drawing.text("12,345,678,9", 133, 115)
        drawing.text("00.12", 133, 130)
        drawing.text("第一", 203, 115)
        drawing.text("第二", 203, 130)
        let grid = try #require(Sketch.grids([drawing.page]).first)
        #expect(Sketch.rows(grid) == ["机关事业单位基本养老|12,345,678,900.12|第一/第二", "||"])
    }

    @Test("Texts that touch at a line stay apart; a text that runs over a line is one")
    func neighbours() throws {
        var drawing = PageDrawing()
        drawing.table([["", "", ""], ["", "", ""]], xs: [60, 100, 200, 300], top: 100)
        drawing.text("9,101.59一、公共", 60, 114)
        drawing.text("机关运行费用支出", 62, 134)
        let grid = try #require(Sketch.grids([drawing.page]).first)
        #expect(Sketch.rows(grid) == ["9,101.59|一、公共|", "机关运行费用支出||"])
    }

    @Test("A grid open at its sides, a frame, an underline")
    func strayLines() throws {
        var drawing = PageDrawing()
        for y in [100.0, 120, 140] { drawing.rule(60, y, 300, y) }
        for x in [140.0, 220] { drawing.rule(x, 100, x, 140) }
        for (index, text) in ["甲", "乙", "丙", "丁", "戊", "己"].enumerated() {
            drawing.text(text, 65 + 80 * Double(index % 3), 114 + 20 * Double(index / 3))
        }
        drawing.rule(60, 300, 300, 300)
        drawing.rule(20, 20, 580, 20)
        drawing.rule(20, 780, 580, 780)
        drawing.rule(20, 20, 20, 780)
        drawing.rule(580, 20, 580, 780)
        #expect(Sketch.grids([drawing.page]).map { Sketch.rows($0) } == [["甲|乙|丙", "丁|戊|己"]])
    }

    @Test("Rows that no line parts; columns that no line parts; no line at all")
    func sparse() throws {
        let rows = [
            ["项目", "预算数", "决算数"], ["教育支出", "12.00", "11.50"], ["科技支出", "3.00", "2.50"], ["合计", "15.00", "14.00"],
        ]
        let xs = [60.0, 200, 300, 400]
        for ruled in ["columns", "rows", "none"] {
            var drawing = PageDrawing()
            for (r, row) in rows.enumerated() {
                for (c, text) in row.enumerated() { drawing.text(text, xs[c] + 5, 114 + 20 * Double(r)) }
            }
            if ruled == "columns" {
                for x in xs { drawing.rule(x, 100, x, 180) }
                for y in [100.0, 120, 180] { drawing.rule(60, y, 400, y) }
            } else if ruled == "rows" {
                for r in 0...4 { drawing.rule(60, 100 + 20 * Double(r), 400, 100 + 20 * Double(r)) }
                for x in [60.0, 400] { drawing.rule(x, 100, x, 180) }
            }
            let grids = Sketch.grids([drawing.page])
            #expect(grids.map { Sketch.rows($0) } == [rows.map { $0.joined(separator: "|") }], "\(ruled)")
        }
    }

    @Test("Text on its side within a cell")
    func sideways() throws {
        var drawing = PageDrawing()
        drawing.table(
            [["", "甲乙丙丁戊", "12.00"], ["", "己庚辛壬癸", "3.00"]], xs: [60, 90, 200, 300], top: 100, rowHeight: 40)
        var page = drawing.page
        for (index, character) in "绩效".unicodeScalars.enumerated() {
            // From the bottom of the cell upwards.
            let y = Float(800 - 170 + 10 * index)
            page.characters.append(
                RawCharacter(
                    unicode: character.value, box: RawBox(left: 65, bottom: y, right: 75, top: y + 10), x: 75, y: y,
                    size: 10, angle: .pi / 2))
        }
        #expect(Sketch.rows(try #require(Sketch.grids([page]).first)).last == "绩效|己庚辛壬癸|3.00")
    }
}

/// Tables that go on over the page's end.
struct PdfLongTableTests {
    private static let xs = [60.0, 160, 260, 360]
    private static let head = ["科目", "名称", "金额"]

    private func page(
        _ rows: [[String]], above: [String] = [], below: [String] = [], xs: [Double] = xs, number: Int? = nil
    ) -> RawPage {
        var drawing = PageDrawing()
        for (index, line) in above.enumerated() { drawing.text(line, 150, 70 + 15 * Double(index)) }
        drawing.table(rows, xs: xs, top: 110)
        let end = 110 + 20 * Double(rows.count)
        for (index, line) in below.enumerated() { drawing.text(line, 60, end + 15 + 15 * Double(index)) }
        if let number { drawing.text("- \(number) -", 285, 770) }
        return drawing.page
    }

    @Test("With the header repeated, and without")
    func joins() {
        let (first, second) = ([Self.head, ["201", "甲", "1.00"]], [["202", "乙", "2.00"], ["203", "丙", ""]])
        for next in [second, [Self.head] + second] {
            let grids = Sketch.grids([page(first, above: ["支出表"], number: 1), page(next, below: ["注：单位万元"], number: 2)])
            #expect(grids.map { Sketch.rows($0) } == [["科目|名称|金额", "201|甲|1.00", "202|乙|2.00", "203|丙|"]])
            #expect(
                grids.first?.rows[2][0].place
                    == .page(
                        2,
                        box: Box(
                            left: 60, top: 110 + (next.count == 3 ? 20 : 0), right: 160,
                            bottom: 130 + (next.count == 3 ? 20 : 0))))
        }
    }

    @Test("With title and notes on each page: said once")
    func repeatedTitle() {
        let pages = [1, 2, 3].map { (number: Int) in
            page(
                [Self.head, ["20\(number)", "甲", "\(number).00"]], above: ["支出表", "单位：万元"], below: ["注：略"],
                number: number)
        }
        #expect(Sketch.texts(pages) == ["支出表", "单位：万元", "[4×3]", "注：略"])
    }

    @Test("Another title, another table; other columns, another table")
    func staysApart() {
        let first = page([Self.head, ["201", "甲", "1.00"]], above: ["收入表"])
        #expect(Sketch.grids([first, page([Self.head, ["201", "甲", "1.00"]], above: ["支出表"])]).count == 2)
        let other = page([["201", "甲", "1.00"], ["202", "乙", "1.00"]], xs: [60, 120, 300, 360])
        #expect(Sketch.grids([first, other]).count == 2)
    }

    @Test("A row cut in two by the page's end, and a cell over both pages")
    func cutRow() throws {
        let first = page([["绩效", "目标", "金额"], ["^", "按时完成全部九项任务", "7.00"]], xs: [60, 100, 203, 300])
        let second = page([["", "并通过验收", ""], ["合计", "", "7.00"]], xs: [60, 100, 203, 300])
        let grid = try #require(Sketch.grids([first, second]).first)
        #expect(Sketch.rows(grid) == ["绩效↕2|目标|金额", "按时完成全部九项任务并通过验收|7.00", "合计||7.00"])
    }

    @Test("A header of more columns than the page after it shows")
    func fewerColumns() throws {
        let first = page([["项目", "金额", "<"], ["^", "收入", "支出"], ["甲", "1.00", "2.00"]])
        let second = page([["说明：以上为全部", "<", "<"], ["乙", "3.00", "<"]])
        let grid = try #require(Sketch.grids([first, second]).first)
        #expect(Sketch.rows(grid).suffix(2) == ["说明：以上为全部↔3", "乙|3.00↔2"])
    }
}
