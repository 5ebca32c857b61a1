import Fiscal
import Paper
import Testing

@testable import Documents

@Suite("网页：读别人的")
struct HtmlReaderTests {
    private func read(_ html: String) throws -> Paper { try HtmlReader.paper(Array(html.utf8)) }

    private func texts(_ paper: Paper) -> [String] {
        paper.blocks.map { block in
            switch block {
            case .heading(let level, let paragraph): "h\(level) \(paragraph.text)"
            case .paragraph(let paragraph): "\(paragraph.style) \(paragraph.text)"
            case .grid(let grid):
                "grid " + grid.rows.map { $0.map(\.text).joined(separator: "|") }.joined(separator: "/")
            case .chart, .contents: "?"
            }
        }
    }

    @Test("空白合一，块和换行各成一段，脚本不是文字")
    func paragraphs() throws {
        let paper = try read(
            """
            <html><head><title> 部门决算 </title><script>var a = "<p>不是</p>";</script></head><body>
            <h2>第一部分</h2><div>　　一、收入\n  总计&nbsp;<b>12.50</b>万元。<br>二、支出<p>三、<span>结余</span></div>
            <!-- 注释 --><style>p{}</style>尾&lt;注&gt;</body></html>
            """)
        #expect(paper.title == "部门决算")
        #expect(
            texts(paper) == [
                "h2 第一部分", "body 一、收入 总计\u{A0}12.50万元。", "h2 二、支出", "h2 三、结余", "body 尾<注>",
            ])
        #expect(paper.sections.count == 1)
    }

    @Test("国标编码按声明读，声明 gb2312 而用了 GBK 的字也读")
    func chinese() throws {
        // 决算 and 堃 (not in GB 2312) in GBK.
        let body: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3, 0x88, 0xD2]
        let head = Array("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"><p>".utf8)
        #expect(texts(try HtmlReader.paper(head + body)) == ["body 决算堃"])
        #expect(texts(try HtmlReader.paper(Array("<meta charset='GBK'><p>".utf8) + body)) == ["body 决算堃"])
        #expect(texts(try HtmlReader.paper(Array("<p>".utf8) + body)) == ["body 决算堃"])
        #expect(texts(try HtmlReader.paper(Array("<p>".utf8) + [0xFF] + body)) == ["body \u{FFFD}决算堃"])
        #expect(texts(try read("<p>决算堃")) == ["body 决算堃"])
        #expect(texts(try HtmlReader.paper([0xFF, 0xFE, 0x3C, 0, 0x70, 0, 0x3E, 0, 0xB3, 0x51])) == ["body 决"])
    }

    @Test("没有关上的单元格、合并、数字和对齐")
    func table() throws {
        let paper = try read(
            """
            <meta charset=utf-8><table><caption>收入决算表</caption>
            <tr><td rowspan=2 align=center>科目<td colspan="2" style="text-align: right">金额
            <tr><td>上年<td>1,234.50&nbsp;
            <tr><td>&nbsp;&nbsp;其中：<td><p>甲<p>乙<td>&nbsp;</table>
            """)
        let grid = try #require(
            paper.blocks.compactMap { block -> Grid? in if case .grid(let g) = block { g } else { nil } }.first)
        #expect(texts(paper)[0] == "tableTitle 收入决算表")
        #expect(grid.columnCount == 3)
        #expect(grid.rows[0][0].rowSpan == 2 && grid.rows[0][0].alignment == .center)
        #expect(grid.rows[0][1].columnSpan == 2 && grid.rows[0][1].alignment == .right)
        #expect(grid.rows[1].map(\.column) == [1, 2])
        #expect(grid.rows[1][1].text == "1,234.50")
        #expect(grid.rows[1][1].number == PrintedNumber(mantissa: 123_450, decimals: 2))
        #expect(grid.rows[2].map(\.text) == ["\u{A0}\u{A0}其中：", "甲\n乙", ""])
        #expect(grid.rows[2][2].place == .table(1, row: 3, column: 3))
    }

    @Test("表头行数和表头单元格")
    func header() throws {
        let paper = try read("<table><thead><tr><td>甲<td>乙<tbody><tr><td>1<td>2<tr><th>丙<td>3</table>")
        guard case .grid(let grid) = paper.blocks[0] else { throw DocumentFault.file(.empty) }
        #expect(grid.headerRowCount == 1)
        #expect(grid.rows.map { $0.map(\.isHeader) } == [[true, true], [false, false], [true, false]])
    }

    @Test("只为排版的外层表打开，数据表里的表另列")
    func nested() throws {
        let layout = try read("<table><tr><td>导航<td>正文<table><tr><td>1<td>2<tr><td>3<td>4</table>之后</table>")
        #expect(texts(layout) == ["body 导航", "body 正文", "grid 1|2/3|4", "body 之后"])
        let data = try read("<table><tr><td>1<td>2<tr><td>3<td>内<table><tr><td>a<td>b</table><tr><td>5<td>6</table>")
        #expect(texts(data) == ["grid 1|2/3|内/5|6", "grid a|b"])
        #expect(texts(try read("<table><tr><td><p>甲<p>乙</table>")) == ["body 甲", "body 乙"])
    }

    @Test("跨度再大也有界，跨行不出行组")
    func spans() throws {
        let paper = try read(
            "<table><tbody><tr><td rowspan=999999>甲<td colspan=99999999999>乙<tr><td>丙<tbody><tr><td rowspan=0>丁<td>戊</table>"
        )
        guard case .grid(let grid) = paper.blocks[0] else { throw DocumentFault.file(.empty) }
        #expect(grid.rows[0][0].rowSpan == 2)
        #expect(grid.columnCount <= 1000)
        #expect(grid.rows[2].map(\.column) == [0, 1])
        #expect(grid.rows[2][0].rowSpan == 1)
    }

    @Test("空的、过大的、过深的、过宽的，各有一个说法")
    func refused() {
        #expect(throws: DocumentFault.file(.empty)) { try HtmlReader.paper([]) }
        #expect(throws: DocumentFault.file(.tooLarge(11, limit: 10))) {
            try HtmlReader.paper(Array(repeating: 0x41, count: 11), limit: 10)
        }
        #expect(throws: DocumentFault.file(.tooDeep)) { try read(String(repeating: "<div>", count: 5000)) }
        let row = "<tr><td colspan=1000>甲"
        let wide = "<table>" + String(repeating: row, count: 4001) + "</table>"
        #expect(throws: DocumentFault.file(.pageTableTooLarge(1, squares: 4_001_000, limit: 4_000_000))) {
            try read(wide)
        }
    }

    @Test("任何字节都不使程序出错")
    func noise() {
        var state: UInt64 = 7
        let pieces = [
            "<table>", "<tr>", "<td rowspan=3 colspan=2>", "</table>", "<p>", "</", "&#", "\u{0}", "甲", "<section>",
            "<nav>",
        ]
        for _ in 0..<300 {
            var bytes: [UInt8] = Array("<meta name=generator content=mingzhang>".utf8)
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                let draw = Int(state >> 40)
                bytes +=
                    draw % 4 == 0 ? [UInt8(truncatingIfNeeded: draw >> 3)] : Array(pieces[draw % pieces.count].utf8)
            }
            _ = try? HtmlReader.paper(bytes)
        }
    }
}
