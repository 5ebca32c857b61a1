import Fiscal
import Standards

/// A figure of running text with its unit and the words that lead to it.
struct RunningFigure {
    let number: PrintedNumber
    /// As printed; "" where none of the known ones stands behind the digits.
    let unit: String
    let money: MoneyUnit?
    let digits: String
    /// The words right before it: behind the last mark, or the figure before.
    let name: String
    /// All that stands between the figure before, or the beginning, and this one.
    let gap: String
    /// Characters of the sentence.
    let range: Range<Int>
    /// How many brackets are open.
    let depth: Int

    var text: String { digits + unit }

    /// Whether two figures may be added.
    func isLike(_ other: RunningFigure) -> Bool { money != nil ? other.money != nil : unit == other.unit }

    /// Money as an interval, all at the same decimals, since zeros at the end are dropped as one pleases; what is counted
    /// is exact.
    func bounds(_ decimals: Int) -> Bounds? {
        guard let money else {
            return number.thousandths.map { Bounds(low: $0 * Bounds.scale, high: $0 * Bounds.scale) }
        }
        return Bounds(number.padded(to: decimals), factor: money.rawValue)
    }
}

/// A sentence, folded, with its figures.
struct RunningSentence {
    let characters: [Character]
    let figures: [RunningFigure]

    private static let marks: Set<Character> = [",", ";", ":", "、", "。", "\"", "(", ")"]
    private static let moneyUnits = [MoneyUnit.hundredMillionYuan, .tenThousandYuan, .yuan]

    /// The sentences of a text that was folded; what 其中 goes on with belongs to the sentence before.
    static func all(in folded: String, units: [String]) -> [RunningSentence] {
        var result: [String] = []
        for sentence in folded.sentences {
            if sentence.hasPrefix("其中"), let last = result.last {
                result[result.count - 1] = last + sentence
            } else {
                result.append(sentence)
            }
        }
        return result.map { RunningSentence($0, units: units) }
    }

    /// - Parameter units: the longest first.
    init(_ text: String, units: [String]) {
        characters = Array(text)
        var figures: [RunningFigure] = []
        var (index, depth) = (0, 0)
        while index < characters.count {
            let character = characters[index]
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            guard character.isDigit,
                let figure = Self.figure(in: characters, at: index, behind: figures, depth: depth, units: units)
            else {
                index += 1
                continue
            }
            figures.append(figure)
            index = figure.range.upperBound
        }
        self.figures = figures
    }

    private static func figure(
        in all: [Character], at start: Int, behind figures: [RunningFigure], depth: Int, units: [String]
    ) -> RunningFigure? {
        let digits = digits(in: all, at: start)
        let end = start + digits.count
        guard let number = try? NumberText.parse(String(digits)) else { return nil }
        let money = moneyUnits.first { all[end...].starts(with: $0.word) }
        let unit =
            money?.word
            ?? (end < all.count && all[end] == "%" ? "%" : units.first { all[end...].starts(with: $0) } ?? "")
        // 投入（15分）得14分: the name of the 14 begins before the brackets.
        let last = figures.last { $0.depth <= depth }?.range.upperBound ?? 0
        return RunningFigure(
            number: number, unit: unit, money: money, digits: String(digits), name: name(String(all[last..<start])),
            gap: String(all[(figures.last?.range.upperBound ?? 0)..<start]),
            range: start..<(end + unit.count), depth: depth)
    }

    /// A point or comma belongs to them only with digits behind it, a comma with three.
    private static func digits(in all: [Character], at start: Int) -> ArraySlice<Character> {
        var end = start
        while end < all.count {
            let behind = all[(end + 1)...].prefix(while: \.isDigit).count
            guard all[end].isDigit || all[end] == "." && behind > 0 || all[end] == "," && behind == 3 else { break }
            end += 1
        }
        return all[start..<end]
    }

    /// Without what stands in brackets.
    private static func name(_ gap: String) -> String {
        var (name, depth) = ("", 0)
        for character in gap {
            if character == "(" { depth += 1 }
            if character == ")" {
                depth = max(0, depth - 1)
                continue
            }
            if depth > 0 { continue }
            if marks.contains(character) { name = "" } else { name.append(character) }
        }
        // 投入(得15分: the bracket is open still.
        if depth > 0, let open = gap.lastIndex(of: "(") {
            return String(gap[gap.index(after: open)...].split { marks.contains($0) }.last ?? "")
        }
        return name
    }

    /// What stands behind a figure up to the next mark.
    func tail(of figure: RunningFigure) -> String {
        String(characters[figure.range.upperBound...].prefix { !Self.marks.contains($0) })
    }
}
