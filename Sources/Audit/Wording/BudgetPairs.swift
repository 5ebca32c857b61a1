import Fiscal
import Publication
import Standards

/// 年初预算为5万元，支出决算为6万元，…: a budget and what was spent of it, as one sentence prints them.
struct BudgetPair {
    let passage: Passage
    let budget: String
    let actual: String
    /// What follows, up to the next budget.
    let tail: String
    /// From the budget to the end of the tail.
    let whole: String

    var isZeroBudget: Bool { !budget.contains { $0.isDigit && $0 != "0" } }
    var isZeroActual: Bool { !actual.contains { $0.isDigit && $0 != "0" } }

    /// actual − budget: -1, 0, 1; nil where a number is none.
    var sign: Int? {
        amounts.map { $0.budget == $0.actual ? 0 : ($0.actual > $0.budget ? 1 : -1) }
    }

    /// In ten-thousandths; nil where a number is none.
    var amounts: (budget: Int64, actual: Int64)? {
        guard let left = Self.scaled(budget), let right = Self.scaled(actual) else { return nil }
        return (left, right)
    }

    /// 完成…预算的100%.
    var completion: Substring? {
        guard tail.contains("完成"), tail.contains("%") else { return nil }
        return tail.firstMatch(of: /完成[^%。;]{0,14}?([0-9.]+)%/)?.output.1
    }

    static func all(in paper: WordingContext) -> [BudgetPair] { paper.prose.flatMap { all(in: $0) } }

    static func all(in passage: Passage) -> [BudgetPair] {
        passage.budgets.map {
            BudgetPair(passage: passage, budget: $0.budget, actual: $0.actual, tail: $0.tail, whole: $0.whole)
        }
    }

    /// In ten-thousandths, so that 5 and 5.00 are equal.
    private static func scaled(_ text: String) -> Int64? {
        let parts = text.replacing(",", with: "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int64(parts.first ?? "") else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.count <= 4, let rest = Int64(decimals + String(repeating: "0", count: 4 - decimals.count)) else {
            return nil
        }
        let (value, overflow) = whole.multipliedReportingOverflow(by: 10000)
        return overflow ? nil : value + rest
    }
}

/// The words of a pair, without the passage they stand in.
struct BudgetWords: Sendable {
    let budget: String
    let actual: String
    let tail: String
    let whole: String

    static func all(in text: String) -> [BudgetWords] {
        guard text.contains("预算"), text.contains("决算"), text.contains("元") else { return [] }
        let pattern = /预算数?(?:为|是)?([0-9.,]+)万?元[,;、]?[^0-9。;]{0,14}决算数?(?:为|是)?([0-9.,]+)万?元/
        let matches = text.matches(of: pattern)
        return matches.enumerated().map { index, match in
            let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : text.endIndex
            return BudgetWords(
                budget: String(match.output.1), actual: String(match.output.2),
                tail: String(text[match.range.upperBound..<end]), whole: String(text[match.range.lowerBound..<end]))
        }
    }
}

