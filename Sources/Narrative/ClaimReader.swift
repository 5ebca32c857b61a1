import Fiscal
package import Standards

/// Running text → claims: finds every figure and what its section's words say it is.
///
/// A figure is bound by its subject's words, its role's words and the member at hand, never by the phrase's template.
/// What the words leave open stays unbound: the claim is listed with no figure.
package struct ClaimReader {
    let slots: ClaimSlots
    private let words: ClaimWords
    let standards: Standards
    var state = ClaimState()

    /// Gathers every word the phrases' figures go by, which costs more than reading a section: keep it where the same
    /// section of many papers is read.
    ///
    /// - Parameters:
    ///   - phrases: what the section speaks of.
    ///   - unit: code of the unit whose paper it is.
    ///   - paths: of the same place and year, where several readers share them.
    package init(phrases: [Phrase], standards: Standards, unit: String, paths: ClaimPaths = ClaimPaths()) {
        slots = ClaimSlots(phrases: phrases, standards: standards, unit: unit)
        words = ClaimWords(slots: slots, standards: standards, paths: paths)
        self.standards = standards
    }

    /// The claims of one paragraph, in order.
    package static func claims(in text: String, phrases: [Phrase], standards: Standards, unit: String) -> [Claim] {
        var reader = ClaimReader(phrases: phrases, standards: standards, unit: unit)
        return reader.read(text)
    }

    /// The claims of a section's paragraphs; the member that a heading names stays at hand in the paragraphs below it.
    package static func claims(
        in paragraphs: [String], phrases: [Phrase], standards: Standards, unit: String
    ) -> [[Claim]] {
        ClaimReader(phrases: phrases, standards: standards, unit: unit).claims(in: paragraphs)
    }

    /// The claims of a section's paragraphs, knowing nothing of what was read before.
    package func claims(in paragraphs: [String]) -> [[Claim]] {
        var reader = self
        return paragraphs.map { reader.read($0) }
    }

    private static let ofBase = "的"

    private mutating func read(_ paragraph: String) -> [Claim] {
        let text = ClaimText(paragraph, words: words)
        state.startParagraph()
        var claims: [Claim] = []
        var reached = 0
        var last = 0
        for figure in text.figures {
            var start = clauseStart(of: figure, after: reached, in: text)
            // 完成预算12万元的75%: the rate goes on with the words before its base.
            if figure.kind == .percent, text.folded.text(reached..<figure.range.lowerBound) == Self.ofBase {
                start = last
            }
            last = start
            note(text, from: reached, to: figure.range.lowerBound)
            state.enter(sentence: text.sentence(at: figure.range.lowerBound))
            let clause = ClaimClause(
                text: text, range: start..<figure.range.lowerBound, figure: figure, year: standards.year,
                includes: audible(to: figure, in: text), isOfPriorYear: isOfPriorYear)
            let next = claim(figure, clause, text)
            if let displaced = state.displaced, let wider = claims.lastIndex(where: { $0.figure == displaced }) {
                claims[wider].figure = nil
            }
            state.displaced = nil
            claims.append(next)
            reached = figure.range.upperBound
        }
        note(text, from: reached, to: text.folded.count)
        return claims
    }

    /// Since the figure before, or since the sentence began.
    private func clauseStart(of figure: ScannedFigure, after reached: Int, in text: ClaimText) -> Int {
        let sentence = text.sentence(at: figure.range.lowerBound)
        var start = figure.range.lowerBound
        while start > reached, text.sentence(at: start - 1) == sentence { start -= 1 }
        return start
    }

    /// Words beside the point are heard only by figures that stand there too, and then only since the last comma.
    private func audible(to figure: ScannedFigure, in text: ClaimText) -> (Mention) -> Bool {
        let place = figure.range.lowerBound
        let aside = text.aside(at: place)
        let start = aside == .none ? 0 : text.startOfClause(at: place, notBefore: 0)
        return { text.aside(at: $0.range.lowerBound) == aside && $0.range.lowerBound >= start }
    }

    private func isOfPriorYear(_ mention: Mention) -> Bool {
        !mention.subjects.isEmpty && mention.subjects.allSatisfy { (slots.subjects[$0].spec.yearOffset ?? 0) < 0 }
    }

    /// Keeps the members and items that are named, in their order.
    private mutating func note(_ text: ClaimText, from start: Int, to end: Int) {
        for mention in text.mentions(in: start..<end) where text.aside(at: mention.range.lowerBound) == .none {
            state.enter(sentence: text.sentence(at: mention.range.lowerBound))
            state.note(mention, slots: slots)
        }
    }

    private mutating func claim(_ figure: ScannedFigure, _ clause: ClaimClause, _ text: ClaimText) -> Claim {
        let bound = figure.isVague || isOneOfSeveral(figure, clause) ? nil : bind(figure, clause, text)
        if bound == nil {
            state.subject = nil
            if figure.kind == .money, clause.speaksOfBudget(after: clause.range.lowerBound) {
                state.hasUnknownBudget = true
            }
        }
        return Claim(
            figure: bound, printed: figure.printed, unit: figure.unit, text: text.folded.text(figure.range),
            offset: text.folded.offsets[figure.range.lowerBound], direction: bound == nil ? nil : clause.direction)
    }
}

