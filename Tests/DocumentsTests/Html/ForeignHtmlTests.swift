import Paper
import Testing

@testable import Documents

@Suite("网页：政府网站的")
struct ForeignHtmlTests {
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try HtmlReader.paper(bytes).blocks.map { block in
            switch block {
            case .heading(let level, let words): "h\(level) \(words.text)"
            case .paragraph(let words): words.text
            case .grid(let grid): grid.rows.map { $0.map(\.text).joined(separator: "|") }.joined(separator: "/")
            case .contents: "contents"
            case .chart: "chart"
            }
        }
    }

    private func lines(_ page: String) throws -> [String] { try lines(Array(page.utf8)) }

    @Test("导航、正文、页脚都留着，脚本、样式和隐藏的不要")
    func page() throws {
        let page = """
            <html><head><meta charset="utf-8"><style>.a{}</style></head><body><div class="nav"><a>首页</a><a> 政务公开</a></div>
            <div style="display: none">旧稿 100万元</div><p hidden>草稿</p><div class=article><h1>某局2021年度部门决算</h1>
            <p align=center><b>第一部分　概况</b></p><p>　　一、主要职能</p><p>收入<span style='mso-hide:all'>假</span>总计12.50万元。</p>
            <script>document.write("<p>x</p>")</script><noscript>y</noscript></div><div class="foot">主办单位：某局</div></body></html>
            """
        #expect(
            try lines(page) == [
                "首页 政务公开", "h1 某局2021年度部门决算", "h1 第一部分　概况", "h2 一、主要职能", "收入总计12.50万元。", "主办单位：某局",
            ])
    }

    @Test("排版用的表打开：有说明的、装着章节的、数字都在内层表的")
    func layout() throws {
        #expect(try lines("<table role=presentation><tr><td>甲<td>乙</table>") == ["甲", "乙"])
        #expect(try lines("<table><tr><td>导航<td><h2>决算</h2><p>正文</table>") == ["导航", "h2 决算", "正文"])
        let links = (1...6).map { _ in "<tr><td>链接" }.joined()
        let page = "<table>\(links)<tr><td><table><tr><td>收入<td>1.50<tr><td>支出<td>2</table></table>"
        #expect(try lines(page).suffix(2) == ["链接", "收入|1.50/支出|2"])
    }

    @Test("隐藏的行和格不占位置，行之间的字不丢")
    func hiddenRows() throws {
        let page = """
            <table><caption>公开01表</caption><p>单位：万元</p><tr style="display:none"><td>1<td>2<tr><td>甲<td hidden>旧<td>3</table>
            """
        #expect(try lines(page) == ["单位：万元", "公开01表", "甲|3"] || lines(page) == ["公开01表", "单位：万元", "甲|3"])
    }

    @Test("表里的散字和嵌着的隐藏表")
    func strays() throws {
        #expect(try lines("<table>金额单位：万元<tr><td>甲<td>1</table>") == ["金额单位：万元", "甲|1"])
        #expect(try lines("<table>单位：万元<tr><td>只有一格</table>") == ["单位：万元", "只有一格"])
        let page =
            "<table><tr><td>甲<td>1<tr><td>乙<td>2<div style='display:none'><table><tr><td>旧<td>3</table></div></table>"
        #expect(try lines(page) == ["甲|1/乙|2"])
    }

    @Test("多级表头的跨行跨列")
    func spans() throws {
        let page = """
            <table border=1><tr><td rowspan=2 colspan=2>项目<td colspan=2>本年支出<td rowspan=2>备注<tr><td>基本<td>项目
            <tr><td rowspan=2>201<td>行政<td>1,234.50<td>&nbsp;<td><tr><td>事业<td><br><td>２.5<td>&nbsp;</table>
            """
        guard case .grid(let grid)? = try HtmlReader.paper(Array(page.utf8)).blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(
            grid.matrix.map { $0.map { $0?.text ?? "?" } } == [
                ["项目", "项目", "本年支出", "本年支出", "备注"], ["项目", "项目", "基本", "项目", "备注"], ["201", "行政", "1,234.50", "", ""],
                ["201", "事业", "", "２.5", ""],
            ])
    }

    @Test("pre 按行读，格子里的也是")
    func preformatted() throws {
        #expect(try lines("<pre>收入\t12\n  支出 3\n\n</pre>") == ["收入\t12", "支出 3"])
        #expect(try lines("<table><tr><td><pre>甲\n乙</pre><td>1</table>") == ["甲\n乙|1"])
    }

    @Test("声明与实际不符的编码按实际读")
    func charsets() throws {
        let gbk: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3, 0xCA, 0xD5, 0xC8, 0xEB, 0xD6, 0xA7, 0xB3, 0xF6]
        #expect(try lines(Array("<meta charset=utf-8><p>".utf8) + gbk) == ["决算收入支出"])
        #expect(try lines("<meta charset=gb2312><p>决算收入支出") == ["决算收入支出"])
        // One damaged byte in a UTF-8 page makes no GBK page of it.
        #expect(
            try lines(Array("<meta charset=utf-8><p>决算收入支出".utf8) + [0xFF] + Array("总表".utf8)) == ["决算收入支出\u{FFFD}总表"])
    }

    @Test("没有关上的标题不吞掉后面的表")
    func openHeading() throws {
        #expect(try lines("<h3>标题<table><tr><td>甲<td>1</table></h3>").last == "甲|1")
    }

    @Test("外部实体和引用一概不取")
    func external() throws {
        let page = """
            <!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><link rel=stylesheet href="file:///etc/passwd">
            <iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object><p>&x;正文
            """
        let text = try lines(page).joined()
        #expect(text.contains("正文") && !text.contains("root:"))
    }
}
