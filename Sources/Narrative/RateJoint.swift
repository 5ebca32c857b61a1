import Standards

/// The words between two figures of a sentence, and what they say of the figures.
struct RateJoint {
    enum Budget {
        case initial, adjusted
        /// 预算, and no word which.
        case any
    }

    private let text: String
    private let words: ReadingWords.Rates

    private static let farthest = 80

    init(_ text: FoldedText, _ range: Range<Int>, _ words: ReadingWords.Rates) {
        self.init(String(String.UnicodeScalarView(text.scalars[range].compactMap(Unicode.Scalar.init))), words)
    }

    private init(_ text: String, _ words: ReadingWords.Rates) {
        self.text = text
        self.words = words
    }

    /// Where the sentence of a place begins, or how far back it is looked at.
    static func start(_ text: FoldedText, of place: Int) -> (place: Int, isOfSentence: Bool) {
        let least = max(0, place - farthest)
        let stop = text.scalars[least..<place].lastIndex { scalar in
            Unicode.Scalar(scalar).map { "。;".unicodeScalars.contains($0) } ?? false
        }
        return stop.map { ($0 + 1, true) } ?? (least, least == 0)
    }

    /// What stands behind the last comma.
    var lastClause: RateJoint {
        RateJoint(String(text.split(omittingEmptySubsequences: false) { ",;。:".contains($0) }.last ?? ""), words)
    }

    private func has(_ list: [String]) -> Bool { list.contains { text.contains($0) } }

    // MARK: - What it speaks of

    var hasParts: Bool { has(words.parts) }
    /// Money beside the budget of the year, which may count in what is completed.
    var hasOtherFunds: Bool { has(words.otherFunds) }
    /// Whether it leads to what something else is compared with.
    var isCompared: Bool {
        let plain = unbracketed
        return words.comparedWith.contains { plain.contains($0) }
    }

    /// 某局(反映1个机关和2个所)支出: what stands in brackets compares nothing.
    private var unbracketed: String {
        var (result, depth) = ("", 0)
        for character in text {
            if character == "(" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return result
    }

    var namesYear: Bool { text.contains("年") && text.contains(where: \.isNumber) }
    /// Whether it names what the change is measured from, and does not only point back to it.
    var namesBase: Bool { has(words.lastYear) || has(words.budget) || namesYear }
    var isYearly: Bool { has(words.yearly) }
    /// Whether the last clause speaks of the year before.
    var isPrior: Bool { lastClause.has(words.lastYear) }

    var isShare: Bool {
        let text = text.drop { ",;".contains($0) }
        return words.shares.contains { text.hasPrefix($0) } && text.count <= 20
            && !text.contains { ",;:()。".contains($0) || $0.isNumber }
    }

    // MARK: - Changes

    /// The direction of a change that is measured from another year or a budget; nil where any other word stands there.
    var change: Bool? {
        guard let (isFall, rest) = direction(of: text), words.compares.contains(where: { rest.contains($0) }),
            isMade(of: words.beforeChange, marks: ",;)", rest.filter { !$0.isNumber })
        else { return nil }
        return isFall
    }

    /// The direction of a change with nothing else between the two: 80万元增加20万元, 80万元相比，增加20万元.
    var bareChange: Bool? {
        guard let (isFall, rest) = direction(of: text), isMade(of: words.behindBase, marks: ",", rest) else {
            return nil
        }
        return isFall
    }

    /// Whether it ends in 比2019年, 较上年决算, and nothing that names a thing.
    var leadsToBase: Bool {
        guard
            let word = words.compares.compactMap({ text.ranges(of: $0).last }).max(by: { $0.lowerBound < $1.lowerBound }
            )
        else { return false }
        return isMade(of: words.behindCompares + words.beforeChange, text[word.upperBound...].filter { !$0.isNumber })
    }

    /// Whether nothing but ，比2019年度 stands here: what is compared is the amount before it.
    var comparesAtOnce: Bool {
        text.first == "," && words.compares.contains { text.contains($0) }
            && isMade(of: words.beforeChange, marks: ",的", text.filter { !$0.isNumber })
    }

    /// The direction of the rate behind a change.
    var growth: Bool? {
        var rest = text
        while let last = rest.last {
            let end = words.beforeRate.first { rest.hasSuffix($0) }?.count ?? (",、;".contains(last) ? 1 : 0)
            if end == 0 { break }
            rest.removeLast(end)
        }
        // 增幅5% and 降幅5% are words of their own.
        if rest.isEmpty { return has(words.risingRates) ? false : has(words.fallingRates) ? true : nil }
        guard let (isFall, before) = direction(of: rest), isMade(of: words.beforeRate, marks: ",、;", before) else {
            return nil
        }
        return isFall
    }

    /// The word of direction at the end, and what stands before it.
    private func direction(of text: String) -> (isFall: Bool, rest: String)? {
        let text = text.hasSuffix("了") ? String(text.dropLast()) : text
        for (list, isFall) in [(words.rises, false), (words.falls, true)] {
            for word in list where text.hasSuffix(word) { return (isFall, String(text.dropLast(word.count))) }
        }
        return nil
    }

    // MARK: - Budgets

    /// Places of the word for a budget.
    private var budgets: [Range<String.Index>] { words.budget.flatMap { text.ranges(of: $0) } }

    /// Whether the first amount is a budget, and which.
    var budget: Budget? {
        guard let place = budgets.max(by: { $0.lowerBound < $1.lowerBound }),
            isMade(of: words.behindBudget, text[place.upperBound...])
        else { return nil }
        let before = text[..<place.lowerBound]
        if words.initial.contains(where: before.hasSuffix) { return .initial }
        return words.adjusted.contains(where: before.hasSuffix) ? .adjusted : .any
    }

    /// 比年初预算, 较预算; 比2022年预算 is another year's.
    var comparesWithBudget: Bool {
        budgets.contains { range in
            let before = text[..<range.lowerBound]
            return words.initial.contains(where: before.hasSuffix)
                || !(before.hasSuffix("年") || before.hasSuffix("年度"))
        }
    }

    var isActual: Bool { has(words.actual) && isMade(of: words.beforeActual, marks: ",;", text) }

    /// Of which budget the rate is.
    var whole: Budget? {
        guard has(words.completion), isMade(of: words.beforeCompletion, marks: ",、", text) else { return nil }
        if has(words.initial) { return .initial }
        // A rate of execution is of the budget as it was adjusted.
        return has(words.ofAdjusted) ? .adjusted : .any
    }

    /// Whether a text has no words but known ones.
    ///
    /// - Parameter known: the longest first.
    private func isMade(of known: [String], marks: String = "", _ text: some StringProtocol) -> Bool {
        var rest = text[...]
        while let first = rest.first {
            let length = known.first { rest.hasPrefix($0) }?.count ?? (marks.contains(first) ? 1 : 0)
            if length == 0 { return false }
            rest = rest.dropFirst(length)
        }
        return true
    }
}
