import Fiscal

/// Which year the words of a paragraph speak of: the last that they name, other than as what is compared with.
///
/// A paper tells its year's figures; a sentence that opens with another year (2020年度支出…, 2022年预算…) tells others.
struct ClaimYears {
    /// A year that is named, with the sentence it stands in and whether it opens it.
    private struct Named {
        let place: Int
        /// nil: 本年, the paper's own.
        let year: Int?
        let sentence: Int
        let opens: Bool
    }

    private var named: [Named] = []

    /// Behind these another year is compared with or paid into.
    private static let comparisons = Needle.list("较 比 与 和 同 至 到 转 入")
    private static let own = Needle.list("本年 今年 当年")
    private static let year = UInt32(0x5E74)

    /// - Parameters:
    ///   - isAside: whether a place stands in a reason or between brackets, where any year may be spoken of.
    ///   - sentence: which one a place belongs to.
    init(_ text: FoldedText, isAside: (Int) -> Bool, sentence: (Int) -> Int) {
        for place in 0..<text.count where !isAside(place) && !Self.isCompared(place, in: text) {
            let isOwn = text.first(Self.own, at: place) != nil
            guard let number = isOwn ? .some(nil) : Self.year(in: text, at: place).map(Optional.some) else { continue }
            let current = sentence(place)
            named.append(
                Named(
                    place: place, year: number, sentence: current, opens: place == 0 || sentence(place - 1) != current))
        }
    }

    /// The year that is spoken of at a place: the last named in its sentence, else the last that opened one before.
    func spoken(at place: Int, sentence: Int) -> Int? {
        named.last { $0.place < place && ($0.sentence == sentence || $0.opens) }?.year
    }

    /// 2021年, no date (2021年3月) and no part of a longer number.
    private static func year(in text: FoldedText, at place: Int) -> Int? {
        guard text.isDigit(place), !text.isDigit(place - 1), place + 4 < text.count, text.scalars[place + 4] == year,
            !text.isDigit(place + 5), text.scalars[place] == 0x32, text.scalars[place + 1] == 0x30
        else { return nil }
        return (place..<(place + 4)).reduce(0) { $0 * 10 + Int(text.scalars[$1]) - 0x30 }
    }

    private static func isCompared(_ place: Int, in text: FoldedText) -> Bool {
        comparisons.contains { text.has($0, at: place - $0.count) }
    }
}
