import Fiscal
import Publication
import Standards

/// 人数分项: 实有人数 is the sum of those in post and retired.
struct HeadcountChecker: WordingChecker {
    let words: WordLists

    private static let list = "人数分项"

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let counters = folded("计量")
        let units = (counters + folded("别的计量")).sorted { $0.count > $1.count }
        let (totals, openers) = (folded("总数"), folded("引语"))
        for passage in paper.prose {
            for text in passage.sentences where text.first(of: totals) != nil && text.first(of: openers) != nil {
                let sentence = RunningSentence(text, units: units)
                for index in sentence.figures.indices where counters.contains(sentence.figures[index].unit) {
                    check(sentence.figures[index...], passage, paper, rule, into: &result)
                }
            }
        }
        return result
    }

    private func folded(_ key: String) -> [String] {
        words(Self.list, key).map { foldedLabel($0) }.sorted { $0.count > $1.count }
    }

    /// The kind of staff that a figure's words name.
    private func kind(_ figure: RunningFigure) -> String? { figure.name.first(of: folded("部分")) }

    private func check(
        _ figures: ArraySlice<RunningFigure>, _ passage: Passage, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let openers = folded("引语")
        guard let head = figures.first, let wanted = Int(head.digits), kind(head) == nil,
            head.name.first(of: folded("总数")) != nil, let first = figures.dropFirst().first,
            openers.contains(where: { first.gap.drop { ",(:".contains($0) }.hasPrefix($0) })
        else { return }
        // To where something else begins, be it the parts of a part.
        let others = figures.dropFirst(2).prefix { figure in
            !figure.gap.contains(";") && figure.gap.first(of: openers) == nil && figure.depth >= first.depth
        }
        let all = ([first] + others).filter { $0.unit == head.unit && $0.depth == first.depth }
        let parts = all.compactMap { figure in kind(figure).map { (figure: figure, kind: $0) } }
        let kinds = parts.map(\.kind)
        guard parts.count > 1, Set(kinds).count == kinds.count else { return }
        let counts = parts.compactMap { Int($0.figure.digits) }
        let sum = counts.reduce(0, +)
        if sum == wanted { return result.pass() }
        // 遗属 and the like stand beside: they may be counted, and may not.
        guard counts.count == parts.count, parts.count == all.count else { return }
        // 离退休 besides 退休 would count some twice.
        let isSure = kinds.contains("在职") && !(kinds.contains("离退休") && kinds.count > 2)
        result.findings.append(
            Finding(
                rule, paper, proof: isSure ? .error : .warning,
                message: WordingWords.headcount(passage, wanted, parts.map { $0.figure.name + $0.figure.text }, sum),
                printed: String(wanted), expected: String(sum),
                places: [passage.at(head.text)] + parts.map { passage.at($0.figure.text) }))
    }
}
