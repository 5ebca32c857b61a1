import Fiscal
import Standards

/// A number with its unit, found in folded text.
struct ScannedFigure {
    enum Kind {
        case money
        case percent
        case count
        /// 百分点: a difference of two percentages.
        case points
    }

    /// Number and unit, in scalars of the folded text.
    let range: Range<Int>
    let printed: PrintedNumber
    let kind: Kind
    let unit: String
    /// 300余, 800—1500元: not a figure that can be compared.
    let isVague: Bool
    /// Whether it stands in a list of its like with no word between (23.5%、38.3%): only 分别 says whose each is.
    var isListed = false
}

/// Finds every number that a unit makes a figure; years, dates, ordinals and the limits inside names are none.
struct FigureScanner {
    private let text: FoldedText

    private static let moneyUnits = Needle.list("万元 亿元 千元 百元 元 万 亿")
    private static let countUnits = Needle.list(
        "辆 台(套) 台 套 部 个 人次 人 名 位 批次 批 次 项 家 件 份 户 起 场次 场 团 团次 分 处 所 间 篇 条 期 册 本")
    /// What makes a count of something that is not a count: 12个月, 一次性.
    private static let notCounts = Needle.list("分钟 分之 分别 个月 个工作日 个小时 次性 人民币 本年 本部门 本单位 所属 起至 部分 部门 项级 所得")
    private static let thresholds = Needle.list("以上 以下 以内 (含)以上 (含)以下 及以上 及以下 (不含)以上 (不含)以下")
    private static let vagueWords = Needle.list("余 多 左右")
    private static let dashes = Set("-—–~～至".unicodeScalars.map(\.value))
    private static let listing = Set(",、/和与及".unicodeScalars.map(\.value))
    private static let separators = Set(",、/".unicodeScalars.map(\.value))
    private static let point = UInt32(0x2E)
    private static let comma = UInt32(0x2C)
    private static let ordinal: Needle = "第"
    private static let points: Needle = "个百分点"
    private static let percent: Needle = "%"

    private init(text: FoldedText) { self.text = text }

    static func figures(in text: FoldedText) -> [ScannedFigure] {
        let scanner = FigureScanner(text: text)
        var result: [ScannedFigure] = []
        var place = 0
        while place < text.count {
            guard text.isDigit(place) else {
                place += 1
                continue
            }
            let number = scanner.number(at: place)
            if let figure = scanner.figure(number) { result.append(figure) }
            place = max(number.upperBound, place + 1)
        }
        scanner.markLists(&result)
        return result
    }

    private func markLists(_ figures: inout [ScannedFigure]) {
        for index in figures.indices.dropFirst() {
            let (first, second) = (figures[index - 1], figures[index])
            guard first.kind == second.kind, first.kind == .money || first.kind == .percent,
                second.range.lowerBound == first.range.upperBound + 1,
                Self.listing.contains(text.scalars[first.range.upperBound])
            else { continue }
            figures[index - 1].isListed = true
            figures[index].isListed = true
        }
    }

    /// The digits from here on, with thousands separators in threes and one point.
    private func number(at start: Int) -> Range<Int> {
        var begin = start
        var end = digits(from: start)
        while end < text.count, text.scalars[end] == Self.comma, digits(from: end + 1) == end + 4 { end += 4 }
        if end < text.count, text.scalars[end] == Self.point, text.isDigit(end + 1) {
            end = digits(from: end + 1)
            // 3．36.5万元: the first point belongs to a heading's number.
            if end < text.count, text.scalars[end] == Self.point, text.isDigit(end + 1) {
                begin = digits(from: start) + 1
                end = digits(from: end + 1)
            }
        }
        return begin..<end
    }

    private func digits(from start: Int) -> Int {
        var end = start
        while text.isDigit(end) { end += 1 }
        return end
    }

    private func figure(_ digits: Range<Int>) -> ScannedFigure? {
        if text.has(Self.ordinal, at: digits.lowerBound - 1) || followsLetter(digits.lowerBound) { return nil }
        var begin = digits.lowerBound
        var isVague = false
        if begin > 0, Self.dashes.contains(text.scalars[begin - 1]) {
            if text.isDigit(begin - 2) || followsUnit(begin - 1) {
                isVague = true
            } else if isMinus(begin - 1) {
                begin -= 1
            }
        }
        var place = digits.upperBound
        if followsBareNumber(begin) { isVague = true }
        if let vague = text.first(Self.vagueWords, at: place) {
            isVague = true
            place += vague.count
        }
        guard let (kind, end) = unit(at: place) else { return nil }
        if text.first(Self.thresholds, at: end) != nil { return nil }
        let source = String(
            String.UnicodeScalarView(text.scalars[begin..<digits.upperBound].compactMap(Unicode.Scalar.init)))
        guard let printed = try? NumberText.parse(source) else { return nil }
        return ScannedFigure(
            range: begin..<end, printed: printed, kind: kind, unit: printedUnit(place..<end), isVague: isVague)
    }

    /// 1267.86，2570.97万元: of two numbers under one unit neither says whose it is.
    private func followsBareNumber(_ place: Int) -> Bool {
        guard place > 1, Self.separators.contains(text.scalars[place - 1]), text.isDigit(place - 2) else {
            return false
        }
        return true
    }

    private func printedUnit(_ range: Range<Int>) -> String { text.text(range).filter { !$0.isWhitespace } }

    private func isMinus(_ place: Int) -> Bool { text.scalars[place] == 0x2D }

    private func followsLetter(_ place: Int) -> Bool {
        guard place > 0, let scalar = Unicode.Scalar(text.scalars[place - 1]) else { return false }
        return scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// 20万元—30万元: the dash stands behind a unit.
    private func followsUnit(_ place: Int) -> Bool {
        Self.moneyUnits.contains { text.has($0, at: place - $0.count) }
    }

    private func unit(at place: Int) -> (ScannedFigure.Kind, Int)? {
        if text.has(Self.points, at: place) { return (.points, place + Self.points.count) }
        if text.has(Self.percent, at: place) { return (.percent, place + 1) }
        if let money = text.first(Self.moneyUnits, at: place) {
            let end = place + money.count
            // 3万人 counts people.
            return money.count == 1 && text.first(Self.countUnits, at: end) != nil ? nil : (.money, end)
        }
        guard let count = text.first(Self.countUnits, at: place), text.first(Self.notCounts, at: place) == nil else {
            return nil
        }
        return (.count, place + count.count)
    }
}
