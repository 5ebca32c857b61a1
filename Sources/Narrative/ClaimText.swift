import Standards

/// A paragraph prepared for reading: its figures, the words that name what they are about, its sentences, and what is
/// said beside the point (reasons, contents, brackets).
struct ClaimText {
    enum Aside: UInt8 {
        case none
        /// A reason or a content, in words of the writer's own.
        case free
        case brackets
    }

    let folded: FoldedText
    let figures: [ScannedFigure]
    let mentions: [Mention]
    private var asides: [Aside]
    /// Whether a scalar stands inside a name, and whether inside a figure.
    private var isNamed: [Bool]
    private var isFigure: [Bool]
    /// Which sentence each scalar belongs to, from 0.
    private var sentences: [Int] = []
    private var years: ClaimYears?

    private static let reasons = Needle.list("原因 主要是 是因为 因为 主要因 由于 主要系")
    private static let contents = Needle.list("内容为 内容是 内容包括 用于 主要包括 包括 主要为")
    /// What makes an opener none: 主要用于以下方面：, and 用于 itself then.
    private static let continuations = Needle.list("以下 如下 下列")
    /// 的
    private static let attribute = UInt32(0x7684)
    private static let enumerationComma = UInt32(0x3001)
    /// So that a paragraph of nothing but openers is read in the time of its length.
    private static let longestAttribute = 200
    private static let returns = Needle.list("与上年 比上年 较上年 同比 与年初预算 比年初预算 较年初预算 与预算 比预算 较预算 与去年 比去年 较去年")
    private static let stops = Set("。!?".unicodeScalars.map(\.value))
    private static let commas = Set(",;、:".unicodeScalars.map(\.value))
    private static let mostWordsOfFigure = 8
    private static let wordsOfFigure = Set("支出决算预数为是共计合".unicodeScalars.map(\.value))
    private static let semicolon = UInt32(0x3B)
    private static let comma = UInt32(0x2C)

    init(_ text: String, words: ClaimWords) {
        let folded = FoldedText(text)
        self.folded = folded
        figures = FigureScanner.figures(in: folded)
        mentions = words.mentions(in: folded)
        asides = Array(repeating: .none, count: folded.count)
        isNamed = Array(repeating: false, count: folded.count)
        isFigure = isNamed
        for mention in mentions { for place in mention.range { isNamed[place] = true } }
        for figure in figures { for place in figure.range { isFigure[place] = true } }
        markSentences()
        markFreeWords()
        markBrackets()
        years = ClaimYears(folded, isAside: { asides[$0] != .none }, sentence: sentence(at:))
    }

    /// The year that is spoken of at a place; nil where none is named, or the paper's own.
    func year(at place: Int) -> Int? { years?.spoken(at: place, sentence: sentence(at: place)) ?? nil }

    func aside(at place: Int) -> Aside { asides[place] }

    func isInsideName(_ place: Int) -> Bool { isNamed[place] }

    /// The mentions that lie inside a range.
    func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
        let start = mentions.firstPlace { $0.range.lowerBound >= range.lowerBound }
        let end = mentions.firstPlace { $0.range.upperBound > range.upperBound }
        return mentions[start..<Swift.max(start, end)]
    }

    func sentence(at place: Int) -> Int { place < sentences.count ? sentences[place] : sentences.last ?? 0 }

    /// Where the words between two commas that hold a place begin.
    func startOfClause(at place: Int, notBefore limit: Int) -> Int {
        var start = place
        while start > limit, !Self.commas.contains(folded.scalars[start - 1]), !isStop(start - 1) { start -= 1 }
        return start
    }

    private func isStop(_ place: Int) -> Bool {
        let scalar = folded.scalars[place]
        if scalar == 0x2E { return !folded.isDigit(place - 1) }
        return Self.stops.contains(scalar)
    }

    private mutating func markSentences() {
        var sentence = 0
        sentences.reserveCapacity(folded.count)
        for place in 0..<folded.count {
            sentences.append(sentence)
            if isStop(place) { sentence += 1 }
        }
    }

    /// From 主要原因是 to the end of the sentence or to what is compared next; from 内容为 to the semicolon.
    private mutating func markFreeWords() {
        var place = 0
        while place < folded.count {
            guard let (opener, endsAtSemicolon) = opener(at: place) else {
                place += 1
                continue
            }
            var end = place + opener.count
            while end < folded.count, !isStop(end), !(endsAtSemicolon && folded.scalars[end] == Self.semicolon) {
                if folded.scalars[end] == Self.comma, folded.first(Self.returns, at: end + 1) != nil { break }
                if folded.scalars[end] == Self.semicolon, opensFigure(end + 1) { break }
                end += 1
            }
            for inside in place..<end { asides[inside] = .free }
            place = max(end, place + 1)
        }
    }

    /// …增加;公务接待费支出5万元: a subject right behind the semicolon, and its figure with nothing but words of 支出 between.
    private func opensFigure(_ place: Int) -> Bool {
        let next = mentions.firstPlace { $0.range.lowerBound >= place }
        guard next < mentions.count, mentions[next].range.lowerBound == place else { return false }
        let words = mentions[next].range.upperBound
        let end = (words..<min(folded.count, words + Self.mostWordsOfFigure)).first { isFigure[$0] }
        return end.map { figure in
            (words..<figure).allSatisfy { isNamed[$0] || Self.wordsOfFigure.contains(folded.scalars[$0]) }
        } ?? false
    }

    private func opener(at place: Int) -> (Needle, Bool)? {
        if isNamed[place] { return nil }
        if let reason = folded.first(Self.reasons, at: place) { return (reason, false) }
        guard let content = folded.first(Self.contents, at: place),
            folded.first(Self.continuations, at: place + content.count) == nil,
            !isAttribute(from: place + content.count)
        else { return nil }
        return (content, true)
    }

    /// 用于保障机构运转的日常支出5万元: the words behind the opener lead to a name right before its figure.
    private func isAttribute(from start: Int) -> Bool {
        var hasMark = false
        for place in start..<min(folded.count, start + Self.longestAttribute) {
            let scalar = folded.scalars[place]
            if isFigure[place] {
                let before = mentions.firstPlace { $0.range.upperBound >= place }
                return hasMark && before < mentions.count && mentions[before].range.upperBound == place
                    && !mentions[before].subjects.isEmpty
            }
            if isStop(place) || (Self.commas.contains(scalar) && scalar != Self.enumerationComma) { return false }
            if scalar == Self.attribute { hasMark = true }
        }
        return false
    }

    /// Brackets that are no part of a name or a unit.
    private mutating func markBrackets() {
        var opened: Int?
        for place in 0..<folded.count {
            let scalar = folded.scalars[place]
            if scalar == 0x28, !isNamed[place], !isFigure[place] { opened = place }
            if scalar == 0x29, let start = opened {
                for inside in start..<place where asides[inside] == .none { asides[inside] = .brackets }
                opened = nil
            }
        }
    }
}

extension Array where Element == Mention {
    /// The first of ordered mentions for which something holds that then holds for all after it.
    func firstPlace(where holds: (Mention) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
