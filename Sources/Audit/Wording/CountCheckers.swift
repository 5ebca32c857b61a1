import Fiscal
import Publication
import Standards

/// 名单计数 and 项目名单计数: 共4个单位，包括…: as many names as are said.
struct CountChecker: WordingChecker {
    let words: WordLists
    /// The key of the word list: which counters, of what, under which headings.
    let list: String

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let headings = words(list, "标题")
        let passages = headings.isEmpty ? paper.prose : paper.prose(under: headings)
        if passages.isEmpty { result.lack(WordingWords.noSection(headings.first ?? "")) }
        let below = CountBelow(words, list: list)
        for index in paper.prose.indices
        where headings.isEmpty || passages.contains(where: { $0 === paper.prose[index] }) {
            below.check(index, of: paper, rule, into: &result)
        }
        for passage in passages {
            for sentence in passage.sentences { check(sentence, of: passage, paper, rule, into: &result) }
        }
        return result
    }

    private func check(
        _ sentence: String, of passage: Passage, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let openers = words(list, "引语").map { foldedLabel($0) }
        guard sentence.first(of: openers) != nil, sentence.first(of: ["个", "家", "项"]) != nil else { return }
        for match in sentence.matches(of: /([0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:个|家|项)([^0-9,。;:、]{0,12})/) {
            guard let wanted = Numerals.value(String(match.output.1)),
                words(list, "量").contains(where: {
                    match.output.2.contains(foldedLabel($0)) || match.output.0.hasSuffix($0)
                })
            else { continue }
            let after = String(sentence[match.range.upperBound...])
            guard let opener = after.firstRange(of: openers),
                after[..<opener.lowerBound].allSatisfy({ !$0.isDigit && !"。;".contains($0) }),
                after[..<opener.lowerBound].count < 16
            else { continue }
            let names = names(String(after[opener.upperBound...]))
            guard names.list.count > 1, wanted > 1 else { continue }
            let isOpen = names.list.last.map { name in words("名单", "等").contains { name.hasSuffix($0) } } ?? false
            if names.list.count == wanted || isOpen && names.list.count < wanted { return result.pass() }
            let proof: Severity = names.isSure && !isOpen ? .error : .notice
            result.findings.append(
                Finding(
                    rule, paper, proof: proof,
                    message: WordingWords.count(passage, String(match.output.0), names.list.count),
                    printed: String(match.output.0), expected: String(names.list.count),
                    places: [passage.at(String(match.output.0))]))
            return
        }
    }

    /// The names up to the end of the list. Quotation marks tell names for sure; commas may stand inside one.
    private func names(_ text: String) -> (list: [String], isSure: Bool) {
        var clause = String(text.prefix { !"。;".contains($0) })
        // ，共涉及资金6268.40万元: said of all of them, and no name.
        if let end = clause.firstRange(of: words(list, "名单之后").map { "," + foldedLabel($0) }) {
            clause = String(clause[..<end.lowerBound])
        }
        let quoted = clause.matches(of: /"[^"]{1,40}"/).map { String($0.output) }
        if quoted.count > 1 { return (quoted, true) }
        let list = clause.split { "、".contains($0) }.map { String($0) }
        let isPlain = !clause.contains { ",()和及".contains($0) }
        return (list, isPlain)
    }
}
