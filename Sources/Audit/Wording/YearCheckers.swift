import Fiscal
import Publication
import Standards

/// A year named in folded text.
struct NamedYear {
    let number: Int
    let range: Range<String.Index>
    /// Followed by 度.
    let isFiscal: Bool

    /// 20xx年 with no digit before it.
    static func all(in folded: String) -> [NamedYear] {
        let bytes = folded.utf8
        var result: [NamedYear] = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: Self.two) {
            rest = bytes[bytes.index(after: start)...]
            let isInside = start > bytes.startIndex && Self.digits.contains(bytes[bytes.index(before: start)])
            let digits = bytes[start...].prefix { Self.digits.contains($0) }
            guard !isInside, digits.count == 4, let number = Int(String(folded[start..<digits.endIndex])),
                (2000...2099).contains(number)
            else { continue }
            let after = folded[digits.endIndex...]
            guard after.hasPrefix("年") else { continue }
            let isFiscal = after.dropFirst().hasPrefix("度")
            let end = folded.index(digits.endIndex, offsetBy: isFiscal ? 2 : 1)
            result.append(NamedYear(number: number, range: start..<end, isFiscal: isFiscal))
        }
        return result
    }

    private static let two = UInt8(ascii: "2")
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}

/// 年度用语: another year where this year's accounts are spoken of. Silent wherever the year may be meant.
struct YearChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for passage in paper.coverPassages + paper.headingPassages + paper.captionPassages {
            for year in NamedYear.all(in: passage.folded) where year.isFiscal {
                report(year, passage, paper, rule, isProved: true, into: &result)
            }
        }
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        for passage in paper.prose where !passage.phrases.isEmpty {
            for sentence in passage.folded.sentences {
                for year in NamedYear.all(in: sentence) {
                    guard let isProved = isStray(year, in: sentence, of: passage, paper) else { continue }
                    report(year, passage, paper, rule, isProved: isProved, into: &result)
                }
            }
        }
        return result
    }

    private func report(
        _ year: NamedYear, _ passage: Passage, _ paper: WordingContext, _ rule: Rule, isProved: Bool,
        into result: inout WordingResult
    ) {
        if year.number == paper.year.number, isProved { return result.pass() }
        let printed = String(year.number) + (year.isFiscal ? "年度" : "年")
        result.findings.append(
            Finding(
                rule, paper, proof: isProved ? .error : .warning,
                message: WordingWords.strayYear(passage, printed, paper.year.number), printed: printed,
                expected: "\(paper.year.number)年", places: [passage.at(printed)]))
    }

    /// Whether a sentence that speaks of this year's accounts names another year for them; nil where it may be meant.
    ///
    /// - Returns: true where it is the fiscal year of the accounts themselves.
    private func isStray(_ year: NamedYear, in sentence: String, of passage: Passage, _ paper: WordingContext) -> Bool?
    {
        let own = paper.year.number
        if year.number == own { return year.isFiscal ? true : nil }
        let before = sentence[..<year.range.lowerBound]
        let after = sentence[year.range.upperBound...]
        // 截至2020年12月31日: the day of a balance.
        if after.hasPrefix("12月31日"), before.suffix(4).hasAny(words("年度用语", "截止词")),
            !passage.folded.contains(String(own) + "年")
        {
            return false
        }
        let isDate = after.first?.isDigit ?? false
        let isSpared = words("年度用语", "除外").contains { sentence.contains(foldedLabel($0)) }
        let isQuoted = before.filter { "《〔(\"".contains($0) }.count != before.filter { "》〕)\"".contains($0) }.count
        guard !isDate, !isSpared, !isQuoted, !passage.folded.contains(String(own) + "年") else { return nil }
        // Only the year that opens a sentence, with the matter of accounts right behind it; or where a figure of the
        // accounts stands behind it, which is this year's whatever the sentence calls it.
        guard opens(before, foldedLabel(paper.unit)) else { return nil }
        let isOfAccounts = year.isFiscal && after.prefix(Self.nearby).hasAny(words("年度用语", "决算事项"))
        let isOfFigures = !passage.isAnnex && passage.ownFigures.contains { after.contains(foldedLabel($0)) }
        guard isOfAccounts || isOfFigures else { return nil }
        return year.number > own + 1 || year.number < own ? false : nil
    }

    private static let nearby = 16

    /// Whether the words before a year are none, or only say whose accounts follow.
    private func opens(_ before: Substring, _ unit: String) -> Bool {
        let words = before.lastIndex(of: ":").map { before[before.index(after: $0)...] } ?? before
        return words.isEmpty || self.words("年度用语", "句首").contains(String(words)) || String(words) == unit
    }
}

extension Substring {
    fileprivate func hasAny(_ words: [String]) -> Bool { words.contains { contains(foldedLabel($0)) } }
}

/// 表注用语: a note under a table that names another year or another fund.
struct NoteWordsChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for table in paper.tables where table.notes == nil { result.lack(WordingWords.noNotes(table.name)) }
        let funds = FundWords(paper.standards, suffixes: words("表注用语", "后缀"))
        for table in paper.tables {
            let own = table.form.base.coordinates.fund
            for note in table.notes ?? [] {
                let passage = Passage(note.text, kind: .note, label: table.name, place: note.place)
                let stray = NamedYear.all(in: passage.folded).first {
                    $0.number != paper.year.number && $0.number != paper.year.number - 1
                }
                if let stray {
                    let printed = "\(stray.number)年"
                    result.findings.append(
                        Finding(
                            rule, paper, message: WordingWords.strayYear(passage, printed, paper.year.number),
                            printed: printed, places: [passage.at(printed)]))
                } else if let other = funds.other(than: own, in: passage.folded) {
                    result.findings.append(
                        Finding(
                            rule, paper, message: WordingWords.otherFund(passage, other, funds.word(own)),
                            printed: other,
                            expected: funds.word(own), places: [passage.at(other)]))
                } else {
                    result.pass()
                }
            }
        }
        return result
    }
}
