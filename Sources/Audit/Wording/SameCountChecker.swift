import Fiscal
import Publication
import Standards

/// 同一计数: two counts that stand together are told twice, one of them alike and the other not.
struct SameCountChecker: WordingChecker {
    let words: WordLists

    private static let list = "同一计数"

    private struct Told {
        let first: RunningFigure
        let second: RunningFigure
        let passage: Passage

        var text: String { first.text + "、" + second.text }
        var isNothing: Bool { first.number.isZero || second.number.isZero }
    }

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let units = words("文内分项", "计量").map { foldedLabel($0) }.sorted { $0.count > $1.count }
        compareProjects(paper, units, rule, into: &result)
        for row in words.table(Self.list, "组") {
            guard let name = row["名"], let word = row["词"].map({ foldedLabel($0) }),
                let pair = row["数"]?.split(separator: "、").map(String.init), pair.count == 2
            else { continue }
            var told: [Told] = []
            for passage in paper.prose where passage.folded.contains(word) {
                let sentences = RunningSentence.all(in: passage.folded, units: units)
                told += sentences.flatMap { self.told(in: $0, of: passage, word, pair, paper) }
                if let total = row["总额"] {
                    amounts(sentences, of: passage, word, foldedLabel(total), name, paper, rule, into: &result)
                }
            }
            compare(told.filter { !$0.isNothing }, name, paper, rule, into: &result)
        }
        return result
    }

    private func told(
        in sentence: RunningSentence, of passage: Passage, _ word: String, _ pair: [String], _ paper: WordingContext
    ) -> [Told] {
        sentence.figures.indices.dropLast().compactMap { index in
            let (first, second) = (sentence.figures[index], sentence.figures[index + 1])
            guard first.unit == pair[0], second.unit == pair[1], !isOfOtherYear(sentence, first, word, paper) else {
                return nil
            }
            let lead = String(sentence.characters[..<second.range.lowerBound])
            return lead.contains(word) ? Told(first: first, second: second, passage: passage) : nil
        }
    }

    /// Whether the words since the last stop speak of a year that is not the paper's.
    private func isOfOtherYear(
        _ sentence: RunningSentence, _ figure: RunningFigure, _ word: String, _ paper: WordingContext
    ) -> Bool {
        let lead = String(sentence.characters[..<figure.range.lowerBound].split { "。;".contains($0) }.last ?? [])
        let behind = lead.ranges(of: word).last.map { String(lead[$0.lowerBound...]) } ?? lead
        if behind.first(of: words(Self.list, "别的年度")) != nil { return true }
        let years = lead.split { !$0.isDigit }.filter { $0.count == 4 && $0.hasPrefix("20") }
        return years.contains { $0 != "\(paper.year.number)" }
    }

    private func compare(
        _ told: [Told], _ name: String, _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let one = told.first else { return }
        for other in told.dropFirst() {
            let isSame = [
                one.first.number.isSameValue(as: other.first.number),
                one.second.number.isSameValue(as: other.second.number),
            ]
            if isSame == [true, true] { result.pass() }
            guard isSame.contains(true), isSame.contains(false) else { continue }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.twice(name, one.text, other.text),
                    printed: isSame[0] ? other.second.text : other.first.text,
                    places: [one, other].map {
                        $0.passage.at(isSame[0] ? $0.second.text : $0.first.text)
                    }))
            return
        }
    }

    /// 公务接待支出3.47万元，…。公务接待46批次，382人次，共计支出3.47万元.
    private func amounts(
        _ sentences: [RunningSentence], of passage: Passage, _ word: String, _ total: String, _ name: String,
        _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let figures = sentences.flatMap(\.figures).filter { $0.money != nil }
        for (index, again) in figures.enumerated() where again.name == total {
            guard let first = figures[..<index].last(where: { $0.name.contains(word) && $0.name.hasSuffix("支出") }),
                first.unit == again.unit
            else { continue }
            if first.number.isSameValue(as: again.number) {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.twice(name, first.text, again.text),
                    printed: again.text, expected: first.text, places: [passage.at(again.text), passage.at(first.text)])
            )
        }
    }
}

/// 前后说法: two ways to put it that cannot both hold.
struct ContraryChecker: WordingChecker {
    let words: WordLists

    private static let list = "前后说法"

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let negations = words(Self.list, "不是").map { foldedLabel($0) }
        for row in words.table(Self.list, "组") {
            let (said, denied) = (phrases(row["说"]), phrases(row["反"]))
            let all = paper.prose
            let first = all.compactMap { passage in
                passage.folded.first(of: said).map { (passage: passage, words: $0) }
            }.first
            guard let first else { continue }
            let second = all.compactMap { passage in
                Self.stated(denied, in: passage.folded, besides: negations).map { (passage: passage, words: $0) }
            }.first
            guard let second else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.contrary(first.words, second.words),
                    printed: second.words, places: [first, second].map { $0.passage.at($0.words) }))
        }
        return result
    }

    private func phrases(_ text: String?) -> [String] {
        (text ?? "").split(separator: "、").map { foldedLabel($0) }
    }

    /// The first that a clause states; 不存在截留、挪用 states none.
    private static func stated(_ phrases: [String], in text: String, besides negations: [String]) -> String? {
        for clause in text.split(whereSeparator: { ",。;:".contains($0) }) {
            for phrase in phrases {
                guard let range = clause.firstRange(of: phrase) else { continue }
                let lead = String(clause[..<range.lowerBound])
                if !negations.contains(where: lead.contains) { return phrase }
            }
        }
        return nil
    }
}
