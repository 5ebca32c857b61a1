package import Fiscal

/// An amount, a second one and the rate between them, said in one breath: 收入100万元，比上年增加20万元，增长25%; or
/// 预算100万元，支出决算80万元，完成预算的80%.
///
/// Such figures must agree whatever they are about, so that they are checked where nobody knows the section. Only what
/// stands between them tells: words of comparison and of the figures' kinds, and nothing that names a thing.
package struct RateChain: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The second is the change that led to the first; the rate is of what was before.
        case growth(isFall: Bool)
        /// The rate is the second of the first.
        case completion
    }

    package struct Part: Sendable, Hashable {
        package let printed: PrintedNumber
        package let unit: String
        package let text: String
        /// In characters of the paragraph.
        package let offset: Int
    }

    package let kind: Kind
    package let first: Part
    package let second: Part
    package let rate: Part
    /// 增加20万元，下降25%: the words of the change and of its rate are against each other.
    package let isContrary: Bool

    /// Those of one paragraph, in order.
    package static func all(in paragraph: String) -> [RateChain] {
        let text = FoldedText(paragraph)
        let figures = FigureScanner.figures(in: text)
        guard figures.count > 2 else { return [] }
        return (2..<figures.count).compactMap { index in
            let (second, rate) = (figures[index - 1], figures[index])
            var first = figures[index - 2]
            let reached = first.range.upperBound
            // 收入100万元，占50%，比上年增加20万元，增长25%: a share between says nothing of the change.
            if first.kind == .percent, index > 2,
                Joint(text, figures[index - 3].range.upperBound..<first.range.lowerBound).isShare
            {
                first = figures[index - 3]
            }
            guard first.kind == .money, second.kind == .money, rate.kind == .percent,
                ![first, second, rate].contains(where: { $0.isVague || $0.isListed || $0.printed.mantissa < 0 })
            else { return nil }
            let joint = Joint(text, reached..<second.range.lowerBound)
            let tail = Joint(text, second.range.upperBound..<rate.range.lowerBound)
            func chain(_ kind: Kind, isContrary: Bool = false) -> RateChain {
                RateChain(
                    kind: kind, first: part(first, text), second: part(second, text), rate: part(rate, text),
                    isContrary: isContrary)
            }
            let sentence = Joint(text, Joint.start(text, of: first.range.lowerBound)..<first.range.lowerBound)
            let lead = sentence.lastClause
            // 收入100万元，其中拨款60万元，比上年增加20万元: whose change it is, the words do not say.
            guard !sentence.hasParts else { return nil }
            if let isFall = joint.change, let isFalling = tail.growth {
                // 上年80万元，比上年增加20万元; 年初预算80万元，比年初预算增加20万元: the first is what is compared with.
                if lead.isPrior || lead.budget != nil && joint.comparesWithBudget { return nil }
                // 与2020年收入80万元相比，增加20万元: so it is too where the words of comparison stand before it.
                if lead.isCompared || !(joint.namesBase || joint.isYearly && !lead.namesYear) { return nil }
                return chain(.growth(isFall: isFall), isContrary: isFall != isFalling)
            }
            guard let budget = lead.budget, joint.isActual, let whole = tail.whole,
                !sentence.hasOtherFunds, whole == budget || (whole == .adjusted && budget == .any)
            else { return nil }
            return chain(.completion)
        }
    }

    private static func part(_ figure: ScannedFigure, _ text: FoldedText) -> Part {
        Part(
            printed: figure.printed, unit: figure.unit, text: text.text(figure.range),
            offset: text.offsets[figure.range.lowerBound])
    }
}

/// The words between two figures.
private struct Joint {
    enum Budget {
        case initial, adjusted
        /// 预算, and no word which.
        case any
    }

    private let words: String

    private static let farthest = 80
    private static let priors = ["上年", "去年", "上一年", "前一年", "同期"]
    private static let comparing = [
        "同口径", "同比", "相比较", "相比", "对比", "比较", "决算数", "预算数", "执行数", "支出数", "收入数", "年初", "决算", "预算", "执行",
        "上年度", "上一年度", "去年度", "上年", "上一年", "去年", "同期", "年度", "年", "与", "比", "较", "同", "和", "数", "共", "净", ",", ";",
    ]
    private static let comparisons = ["与", "比", "较", "同比"]
    private static let rises = ["增加", "增长", "上升", "提高"]
    private static let falls = ["减少", "下降", "降低"]
    private static let growing = [
        "增长率", "降低率", "增幅", "降幅", "减幅", "同比", "幅度", "比例", "比率", "了", "为", "约", "达", "率", ",", "、", ";",
    ]
    private static let actual = [
        "支出决算", "决算支出", "实际支出", "实际完成", "实际执行", "全年执行", "支出", "收入", "决算", "执行", "实际", "完成", "本年", "全年", "金额", "数",
        "额", "为", "是", "了", ",", ";",
    ]
    private static let completing = [
        "预算执行率", "执行率", "完成率", "完成", "占", "年初", "全年", "调整后", "调整", "预算", "数", "的", "率", "为", "是", "达到", "达", "约", ",",
        "、",
    ]

