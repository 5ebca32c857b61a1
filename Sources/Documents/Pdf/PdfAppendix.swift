/// What a program wrote behind the bytes of a PDF: objects, their table, a trailer.
///
/// PDFium writes every object anew that it has looked at, fonts and pictures among them. Only those that carry our notes,
/// and the drawings of these, are new; a stream that stands in the file already need not be there twice.
package enum PdfAppendix {
    /// The copy without streams that its original has.
    ///
    /// - Parameter mark: what the names of our own notes begin with.
    /// - Returns: the copy as it is, where it is not the original with a plain table behind it.
    package static func trimmed(_ copy: [UInt8], original: [UInt8], mark: String) -> [UInt8] {
        guard copy.starts(with: original), let table = PdfObjectTable(copy, from: original.count) else { return copy }
        let notes = table.objects.filter { !isStream(copy[$0.range]) && find("(" + mark, in: copy[$0.range]) != nil }
        let drawings = Set(notes.flatMap { references(after: "/AP<</N ", in: copy[$0.range]) })
        guard !drawings.isEmpty, drawings.isSubset(of: table.objects.map(\.number)) else { return copy }
        let known = numbers(in: original)
        let kept = table.objects.filter {
            drawings.contains($0.number) || !known.contains($0.number) || !isStream(copy[$0.range])
        }
        return original + appendix(kept, of: copy, trailer: copy[table.trailer], from: original.count)
    }

    private static func appendix(
        _ objects: [PdfObjectTable.Object], of copy: [UInt8], trailer: ArraySlice<UInt8>, from start: Int
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        var sections: [(first: Int, lines: [String])] = [(0, ["0000000000 65535 f"])]
        for object in objects {
            let line = padded(start + bytes.count, to: 10) + " " + padded(object.generation, to: 5) + " n"
            let last = sections[sections.count - 1]
            if last.first + last.lines.count == object.number {
                sections[sections.count - 1].lines.append(line)
            } else {
                sections.append((object.number, [line]))
            }
            bytes += copy[object.range]
        }
        let place = start + bytes.count
        var text = "xref\r\n"
        for section in sections {
            text += "\(section.first) \(section.lines.count)\r\n" + section.lines.map { $0 + "\r\n" }.joined()
        }
        return bytes + Array(text.utf8) + trailer + Array("startxref\r\n\(place)\r\n%%EOF\r\n".utf8)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func isStream(_ object: ArraySlice<UInt8>) -> Bool { find(">>stream\r\n", in: object) != nil }

    /// Numbers behind each place of some words.
    private static func references(after words: String, in object: ArraySlice<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var rest = object
        while let found = find(words, in: rest) {
            rest = rest[(found + words.utf8.count)...]
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            if let number = Int(String(decoding: digits, as: UTF8.self)) { numbers.append(number) }
        }
        return numbers
    }

    /// Of all objects that stand in the file by themselves, as every stream does.
    private static func numbers(in file: [UInt8]) -> Set<Int> {
        var found: Set<Int> = []
        var rest = file[...]
        let word = " obj"
        while let place = find(word, in: rest) {
            let before = file[max(0, place - 24)..<place]
            let parts = before.split { !(0x30...0x39).contains($0) && $0 != 0x20 }.last?.split(separator: 0x20) ?? []
            if parts.count >= 2, let number = Int(String(decoding: parts[parts.count - 2], as: UTF8.self)) {
                found.insert(number)
            }
            rest = rest[(place + word.utf8.count)...]
        }
        return found
    }

    /// Where some words first stand.
    static func find(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(words.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        var place = bytes.startIndex
        let end = bytes.endIndex - wanted.count
        while place <= end, let next = bytes[place...end].firstIndex(of: first) {
            if bytes[next..<next + wanted.count].elementsEqual(wanted) { return next }
            place = next + 1
        }
        return nil
    }
}

/// The plain table at the end of a PDF, of the objects behind a place of it.
struct PdfObjectTable {
    struct Object {
        let number: Int
        let generation: Int
        /// Whole, with its head and end.
        let range: Range<Int>
    }

    /// By place.
    let objects: [Object]
    /// From its word to the next one.
    let trailer: Range<Int>

    /// nil where there is none, or it has objects that stand before the place.
    init?(_ file: [UInt8], from start: Int) {
        let tail = file[start...]
        guard let end = Self.last("startxref", in: tail),
            let place = Self.number(in: file[(end + "startxref".utf8.count)...]), tail.indices.contains(place),
            file[place...].starts(with: Array("xref\r\n".utf8)), let last = Self.last("trailer", in: file[place..<end])
        else { return nil }
        let lines = file[(place + 6)..<last].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        var entries: [(number: Int, generation: Int, place: Int)] = []
        var next = 0
        for line in lines {
            let words = line.split { $0 == " " || $0 == "\r" }
            guard let first = words.first.flatMap({ Int($0) }), words.count > 1, let second = Int(words[1]) else {
                return nil
            }
            if words.count == 2 {
                next = first
                continue
            }
            if words[2] == "n" {
                guard tail.indices.contains(first), first < place else { return nil }
                entries.append((next, second, first))
            }
            next += 1
        }
        entries.sort { $0.place < $1.place }
        guard entries.first?.place == start else { return nil }
        let ends = entries.dropFirst().map(\.place) + [place]
        objects = zip(entries, ends).map { Object(number: $0.number, generation: $0.generation, range: $0.place..<$1) }
        trailer = last..<end
    }

    private static func last(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        var rest = bytes
        while let place = PdfAppendix.find(words, in: rest) {
            found = place
            rest = rest[(place + 1)...]
        }
        return found
    }

    private static func number(in bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.drop { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
