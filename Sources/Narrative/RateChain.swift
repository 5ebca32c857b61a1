package import Fiscal
package import Standards

/// An amount, a second one and the rate between them, said in one breath: 收入100万元，比上年增加20万元，增长25%; or
/// 预算100万元，支出决算80万元，完成预算的80%.
///
/// Such figures must agree whatever they are about, so that they are checked where nobody knows the section. Only what
/// stands between them tells: words of comparison and of the figures' kinds, and nothing that names a thing.
package struct RateChain: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The second is the change that led to the first; the rate is of what was before.
        case growth(isFall: Bool)
        /// The first is what was before, the second its change; the rate is the second of the first.
        case change(isFall: Bool)
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
    /// 收入100万元，其中拨款60万元，比上年增加20万元: amounts the change may be of as well, since the words do not say whose.
    package let wholes: [Part]
    /// 收入100万元，比上年80万元增加20万元: what came of the first by the change.
    package let now: Part?
    /// 增加20万元，下降25%: the words of the change and of its rate are against each other.
    package let isContrary: Bool

    /// Whether the rate is of the first, as it is printed.
    package var isOfFirst: Bool {
        if case .growth = kind { false } else { true }
    }

    /// Those of one paragraph, in order.
    package static func all(in paragraph: String, words: ReadingWords.Rates) -> [RateChain] {
        let text = FoldedText(paragraph)
        let figures = FigureScanner.figures(in: text)
        guard figures.count > 2 else { return [] }
        return (2..<figures.count).compactMap { index in
            guard let three = ThreeFigures(figures, endingAt: index, text, words), let (kind, isContrary) = three.told
            else { return nil }
            return RateChain(
                kind: kind, first: part(three.first, text), second: part(three.second, text),
                rate: part(three.rate, text), wholes: three.wholes.map { part($0, text) },
                now: three.now.map { part($0, text) }, isContrary: isContrary)
        }
    }

    private static func part(_ figure: ScannedFigure, _ text: FoldedText) -> Part {
        Part(
            printed: figure.printed, unit: figure.unit, text: text.text(figure.range),
            offset: text.offsets[figure.range.lowerBound])
    }
}

/// Two amounts and a rate that follow each other, with the words that lead to each.
private struct ThreeFigures {
    let first: ScannedFigure
    let second: ScannedFigure
    let rate: ScannedFigure
    /// Amounts of the sentence that 其中 took the first out of; nil where the sentence is too long to be sure of all.
    private let outer: [ScannedFigure]?
    /// The sentence up to the first.
    private let sentence: RateJoint
    /// Between the first and the second, the second and the rate.
    private let joint: RateJoint
    private let tail: RateJoint
    /// The amount before the first, and what stands between the two.
    private let former: (figure: ScannedFigure, joint: RateJoint)?

    /// nil where they are not two amounts and a rate.
    init?(_ figures: [ScannedFigure], endingAt index: Int, _ text: FoldedText, _ words: ReadingWords.Rates) {
        (second, rate) = (figures[index - 1], figures[index])
        var first = figures[index - 2]
        let reached = first.range.upperBound
        // 收入100万元，占50%，比上年增加20万元，增长25%: a share between says nothing of the change.
        if first.kind == .percent, index > 2,
            RateJoint(text, figures[index - 3].range.upperBound..<first.range.lowerBound, words).isShare
        {
            first = figures[index - 3]
        }
        guard first.kind == .money, second.kind == .money, rate.kind == .percent,
            ![first, second, rate].contains(where: { $0.isVague || $0.isListed || $0.printed.mantissa < 0 })
        else { return nil }
        self.first = first
        let start = RateJoint.start(text, of: first.range.lowerBound)
        sentence = RateJoint(text, start.place..<first.range.lowerBound, words)
        let before = figures[..<(index - 1)].filter {
            $0.kind == .money && (start.place..<first.range.lowerBound).contains($0.range.lowerBound)
        }
        outer = start.isOfSentence && !before.contains { $0.isVague || $0.isListed } ? Array(before) : nil
        joint = RateJoint(text, reached..<second.range.lowerBound, words)
        tail = RateJoint(text, second.range.upperBound..<rate.range.lowerBound, words)
        former = figures[..<index].last { $0.range.upperBound <= first.range.lowerBound }.map { last in
            (last, RateJoint(text, last.range.upperBound..<first.range.lowerBound, words))
        }
    }

    /// Only of a first that is what was before.
    var now: ScannedFigure? {
        guard case .change? = told?.0, let (figure, joint) = former, joint.comparesAtOnce, figure.kind == .money,
            !figure.isVague, !figure.isListed, figure.printed.mantissa >= 0
        else { return nil }
        return figure
    }

    var wholes: [ScannedFigure] {
        if case .change? = told?.0 { return [] }
        return spanned
    }

    private var spanned: [ScannedFigure] { sentence.hasParts ? outer ?? [] : [] }

    /// What the words make of them; nil where they may be of different things.
    var told: (RateChain.Kind, isContrary: Bool)? {
        // 比上年80万元增加20万元，增长25%: whatever the sentence spoke of before, it is of these 80.
        if let isFall = joint.bareChange, let isFalling = tail.growth, sentence.lastClause.leadsToBase {
            return (.change(isFall: isFall), isContrary: isFall != isFalling)
        }
        if sentence.hasParts, spanned.isEmpty { return nil }
        let lead = sentence.lastClause
        if let isFall = joint.change, let isFalling = tail.growth {
            // 上年80万元，比上年增加20万元; 年初预算80万元，比年初预算增加20万元: the first is what is compared with.
            if lead.isPrior || lead.budget != nil && joint.comparesWithBudget { return nil }
            // 与2020年收入80万元相比，增加20万元: so it is too where the words of comparison stand before it.
            if lead.isCompared || !(joint.namesBase || joint.isYearly && !lead.namesYear) { return nil }
            return (.growth(isFall: isFall), isContrary: isFall != isFalling)
        }
        guard !sentence.hasParts, let budget = lead.budget, joint.isActual, let whole = tail.whole,
            !sentence.hasOtherFunds, whole == budget || Set([whole, budget]) == [.adjusted, .any]
        else { return nil }
        return (.completion, isContrary: false)
    }
}
