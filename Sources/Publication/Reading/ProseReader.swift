import Fiscal
import Narrative
import Paper
import Standards

/// paragraphs with their headings → claims, each paragraph read by what its section speaks of.
struct ProseReader {
    private let outline: OutlineSections
    private let unit: String
    /// Titles above the paragraph at hand, with their levels.
    private var titles: [(level: Int, text: String)] = []
    private var section: Int?
    private var entries: [(paragraph: Paragraph, headings: [String], section: Int?)] = []

    private static let longestHeading = 45

    init(outline: OutlineSections, unit: String) {
        self.outline = outline
        self.unit = unit
    }

    // MARK: Headings

    mutating func add(heading paragraph: Paragraph, level: Int) {
        open(paragraph.text.trimmed, level: LineWords.level(paragraph.text) ?? level)
        append(paragraph)
    }

    mutating func add(_ paragraph: Paragraph) {
        let text = paragraph.text.trimmed
        if let heading = Self.heading(in: text) {
            open(heading, level: LineWords.level(text) ?? 4)
        } else if text.count <= Self.longestHeading, outline.isHeading(text, unit: foldedLabel(unit)) {
            open(text, level: 1)
        }
        append(paragraph)
    }

    /// A line, or the beginning of one, that has a heading's number and none of a sentence's marks.
    private static func heading(in text: String) -> String? {
        guard LineWords.level(text) != nil else { return nil }
        let words = text.prefix(longestHeading + 1).prefix { !"。；：:;\n".contains($0) }
        guard words.count <= longestHeading, !isContentsLine(text) else { return nil }
        return String(words)
    }

    /// 一、收入决算情况说明 ........ 12
    private static func isContentsLine(_ text: String) -> Bool {
        guard let last = text.last, last.isNumber, last.isASCII else { return false }
        let rest = text.reversed().drop { $0.isNumber || $0.isWhitespace && $0 != "\t" }
        return rest.first.map { ".…·．\t".contains($0) } ?? false
    }

    private mutating func open(_ heading: String, level: Int) {
        if level > 2, let section, outline.sections[section].isGlossary { return }
        let found = outline.section(of: heading, level: level, unit: foldedLabel(unit), current: section)
        // A short title that no section has may only be an item of the one that is open.
        guard let found else {
            if level > 2 { return }
            titles.removeAll { $0.level >= level }
            titles.append((level, heading))
            section = nil
            return
        }
        titles.removeAll { $0.level >= outline.sections[found].level }
        titles.append((outline.sections[found].level, heading))
        section = found
    }

    private mutating func append(_ paragraph: Paragraph) {
        entries.append((paragraph, titles.map(\.text), section))
    }

    // MARK: Claims

    /// Reads what was added.
    func read(_ readers: inout SectionReaders, into paper: inout UnderstoodPaper) {
        var start = 0
        while start < entries.count {
            let end = entries[start...].firstIndex { $0.section != entries[start].section } ?? entries.count
            read(entries[start..<end], &readers, into: &paper)
            start = end
        }
    }

    private func read(
        _ run: ArraySlice<(paragraph: Paragraph, headings: [String], section: Int?)>, _ readers: inout SectionReaders,
        into paper: inout UnderstoodPaper
    ) {
        let section = run.first?.section
        let isLeaf = section.map { outline.sections[$0].isLeaf } ?? false
        let phrases = section.map { outline.sections[$0].phrases } ?? []
        let claims = readers.claims(in: run.map(\.paragraph.text), phrases: isLeaf ? phrases : [])
        for (entry, found) in zip(run, claims) {
            var (claims, spoken) = (found, phrases)
            // A text of counts alone (of offices, of staff) is not one of the sections' own.
            if claims.contains(where: { $0.unit.hasSuffix("元") || $0.unit == "%" || $0.unit == "％" }),
                claims.allSatisfy({ $0.figure == nil }),
                let better = byWords(entry.paragraph.text, below: isLeaf ? nil : section, &readers)
            {
                (claims, spoken) = better
            }
            paper.paragraphs.append(
                ReadParagraph(
                    text: entry.paragraph.text, place: entry.paragraph.place, headings: entry.headings,
                    phrases: spoken))
            for claim in claims { add(claim, of: entry.paragraph, headings: entry.headings, to: &paper) }
        }
    }

    /// The claims of a paragraph whose heading does not tell what it speaks of: as the section reads it that understands
    /// most of it, unless all sections together say otherwise of a figure.
    private func byWords(
        _ text: String, below section: Int?, _ readers: inout SectionReaders
    ) -> (claims: [Claim], phrases: [String])? {
        var leaves = outline.leaves(below: section)
        if leaves.isEmpty { leaves = outline.leaves(below: nil) }
        let all = readers.claims(in: [text], phrases: outline.allPhrases)[0]
        var best: (claims: [Claim], phrases: [String])?
        var bestCount = 0
        var isShared = false
        for leaf in leaves {
            let phrases = outline.sections[leaf].phrases
            let claims = readers.claims(in: [text], phrases: phrases)[0]
            let count = claims.filter { $0.figure != nil }.count
            if count == bestCount { isShared = true }
            guard count > bestCount else { continue }
            (best, bestCount, isShared) = ((claims, phrases), count, false)
        }
        let agrees = best.map { best in
            zip(best.claims, all).allSatisfy { $1.figure == nil || $0.figure == $1.figure }
        }
        if let best, !isShared, agrees == true { return best }
        return all.contains { $0.figure != nil } ? (all, outline.allPhrases) : nil
    }

    private func add(
        _ claim: Claim, of paragraph: Paragraph, headings: [String], to paper: inout UnderstoodPaper
    ) {
        let place = FigurePlace(
            label: Self.label(claim, in: paragraph.text, headings: headings),
            place: paragraph.place(at: claim.offset))
        guard let figure = claim.figure else {
            paper.openClaims.append(place)
            return
        }
        paper.claims.append(
            ReadFigure(
                figure: figure.of(unit: unit), printed: claim.printed, unit: claim.unit, text: claim.text, place: place,
                direction: claim.direction))
    }

    private static let wordsBefore = 24

    /// The heading and the words that lead to the figure.
    private static func label(_ claim: Claim, in text: String, headings: [String]) -> String {
        let start = max(0, claim.offset - wordsBefore)
        let from = text.index(text.startIndex, offsetBy: start, limitedBy: text.endIndex) ?? text.endIndex
        let figure = text.index(text.startIndex, offsetBy: claim.offset, limitedBy: text.endIndex) ?? text.endIndex
        var words = text[from..<figure]
        if let stop = words.lastIndex(where: { "。；\n".contains($0) }) { words = words[words.index(after: stop)...] }
        let isCut = start > 0 && words.startIndex == from
        let clause = (isCut ? "…" : "") + String(words).trimmed + claim.text
        return [headings.last ?? "", clause].filter { !$0.isEmpty }.joined(separator: "：")
    }
}
