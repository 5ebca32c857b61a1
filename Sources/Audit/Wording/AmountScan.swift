/// Amounts and shares as folded text prints them, found by bytes: patterns are parsed each time they are met.
struct AmountScan {
    private let bytes: [UInt8]

    init(_ folded: String) { bytes = Array(folded.utf8) }

    /// An amount in 元 itself, and the words around it.
    struct Yuan {
        let number: String
        let before: String
        let after: String
        var text: String { number + "元" }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isDecimal(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x2E }

    private func stands(_ word: String, at place: Int) -> Bool {
        place + word.utf8.count <= bytes.count && bytes[place...].starts(with: word.utf8)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The longest stretches of such bytes.
    private func runs(_ belongs: (UInt8) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for place in bytes.indices {
            if belongs(bytes[place]) {
                start = start ?? place
            } else if let first = start {
                result.append(first..<place)
                start = nil
            }
        }
        if let start { result.append(start..<bytes.count) }
        return result
    }

    /// How many amounts are in 万元, 亿元 or 千元.
    var largerUnits: Int {
        runs(Self.isDecimal).count { run in ["万元", "亿元", "千元"].contains { stands($0, at: run.upperBound) } }
    }

    /// Amounts in 元.
    func yuan(before: Int, after: Int) -> [Yuan] {
        runs { Self.isDecimal($0) || $0 == 0x2C }.compactMap { run in
            guard Self.isDigit(bytes[run.upperBound - 1]), stands("元", at: run.upperBound) else { return nil }
            let end = run.upperBound + "元".utf8.count
            return Yuan(
                number: text(run), before: String(text(0..<run.lowerBound).suffix(before)),
                after: String(text(end..<min(bytes.count, end + 4 * after)).prefix(after)))
        }
    }

    /// The first amount or share with two units: 万元万元, 万元元, 元元, %%, 万元万.
    var twoUnits: String? {
        for run in runs(Self.isDecimal) {
            for units in ["万元万元", "万元元", "元元", "%%", "万元万"] where stands(units, at: run.upperBound) {
                return text(run) + units
            }
        }
        return nil
    }

    /// The first amount behind a word that asks for a unit, up to a mark or the end, that has none; with its number.
    func bare(behind words: [String]) -> (text: String, number: String)? {
        for start in bytes.indices where bytes[start] >= 0xE4 {
            for word in words where stands(word, at: start) {
                for link in ["为", "共计", "共", ""] where stands(link, at: start + word.utf8.count) {
                    let first = start + word.utf8.count + link.utf8.count
                    guard let end = numberEnd(from: first) else { continue }
                    if end == bytes.count { return (text(start..<end), text(first..<end)) }
                    for mark in [",", "。", ";"] where stands(mark, at: end) {
                        return (text(start..<end) + mark, text(first..<end))
                    }
                }
            }
        }
        return nil
    }

    /// A number whose commas stand before three digits.
    private func numberEnd(from start: Int) -> Int? {
        guard start < bytes.count, Self.isDigit(bytes[start]) else { return nil }
        func decimals(from place: Int) -> Int { bytes[place...].firstIndex { !Self.isDecimal($0) } ?? bytes.count }
        var end = decimals(from: start)
        while end + 3 < bytes.count, bytes[end] == 0x2C, bytes[(end + 1)...(end + 3)].allSatisfy(Self.isDigit) {
            end = decimals(from: end + 4)
        }
        return end
    }

    /// Shares with decimals, and how many decimals each has.
    var percentages: [(text: String, decimals: Int)] {
        bytes.indices.filter { bytes[$0] == 0x25 }.compactMap { sign in
            let decimals = bytes[..<sign].reversed().prefix(while: Self.isDigit).count
            let point = sign - decimals - 1
            guard decimals > 0, point > 0, bytes[point] == 0x2E else { return nil }
            let digits = bytes[..<point].reversed().prefix(while: Self.isDigit).count
            return digits > 0 ? (text((point - digits)..<(sign + 1)), decimals) : nil
        }
    }
}
