package import Fiscal

/// One indicator that departments share, with what papers have printed for it.
package struct SharedIndicator: Sendable, Hashable {
    package let field: String
    package let first: String
    package let second: String
    package let name: String
    package let aliases: [String]
    package let direction: String
    package let unit: String
    /// Targets that were printed, to show what is usual; none of them is proposed as one.
    package let usual: [String]
    /// Functional items whose money it goes with; empty where it goes with any.
    package let functions: [Code]
    package let evidence: String
    package let way: String
    package let source: String
    package let note: String
}

/// The shared indicators of a place (`indicators/*.csv`).
package struct IndicatorLibrary: Sendable {
    /// By field in the order of the files.
    package let all: [SharedIndicator]
    private let definitions: EvaluationDefinitions

    package init(_ all: [SharedIndicator], definitions: EvaluationDefinitions) {
        self.all = all
        self.definitions = definitions
    }

    /// Fields with how many indicators each has, in the order of the files.
    package var fields: [(name: String, count: Int)] {
        var names: [String] = []
        for entry in all where !names.contains(entry.field) { names.append(entry.field) }
        return names.map { name in (name, all.count { $0.field == name }) }
    }

    /// - Parameters:
    ///   - words: of the name; every one has to be found. None = all.
    ///   - functions: functional items, or what they lie under; none = of any money.
    ///   - field: nil = any.
    /// - Returns: the nearest first.
    package func search(_ words: [String], functions: [Code], field: String?) -> [SharedIndicator] {
        let wanted = words.map { foldedLabel($0) }.filter { !$0.isEmpty }
        let found = all.enumerated().compactMap { index, entry -> (rank: Int, index: Int, entry: SharedIndicator)? in
            if let field, foldedLabel(entry.field) != foldedLabel(field) { return nil }
            let isItsMoney = entry.functions.contains { own in functions.contains { own.lies(near: $0) } }
            // What goes with any money is found by its name only.
            guard functions.isEmpty || isItsMoney || entry.functions.isEmpty && !wanted.isEmpty else { return nil }
            guard let rank = rank(entry, wanted) else { return nil }
            return (rank + (functions.isEmpty || isItsMoney ? 0 : 1), index, entry)
        }
        // Names that are only near are shown where there is none that has the words.
        let kept = found.contains { $0.rank < Self.near } ? found.filter { $0.rank < Self.near } : found
        return kept.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.entry)
    }

    private static let near = 6

    /// How far the names are from the words, 0 = the same; nil where they have nothing in common.
    private func rank(_ entry: SharedIndicator, _ words: [String]) -> Int? {
        guard !words.isEmpty else { return 0 }
        let names = [entry.name] + entry.aliases
        let folded = names.map { foldedLabel($0) }
        let joined = words.joined()
        if folded.contains(joined) { return 0 }
        if folded.contains(where: { name in words.allSatisfy(name.contains) }) { return 2 }
        let keys = names.map { definitions.indicatorKey($0) }
        let wanted = words.map { definitions.indicatorKey($0) }.filter { !$0.isEmpty }
        if !wanted.isEmpty, keys.contains(where: { key in wanted.allSatisfy(key.contains) }) { return 4 }
        let nearest = (folded + keys).map { Self.unlike(joined, $0) }.min() ?? 100
        return nearest <= Self.farthest ? Self.near + nearest : nil
    }

    /// Percent of the pairs of neighbouring characters that the two do not share, beyond which they are two names.
    private static let farthest = 50

    private static func unlike(_ left: String, _ right: String) -> Int {
        func pairs(_ text: String) -> [String] { zip(text, text.dropFirst()).map { String([$0, $1]) } }
        let (first, second) = (pairs(left), pairs(right))
        guard !first.isEmpty, !second.isEmpty else { return 100 }
        var open = second
        var shared = 0
        for pair in first {
            guard let place = open.firstIndex(of: pair) else { continue }
            open.remove(at: place)
            shared += 1
        }
        return 100 - 200 * shared / (first.count + second.count)
    }
}

extension Code {
    /// One of them lies under the other: 2040607, 20406.
    fileprivate func lies(near other: Code) -> Bool { text.hasPrefix(other.text) || other.text.hasPrefix(text) }
}

extension EvaluationDefinitions {
    /// An indicator's name without what does not tell it from others: numbering, brackets, words that all have.
    package func indicatorKey(_ name: String) -> String {
        var text = foldedLabel(name)
        if text.hasPrefix("指标"), let dot = text.firstIndex(where: { $0 == "." || $0 == "、" }),
            text[text.index(text.startIndex, offsetBy: 2)..<dot].allSatisfy(\.isNumber)
        {
            text = String(text[text.index(after: dot)...])
        }
        if let open = text.firstIndex(of: "(") { text = String(text[..<open]) }
        for (word, means) in synonyms { text = text.replacing(word, with: means) }
        for word in commonWords { text = text.replacing(word, with: "") }
        return text.hasSuffix("数") ? String(text.dropLast()) : text
    }
}