/// What has been said so far in a section.
struct ClaimState {
    /// The member last named in each dimension; a nil code: one that is not known.
    private(set) var members: [Dimension: (code: Code?, sentence: Int)] = [:]
    /// The item that was last spoken of, by its own name or by a subject that is about it.
    private(set) var item: Code?
    /// The fact the last figure was about; nil where that figure was not understood.
    var current: FactKey?
    /// The last amount that was understood in this sentence: 其中 goes on with its phase and year.
    private(set) var spoken: FactKey?
    /// Whether what was last spoken of is a part that 其中 took out of an amount of this sentence.
    var isOfPart = false
    /// Whether an amount of a budget was not understood in this sentence.
    var hasUnknownBudget = false
    /// The subject of the figure just before; nil where that one was not understood.
    var subject: Int?
    /// What the last change in this sentence was measured from.
    var base: ClaimClause.Base?
    private(set) var bound: Set<Figure> = []
    private(set) var boundHere: Set<Figure> = []
    /// The words that each figure was called by.
    var names: [Figure: String] = [:]
    /// A figure that the words before were taken for, though they meant something wider.
    var displaced: Figure?
    /// What 分别 still has to hand out.
    var distributed: [[Mention]] = []
    private(set) var sentence = 0
    private var offset = 0

    mutating func startParagraph() {
        offset = sentence + 1
        enter(sentence: 0)
        current = nil
    }

    mutating func enter(sentence inParagraph: Int) {
        let next = offset + inParagraph
        guard next != sentence else { return }
        sentence = next
        base = nil
        boundHere = []
        distributed = []
        spoken = nil
        isOfPart = false
        hasUnknownBudget = false
    }

    mutating func note(_ mention: Mention, slots: ClaimSlots) {
        for (dimension, code) in mention.members {
            members[dimension] = (code, sentence)
            if dimension == .item { item = code }
        }
        if let code = mention.restricts?.coordinates.item, !code.isAll {
            members[.item] = (code, sentence)
            item = code
        }
        let items = Set(mention.subjects.map { slots.subjects[$0].spec.coordinates.item })
        if items.count == 1, let code = items.first, !code.isAll { item = code }
    }

    /// - Parameter key: nil where the figure stands beside the point, so that what follows is not about it.
    mutating func bind(_ figure: Figure, about key: FactKey?, subject: Int) {
        if let key { (current, spoken) = (key, key) }
        self.subject = subject
        bound.insert(figure)
        boundHere.insert(figure)
    }
}
