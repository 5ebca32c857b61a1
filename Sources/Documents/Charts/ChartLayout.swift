import Fiscal
import Paper

/// Where each bar and each piece of text of a chart stands, in tenths of a pixel.
///
/// Bars lie: a Chinese label of any length has room on the left, every figure has its own line, and one category is
/// drawn as well as twenty-six.
struct ChartLayout {
    struct Bar {
        var series: Int
        var left: Int
        var top: Int
        var width: Int
        var height: Int
    }

    struct Text {
        enum Anchor: String { case start, middle, end }

        var text: String
        /// Where the anchor of the text stands, and its baseline.
        var x: Int
        var baseline: Int
        var size: Int
        var anchor: Anchor

        var width: Int { TextMeasure.width(text) * size / 1000 }
        var left: Int {
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        }
        var right: Int { left + width }
        var top: Int { baseline - size }
        var bottom: Int { baseline + size / 4 }
    }

    private(set) var width = 7200
    private(set) var height = 0
    private(set) var bars: [Bar] = []
    /// Coloured squares of the legend.
    private(set) var keys: [Bar] = []
    private(set) var texts: [Text] = []
    /// Where zero stands, from `plotTop` to `plotBottom`.
    private(set) var axis = 0
    private(set) var plotTop = 0
    private(set) var plotBottom = 0

    private let chart: Chart
    private var labelWidth = 0
    private var scale = ChartScale()

    private static let margin = 120
    private static let titleSize = 160
    private static let labelSize = 130
    private static let valueSize = 120
    private static let labelLine = 170
    private static let barHeight = 140
    private static let barStep = 170
    private static let groupGap = 110
    /// A label is wrapped at some twelve characters.
    private static let widestLabel = 1700

    init(_ chart: Chart) {
        self.chart = chart
        measure()
        placeTitle()
        placeLegend()
        placeGroups()
        height += Self.margin
    }

    /// Widths first: labels, then figures on both sides of the axis, and what is left for the bars.
    private mutating func measure() {
        let widest = chart.categories.map { TextMeasure.width($0) * Self.labelSize / 1000 }.max() ?? 0
        labelWidth = min(max(widest + 1, 400), Self.widestLabel)
        let values = chart.series.flatMap(\.values).compactMap(\.self)
        func room(_ numbers: [PrintedNumber]) -> Int {
            numbers.map { TextMeasure.width($0.text()) * Self.valueSize / 1000 + 80 }.max() ?? 0
        }
        let left = Self.margin + labelWidth + 80 + room(values.filter { $0.mantissa < 0 })
        let right = Self.margin + max(300, room(values.filter { $0.mantissa >= 0 }))
        width = max(width, left + right + 2400)
        scale = ChartScale(values, from: left, to: width - right)
        axis = scale.x(of: 0)
    }

    private mutating func placeTitle() {
        let title = chart.unit.isEmpty ? chart.title : "\(chart.title)（单位：\(chart.unit)）"
        height = Self.margin
        for line in TextMeasure.lines(title, limit: (width - 2 * Self.margin) * 1000 / Self.titleSize) {
            height += 220
            texts.append(
                Text(text: line, x: width / 2, baseline: height - 50, size: Self.titleSize, anchor: .middle))
        }
    }

    private mutating func placeLegend() {
        guard chart.series.count > 1 else { return }
        var x = Self.margin
        height += 60
        for (index, series) in chart.series.enumerated() {
            let lines = TextMeasure.lines(series.name, limit: (width - 2 * Self.margin - 200) * 1000 / Self.labelSize)
            let needed = 200 + (lines.map { TextMeasure.width($0) }.max() ?? 0) * Self.labelSize / 1000
            if x > Self.margin, x + needed > width - Self.margin || lines.count > 1 {
                x = Self.margin
                height += 200
            }
            keys.append(Bar(series: index, left: x, top: height + 20, width: 120, height: 120))
            for (offset, line) in lines.enumerated() {
                if offset > 0 { height += 200 }
                texts.append(
                    Text(text: line, x: x + 180, baseline: height + 130, size: Self.labelSize, anchor: .start))
            }
            x += needed + 240
        }
        height += 200
    }

    private mutating func placeGroups() {
        height += 80
        plotTop = height
        for (index, category) in chart.categories.enumerated() {
            let lines = TextMeasure.lines(category, limit: labelWidth * 1000 / Self.labelSize)
            let barsHeight = chart.series.count * Self.barStep
            let groupHeight = max(barsHeight, lines.count * Self.labelLine)
            placeLabel(lines, top: height + (groupHeight - lines.count * Self.labelLine) / 2)
            placeBars(of: index, top: height + (groupHeight - barsHeight) / 2)
            height += groupHeight + Self.groupGap
        }
        plotBottom = height - (chart.categories.isEmpty ? 0 : Self.groupGap / 2)
    }

    private mutating func placeLabel(_ lines: [String], top: Int) {
        for (offset, line) in lines.enumerated() {
            let baseline = top + offset * Self.labelLine + 130
            texts.append(
                Text(
                    text: line, x: Self.margin + labelWidth, baseline: baseline, size: Self.labelSize, anchor: .end))
        }
    }

    private mutating func placeBars(of category: Int, top: Int) {
        for (index, series) in chart.series.enumerated() {
            let barTop = top + index * Self.barStep + (Self.barStep - Self.barHeight) / 2
            let baseline = barTop + 115
            let printed = category < series.values.count ? series.values[category] : nil
            guard let value = printed else {
                texts.append(Text(text: "—", x: axis + 40, baseline: baseline, size: Self.valueSize, anchor: .start))
                continue
            }
            let end = scale.x(of: ChartScale.size(value))
            bars.append(
                Bar(series: index, left: min(axis, end), top: barTop, width: abs(end - axis), height: Self.barHeight))
            let isNegative = value.mantissa < 0
            texts.append(
                Text(
                    text: value.text(), x: isNegative ? end - 40 : end + 40, baseline: baseline,
                    size: Self.valueSize, anchor: isNegative ? .end : .start))
        }
    }
}

/// From figures to places on the axis. Drawing only: here alone a figure becomes a Double.
struct ChartScale {
    private var lowest = 0.0
    private var highest = 0.0
    private var from = 0
    private var to = 0

    init() {}

    init(_ values: [PrintedNumber], from: Int, to: Int) {
        let sizes = values.map(Self.size)
        lowest = min(0, sizes.min() ?? 0)
        highest = max(0, sizes.max() ?? 0)
        self.from = from
        self.to = to
    }

    /// The size of a figure, for the length of its bar.
    static func size(_ number: PrintedNumber) -> Double {
        var size = Double(number.mantissa)
        for _ in 0..<max(0, number.decimals) { size /= 10 }
        return size
    }

    func x(of size: Double) -> Int {
        guard highest > lowest else { return from }
        return from + Int((Double(to - from) * ((size - lowest) / (highest - lowest))).rounded())
    }
}
