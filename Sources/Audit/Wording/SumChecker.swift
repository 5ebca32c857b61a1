import Fiscal
import Publication
import Standards

/// 文内分项: what a sentence lists in full comes to the total that it, or the one before, tells.
///
/// Nobody knows what the figures are: only how they are listed tells that they belong together.
struct SumChecker: WordingChecker {
    let words: WordLists

    private static let list = "文内分项"
    /// A list that comes to so much more or less than a total before it is of something else.
    private static let farthestAbove: Int128 = 10
    private static let farthestBelow: Int128 = 50

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let units = words(Self.list, "计量").map { foldedLabel($0) }.sorted { $0.count > $1.count }
        let reader = RunningListReader(words)
        let (scores, sums) = (RunningScores(words), RunningSums(words))
        for (index, passage) in paper.prose.enumerated() {
            guard passage.folded.contains(where: \.isDigit) else { continue }
            var before: [RunningFigure] = []
            for sentence in RunningSentence.all(in: passage.folded, units: units) {
                let own = scores.lists(of: sentence) + sums.lists(of: sentence)
                for list in reader.lists(of: sentence, before: before) + own {
                    check(list, [passage], paper, rule, into: &result)
                }
                before += sentence.figures
            }
            if let (list, rows) = rows(behind: index, before, paper, units) {
                check(list, [passage] + rows, paper, rule, into: &result)
            }
        }
        return result
    }

    // MARK: Rows

    /// 14个项目共支出100万元：, and as many numbered paragraphs with one amount each.
    private func rows(
        behind index: Int, _ figures: [RunningFigure], _ paper: WordingContext, _ units: [String]
    ) -> (RunningList, [Passage])? {
        let passage = paper.prose[index]
        guard passage.folded.hasSuffix(":"), let total = figures.last, total.money != nil,
            let count = figures.dropLast().last, words(Self.list, "个数").contains(count.unit),
            count.number.decimals == 0,
            let wanted = Int(exactly: count.number.mantissa), wanted > 1, index + wanted < paper.prose.count
        else { return nil }
        let rows = paper.prose[(index + 1)...(index + wanted)]
        let items = rows.compactMap { row -> RunningFigure? in
            let text = row.folded.drop(while: Numerals.isOfOrdinal)
            guard text.count < row.folded.count else { return nil }
            let figures = RunningSentence(String(text), units: units).figures
            return figures.count == 1 && figures[0].isLike(total) ? figures[0] : nil
        }
        guard items.count == wanted else { return nil }
        return (RunningList(totals: [total], items: items, completeness: .known, isEnumeration: false), Array(rows))
    }

    // MARK: Sums

    private func check(
        _ list: RunningList, _ passages: [Passage], _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        // What is understood is checked by what it means.
        let own = Set(passages[0].ownFigures.map { foldedLabel($0).filter { $0.isDigit || $0 == "." } })
        if (list.items + list.totals.suffix(1)).allSatisfy({ own.contains($0.digits.filter { $0 != "," }) }) { return }
        let decimals = (list.items + list.totals).map(\.number.decimals).max() ?? 0
        let items = list.items.compactMap { $0.bounds(decimals) }
        guard items.count == list.items.count else { return }
        let sum = items.reduce(.zero, +)
        let totals = list.totals.compactMap { total in total.bounds(decimals).map { (total, $0) } }
        // A total may be told more roughly than its parts.
        let rough = list.totals.compactMap { $0.bounds($0.number.decimals) }
        if (totals.map(\.1) + rough).contains(where: { $0.overlaps(sum) }) { return result.pass() }
        guard let (total, bounds) = wrong(list, sum, totals) else { return }
        let text = amount(sum.middle, like: list.items[0], decimals)
        result.findings.append(
            Finding(
                rule, paper, proof: .warning,
                message: WordingWords.sum(
                    passages[0], total.name + total.text, list.items.map { $0.name + $0.text }, text,
                    amount((bounds.middle - sum.middle).magnitudeValue, like: list.items[0], decimals)),
                printed: total.text, expected: text,
                places: [passages[0].at(total.text)] + places(list, passages)))
    }

    private func places(_ list: RunningList, _ passages: [Passage]) -> [FindingPlace] {
        list.items.enumerated().map { index, item in
            (passages.count > 1 ? passages[index + 1] : passages[0]).at(item.text)
        }
    }

    /// The total that the items should come to; nil where they need not.
    private func wrong(
        _ list: RunningList, _ sum: Bounds, _ totals: [(RunningFigure, Bounds)]
    ) -> (RunningFigure, Bounds)? {
        guard let nearest = totals.min(by: { distance($0.1, sum) < distance($1.1, sum) }) else { return nil }
        if totals.count == 1, list.completeness == .known { return nearest }
        guard list.completeness == nil else {
            // Which of the figures before is the total nobody says: the one that is nearly reached.
            let isAbove = sum.middle > nearest.1.middle
            let far = distance(nearest.1, sum) * (isAbove ? Self.farthestAbove : Self.farthestBelow)
            return far <= nearest.1.middle ? nearest : nil
        }
        // More than all is right of nothing that is counted once.
        let isOnce = list.items.allSatisfy { !words(Self.list, "可重复").contains($0.unit) }
        return list.isEnumeration && isOnce && list.items.count > 2 && sum.low > nearest.1.high ? nearest : nil
    }

    private func distance(_ a: Bounds, _ b: Bounds) -> Int128 { (a.middle - b.middle).magnitudeValue }

    private func amount(_ value: Int128, like item: RunningFigure, _ decimals: Int) -> String {
        let one = item.money.map { Int128($0.rawValue) } ?? 1000
        let text = PrintedNumber.rounding(value, over: Bounds.scale * one, decimals: decimals)?.text() ?? "？"
        return text + item.unit
    }
}

/// 投入得15分，过程得28分，…，合计得96分.
struct RunningScores {
    private let parts: [String]
    private let wholes: [String]
    private let deductions: [String]

    private static let unit = "分"
    private static let fewest = 3

    init(_ words: WordLists) {
        parts = words("文内分项", "得分")
        wholes = words("文内分项", "总分")
        deductions = words("文内分项", "扣分")
    }

    func lists(of sentence: RunningSentence) -> [RunningList] {
        let scores = sentence.figures.filter { $0.unit == Self.unit && $0.depth == 0 }
        guard let end = scores.firstIndex(where: { isWhole($0) }), end >= Self.fewest else { return [] }
        let items = Array(scores[..<end])
        // A mean lies between its parts, and what is deducted is no part.
        guard
            items.allSatisfy({ item in
                parts.contains { item.name.hasSuffix($0) } && !deductions.contains { item.name.contains($0) }
            }),
            items.allSatisfy({ ($0.number.thousandths ?? .max) < (scores[end].number.thousandths ?? 0) })
        else { return [] }
        return [RunningList(totals: [scores[end]], items: items, completeness: .counted, isEnumeration: false)]
    }

    private func isWhole(_ figure: RunningFigure) -> Bool {
        wholes.contains { figure.name.hasPrefix($0) } && parts.contains { figure.name.hasSuffix($0) }
            || wholes.contains(figure.name)
    }
}
