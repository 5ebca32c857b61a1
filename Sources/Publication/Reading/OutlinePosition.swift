import Paper
import Standards

/// Where in the outline a reader of a paper is: the titles above, the section, and whether the body has ended.
///
/// What follows the body (reports, self-evaluations, other units' papers) has headings much like the body's own and
/// figures of other scope: nothing in it is one of the outline's sections.
struct OutlinePosition {
    private let outline: OutlineSections
    private let unit: String
    private var titles: [(level: Int, text: String)] = []
    private(set) var section: Int?
    private(set) var isAnnex: Bool
    /// How many documents have begun behind the body.
    private(set) var annexNumber = 0
    /// The number of the last heading of the second level.
    private var ordinal = 0
    /// Level and number of the heading that opened the section.
    private var opened: (level: Int, ordinal: Int)?
    /// Whether a heading that no section has, but that is counted on from the section's own, ends it.
    private let isStrict: Bool
    /// The furthest section of the body with sentences of its own.
    private var furthest: Int?

    private static let longestTitle = 45

    /// - Parameters:
    ///   - isAnnex: whether the whole paper is none of the outline's.
    ///   - isStrict: whether headings that the outline does not know end what is open: those of reports are anybody's.
    init(_ outline: OutlineSections, unit: String, isAnnex: Bool, isStrict: Bool) {
        self.isStrict = isStrict
        self.outline = outline
        self.isAnnex = isAnnex
        self.unit = foldedLabel(unit)
    }

    var headings: [String] { titles.map(\.text) }

    /// Whether a heading that no section has is open: what it speaks of is not known.
    var isUnknown: Bool { section == nil && !titles.isEmpty }

    /// A line without a number that may end the body: 附件, or the title of a report behind it.
    mutating func pass(_ text: String) {
        let folded = foldedLabel(text)
        guard isAnnex || furthest != nil, folded.count <= Self.longestTitle else { return }
        let rest = folded.hasPrefix("附件") ? folded.dropFirst(2).filter { !":".contains($0) } : nil
        if rest.map({ LineWords.isPageNumber(String($0)) }) ?? folded.hasSuffix("报告") { enterAnnex(text) }
    }

    /// - Returns: whether it is a title of what follows, not an item of what is open.
    @discardableResult
    mutating func open(_ heading: String, level: Int) -> Bool {
        if level > 2, let section, outline.sections[section].isGlossary { return false }
        let found = outline.section(of: heading, level: level, unit: unit, current: section)
        if isAnnex {
            guard level == 1, let found, found > furthest ?? -1, furthest != nil, !outline.sections[found].isAttachments
            else {
                if level <= 2 { title(heading, level) }
                return level <= 2
            }
            isAnnex = false
        }
        if endsBody(heading, level: level, found: found) {
            enterAnnex(heading)
            return true
        }
        // A short title that no section has may only be an item of the one that is open.
        guard let found else {
            if level > 2, !outline.isOfOtherMatter(heading), !goesOn(heading, level) { return false }
            title(heading, level)
            section = nil
            return true
        }
        title(heading, outline.sections[found].level)
        section = found
        opened = (level, LineWords.ordinal(heading) ?? 0)
        if outline.sections[found].isLeaf { furthest = max(furthest ?? found, found) }
        return true
    }

    /// Whether a heading has the next number of the one that opened the section, at its level.
    private func goesOn(_ heading: String, _ level: Int) -> Bool {
        guard isStrict, section != nil, let opened, opened.level == level, opened.ordinal > 0 else { return false }
        return LineWords.ordinal(heading) == opened.ordinal + 1
    }

    /// Its list of attachments begins, or its headings are counted from the beginning again and lead nowhere new.
    private mutating func endsBody(_ heading: String, level: Int, found: Int?) -> Bool {
        if let found, outline.sections[found].isAttachments { return true }
        if level == 1 { ordinal = 0 }
        guard level == 2 else { return false }
        let number = LineWords.ordinal(heading) ?? 0
        defer { ordinal = number }
        guard let furthest, number > 0, number < ordinal else { return false }
        return found.map { $0 < furthest } ?? true
    }

    /// Another document begins: its headings are counted anew, and those of an attachment are its own.
    mutating func begin(_ part: JoinedPaper.Part) {
        titles = []
        (section, opened, ordinal) = (nil, nil, 0)
        switch part {
        case .body: (isAnnex, furthest) = (false, nil)
        case .attachment:
            (isAnnex, furthest) = (true, outline.sections.count)
            annexNumber += 1
        }
    }

    private mutating func enterAnnex(_ heading: String) {
        isAnnex = true
        annexNumber += 1
        section = nil
        title(heading, 1)
    }

    private mutating func title(_ heading: String, _ level: Int) {
        titles.removeAll { $0.level >= level }
        titles.append((level, heading))
    }
}