/// 原因: where budget and final amount differ a reason stands, and 大于 or 小于 is said of the right one.
struct ReasonChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let prose = paper.prose
        if prose.isEmpty { result.lack(WordingWords.noProse) }
        var explained: (whole: BudgetPair, last: Int)?
        for (index, passage) in prose.enumerated() {
            let next = index + 1 < prose.count ? prose[index + 1] : nil
            let pairs = BudgetPair.all(in: passage)
            for (number, pair) in pairs.enumerated() {
                let isLast = number == pairs.count - 1
                let parts = isLast && pair.sign != 0 ? lastPart(of: pair, in: prose[(index + 1)...]) : nil
                if hasReason(pair, next: isLast ? next : nil) {
                    if let parts, parts - index <= Self.mostParts { explained = (pair, parts) }
                } else if comparison(pair.tail) == nil, parts != nil || isPart(pair, of: explained, at: index) {
                    result.pass()
                    continue
                }
                check(pair, next: isLast ? next : nil, paper, rule, into: &result)
            }
        }
        return result
    }

    private func check(
        _ pair: BudgetPair, next: Passage?, _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let sign = pair.sign else { return }
        if let (said, word) = comparison(pair.tail), said != sign {
            result.findings.append(
                Finding(
                    rule, paper, message: WordingWords.wrongComparison(pair, word, sign), printed: word,
                    places: [pair.passage.at(String(pair.whole.prefix(60)))]))
            return
        }
        // A total is explained by the items that follow.
        let goesOn = words("原因", "转入分项").contains {
            pair.tail.hasSuffix($0) || pair.tail.hasSuffix($0 + ":") || pair.tail.hasSuffix($0 + ",")
        }
        if sign == 0 || hasReason(pair, next: next) || goesOn || pair.tail.first(of: words("原因", "转入分项")) != nil {
            return result.pass()
        }
        result.findings.append(
            Finding(
                rule, paper, proof: .warning, message: WordingWords.noReason(pair),
                places: [pair.passage.at(String(pair.whole.prefix(60)))]))
    }

    private func hasReason(_ pair: BudgetPair, next: Passage?) -> Bool {
        pair.tail.first(of: reasons) != nil || isReason(next)
    }

    /// Paragraphs between a whole and the last of its parts, where its reason is theirs.
    private static let mostParts = 8

    /// Whether a whole just before has its reason, and this part of it differs the same way: 三公 is explained once for its
    /// items. What had no budget at all needs a reason of its own.
    private func isPart(_ pair: BudgetPair, of explained: (whole: BudgetPair, last: Int)?, at index: Int) -> Bool {
        guard let explained else { return false }
        return index <= explained.last && !pair.isZeroBudget && pair.sign == explained.whole.sign
    }

    /// Where the budgets and the final amounts of the paragraphs that follow come to this pair's; nil where they never do.
    private func lastPart(of pair: BudgetPair, in rest: ArraySlice<Passage>) -> Int? {
        guard let (budget, actual) = pair.amounts else { return nil }
        var sum = (budget: Int64(0), actual: Int64(0))
        var count = 0
        for (index, passage) in zip(rest.indices, rest) {
            for part in BudgetPair.all(in: passage) {
                guard let amounts = part.amounts else { return nil }
                sum = (sum.budget &+ amounts.budget, sum.actual &+ amounts.actual)
                count += 1
                // Each is rounded by itself.
                let tail = UInt64(count / 2)
                if (sum.budget &- budget).magnitude <= tail, (sum.actual &- actual).magnitude <= tail { return index }
            }
            if sum.actual &- actual > count { return nil }
        }
        return nil
    }

    private var reasons: [String] { words("原因", "原因词").map { foldedLabel($0) } }

    /// The next paragraph may go on with the reason.
    private func isReason(_ next: Passage?) -> Bool {
        guard let next, BudgetPair.all(in: next).isEmpty else { return false }
        return String(next.folded.prefix(20)).first(of: reasons) != nil
    }

    /// 决算数大于预算数: which way, said of budget and final amount.
    private func comparison(_ tail: String) -> (Int, String)? {
        for (key, sign) in [("大于词", 1), ("小于词", -1)] {
            for word in words("原因", key) {
                for match in tail.ranges(of: word) {
                    let before = tail[..<match.lowerBound].suffix(8)
                    let after = tail[match.upperBound...].prefix(6)
                    // 完成年初预算的91.71%，超出年初预算的原因是: the final amount was just spoken of.
                    let isBare = before.last.map { ",;。".contains($0) } ?? true
                    if before.contains("决算") || isBare, after.contains("预算") { return (sign, "决算数\(word)预算数") }
                }
            }
        }
        return nil
    }
}

