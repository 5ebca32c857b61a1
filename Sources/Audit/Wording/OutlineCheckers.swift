import Fiscal
import Paper
import Publication
import Standards

/// 提纲: the parts and sections of the profile's outline, in order.
struct OutlineChecker: WordingChecker {
    private static let likely = 0.6
    private static let deepest = 2

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        NumberingChecker.check(paper, rule: rule, into: &result)
        // Titles of tables are told by the rules about forms.
        let titles = Set(paper.tables.map { foldedLabel($0.title) })
        let printed = paper.headings.filter {
            $0.level <= Self.deepest && !$0.isAnnex && !titles.contains(foldedLabel($0.text))
        }
        let wanted = paper.standards.profile.outline.filter { $0.level <= Self.deepest }
        let places = match(wanted.map { title($0, of: paper) }, printed.map(\.text))
        let found = places.compactMap(\.self)
        // Headings are lost in reading as often as in writing: few that are found prove nothing of the others.
        guard found.count * 3 >= wanted.count * 2 else {
            result.lack(WordingWords.fewHeadings(found.count, of: wanted.count))
            return result
        }
        result.pass(found.count)
        let isBorrowed = !paper.isOwnLayout
        // A heading of the body that is none of the outline's may well be the missing one in other words.
        let others = printed.indices.contains { !found.contains($0) && printed[$0].level == Self.deepest }
        for (item, place) in zip(wanted, places) where place == nil && !speaks(item, in: paper) {
            let title = self.title(item, of: paper)
            result.findings.append(
                Finding(
                    rule, paper, proof: others || isBorrowed ? .notice : .warning,
                    message: WordingWords.headingMissing(title), expected: title,
                    places: [FindingPlace(text: "", place: FigurePlace(label: title, place: nil))]))
        }
        // Which of two documents comes first is nobody's mistake.
        for (earlier, later) in zip(found, found.dropFirst())
        where later < earlier && !isBorrowed && printed[later].place?.document == printed[earlier].place?.document {
            result.findings.append(misplaced(printed[later], behind: printed[earlier], paper, rule))
        }
        return result
    }

    /// Whether what should stand under a heading is there without it.
    private func speaks(_ item: Profile.OutlineItem, in paper: WordingContext) -> Bool {
        item.content.contains { content in
            // The part of a workbook that holds the tables has no page of its own.
            if case .forms = content { return !paper.tables.isEmpty }
            guard case .phrases(let ids) = content else { return false }
            return paper.paragraphs.contains { !$0.phrases.isEmpty && !Set($0.phrases).isDisjoint(with: ids) }
        }
    }

    private func misplaced(
        _ heading: ReadHeading, behind earlier: ReadHeading, _ paper: WordingContext, _ rule: Rule
    ) -> Finding {
        Finding(
            rule, paper, proof: .warning, message: WordingWords.headingOrder(heading.text, earlier.text),
            printed: heading.text,
            places: [FindingPlace(text: heading.text, place: FigurePlace(label: heading.text, place: heading.place))])
    }

    private func title(_ item: Profile.OutlineItem, of paper: WordingContext) -> String {
        item.title.replacing("{单位}", with: paper.unit).replacing("{年}", with: String(paper.year.number))
            .replacing("{类}", with: "部门")
    }

    /// For each title the printed heading most like it, each used once.
    private func match(_ wanted: [String], _ printed: [String]) -> [Int?] {
        var scores: [(score: Double, title: Int, heading: Int)] = []
        for (t, title) in wanted.enumerated() {
            for (h, heading) in printed.enumerated() {
                let score = foldedLabel(title) == foldedLabel(heading) ? 2 : Likeness.of(title, heading)
                if score >= Self.likely { scores.append((score, t, h)) }
            }
        }
        var result: [Int?] = Array(repeating: nil, count: wanted.count)
        var used: Set<Int> = []
        for (_, t, h) in scores.sorted(by: { ($1.score, $0.title, $0.heading) < ($0.score, $1.title, $1.heading) })
        where result[t] == nil && used.insert(h).inserted {
            result[t] = h
        }
        return result
    }
}

