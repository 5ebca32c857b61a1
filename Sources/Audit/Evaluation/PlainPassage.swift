import Performance
import Standards

/// Running text as letters and digits alone, each with the cell and the printed text that it comes from.
struct PlainPassage {
    /// Folded.
    private(set) var characters: [Character] = []
    /// For each of them its place in `printed` and its cell.
    private(set) var sources: [Int] = []
    private(set) var cells: [Int] = []
    /// Without white space.
    private(set) var printed: [Character] = []
    private(set) var origins: [EvaluationCell] = []

    /// - Parameter cells: lines of one text.
    init(_ cells: [EvaluationCell]) {
        for cell in cells {
            origins.append(cell)
            for character in cell.text where !character.isWhitespace { append(character, of: origins.count - 1) }
        }
    }

    private mutating func append(_ character: Character, of cell: Int) {
        printed.append(character)
        guard character.isLetter || character.isNumber else { return }
        for folded in character.isASCII || character.utf8.count == 3 && !Self.isWide(character)
            ? String(character) : foldedLabel(String(character))
        {
            characters.append(folded)
            sources.append(printed.count - 1)
            cells.append(cell)
        }
    }

    /// Full-width ASCII, which folding makes narrow.
    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0xFF01...0xFF5E).contains($0.value) }
    }

    /// As printed, up to so many characters.
    func quote(_ range: Range<Int>, limit: Int = 40) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let text = printed[sources[first]...sources[last]]
        return String(text.prefix(limit)) + (text.count > limit ? "……" : "")
    }

    func cell(at index: Int) -> EvaluationCell { origins[cells[index]] }

    /// The pieces between these marks, without those that have one of these words.
    func pieces(endingAt marks: Set<Character>, without words: [String] = []) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        func close(_ end: Int, _ text: ArraySlice<Character>) {
            if end > start {
                let folded = foldedLabel(String(text))
                if !words.contains(where: folded.contains) { result.append(start..<end) }
            }
            start = end
        }
        var (next, from) = (0, 0)
        for index in printed.indices {
            while next < sources.count, sources[next] < index { next += 1 }
            guard marks.contains(printed[index]) else { continue }
            close(next, printed[from..<index])
            from = index + 1
        }
        close(sources.count, printed[from...])
        return result
    }

    /// The first run of so many letters and digits that stands here a second time, with where it did first.
    func repeated(shortest: Int) -> (first: Range<Int>, second: Range<Int>)? {
        guard characters.count >= 2 * shortest else { return nil }
        var known: [ArraySlice<Character>: Int] = [:]
        for index in 0...(characters.count - shortest) {
            let gram = characters[index..<(index + shortest)]
            guard let other = known[gram] else {
                known[gram] = index
                continue
            }
            guard other + shortest <= index else { continue }
            let length = zip(characters[other..<index], characters[index...]).prefix { $0 == $1 }.count
            return (other..<(other + length), index..<(index + length))
        }
        return nil
    }

    static let sentenceMarks: Set<Character> = ["。", "；", ";", "！", "!", "？", "?"]
    static let clauseMarks: Set<Character> = sentenceMarks.union(["，", ",", "：", ":"])
}

extension EvaluationForm {
    /// What was aimed at and achieved; one passage a column where they are apart, and one for each stretch between labels.
    func goalPassages(_ repeats: EvaluationDefinitions.Repeats) -> [PlainPassage] {
        Self.passages(goals, repeats) + achievedPassages(repeats)
    }

    /// Empty where both run into each other.
    func achievedPassages(_ repeats: EvaluationDefinitions.Repeats) -> [PlainPassage] {
        Self.passages(achieved, repeats)
    }

    var reasonPassages: [PlainPassage] {
        indicators.compactMap { $0.hasReason ? $0.reason : nil }.map { PlainPassage([$0]) }
    }

    private static func passages(
        _ cells: [EvaluationCell], _ repeats: EvaluationDefinitions.Repeats
    ) -> [PlainPassage] {
        cells.split { repeats.labels.contains(foldedLabel($0.text)) }.map { PlainPassage(Array($0)) }
    }
}