    init(_ text: FoldedText, _ range: Range<Int>) {
        words = String(String.UnicodeScalarView(text.scalars[range].compactMap(Unicode.Scalar.init)))
    }

    private init(words: String) { self.words = words }

    /// Where the sentence of a place begins.
    static func start(_ text: FoldedText, of place: Int) -> Int {
        let least = max(0, place - farthest)
        let stop = text.scalars[least..<place].lastIndex { scalar in
            Unicode.Scalar(scalar).map { "。;".unicodeScalars.contains($0) } ?? false
        }
        return stop.map { $0 + 1 } ?? least
    }

    /// What stands behind the last comma.
    var lastClause: Joint {
        Joint(words: String(words.split(omittingEmptySubsequences: false) { ",;。:".contains($0) }.last ?? ""))
    }

    var hasParts: Bool { words.contains("其中") }
    /// Money beside the budget of the year, which may count in what is completed.
    var hasOtherFunds: Bool { ["结转", "追加", "结余"].contains { words.contains($0) } }
    /// Whether it leads to what something else is compared with.
    var isCompared: Bool { ["与", "较", "比", "同", "和"].contains { words.contains($0) } }
    var namesYear: Bool { words.contains("年") && words.contains(where: \.isNumber) }
    /// Whether it names what the change is measured from, and does not only point back to it.
    var namesBase: Bool { Self.priors.contains { words.contains($0) } || words.contains("预算") || namesYear }
    var isYearly: Bool { words.contains("同比") }

    /// The direction of a change that is measured from another year or a budget; nil where any other word stands there.
    var change: Bool? {
        guard let (isFall, rest) = direction(of: words), Self.comparisons.contains(where: { rest.contains($0) }),
            isMade(of: Self.comparing, rest.filter { !$0.isNumber })
        else { return nil }
        return isFall
    }

    /// The direction of the rate behind a change.
    var growth: Bool? {
        var text = words
        while let end = Self.growing.first(where: { text.hasSuffix($0) }) { text.removeLast(end.count) }
        // 增幅5% and 降幅5% are words of their own.
        if text.isEmpty {
            if words.contains("增") { return false }
            return words.contains("降") || words.contains("减") ? true : nil
        }
        guard let (isFall, rest) = direction(of: text), isMade(of: Self.growing, rest) else { return nil }
        return isFall
    }

    /// Whether the first amount is a budget, and which.
    var budget: Budget? {
        guard let place = words.ranges(of: "预算").last?.lowerBound else { return nil }
        let tail = words[place...].dropFirst(2)
        guard isMade(of: ["数", "为", "是", "安排", "批复", "金额", "总额", "资金", "支出", "收入"], String(tail)) else { return nil }
        let before = words[..<place]
        if before.hasSuffix("年初") { return .initial }
        return before.hasSuffix("全年") || before.hasSuffix("调整后") || before.hasSuffix("调整") ? .adjusted : .any
    }

    var isActual: Bool {
        ["决算", "执行", "实际", "支出"].contains { words.contains($0) } && isMade(of: Self.actual, words)
    }

    /// Whether the last clause speaks of the year before.
    var isPrior: Bool {
        let clause = words.split(omittingEmptySubsequences: false) { ",;。:".contains($0) }.last ?? ""
        return Self.priors.contains { clause.contains($0) }
    }

    /// 比年初预算, 较预算; 比2022年预算 is another year's.
    var comparesWithBudget: Bool {
        words.ranges(of: "预算").contains { range in
            let before = words[..<range.lowerBound]
            return before.hasSuffix("年初") || !(before.hasSuffix("年") || before.hasSuffix("年度"))
        }
    }

    var isShare: Bool {
        let text = words.drop { ",;".contains($0) }
        return text.hasPrefix("占") && text.count <= 20 && !text.contains { ",;:()。".contains($0) || $0.isNumber }
    }

    /// Of which budget the rate is.
    var whole: Budget? {
        guard words.contains("完成") || words.contains("执行率"), isMade(of: Self.completing, words) else { return nil }
        if words.contains("年初") { return .initial }
        // A rate of execution is of the budget as it was adjusted.
        let isOfAdjusted = ["全年", "调整", "执行率"].contains { words.contains($0) }
        return isOfAdjusted ? .adjusted : .any
    }

    /// The word of direction at the end, and what stands before it.
    private func direction(of text: String) -> (isFall: Bool, rest: String)? {
        var text = text
        if text.hasSuffix("了") { text.removeLast() }
        for (words, isFall) in [(Self.rises, false), (Self.falls, true)] {
            for word in words where text.hasSuffix(word) { return (isFall, String(text.dropLast(word.count))) }
        }
        return nil
    }

    private func isMade(of known: [String], _ text: String) -> Bool {
        var rest = text[...]
        while !rest.isEmpty {
            guard let word = known.first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(word.count)
        }
        return true
    }
}