/// 零基数用语 and 零对零用语: no completion rate of nothing.
struct ZeroBudgetChecker: WordingChecker {
    let words: WordLists
    /// Whether nothing was spent either.
    let isBothZero: Bool

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        for pair in BudgetPair.all(in: paper) where pair.isZeroBudget && pair.isZeroActual == isBothZero {
            // 0 of 0 is no ratio either, but says nothing wrong of what was spent.
            guard let rate = pair.completion, !(isBothZero && Self.isZero(rate)) else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, message: WordingWords.rateOfNothing(pair, String(rate)), printed: rate + "%",
                    places: [pair.passage.at(String(pair.whole.prefix(60)))]))
        }
        return result
    }

    private static func isZero(_ rate: some StringProtocol) -> Bool { rate.allSatisfy { "0.".contains($0) } }
}

/// 原因方向: a rise that is explained by savings, a fall by growth.
struct ReasonDirectionChecker: WordingChecker {
    let words: WordLists

    /// What it looks for, taken out of the word lists once for a paper.
    private struct Lists {
        let openers, stops, rises, falls, either: [String]
        let ofRise, ofFall, surelyOfRise, surelyOfFall: [String]

        init(_ words: WordLists) {
            (openers, stops) = (
                words("原因", "原因词").map { foldedLabel($0) }, words("原因", "止于").map { foldedLabel($0) }
            )
            (rises, falls, either) = (words("原因", "增"), words("原因", "减"), words("原因", "不定"))
            (ofRise, ofFall) = (words("原因", "增的原因"), words("原因", "减的原因"))
            (surelyOfRise, surelyOfFall) = (words("原因", "增的强因"), words("原因", "减的强因"))
        }
    }

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let lists = Lists(words)
        for passage in paper.prose {
            var last = ""
            for sentence in passage.sentences {
                check(sentence, after: last, lists, of: passage, paper, rule, into: &result)
                last = sentence
            }
        }
        return result
    }

    /// - Parameter last: the sentence before, of which one speaks that opens with its reason.
    private func check(
        _ sentence: String, after last: String, _ lists: Lists, of passage: Passage, _ paper: WordingContext,
        _ rule: Rule,
        into result: inout WordingResult
    ) {
        let openers = lists.openers.filter { sentence.contains($0) }
        var rest = sentence[...]
        while let opener = openers.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let after = rest[opener.upperBound...]
            let stop = lists.stops.compactMap { after.firstRange(of: $0)?.lowerBound }.min() ?? after.endIndex
            let reason = String(after[..<stop].drop { $0 == ":" })
            let said = opener.lowerBound == sentence.startIndex ? last[...] : rest[..<opener.lowerBound]
            if !isBothWays(said, lists), let isRise = direction(String(said.suffix(40)), lists) {
                let same = isRise ? lists.ofRise : lists.ofFall
                let strong = isRise ? lists.surelyOfFall : lists.surelyOfRise
                // 对工作 says nothing either way; only a reason that speaks of the other way alone is told.
                if reason.first(of: same) == nil, let word = reason.first(of: strong) {
                    result.findings.append(
                        Finding(
                            rule, paper, proof: .warning,
                            message: WordingWords.reasonAgainst(passage, isRise: isRise, word, reason), printed: reason,
                            places: [passage.at(String(reason.prefix(60)))]))
                } else {
                    result.pass()
                }
            }
            rest = after[stop...]
        }
    }

    /// …增加5万元，其中：项目支出减少3万元。主要原因是…: which of the two it explains is not said.
    private func isBothWays(_ said: Substring, _ lists: Lists) -> Bool {
        let text = String(said)
        return text.first(of: lists.rises) != nil && text.first(of: lists.falls) != nil
    }

    /// The last word of direction before the reason; nil where there is none, or both at once (增减).
    private func direction(_ text: String, _ lists: Lists) -> Bool? {
        let rise = lists.rises.compactMap { text.ranges(of: $0).last?.lowerBound }.max()
        let fall = lists.falls.compactMap { text.ranges(of: $0).last?.lowerBound }.max()
        if text.first(of: lists.either) != nil { return nil }
        switch (rise, fall) {
        case (nil, nil): return nil
        case (let rise?, let fall?): return rise > fall
        case (let rise, _): return rise != nil
        }
    }
}
