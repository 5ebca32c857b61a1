import Fiscal
import Narrative
import Paper
import Standards

/// A line of running text, or a heading where the format says so, and its place among the blocks.
struct ProseLine {
    let paragraph: Paragraph
    var level: Int?
    let block: Int
    /// What kind of document begins with it; nil where it goes on.
    var begins: JoinedPaper.Part?
}

/// paragraphs with their headings → claims, each paragraph read by what its section speaks of.
struct ProseReader {
    private let outline: OutlineSections
    private let unit: String
    private let guesses: Bool
    private var position: OutlinePosition
    private var entries: [Entry] = []
    /// Headings that stand alone on their line, with where they stand among the blocks.
    private var isAfterBarePart = false
    private(set) var headings: [(block: Int, heading: ReadHeading)] = []

    private struct Entry {
        let paragraph: Paragraph
        let headings: [String]
        let section: Int?
        let isHeading: Bool
        /// Which of the documents behind the body it is part of; nil in the body.
        let annex: Int?
        /// Whether its words may tell what its headings do not.
        let isGuessed: Bool
    }

    private static let longestHeading = 45

    /// - Parameter guesses: whether words tell what lost headings do not.
    init(outline: OutlineSections, unit: String, isAnnex: Bool = false, guesses: Bool = true) {
        self.outline = outline
        self.guesses = guesses
        self.unit = unit
        position = OutlinePosition(outline, unit: unit, isAnnex: isAnnex, isStrict: !guesses)
    }

    // MARK: Headings

    mutating func add(_ line: ProseLine) {
        if let part = line.begins { position.begin(part) }
        if let level = line.level {
            add(heading: line.paragraph, level: level, block: line.block)
        } else {
            add(line.paragraph, block: line.block)
        }
    }

    private mutating func add(heading paragraph: Paragraph, level: Int, block: Int) {
        let text = paragraph.text.trimmed
        let level = LineWords.level(text) ?? level
        let wasAnnex = position.isAnnex
        if LineWords.level(text) == nil { position.pass(text) }
        position.open(text, level: level)
        note(paragraph, level: level, block: block, isAnnex: wasAnnex)
        append(paragraph, isHeading: true)
    }

    private mutating func add(_ paragraph: Paragraph, block: Int) {
        let text = paragraph.text.trimmed
        if text.isEmpty { return }
        defer { isAfterBarePart = LineWords.level(text) == 1 && LineWords.core(text).isEmpty }
        if isAfterBarePart, text.count <= Self.longestHeading, LineWords.level(text) == nil, let last = headings.last {
            join(paragraph, to: last)
            return
        }
        var isAlone = false
        let wasAnnex = position.isAnnex
        if let heading = Self.heading(in: text) {
            let level = LineWords.level(text) ?? 4
            isAlone = position.open(heading, level: level) && heading.count == text.count
            if isAlone { note(paragraph, level: level, block: block, isAnnex: wasAnnex) }
        } else if text.count <= Self.longestHeading, outline.isHeading(text, unit: foldedLabel(unit)) {
            position.open(text, level: 1)
            isAlone = true
            note(paragraph, level: 1, block: block, isAnnex: wasAnnex)
        } else {
            let before = position.annexNumber
            position.pass(text)
            // The title of a report stands alone on its line, without a number.
            if position.annexNumber > before, !text.hasPrefix("附件") {
                note(paragraph, level: 2, block: block, isAnnex: true)
            }
        }
        append(paragraph, isHeading: isAlone)
    }

    /// 第二部分 on a line and its title on the next are one heading.
    private mutating func join(_ paragraph: Paragraph, to last: (block: Int, heading: ReadHeading)) {
        let text = last.heading.text + " " + paragraph.text.trimmed
        position.open(text, level: 1)
        var heading = ReadHeading(level: 1, text: text, place: last.heading.place, page: last.heading.page)
        heading.isAnnex = last.heading.isAnnex
        headings[headings.count - 1] = (last.block, heading)
        append(paragraph, isHeading: true)
    }

    /// - Parameter isAnnex: whether the body had ended before it; the heading that ends it is still the body's.
    private mutating func note(_ paragraph: Paragraph, level: Int, block: Int, isAnnex: Bool) {
        let place = paragraph.place
        var heading = ReadHeading(level: level, text: paragraph.text.trimmed, place: place, page: place?.pageNumber)
        heading.isAnnex = isAnnex
        headings.append((block, heading))
    }

