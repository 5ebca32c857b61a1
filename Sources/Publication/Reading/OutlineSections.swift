import Standards

/// The sections that a profile's outline speaks of, found by the words of their headings.
struct OutlineSections {
    struct Section {
        let level: Int
        let parent: Int?
        /// Headings without their numbers and the slots of the unit's name and year.
        let titles: [String]
        let telling: [[UInt32]]
        /// Of its own; those of the sections below it where it has none.
        var phrases: [String]
        let isLeaf: Bool
        /// 名词解释, whose entries are called as sections are.
        let isGlossary: Bool
        let isAttachments: Bool
    }

    let sections: [Section]

    /// A heading alike enough to be that of a section.
    private static let likely = 0.62

    private let words: ReadingWords.Headings

    init(_ outline: [Profile.OutlineItem], phrases: [String: Phrase], words: ReadingWords.Headings) {
        self.words = words
        var sections: [Section] = []
        for item in outline {
            let ids = item.content.flatMap { content -> [String] in
                if case .phrases(let ids) = content { return ids.filter { phrases[$0] != nil } }
                return []
            }
            let names =
                [item.title] + item.aliases + (ids.count == 1 ? ids.compactMap { phrases[$0]?.title } : [])
            let titles = names.map { Self.withoutSlots(LineWords.core($0)) }
            sections.append(
                Section(
                    level: item.level, parent: sections.lastIndex { $0.level < item.level }, titles: titles,
                    telling: titles.map { words.telling($0) }, phrases: ids, isLeaf: !ids.isEmpty,
                    isGlossary: item.content.contains { if case .definitions = $0 { true } else { false } },
                    isAttachments: item.content.contains { if case .attachments = $0 { true } else { false } }))
        }
        for index in sections.indices.reversed() {
            guard !sections[index].phrases.isEmpty, let parent = sections[index].parent, !sections[parent].isLeaf else {
                continue
            }
            sections[parent].phrases = sections[index].phrases + sections[parent].phrases
        }
        self.sections = sections
    }

    /// All phrases of the outline, in order.
    var allPhrases: [String] {
        var seen: Set<String> = []
        return sections.filter(\.isLeaf).flatMap(\.phrases).filter { seen.insert($0).inserted }
    }

    /// Sections with phrases of their own at or below one; all of them for nil.
    func leaves(below index: Int?) -> [Int] {
        sections.indices.filter { leaf in
            guard sections[leaf].isLeaf else { return false }
            guard let index else { return true }
            var place: Int? = leaf
            while let here = place, here != index { place = sections[here].parent }
            return place == index
        }
    }

    /// The section that a heading opens; nil where its words are none's.
    ///
    /// - Parameter current: the section that is open: among equal words, those below its own parents are meant, and then
    ///   the next in order.
    func section(of heading: String, level: Int?, unit: String, current: Int?) -> Int? {
        var core = LineWords.core(heading)
        if !unit.isEmpty { core = core.replacing(unit, with: "") }
        let telling = words.telling(core)
        let matters = words.matters(of: core)
        var best: (index: Int, score: Double)?
        for (index, section) in sections.enumerated() {
            var score = 0.0
            for (title, known) in zip(section.titles, section.telling)
            where title == core
                || words.matters(of: title) == matters && !(section.level <= 2 && words.isOfWhole(core, besides: title))
            {
                score = max(score, title == core ? 1.2 : Likeness.of(known, telling))
                if score > 1 { break }
            }
            guard score >= Self.likely else { continue }
            if isBelow(index, parentsOf: current) { score += 0.15 }
            if let level, level != section.level { score -= 0.1 }
            if let current, index < current { score -= 0.1 }
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best?.index
    }

    /// Whether a heading is about a matter of its own that no section has, so that what stands below it is none's.
    func isOfOtherMatter(_ heading: String) -> Bool {
        let matters = words.matters(of: LineWords.core(heading))
        return !matters.isEmpty
            && !sections.contains { $0.titles.contains { !words.matters(of: $0).isDisjoint(with: matters) } }
    }

    /// Whether a line without a number is a section's heading, word for word but for whose and of which year it is.
    func isHeading(_ text: String, unit: String) -> Bool {
        var words = foldedLabel(text)
        if !unit.isEmpty { words = words.replacing(unit, with: "") }
        let bare = words.drop { $0.isNumber }.trimmingPrefix("年度").trimmingPrefix("年")
        return sections.contains { section in
            section.titles.contains(words) || !section.phrases.isEmpty && section.titles.contains { $0 == bare }
        }
    }

    private func isBelow(_ index: Int, parentsOf current: Int?) -> Bool {
        guard let parent = sections[index].parent else { return false }
        var place = current
        while let here = place {
            if here == parent { return true }
            place = sections[here].parent
        }
        return false
    }

    private static func withoutSlots(_ title: String) -> String {
        var result = ""
        var depth = 0
        for character in title {
            if character == "{" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == "}" { depth = max(0, depth - 1) }
        }
        return result
    }
}

extension ReadingWords.Headings {
    /// What a heading cannot lack or add and still be the same section's, however alike the rest of its words are.
    fileprivate func matters(of title: String) -> Set<String> {
        let own = ownMatters.filter { title.contains($0) }
        return Set(own.isEmpty ? matters.filter { title.contains($0) } : own)
    }

    /// 财政拨款支出决算情况 is of all three funds, and no section of 一般公共预算财政拨款.
    fileprivate func isOfWhole(_ heading: String, besides title: String) -> Bool {
        wholes.contains {
            heading.contains($0.whole) && !heading.contains($0.part) && title.contains($0.part)
                && !ownMatters.contains { title.contains($0) }
        }
    }

    /// Without the words that every title and heading has, and without years.
    func telling(_ folded: String) -> [UInt32] {
        let text = common.reduce(folded) { $0.replacing($1, with: "") }
        return text.unicodeScalars.filter { !("0"..."9").contains($0) }.map(\.value)
    }
}
