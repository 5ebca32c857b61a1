import Fiscal
import Paper
import Performance
import Standards

/// Figures of running text by the words right before them.
struct TextFigures {
    struct Figure {
        let text: String
        let printed: PrintedNumber
        /// 以上, 以下: no figure to be compared.
        let isBound: Bool
        /// The first characters behind it, up to a mark: enough to tell units apart.
        let unit: String
        let place: Place?
    }

    private let characters: [Character]
    private let places: [Place?]
    private let names: IndicatorNames

    private static let longestName = 16
    private static let shortestName = 4
    private static let ends: Set<Character> = ["，", "。", "；", ",", ";", "、", "：", ":"]

    /// A part of a running text.
    init(_ text: ReportText, _ range: Range<Int>, names: IndicatorNames) {
        self.init(characters: Array(text.characters[range]), places: Array(text.places[range]), names: names)
    }

    init(characters: [Character], places: [Place?], names: IndicatorNames) {
        self.characters = characters
        self.places = places
        self.names = names
    }

    init(_ cells: [EvaluationCell], names: IndicatorNames) {
        self.names = names
        var characters: [Character] = []
        var places: [Place?] = []
        for cell in cells {
            for character in cell.text where !character.isWhitespace {
                characters.append(character)
                places.append(cell.place)
            }
        }
        self.characters = characters
        self.places = places
    }

    /// The characters of a unit that are compared.
    static func unit(_ text: some StringProtocol) -> String {
        String(text.prefix { !ends.contains($0) && !"()（）".contains($0) }.prefix(longestUnit))
    }

    private static let longestUnit = 2

    /// Every figure that words lead to, with those words as compared.
    var all: [(key: String, figure: Figure)] {
        numbers.compactMap { range in
            let key = names.key(words(before: range.lowerBound))
            let isPercent = range.upperBound < characters.count && "%％".contains(characters[range.upperBound])
            return key.isEmpty ? nil : figure(range, key, isPercent, nil).map { (key, $0) }
        }
    }

    /// Whether a figure with its unit stands anywhere, whatever words stand before it.
    func prints(_ text: String) -> Bool {
        let wanted = Array(text)
        func goesOn(_ index: Int) -> Bool {
            characters.indices.contains(index) && (Self.isDigit(characters[index]) || characters[index] == ".")
        }
        return characters.indices.contains { index in
            characters[index...].starts(with: wanted) && !goesOn(index - 1)
                && !(wanted.last.map(Self.isDigit) ?? false && goesOn(index + wanted.count))
        }
    }

    private var numbers: [Range<Int>] {
        var result: [Range<Int>] = []
        var index = 0
        while index < characters.count {
            var end = index
            while end < characters.count, Self.isDigit(characters[end]) || end > index && characters[end] == "." {
                end += 1
            }
            if end > index { result.append(index..<end) }
            index = max(end, index + 1)
        }
        return result
    }

    /// The clause up to a place, as far as it names anything.
    private func words(before index: Int) -> String {
        var start = index
        while start > 0, index - start < Self.longestName, !Self.ends.contains(characters[start - 1]),
            !Self.isDigit(characters[start - 1])
        {
            start -= 1
        }
        return String(characters[start..<index])
    }

    /// - Parameter key: an indicator's name as compared.
    /// - Parameter unit: that of its value, where the end of its name will do: 消防水池18座 of 新建消防水池.
    func figures(of key: String, isPercent: Bool, unit: String? = nil) -> [Figure] {
        numbers.compactMap { figure($0, key, isPercent, unit) }
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private func figure(_ range: Range<Int>, _ key: String, _ isPercent: Bool, _ unit: String?) -> Figure? {
        let sign = characters[range.upperBound...].prefix(3)
        guard (sign.first == "%" || sign.first == "％") == isPercent, sign.first != "年",
            let printed = try? NumberText.parse(String(characters[range]))
        else { return nil }
        let told = self.words(before: range.lowerBound)
        let start = range.lowerBound - told.count
        let words = names.key(told)
        // A rate's own name at least: 个案矫正率 of 社区服刑人员个案矫正率.
        let isNamed = words.hasSuffix(key) || isPercent && words.hasSuffix("率") && isTail(words, of: key)
        let rest = characters[range.upperBound...]
        if let unit {
            guard rest.starts(with: unit), isNamed || words.count >= Self.shortestName && key.hasSuffix(words) else {
                return nil
            }
        } else if !isNamed {
            return nil
        }
        let behind = String(characters[range.upperBound...].prefix(4))
        return Figure(
            text: String(
                characters[start..<min(characters.count, range.upperBound + (unit?.count ?? (isPercent ? 1 : 0)))]),
            printed: printed, isBound: behind.contains("以上") || behind.contains("以下") || behind.contains("余"),
            unit: isPercent ? "%" : Self.unit(behind),
            place: places[range.lowerBound])
    }

    /// Whether the two end in the same words, long enough to name a rate.
    private func isTail(_ words: String, of key: String) -> Bool {
        let shared = zip(words.reversed(), key.reversed()).prefix { $0 == $1 }.count
        return shared >= 5
    }
}