    /// A line, or the beginning of one, that has a heading's number and none of a sentence's marks.
    private static func heading(in text: String) -> String? {
        guard LineWords.level(text) != nil else { return nil }
        let words = text.prefix(longestHeading + 1).prefix { !"。；：:;\n".contains($0) }
        guard words.count <= longestHeading else { return nil }
        return String(words)
    }

    private mutating func append(_ paragraph: Paragraph, isHeading: Bool) {
        let isLeaf = position.section.map { outline.sections[$0].isLeaf } ?? false
        entries.append(
            Entry(
                paragraph: paragraph, headings: position.headings, section: position.section, isHeading: isHeading,
                annex: position.isAnnex ? position.annexNumber : nil,
                isGuessed: guesses && !position.isAnnex && !position.isUnknown && !isLeaf))
    }

    /// The documents behind the body, each with its paragraphs.
    var annexes: [[Paragraph]] {
        var found: [[Paragraph]] = []
        var last: Int?
        for entry in entries {
            defer { last = entry.annex }
            guard let annex = entry.annex else { continue }
            if annex != last { found.append([]) }
            found[found.count - 1].append(entry.paragraph)
        }
        return found
    }

    // MARK: Claims

    /// Reads what was added.
    func read(_ readers: inout SectionReaders, into paper: inout UnderstoodPaper) {
        // Sections whose headings stand in the paper.
        let opened = Set(entries.compactMap(\.section))
        var start = 0
        while start < entries.count {
            let end =
                entries[start...].firstIndex {
                    $0.section != entries[start].section || $0.isGuessed != entries[start].isGuessed
                        || $0.annex != entries[start].annex
                } ?? entries.count
            read(entries[start..<end], opened: opened, &readers, into: &paper)
            start = end
        }
    }

    private func read(
        _ run: ArraySlice<Entry>, opened: Set<Int>, _ readers: inout SectionReaders, into paper: inout UnderstoodPaper
    ) {
        let section = run.first?.section
        let isLeaf = section.map { outline.sections[$0].isLeaf } ?? false
        let phrases = section.map { outline.sections[$0].phrases } ?? []
        var claims = readers.claims(in: run.map(\.paragraph.text), phrases: isLeaf ? phrases : [])
        var spoken = run.map { _ in phrases }
        var titles: [Int: String] = [:]
        let lost = claims.indices.filter { Self.isLost(claims[$0]) }
        let isGuessed = run.first?.isGuessed ?? false
        if isGuessed || isLeaf && guesses && run.first?.annex == nil, !lost.isEmpty {
            let texts = run.map(\.paragraph.text)
            for (index, found) in byWords(texts, at: lost, below: isGuessed ? section : nil, &readers) {
                // Under another section's heading, only where its own stands nowhere and nearly all is understood.
                guard isGuessed || !opened.contains(found.section) && Self.isSure(found.claims) else { continue }
                (claims[index], spoken[index]) = (found.claims, outline.sections[found.section].phrases)
                titles[index] = outline.sections[found.section].titles.first
            }
        }
        for (index, entry) in run.enumerated() {
            if !entry.isHeading {
                var paragraph = ReadParagraph(
                    text: entry.paragraph.text, place: entry.paragraph.place, headings: entry.headings,
                    phrases: spoken[index])
                paragraph.isAnnex = entry.annex != nil
                paragraph.ownFigures = claims[index].filter { paper.isOwn($0.figure) }.map(\.text)
                paper.paragraphs.append(paragraph)
            }
            // What stands behind the body is read for itself.
            if entry.annex != nil { continue }
            let heading = titles[index] ?? entry.headings.last ?? ""
            for claim in claims[index] { add(claim, of: entry.paragraph, heading: heading, to: &paper) }
            addChains(of: entry, heading: heading, besides: claims[index], to: &paper)
        }
    }

    /// Whether a paragraph has amounts or shares and none is understood. A text of counts alone (of offices, of staff) is
    /// not one of the sections' own.
    private static func isLost(_ claims: [Claim]) -> Bool {
        claims.contains { $0.unit.hasSuffix("元") || $0.unit == "%" || $0.unit == "％" }
            && claims.allSatisfy { $0.figure == nil }
    }

    /// Whether most of a paragraph's figures are understood.
    private static func isSure(_ claims: [Claim]) -> Bool {
        let known = claims.count { $0.figure != nil }
        return known >= fewestKnown && known * 3 >= claims.count * 2
    }

    private static let fewestKnown = 3