/// 目录: its entries against the headings of the body.
struct ContentsChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard !paper.contents.isEmpty, !paper.headings.isEmpty else {
            result.lack(WordingWords.noContents)
            return result
        }
        // Titles that are printed several times, those of forms, follow each other as their entries do.
        let titles = Dictionary(grouping: paper.headings) { Self.core($0.text) }
        // Above a table its title stands without the number that the contents give it.
        let plain = Set(paper.headings.map { CodeRows.bare($0.text) })
        var seen: [String: Int] = [:]
        var paged: [(entry: ReadHeading, offset: Int)] = []
        for entry in paper.contents {
            let core = Self.title(of: entry, among: titles)
            guard let known = titles[core] else {
                if plain.contains(CodeRows.bare(core)) {
                    result.pass()
                } else {
                    result.findings.append(differing(entry, core, titles, paper, rule))
                }
                continue
            }
            result.pass()
            let number = seen[core, default: 0]
            seen[core] = number + 1
            let isPaired =
                known.count == 1 || known.count == paper.contents.count { Self.title(of: $0, among: titles) == core }
            if isPaired, number < known.count, let page = entry.page, let at = known[number].page {
                paged.append((entry, at - page))
            }
        }
        checkPages(paged, paper, rule, into: &result)
        return result
    }

    /// As the title is printed: some entries have a name in brackets that tells them from others (某表（某项目）).
    private static func title(of entry: ReadHeading, among titles: [String: [ReadHeading]]) -> String {
        let words = core(entry.text)
        guard titles[words] == nil, words.hasSuffix(")") else { return words }
        let shorter = words.indices.filter { words[$0] == "(" }.map { String(words[..<$0]) }
        return shorter.last { titles[$0] != nil } ?? words
    }

    private func differing(
        _ entry: ReadHeading, _ core: String, _ titles: [String: [ReadHeading]], _ paper: WordingContext, _ rule: Rule
    ) -> Finding {
        let words = Array(core)
        let near = titles.keys.filter { editDistance(Array($0), words) <= max(1, words.count / 6) }.min()
        let text = near.flatMap { titles[$0]?.first?.text }
        return Finding(
            rule, paper, proof: near == nil ? .notice : .warning,
            message: WordingWords.contentsDiffer(entry.text, text), printed: entry.text, expected: text ?? "",
            places: [Self.place(of: entry)])
    }

    /// A page of the file is not the page that is printed: most entries tell how far apart they are.
    private func checkPages(
        _ entries: [(entry: ReadHeading, offset: Int)], _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        guard entries.count >= Self.fewestPages else { return }
        let usual = entries.map(\.offset).sorted()[entries.count / 2]
        let wrong = entries.filter { abs($0.offset - usual) > 1 }
        // Several that are as far off as one another stand in a part that is numbered anew.
        let isAnew = wrong.count > 1 && Set(wrong.map(\.offset)).count == 1
        guard wrong.count * 2 < entries.count, !isAnew else {
            result.lack(WordingWords.contentsUnpaged)
            return
        }
        result.pass(entries.count - wrong.count)
        guard let first = wrong.first else { return }
        let pages = wrong.compactMap { item in
            item.entry.page.map { (item.entry.text, $0, $0 + item.offset - usual) }
        }
        result.findings.append(
            Finding(
                rule, paper, message: WordingWords.contentsPages(pages),
                printed: first.entry.page.map(String.init) ?? "", expected: pages.first.map { String($0.2) } ?? "",
                places: wrong.map { Self.place(of: $0.entry) }))
    }

    private static let fewestPages = 3

    private static func place(of entry: ReadHeading) -> FindingPlace {
        FindingPlace(text: entry.text, place: FigurePlace(label: WordingWords.contents, place: entry.place))
    }

    /// A heading without white space, widths and what leads to its page.
    private static func core(_ text: String) -> String {
        var folded = foldedLabel(text)
        while let last = folded.last, last.isDigit || ".…·".contains(last) { folded.removeLast() }
        return folded
    }
}

/// 附件: those that prose names are there.
struct AttachmentChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        var present: Set<String> = []
        var named: [(String, Passage)] = []
        for passage in paper.headingPassages + paper.prose {
            let text = passage.folded
            for mark in text.ranges(of: Self.word) {
                guard let number = Self.number(text[mark.upperBound...]) else { continue }
                if mark.lowerBound == text.startIndex { present.insert(number) }
                // 详见附件1; other mentions may be part of a title.
                if text[..<mark.lowerBound].suffix(2).contains("见") { named.append((number, passage)) }
            }
        }
        if named.isEmpty { return result }
        guard !present.isEmpty else {
            // They may be files of their own.
            result.lack(WordingWords.noAttachments)
            return result
        }
        var seen: Set<String> = []
        for (number, passage) in named where seen.insert(number).inserted {
            if present.contains(number) {
                result.pass()
            } else {
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.attachmentMissing(passage, number),
                        printed: Self.word + number,
                        places: [passage.at(Self.word + number)]))
            }
        }
        return result
    }

    private static let word = "附件"

    /// The number at the beginning of a text, of one or two characters; nil where none stands there.
    private static func number(_ text: Substring) -> String? {
        let digits = text.prefix(while: \.isDigit)
        let number = digits.isEmpty ? text.prefix(2).prefix { Numerals.ordinals.contains($0) } : digits
        guard (1...2).contains(number.count) else { return nil }
        return Numerals.value(String(number)).map { String($0) } ?? String(number)
    }
}
