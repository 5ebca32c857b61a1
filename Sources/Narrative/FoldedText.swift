import Standards

/// A paragraph as it is read: white space dropped, widths and quotation marks folded, every scalar knowing its place.
///
/// Dropping white space joins what a page broke (`36.7⏎8 万元`).
struct FoldedText {
    let scalars: [UInt32]
    /// The character of the paragraph (from 0) that each scalar comes from.
    let offsets: [Int]
    let characters: [Character]

    init(_ text: String) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        characters = Array(text)
        scalars.reserveCapacity(characters.count)
        offsets.reserveCapacity(characters.count)
        for (offset, character) in characters.enumerated() {
            for scalar in character.unicodeScalars {
                guard let folded = foldedScalar(scalar) else { continue }
                scalars.append(folded.value)
                offsets.append(offset)
            }
        }
        self.scalars = scalars
        self.offsets = offsets
    }

    var count: Int { scalars.count }

    /// The printed text from one scalar up to another.
    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(characters[offsets[first]...offsets[last]])
    }

    func has(_ word: Needle, at place: Int) -> Bool {
        guard place >= 0, place + word.scalars.count <= scalars.count else { return false }
        for (index, scalar) in word.scalars.enumerated() where scalars[place + index] != scalar { return false }
        return true
    }

    /// The first of the words that stands at a place.
    func first(_ words: [Needle], at place: Int) -> Needle? { words.first { has($0, at: place) } }

    /// Where a word stands last inside a range; whole.
    func last(_ word: Needle, in range: Range<Int>) -> Int? {
        var place = range.upperBound - word.scalars.count
        while place >= range.lowerBound {
            if has(word, at: place) { return place }
            place -= 1
        }
        return nil
    }

    func contains(_ words: [Needle], in range: Range<Int>) -> Bool { words.contains { last($0, in: range) != nil } }

    func isDigit(_ place: Int) -> Bool {
        place >= 0 && place < count && scalars[place] >= 0x30 && scalars[place] <= 0x39
    }
}

/// A word as it is looked for in folded text.
struct Needle: Hashable, ExpressibleByStringLiteral {
    let scalars: [UInt32]

    init(_ text: String) { scalars = foldedLabel(text).unicodeScalars.map(\.value) }

    init(stringLiteral value: String) { self.init(value) }

    var count: Int { scalars.count }

    func hash(into hasher: inout Hasher) {
        // In one go: an array hashes its elements one by one.
        scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// The words of a list, longest first, so that the first that stands at a place is the right one.
    static func list(_ words: String) -> [Needle] {
        words.split(separator: " ").map { Needle(String($0)) }.sorted { $0.count > $1.count }
    }
}
