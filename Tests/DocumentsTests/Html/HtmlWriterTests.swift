import Fiscal
import Paper
import Testing

@testable import Documents

@Suite("网页的结构")
struct HtmlWriterTests {
    private let page = HtmlWriter.write(PageSamples.publication(rows: 3))

    @Test("自成一页：不引用任何外部文件")
    func selfContained() {
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        for word in ["src=", "url(", "<link", "<script", "@import"] { #expect(!page.contains(word)) }
        // The name of the drawing language is the only address in the page.
        #expect(page.ranges(of: "http").count == page.ranges(of: "xmlns=\"http://www.w3.org/2000/svg\"").count)
    }

    @Test("目录链接到的标题都在页上")
    func contents() {
        #expect(page.contains("<nav class=\"contents\" aria-label=\"目录\">"))
        #expect(page.contains("<a href=\"#part-1\">第一部分  望川市司法局概况</a>\n<ul>") == false)
        #expect(page.contains("<li><a href=\"#part-1\">第一部分  望川市司法局概况</a><ul><li>"))
        for link in page.split(separator: "<a href=\"#").dropFirst() {
            let id = link.prefix { $0 != "\"" }
            #expect(page.contains(" id=\"\(id)\""))
        }
    }

    @Test("每个编号只用一次")
    func uniqueIds() {
        let text = HtmlWriter.write(PageSamples.hostilePaper("table-1"))
        let ids = text.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("table-1") && ids.contains("table-1-2"))
    }

    @Test("表有标题、表头、范围和合并")
    func tables() {
        let title = "<h3 class=\"tableTitle\" id=\"heading-6\">支出决算表</h3>"
        #expect(page.contains("<caption>\(title)<p class=\"tableInfo\">公开03表</p>"))
        #expect(page.contains("<a href=\"#T07\">财政拨款“三公”经费支出决算表</a>"))
        #expect(page.contains("aria-label=\"支出决算表\""))
        #expect(page.contains("<caption><p class=\"tableTitle\">项目支出绩效自评表</p>"))
        #expect(page.contains("<span>部门：望川市司法局</span>&#9;<span>金额单位：万元</span>"))
        #expect(page.contains("<th scope=\"colgroup\" class=\"c\" colspan=\"2\">项目</th>"))
        #expect(page.contains("<th scope=\"col\" class=\"c\" rowspan=\"2\">本年支出合计</th>"))
        #expect(page.contains("<td class=\"r\" data-n=\"-200.00\">-200.00</td>"))
        #expect(page.contains("<p class=\"tableNote\">注：本表反映部门本年度各项支出情况。"))
    }

    @Test("表头行的合并跨出表头时，表头随之延长")
    func headerReachesDown() {
        let grid = Grid(
            rows: [
                [PageSamples.header("甲", column: 0, rows: 2), PageSamples.header("乙", column: 1)],
                [Cell("1", column: 1)], [Cell("2", column: 0), Cell("3", column: 1)],
            ], columnCount: 2, headerRowCount: 1)
        let placed = PlacedGrid(grid)
        #expect(placed.headerRows == 2)
        #expect(HtmlTable.text(grid, id: "t", caption: []).contains("<td>1</td></tr>\n</thead>"))
    }

    @Test("重叠或越界的单元格不使程序出错")
    func brokenGrid() {
        let grid = Grid(
            rows: [
                [Cell("甲", column: 0, rowSpan: 9, columnSpan: 9), Cell("乙", column: 0)],
                [Cell("丙", column: -3), Cell("丁", column: 0, rowSpan: -1, columnSpan: 0)],
            ], columnCount: 2, headerRowCount: 7, columnWidths: [-1, Int.max])
        let text = HtmlTable.text(grid, id: "t", caption: [])
        #expect(text.contains("<td rowspan=\"2\" colspan=\"2\">甲</td>"))
    }

    @Test("来源写在页首和页尾")
    func provenance() {
        #expect(page.contains("<meta name=\"mingzhang-department\" content=\"望川市司法局\">"))
        #expect(page.contains("<footer><span>由明账生成</span>"))
        #expect(page.contains("<span>账套：sha256:0123abcd</span></footer>"))
    }
}
