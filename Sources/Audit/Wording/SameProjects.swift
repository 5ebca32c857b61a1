import Fiscal
import Publication
import Standards

/// 同一计数 of projects: 9个项目支出，涉及资金100万元 here and 项目支出100万元，共10个项目 there.
struct SameProjects {
    private let nouns: [String]
    private let funds: [String]
    private let others: [String]

    private static let list = "同一计数"
    private static let unit = "个"
    /// Rounder amounts may be alike by chance.
    private static let fewestDigits = 4

    init(_ words: WordLists) {
        func folded(_ key: String) -> [String] { words(Self.list, key).map { foldedLabel($0) } }
        nouns = folded("项目")
        funds = folded("项目资金")
        others = folded("别的项目")
    }

    struct Told {
        let count: RunningFigure
        let amount: RunningFigure
        let passage: Passage
    }

    func told(in sentence: RunningSentence, of passage: Passage) -> [Told] {
        sentence.figures.indices.compactMap { index in
            let count = sentence.figures[index]
            guard count.unit == Self.unit, count.number.decimals == 0, count.number.mantissa > 1,
                isOfProjects(count, sentence)
            else { return nil }
            let amount = amount(behind: index, sentence) ?? amount(before: index, sentence)
            return amount.map { Told(count: count, amount: $0, passage: passage) }
        }
    }

    private func isOfProjects(_ count: RunningFigure, _ sentence: RunningSentence) -> Bool {
        let tail = sentence.tail(of: count)
        guard nouns.contains(where: { tail.hasPrefix($0) || count.name.hasSuffix($0) }) else { return false }
        return !others.contains { count.name.contains($0) || tail.contains($0) }
    }

    /// 9个项目支出全面开展绩效自评，涉及资金4888.75万元
    private func amount(behind index: Int, _ sentence: RunningSentence) -> RunningFigure? {
        guard index + 1 < sentence.figures.count else { return nil }
        let next = sentence.figures[index + 1]
        return isSum(next) && !next.gap.contains(where: { ";:。(".contains($0) }) ? next : nil
    }

    /// 项目支出4888.75万元，共10个项目
    private func amount(before index: Int, _ sentence: RunningSentence) -> RunningFigure? {
        let count = sentence.figures[index]
        guard index > 0, [",共", ",共有", ",共计"].contains(count.gap) else { return nil }
        let last = sentence.figures[index - 1]
        return isSum(last) ? last : nil
    }

    private func isSum(_ figure: RunningFigure) -> Bool {
        figure.money != nil && funds.contains { figure.name.hasSuffix($0) }
            && !others.contains { figure.gap.contains($0) }
            && String(figure.number.mantissa).trimmingZeros.count >= Self.fewestDigits
    }
}

extension String {
    fileprivate var trimmingZeros: Substring {
        var rest = self[...]
        while rest.last == "0" { rest.removeLast() }
        return rest
    }
}

extension SameCountChecker {
    func compareProjects(_ paper: WordingContext, _ units: [String], _ rule: Rule, into result: inout WordingResult) {
        let reader = SameProjects(words)
        let told = paper.prose.flatMap { passage in
            RunningSentence.all(in: passage.folded, units: units).flatMap { reader.told(in: $0, of: passage) }
        }
        for (index, other) in told.enumerated() {
            guard
                let one = told[..<index].first(where: {
                    $0.amount.unit == other.amount.unit && $0.amount.number.isSameValue(as: other.amount.number)
                })
            else { continue }
            if one.count.number.isSameValue(as: other.count.number) {
                result.pass()
                continue
            }
            let texts = [one, other].map { $0.count.text + "，" + $0.amount.text }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning,
                    message: WordingWords.twice(WordingWords.projects, texts[0], texts[1]), printed: other.count.text,
                    places: [one, other].flatMap { [$0.passage.at($0.count.text), $0.passage.at($0.amount.text)] }))
            return
        }
    }
}
