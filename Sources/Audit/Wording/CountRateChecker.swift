import Fiscal
import Publication
import Standards

/// 文内比率: two figures of a sentence and the rate between them, where only marks and known words join them.
struct CountRateChecker: WordingChecker {
    let words: WordLists

    private static let list = "文内比率"
    private static let percent = "%"

    /// A part, what it may be a part of, and the rate.
    private struct Rate {
        let part: RunningFigure
        let wholes: [RunningFigure]
        let rate: RunningFigure
    }

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let units = words("文内分项", "计量").map { foldedLabel($0) }.sorted { $0.count > $1.count }
        let totals = TableShares(words, paper)
        for passage in paper.prose where passage.folded.contains("%") {
            let own = Set(passage.ownFigures.map { foldedLabel($0).filter { $0.isDigit || $0 == "." } })
            for sentence in RunningSentence.all(in: passage.folded, units: units) {
                for index in sentence.figures.indices where sentence.figures[index].unit == Self.percent {
                    if index > 0, !own.contains(sentence.figures[index - 1].digits.filter({ $0 != "," })) {
                        check(
                            sentence.figures[index], of: sentence.figures[index - 1], totals, passage, paper, rule,
                            into: &result)
                    }
                    guard
                        let rate = share(sentence.figures, index) ?? namedRate(sentence.figures, index)
                            ?? planned(sentence.figures, index),
                        // What is understood is checked by what it means.
                        !own.contains(rate.part.digits.filter { $0 != "," })
                    else { continue }
                    check(rate, passage, paper, rule, into: &result)
                }
            }
        }
        return result
    }

    private func check(
        _ rate: Rate, _ passage: Passage, _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let decimals = ([rate.part] + rate.wholes).map(\.number.decimals).max() ?? 0
        guard let part = rate.part.bounds(decimals) else { return }
        let wholes = rate.wholes.compactMap { whole in
            whole.bounds(decimals).flatMap { bounds in
                Quotient.follows(rate.rate.number, part, times: 100, over: bounds).map { (whole, bounds, $0) }
            }
        }
        guard let (whole, bounds, _) = wholes.last, wholes.count == rate.wholes.count else { return }
        if wholes.contains(where: \.2) { return result.pass() }
        let places = max(rate.rate.number.decimals, 2)
        let expected =
            (PrintedNumber.rounding(part.middle * 100, over: bounds.middle, decimals: places)?.text() ?? "？")
            + Self.percent
        result.findings.append(
            Finding(
                rule, paper, proof: .warning,
                message: WordingWords.rate(
                    passage, rate.rate.name + rate.rate.text, rate.part.name + rate.part.text,
                    whole.name + whole.text, expected),
                printed: rate.rate.text, expected: expected,
                places: [rate.rate, rate.part, whole].map { passage.at($0.text) }))
    }

    /// 涉及资金100万元，占项目支出总额的100%.
    private func check(
        _ rate: RunningFigure, of part: RunningFigure, _ totals: TableShares, _ passage: Passage,
        _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        switch totals.verdict(part, rate, isAnnex: passage.isAnnex) {
        case nil: return
        case .holds: result.pass()
        case .fails(let whole, let expected):
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning,
                    message: WordingWords.rate(
                        passage, rate.name + rate.text, part.name + part.text,
                        whole.place.label + " " + whole.text + whole.unit, expected),
                    printed: rate.text, expected: expected,
                    places: [passage.at(rate.text), passage.at(part.text)]
                        + [FindingPlace(text: whole.text, place: whole.place)]))
        }
    }

    // MARK: - Shares

    /// 车辆138辆，其中新能源车117辆，占84.78%.
    private func share(_ figures: [RunningFigure], _ index: Int) -> Rate? {
        let rate = figures[index]
        guard index > 1, isBareShare(rate.gap), figures[index - 1].unit != Self.percent,
            !figures[index - 1].unit.isEmpty
        else { return nil }
        let part = figures[index - 1]
        var start = index - 1
        while start > 0 {
            let figure = figures[start]
            if figure.unit != Self.percent, !figure.isLike(part) || figure.depth != part.depth { return nil }
            if let opener = words(Self.list, "引语").compactMap({ figure.gap.ranges(of: $0).last }).first {
                let isDirect = figure.gap[..<opener.lowerBound].allSatisfy { ",;:(。".contains($0) }
                let whole = figures[start - 1]
                return isDirect && whole.isLike(part) && whole.unit != Self.percent
                    ? Rate(part: part, wholes: [whole], rate: rate) : nil
            }
            if words("文内分项", "别的").contains(where: { figure.gap.contains($0) }) { return nil }
            start -= 1
        }
        return nil
    }

    private func isBareShare(_ gap: String) -> Bool {
        let text = gap.drop { $0 == "," }
        guard text.hasPrefix("占") else { return false }
        var rest = text.dropFirst()
        while let word = words(Self.list, "占").first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count)
        }
        return rest.isEmpty
    }

    // MARK: - Rates by name

    /// 回收问卷800份，满意的742份，满意度92.75%.
    private func namedRate(_ figures: [RunningFigure], _ index: Int) -> Rate? {
        let rate = figures[index]
        guard index > 1, rate.gap.hasPrefix(","),
            words(Self.list, "比率").contains(where: { rate.name.hasSuffix($0) }),
            let name = words(Self.list, "名").first(where: { rate.name.contains($0) })
        else { return nil }
        let part = figures[index - 1]
        let wholes = figures[..<(index - 1)].filter { isComparable($0, part) && ($0.number.thousandths ?? 0) > 0 }
        let against = words(Self.list, "反")
        // 非常满意300人、满意400人: two parts, and nobody knows which the rate counts.
        guard part.name.contains(name), !wholes.isEmpty, !wholes.contains(where: { $0.name.contains(name) }),
            !against.contains(where: { part.name.contains($0) || rate.name.contains($0) }),
            wholes.allSatisfy({ ($0.number.thousandths ?? 0) >= (part.number.thousandths ?? .max) })
        else { return nil }
        return Rate(part: part, wholes: wholes, rate: rate)
    }

    private func isComparable(_ figure: RunningFigure, _ part: RunningFigure) -> Bool {
        guard figure.money == nil, part.money == nil, !part.unit.isEmpty else { return false }
        let same = words(Self.list, "同量")
        return figure.unit == part.unit || same.contains(figure.unit) && same.contains(part.unit)
    }

    // MARK: - Plans

    /// 新建58.9公里，完成年度计划62.0公里的95.00%.
    private func planned(_ figures: [RunningFigure], _ index: Int) -> Rate? {
        guard index > 1, figures[index].gap == "的", !figures[index - 1].unit.isEmpty else { return nil }
        let (part, whole) = (figures[index - 2], figures[index - 1])
        guard whole.isLike(part), part.unit != Self.percent, whole.gap.first == ",",
            words(Self.list, "完成").contains(where: { whole.gap.dropFirst().hasPrefix($0) }),
            words(Self.list, "计划").contains(where: { whole.name.hasSuffix($0) })
        else { return nil }
        return Rate(part: part, wholes: [whole], rate: figures[index])
    }
}
