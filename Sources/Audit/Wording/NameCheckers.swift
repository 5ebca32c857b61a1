import Publication
import Standards

/// 单位名称: the name beside each table, on the cover and in prose.
struct UnitNameChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let unit = Array(foldedLabel(paper.unit))
        guard unit.count >= 4 else {
            result.lack(WordingWords.noUnit)
            return result
        }
        for table in paper.tables {
            guard let captions = table.captions else {
                result.lack(WordingWords.noCaptions(table.name))
                continue
            }
            for line in captions { check(line, table, unit, paper, rule, into: &result) }
        }
        checkSpellings(paper, unit, rule, into: &result)
        return result
    }

    /// 部门：某局.
    private func check(
        _ line: ReadLine, _ table: ReadTable, _ unit: [Character], _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let folded = foldedLabel(line.text)
        guard let label = words("单位名称", "表头").map({ foldedLabel($0) }).first(where: { folded.hasPrefix($0) }) else {
            return
        }
        let marks = words("单位名称", "表头止于").map { foldedLabel($0) }
        var name = String(folded.dropFirst(label.count))
        if let end = name.firstRange(of: marks) { name = String(name[..<end.lowerBound]) }
        name = name.trimmed
        guard name.count >= 3, !MoneyWords.isUnit(name) else { return }
        if name == String(unit) { return result.pass() }
        let isShort = String(unit).hasSuffix(name) || name.hasSuffix(String(unit))
        let passage = Passage(line.text, kind: .caption, label: table.name, place: line.place)
        result.findings.append(
            Finding(
                rule, paper, proof: isShort ? .notice : editDistance(Array(name), unit) <= 2 ? .error : .warning,
                message: WordingWords.otherUnit(passage, name, paper.unit), printed: name, expected: paper.unit,
                places: [passage.at(name)]))
    }

    /// A spelling of the name: as the paper is called by, or with one character other.
    private struct Spelling {
        var isOwn: Bool
        var places: [FindingPlace]
    }

    /// Where most of the paper spells the name otherwise, the name that it is called by (that of the cover) is the odd one.
    private func checkSpellings(
        _ paper: WordingContext, _ unit: [Character], _ rule: Rule, into result: inout WordingResult
    ) {
        var spellings: [String: Spelling] = [:]
        let passages = paper.coverPassages + paper.headingPassages + paper.prose + paper.notePassages
        for passage in passages {
            for name in names(in: passage, like: unit) {
                let isOwn = name == String(unit)
                spellings[name, default: Spelling(isOwn: isOwn, places: [])].places.append(passage.at(name))
            }
        }
        let own = spellings[String(unit)]?.places ?? []
        let beside = paper.captionPassages.count { $0.folded.contains(String(unit)) }
        result.pass(own.count)
        for (name, found) in spellings.sorted(by: { $0.key < $1.key }) where !found.isOwn {
            let isMost = found.places.count > own.count + beside && !own.isEmpty
            let (odd, usual) = isMost ? (own, found.places) : (found.places, own)
            let (printed, expected) = isMost ? (String(unit), name) : (name, paper.unit)
            for place in odd {
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning,
                        message: WordingWords.otherSpelling(place, printed, expected), printed: printed,
                        expected: expected, places: [place] + usual.prefix(1)))
            }
        }
    }

    /// Stretches as long as the name that differ from it in no character, or in one which is none that tells one place
    /// from another.
    private func names(in passage: Passage, like unit: [Character]) -> [String] {
        let text = Array(passage.folded)
        guard unit.count >= 5, text.count >= unit.count else { return [] }
        let places = Set(words("单位名称", "地名用字").joined())
        return (0...(text.count - unit.count)).compactMap { start in
            var wrong: [Int] = []
            for offset in unit.indices where text[start + offset] != unit[offset] {
                wrong.append(offset)
                if wrong.count > 1 { return nil }
            }
            guard let place = wrong.first else { return String(unit) }
            guard text[start + place].isHan, place > 0, place < unit.count - 1, !places.contains(unit[place]),
                !places.contains(text[start + place])
            else { return nil }
            return String(text[start..<(start + unit.count)])
        }
    }
}

/// 部门单位用语: 部门决算 or 单位决算, and 本部门 or 本单位 with it.
struct NounChecker: WordingChecker {
    let words: WordLists
    private static let fewest = 3

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let kinds = words.table("部门单位用语", "种类")
        let cover = paper.coverPassages.map(\.folded).joined()
        guard let own = kinds.first(where: { cover.contains($0["称"] ?? "　") }) else {
            result.lack(WordingWords.noKind)
            return result
        }
        let others = kinds.filter { $0["称"] != own["称"] }
        for heading in paper.headingPassages {
            guard let other = others.first(where: { heading.folded.contains($0["称"] ?? "　") }) else {
                result.pass()
                continue
            }
            let (printed, expected) = (other["称"] ?? "", own["称"] ?? "")
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.otherKind(heading, printed, expected),
                    printed: printed, expected: expected, places: [heading.at(printed)]))
        }
        // Papers mix 本部门 and 本单位 freely: one hint, and only where both are used of the accounts.
        let spoken = paper.prose.filter { !$0.phrases.isEmpty }
        for other in others {
            let (word, ownWord) = (other["自称"] ?? "　", own["自称"] ?? "　")
            let strange = spoken.filter { $0.folded.contains(word) }
            guard strange.count >= Self.fewest, let first = strange.first,
                spoken.contains(where: { $0.folded.contains(ownWord) })
            else { continue }
            result.findings.append(
                Finding(
                    rule, paper, proof: .notice, message: WordingWords.mixedNoun(first, word, ownWord, strange.count),
                    printed: word, expected: ownWord, places: strange.map { $0.at(word) }))
        }
        return result
    }
}
