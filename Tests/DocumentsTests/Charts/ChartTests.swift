import Fiscal
import Paper
import Testing

@testable import Documents

@Suite("图")
struct ChartTests {
    private func layouts() -> [ChartLayout] {
        var charts = (0...26).map { PageSamples.chart(categories: $0) }
        var long = PageSamples.chart(categories: 26)
        long.categories = long.categories.map { String(repeating: $0, count: 6) + "WWWWWWWW" }
        long.series = (0..<7).map { index in
            Chart.Series(
                name: String(repeating: "很长的系列名称", count: index * 3),
                values: (0..<20).map { PageSamples.number($0 % 2 == 0 ? Int64.max : -Int64.max, index) })
        }
        long.title = String(repeating: "很长的标题", count: 40)
        charts.append(long)
        let zeros = [PageSamples.number(0), PageSamples.number(0)]
        charts.append(
            Chart(title: "零", unit: "", categories: ["甲", "乙"], series: [Chart.Series(name: "", values: zeros)]))
        let losses = [PageSamples.number(-1), PageSamples.number(-70_000)]
        charts.append(
            Chart(title: "负", unit: "", categories: ["甲", "乙"], series: [Chart.Series(name: "", values: losses)]))
        charts.append(Chart(title: "", unit: "", categories: [], series: []))
        return charts.map { ChartLayout($0) }
    }

    @Test("文字和条形都在图内")
    func inside() {
        for layout in layouts() {
            for text in layout.texts {
                #expect(text.left >= 0 && text.right <= layout.width, "\(text)")
                #expect(text.top >= 0 && text.bottom <= layout.height, "\(text)")
            }
            for bar in layout.bars + layout.keys {
                #expect(bar.left >= 0 && bar.left + bar.width <= layout.width && bar.width >= 0)
                #expect(bar.top >= 0 && bar.top + bar.height <= layout.height)
            }
        }
    }

    @Test("文字互不重叠，也不压在别的条形上")
    func apart() {
        for layout in layouts() {
            for (index, one) in layout.texts.enumerated() {
                for other in layout.texts[(index + 1)...] {
                    let meets =
                        one.left < other.right && other.left < one.right
                        && one.top < other.bottom - 30 && other.top < one.bottom - 30
                    #expect(!meets, "\(one.text) / \(other.text)")
                }
                for bar in layout.bars where bar.width > 0 {
                    let meets =
                        one.left < bar.left + bar.width && bar.left < one.right
                        && one.top + 40 < bar.top + bar.height && bar.top < one.bottom - 40
                    #expect(!meets, "\(one.text)")
                }
            }
        }
    }

    @Test("数字照印，缺的记为横线，负的在左")
    func figures() throws {
        let layout = ChartLayout(PageSamples.chart(categories: 5))
        #expect(layout.texts.contains { $0.text == "-1000.00" && $0.anchor == .end })
        #expect(layout.texts.contains { $0.text == "0.00" })
        #expect(layout.texts.contains { $0.text == "—" })
        #expect(layout.bars.count == 9)
        let longest = try #require(layout.bars.max { $0.width < $1.width })
        #expect(longest.series == 0 && longest.left == layout.axis)
    }

    @Test("有题名和文字说明")
    func words() {
        let svg = ChartSvg.draw(PageSamples.chart(categories: 3), id: "chart-1")
        #expect(svg.contains("<title id=\"chart-1-title\">支出决算与上年比较</title>"))
        #expect(svg.contains("一般公共服务支出：2020年度 -1000.00万元，2021年度 0.00万元；"))
        #expect(svg.contains("2021年度 无数据</desc>"))
        #expect(svg == ChartSvg.draw(PageSamples.chart(categories: 3), id: "chart-1"))
    }
}
