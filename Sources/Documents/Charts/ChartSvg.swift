import Fiscal
package import Paper

/// Draws a chart as one SVG element: lying bars, each with its figure as printed, and the same in words for readers
/// who do not see it.
package enum ChartSvg {
    /// `id` tells the drawings of one page apart; it must be safe in an attribute.
    package static func draw(_ chart: Chart, id: String = "chart") -> String {
        let layout = ChartLayout(chart)
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" id="\(id)" role="img" \
            aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(pixels(layout.width)) \(pixels(layout.height))">
            <title id="\(id)-title">\(HtmlText.title(chart.title))</title>
            <desc id="\(id)-desc">\(HtmlText.title(description(chart)))</desc>

            """
        for bar in layout.keys + layout.bars { svg += rectangle(bar) }
        svg += """
            <path d="M\(pixels(layout.axis)) \(pixels(layout.plotTop))V\(pixels(layout.plotBottom))" \
            stroke="#555" stroke-width="1"/>
            <g fill="#1a1a1a" font-family="SimSun, 'Songti SC', 'Noto Serif CJK SC', serif">

            """
        for text in layout.texts { svg += element(text) }
        return svg + "</g>\n</svg>\n"
    }

    /// Dark to light, told apart in print without colour; more series than these begin again.
    private static let fills = ["#1f3f66", "#c08a3e", "#6f8f7a", "#9c4f4f", "#8c8c8c", "#b9c7d8"]

    private static func rectangle(_ bar: ChartLayout.Bar) -> String {
        let fill = fills[bar.series % fills.count]
        return "<rect x=\"\(pixels(bar.left))\" y=\"\(pixels(bar.top))\" width=\"\(pixels(bar.width))\" "
            + "height=\"\(pixels(bar.height))\" fill=\"\(fill)\"/>\n"
    }

    private static func element(_ text: ChartLayout.Text) -> String {
        "<text x=\"\(pixels(text.x))\" y=\"\(pixels(text.baseline))\" font-size=\"\(pixels(text.size))\" "
            + "text-anchor=\"\(text.anchor.rawValue)\">\(HtmlText.title(text.text))</text>\n"
    }

    /// Tenths as a decimal: the same digits everywhere.
    private static func pixels(_ tenths: Int) -> String {
        let magnitude = tenths.magnitude
        let sign = tenths < 0 ? "-" : ""
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }

    private static func description(_ chart: Chart) -> String {
        let lines = chart.categories.enumerated().map { index, category in
            let figures = chart.series.map { series in
                let value = index < series.values.count ? series.values[index] : nil
                return "\(series.name) \(value.map { $0.text() + chart.unit } ?? "无数据")"
            }
            return "\(category)：\(figures.joined(separator: "，"))"
        }
        return lines.joined(separator: "；")
    }
}