    /// The claims of paragraphs whose heading does not tell what they speak of, each read with its neighbours of the
    /// same section; a figure that all sections together take for another stays open.
    private func byWords(
        _ texts: [String], at lost: [Int], below section: Int?, _ readers: inout SectionReaders
    ) -> [(index: Int, found: (claims: [Claim], section: Int))] {
        var leaves = outline.leaves(below: section)
        if leaves.isEmpty { leaves = outline.leaves(below: nil) }
        let alone = leaves.map { leaf in
            lost.map { readers.claims(in: [texts[$0]], phrases: outline.sections[leaf].phrases)[0] }
        }
        let guess = SectionGuess(
            understood: lost.indices.map { place in alone.map { $0[place].count { $0.figure != nil } } })
        let all = readers.claims(in: texts, phrases: outline.allPhrases)
        var result: [(index: Int, found: (claims: [Claim], section: Int))] = []
        var start = 0
        while start < lost.count {
            let end = lost.indices[start...].first { guess.choices[$0] != guess.choices[start] } ?? lost.count
            if let choice = guess.choices[start] {
                let phrases = outline.sections[leaves[choice]].phrases
                // What stands between names the items that the figures are about.
                let from = start == 0 ? 0 : lost[start - 1] + 1
                let run = Array(texts[from...lost[end - 1]])
                let claims = readers.claims(in: run, phrases: phrases)
                let parent = outline.sections[leaves[choice]].parent
                let wider = parent.map { outline.sections[$0].phrases } ?? phrases
                let beside = wider == phrases ? claims : readers.claims(in: run, phrases: wider)
                for index in lost[start..<end] {
                    let found = zip(Self.joined(claims[index - from], beside[index - from]), all[index]).map {
                        own, other in
                        var claim = own
                        if other.figure != nil, other.figure != own.figure { claim.figure = nil }
                        return claim
                    }
                    result.append((index, (found, leaves[choice])))
                }
            }
            start = end
        }
        return result
    }

    /// What the section leaves open, as it is together with the sections beside it (a paragraph on cars tells what was
    /// spent and how many were bought); nothing where the two take any figure for different things.
    private static func joined(_ own: [Claim], _ beside: [Claim]) -> [Claim] {
        let agree = zip(own, beside).allSatisfy { $0.figure == nil || $1.figure == nil || $0.figure == $1.figure }
        return agree ? zip(own, beside).map { $0.figure == nil ? $1 : $0 } : own
    }

    private func add(
        _ claim: Claim, of paragraph: Paragraph, heading: String, to paper: inout UnderstoodPaper
    ) {
        let place = FigurePlace(
            label: ClaimLabel.of(claim.text, at: claim.offset, in: paragraph.text, heading: heading),
            place: paragraph.place(at: claim.offset, count: claim.text.count))
        guard let figure = claim.figure else {
            paper.openClaims.append(place)
            if claim.unit.hasSuffix("元") {
                paper.openAmounts.append(
                    OpenAmount(position: paper.claims.count, printed: claim.printed, unit: claim.unit))
            }
            return
        }
        paper.claims.append(
            ReadFigure(
                figure: figure.of(unit: unit), printed: claim.printed, unit: claim.unit, text: claim.text, place: place,
                direction: claim.direction))
    }

    /// What no claim explains.
    private func addChains(
        of entry: Entry, heading: String, besides claims: [Claim], to paper: inout UnderstoodPaper
    ) {
        let open = Dictionary(claims.filter { $0.figure == nil }.map { ($0.offset, $0) }, uniquingKeysWith: { $1 })
        if open.isEmpty { return }
        let words = paper.standards.reading.rates
        for chain in RateChain.all(in: entry.paragraph.text, words: words) {
            // A rate that is understood, of an amount that is not, is checked by nothing else.
            guard open[chain.rate.offset] != nil || chain.isOfFirst && open[chain.first.offset] != nil else { continue }
            func place(_ part: RateChain.Part) -> FigurePlace {
                return FigurePlace(
                    label: ClaimLabel.of(part.text, at: part.offset, in: entry.paragraph.text, heading: heading),
                    place: entry.paragraph.place(at: part.offset, count: part.text.count))
            }
            paper.chains.append(
                ReadChain(
                    chain: chain, first: place(chain.first), second: place(chain.second), rate: place(chain.rate),
                    wholes: chain.wholes.map(place), now: chain.now.map(place)))
        }
    }
}

extension UnderstoodPaper {
    /// Whether it is what the accounts of the paper's year came to.
    fileprivate func isOwn(_ figure: Figure?) -> Bool {
        guard case .fact(let key)? = figure else { return false }
        return key.year == year && key.phase == standards.kind.phase
    }
}
