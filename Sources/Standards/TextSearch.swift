// Searches told by bytes. Those of the standard library compare characters, at ten times the cost; for the texts of papers,
// where no character is written in two ways, both find the same.

extension String {
    /// Whether the word stands in it; an empty one stands nowhere.
    package func contains(_ word: String) -> Bool { ByteSearch.offset(of: word, in: self) != nil }

    /// Where the word first stands; nil for an empty one.
    package func firstRange(of word: String) -> Range<Index>? { ByteSearch.range(of: word, in: self) }

    /// Where it stands, from the left, none reaching into another.
    package func ranges(of word: String) -> [Range<Index>] { ByteSearch.ranges(of: word, in: self) }

    package func hasPrefix(_ word: String) -> Bool { ByteSearch.begins(self, word) }

    package func hasSuffix(_ word: String) -> Bool { ByteSearch.ends(self, word) }

    package func replacing(_ word: String, with other: String) -> String {
        ByteSearch.replacing(word, with: other, in: self)
    }
}

extension Substring {
    package func contains(_ word: String) -> Bool { ByteSearch.offset(of: word, in: self) != nil }

    package func firstRange(of word: String) -> Range<Index>? { ByteSearch.range(of: word, in: self) }

    package func ranges(of word: String) -> [Range<Index>] { ByteSearch.ranges(of: word, in: self) }

    package func hasPrefix(_ word: String) -> Bool { ByteSearch.begins(self, word) }

    package func hasSuffix(_ word: String) -> Bool { ByteSearch.ends(self, word) }
}

private enum ByteSearch {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Both as bytes; `text` may be a part of a longer one.
    private static func reading<Result>(
        _ text: some StringProtocol, _ word: String, _ work: (Bytes, Bytes) -> Result
    ) -> Result {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            word.utf8.withContiguousStorageIfAvailable { work(bytes, $0) }
        }
        if let found, let result = found { return result }
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            Array(word.utf8).withUnsafeBufferPointer { work(bytes, $0) }
        }
    }

    /// -1 where it does not stand there from `start` on.
    private static func offset(of word: Bytes, in bytes: Bytes, from start: Int) -> Int {
        guard !word.isEmpty, bytes.count - start >= word.count else { return -1 }
        // Of a character's bytes the third tells most: the first is the same for a thousand characters.
        let mark = min(2, word.count - 1)
        let telling = word[mark]
        for place in start...(bytes.count - word.count) where bytes[place + mark] == telling {
            var length = 0
            while length < word.count, bytes[place + length] == word[length] { length += 1 }
            if length == word.count { return place }
        }
        return -1
    }

    static func offset(of word: String, in text: some StringProtocol) -> Int? {
        let place = reading(text, word) { offset(of: $1, in: $0, from: 0) }
        return place < 0 ? nil : place
    }

    static func range<Text: StringProtocol>(of word: String, in text: Text) -> Range<Text.Index>? {
        guard let place = offset(of: word, in: text) else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: place)
        return start..<text.utf8.index(start, offsetBy: word.utf8.count)
    }

    private static func offsets(of word: String, in text: some StringProtocol) -> [Int] {
        reading(text, word) { bytes, word in
            var places: [Int] = []
            var next = offset(of: word, in: bytes, from: 0)
            while next >= 0 {
                places.append(next)
                next = offset(of: word, in: bytes, from: next + word.count)
            }
            return places
        }
    }

    static func ranges<Text: StringProtocol>(of word: String, in text: Text) -> [Range<Text.Index>] {
        let length = word.utf8.count
        return offsets(of: word, in: text).map { place in
            let start = text.utf8.index(text.startIndex, offsetBy: place)
            return start..<text.utf8.index(start, offsetBy: length)
        }
    }

    static func begins(_ text: some StringProtocol, _ word: String) -> Bool {
        reading(text, word) { bytes, word in
            bytes.count >= word.count && word.indices.allSatisfy { bytes[$0] == word[$0] }
        }
    }

    static func ends(_ text: some StringProtocol, _ word: String) -> Bool {
        reading(text, word) { bytes, word in
            let start = bytes.count - word.count
            return start >= 0 && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
        }
    }

    static func replacing(_ word: String, with other: String, in text: String) -> String {
        let places = offsets(of: word, in: text)
        if places.isEmpty { return text }
        let length = word.utf8.count
        return reading(text, other) { bytes, other in
            let count = bytes.count + places.count * (other.count - length)
            return String(unsafeUninitializedCapacity: count) { result in
                var (from, to) = (0, 0)
                func copy(_ part: Slice<Bytes>) {
                    for byte in part {
                        result[to] = byte
                        to += 1
                    }
                }
                for place in places {
                    copy(bytes[from..<place])
                    copy(other[...])
                    from = place + length
                }
                copy(bytes[from...])
                return to
            }
        }
    }
}
