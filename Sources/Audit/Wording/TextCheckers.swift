import Fiscal
import Paper
import Publication
import Standards

/// 占位文字: what a template left to be filled in.
struct PlaceholderChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let anywhere = words("占位文字", "出现").map { foldedLabel($0) }
        let alone = Set(words("占位文字", "独占").map { foldedLabel($0) })
        let spared = words("占位文字", "除外").map { foldedLabel($0) }
        let cells = paper.otherGrids.enumerated().flatMap { index, grid in
            grid.rows.joined().map {
                Passage($0.text, kind: .cell, label: WordingWords.otherTable(index), place: $0.place ?? grid.place)
            }
        }
        let all = paper.passages + cells
        if all.isEmpty { result.lack(WordingWords.noProse) }
        var seenAlone = false
        // One thing not filled in is one finding, however often it is printed.
        var known: [String: Int] = [:]
        for passage in all {
            var text = passage.folded
            for word in spared { text = text.replacing(word, with: "") }
            if let range = text.firstRange(of: anywhere) {
                let (word, excerpt) = (String(text[range]), text.excerpt(range))
                if let index = known[word] {
                    result.findings[index].places.append(passage.at(excerpt))
                    continue
                }
                known[word] = result.findings.count
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.placeholder(passage, word, excerpt), printed: excerpt,
                        places: [passage.at(excerpt)]))
            } else if alone.contains(text) {
                // Rows of …… come in dozens; one finding is enough, and a true form may keep one to show that it goes on.
                if !seenAlone {
                    result.findings.append(
                        Finding(
                            rule, paper, proof: passage.isAnnex ? .notice : .warning,
                            message: WordingWords.emptyRow(passage, text), printed: text, places: [passage.at(text)]))
                }
                seenAlone = true
            } else {
                result.pass()
            }
        }
        return result
    }
}

/// 重复用语: words and marks that stand twice.
struct DoubledChecker: WordingChecker {
    let words: WordLists
    private static let longest = 12
    private static let shortest = 3

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let doubled = words("重复用语", "重复").map { foldedLabel($0) }
        let spared = Set(words("重复用语", "除外").map { foldedLabel($0) })
        let texts = paper.prose + paper.notePassages
        if texts.isEmpty { result.lack(WordingWords.noProse) }
        for passage in texts {
            let text = passage.folded
            let names = paper.standards.classification(.function)
            // Beside forms whose columns repeat a word (明显提高 as aim and as result) only sections of accounts prove a slip.
            let run = { passage.phrases.isEmpty ? nil : Self.repeated(text, spared: spared) { names.find($0) != nil } }
            let range =
                text.firstRange(of: doubled) ?? run().flatMap { Self.isWhole(text[$0], in: passage.text) ? $0 : nil }
            guard let range else {
                result.pass()
                continue
            }
            let excerpt = text.excerpt(range)
            result.findings.append(
                Finding(
                    rule, paper, message: WordingWords.doubled(passage, String(text[range]), excerpt), printed: excerpt,
                    places: [passage.at(excerpt)]))
        }
        return result
    }

    /// Whether no blank parts it in print, as the columns of a table copied into a line are parted.
    private static func isWhole(_ run: Substring, in text: String) -> Bool {
        text.filter { !$0.isNewline }.contains(run)
    }

    /// A run of Chinese characters that is printed twice without anything between: 主要是主要是.
    private static func repeated(
        _ text: String, spared: Set<String>, isName: (String) -> Bool
    ) -> Range<String.Index>? {
        let characters = Array(text.unicodeScalars)
        for length in shortest...longest where characters.count >= 2 * length {
            var equal = 0
            for place in length..<characters.count {
                let same = characters[place].isHan && characters[place] == characters[place - length]
                equal = same ? equal + 1 : 0
                guard equal == length else { continue }
                let word = String(scalars: characters[(place - length + 1)...place])
                guard Set(word).count > 1, !spared.contains(word), !isName(word) else { continue }
                let start = text.unicodeScalars.index(text.startIndex, offsetBy: place - 2 * length + 1)
                return start..<text.unicodeScalars.index(start, offsetBy: 2 * length)
            }
        }
        return nil
    }
}

/// 错字: fixed terms with one character different, and slips that are known.
struct MisspellingChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let slips = words.table("错字", "常见").map { (foldedLabel($0["误"] ?? ""), foldedLabel($0["正"] ?? "")) }
        let terms = words("错字", "固定用语").map { Array(foldedLabel($0).unicodeScalars) }
        let fixed = Set(terms.map { String(scalars: $0) })
        let spared = Set(words("错字", "除外字").joined().unicodeScalars)
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        // One slip of a hand in one paper is one finding, wherever it is repeated.
        var known: [String: Int] = [:]
        for passage in paper.prose {
            let text = passage.folded
            var wrong: (String, String)?
            if let slip = slips.first(where: { !$0.0.isEmpty && text.contains($0.0) }) { wrong = slip }
            wrong =
                wrong ?? near(Array(text.unicodeScalars), terms, known: fixed, spared) ?? path(passage, paper.standards)
            guard let (printed, expected) = wrong else {
                result.pass()
                continue
            }
            if let index = known[printed] {
                result.findings[index].places.append(passage.at(printed))
                continue
            }
            known[printed] = result.findings.count
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.misspelt(passage, printed, expected),
                    printed: printed, expected: expected, places: [passage.at(printed)]))
        }
        return result
    }

    /// A stretch as long as a term that differs from it in one character inside and is no term itself.
    private func near(
        _ text: [Unicode.Scalar], _ terms: [[Unicode.Scalar]], known: Set<String>, _ spared: Set<Unicode.Scalar>
    ) -> (String, String)? {
        for term in terms where text.count >= term.count {
            for start in 0...(text.count - term.count) where text[start] == term[0] {
                var wrong: [Int] = []
                for offset in term.indices where text[start + offset] != term[offset] {
                    wrong.append(offset)
                    if wrong.count > 1 { break }
                }
                guard wrong.count == 1, wrong[0] < term.count - 1, text[start + wrong[0]].isHan,
                    !spared.contains(text[start + wrong[0]])
                else { continue }
                let printed = String(scalars: text[start..<(start + term.count)])
                if !known.contains(printed) { return (printed, String(scalars: term)) }
            }
        }
        return nil
    }

    /// A name of a 类、款、项 path that the list does not have, one character from one it has there.
    private func path(_ passage: Passage, _ standards: Standards) -> (String, String)? {
        for path in passage.paths {
            guard let (name, candidates) = path.unknown(in: standards), name.count > 2 else { continue }
            let near = candidates.filter { editDistance(Array(foldedLabel($0)), Array(name)) == 1 }
            if near.count == 1, let expected = near.first { return (name, expected) }
        }
        return nil
    }
}

/// 旧科目名称: names of items and terms that an earlier year had.
struct OldNameChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let old = words.table("旧科目名称", "更名").compactMap { row -> (old: String, new: String)? in
            guard let from = Int(row["起始年度"] ?? ""), from <= paper.year.number else { return nil }
            return (foldedLabel(row["旧"] ?? ""), row["新"] ?? "")
        }
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        for passage in paper.prose {
            guard let found = old.first(where: { !$0.old.isEmpty && passage.folded.contains($0.old) }) else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.oldName(passage, found.old, found.new),
                    printed: found.old, expected: found.new, places: [passage.at(found.old)]))
        }
        return result
    }
}
