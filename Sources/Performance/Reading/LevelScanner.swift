import Fiscal
import Paper
import Standards

/// Follows the labels of levels 1 and 2 through a block of indicators.
struct LevelScanner {
    private let firstLevels: [String]
    private let secondLevels: [String]
    private(set) var first = ""
    private(set) var second = ""
    private(set) var declared: [Declared] = []
    private(set) var empty: [SourceRow.Piece] = []
    /// Whether no label ran into a name.
    var isSure = true
    private let cells: EvaluationCellReader
    private let nothing: [String]
    private let passed: [String]
    /// The level-2 label that has no indicator yet.
    private var open: SourceRow.Piece?

    init(_ definitions: EvaluationDefinitions) {
        firstLevels = definitions.firstLevels
        secondLevels = definitions.secondLevels
        nothing = definitions.nothing
        passed = definitions.passed
        cells = EvaluationCellReader(definitions: definitions)
    }

    /// An indicator stands under the last labels.
    mutating func use() { open = nil }

    /// The text of a cell in the column of level 1.
    ///
    /// - Returns: where it is the rest of a label that the end of a page broke, what stood before and the whole.
    mutating func setFirst(_ piece: SourceRow.Piece) -> (broken: String, whole: String)? {
        let text = Array(foldedLabel(piece.text))
        let label = text.firstIndex(of: "(").map { String(text[..<$0]) } ?? String(text)
        if let whole = Self.joined(first, label, firstLevels) {
            defer { first = whole }
            return (first, whole)
        }
        if !label.isEmpty, !passed.contains(label), firstLevels.contains(label) || !secondLevels.contains(label) {
            if first != label { second = "" }
            first = label
        }
        if let start = text.firstIndex(of: "("), let (points, _) = points(text, at: start) {
            declare(points, cells.cell(piece.text, piece.place))
        }
        return nil
    }

    /// Two pieces that are no labels by themselves and together are one.
    private static func joined(_ before: String, _ after: String, _ known: [String]) -> String? {
        guard !before.isEmpty, !after.isEmpty, !known.contains(after), !known.contains(before) else { return nil }
        return known.first { $0 == before + after }
    }

    /// The text of a cell in the column of level 2.
    ///
    /// - Returns: as of level 1.
    mutating func setSecond(_ piece: SourceRow.Piece) -> (broken: String, whole: String)? {
        if let whole = Self.joined(second, foldedLabel(piece.text), secondLevels) {
            defer { second = whole }
            open = open.map { SourceRow.Piece(text: whole, column: 0, width: 1, place: $0.place) }
            return (second, whole)
        }
        if let open { empty.append(open) }
        second = foldedLabel(piece.text)
        open = SourceRow.Piece(text: second, column: 0, width: 1, place: piece.place)
        return nil
    }

    func isSecond(_ text: String) -> Bool { secondLevels.contains(foldedLabel(text)) }
    func isFirst(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        return firstLevels.contains { folded.hasPrefix($0) } || passed.contains(folded)
    }

    /// A level-2 label at the very end has nothing below it either.
    mutating func finish() {
        if let open { empty.append(open) }
        open = nil
    }

    /// The level-2 label is followed by 无.
    mutating func closeEmpty() { open = nil }

    private mutating func declare(_ points: PrintedNumber, _ cell: EvaluationCell) {
        if !first.isEmpty, !declared.contains(where: { $0.level == first }) {
            declared.append(Declared(level: first, points: points, cell: cell))
        }
    }

    /// Takes labels off the words before an indicator's values.
    ///
    /// - Returns: what is left: the indicator's name.
    @discardableResult
    mutating func add(_ pieces: [SourceRow.Piece], into found: inout [EvaluationIndicator]) -> [SourceRow.Piece] {
        var text: [Character] = []
        var owners: [Int] = []
        for (index, piece) in pieces.enumerated() {
            for character in foldedLabel(piece.text) {
                text.append(character)
                owners.append(index)
            }
        }
        guard let start = firstLabel(text) else {
            guard let (points, length) = points(text, at: 0), length == text.count else { return pieces }
            declare(points, cells.cell(String(text), pieces[0].place))
            return []
        }
        if start > 0, !found.isEmpty {
            // What stands before a label ends the name above it.
            let last = found.count - 1
            let head = String(text[..<start])
            if let (points, length) = points(text, at: 0), length == start {
                declare(points, cells.cell(head, pieces[0].place))
            } else if head.contains("分)") || head.contains("指标") {
                isSure = false
            } else if head.count > 1, !nothing.contains(head), !passed.contains(where: { $0.hasSuffix(head) }) {
                found[last].name = cells.cell(found[last].name.text + head, found[last].name.place)
            }
        }
        var index = start
        while index < text.count {
            if let word = passed.first(where: { text[index...].starts(with: $0) }) {
                index += word.count
            } else if let next = label(text, at: index) {
                index = take(next, text, owners.map { pieces[$0] }, at: index)
            } else {
                break
            }
        }
        guard index < text.count else { return [] }
        return rest(pieces, from: owners[index], cutting: index - (owners.firstIndex(of: owners[index]) ?? index))
    }

    private func rest(_ pieces: [SourceRow.Piece], from piece: Int, cutting count: Int) -> [SourceRow.Piece] {
        var result = Array(pieces[piece...])
        if count > 0, let head = result.first {
            result[0].text = String(foldedLabel(head.text).dropFirst(count))
        }
        return result
    }

    private struct Label {
        let word: String
        let isFirst: Bool
    }

    private func firstLabel(_ text: [Character]) -> Int? { text.indices.first { label(text, at: $0) != nil } }

    /// 满意度指标 is of level 1 unless its level is open already.
    private func label(_ text: [Character], at index: Int) -> Label? {
        let rest = text[index...]
        let second = secondLevels.first { rest.starts(with: $0) }
        let first = firstLevels.first { rest.starts(with: $0) }
        guard let first, second.map({ $0.count <= first.count }) ?? true else {
            return second.map { Label(word: $0, isFirst: false) }
        }
        guard let second else { return Label(word: first, isFirst: true) }
        // Of both levels: 成本指标 stands under 产出指标 unless level-2 labels of its own follow.
        let after = text[min(text.count, index + first.count)...].drop {
            $0 == "(" || $0 == ")" || $0.isNumber || $0 == "分"
        }
        let hasOwn = secondLevels.contains { after.starts(with: $0) }
        return Label(word: hasOwn ? first : second, isFirst: hasOwn || self.first.isEmpty)
    }

    private mutating func take(_ label: Label, _ text: [Character], _ pieces: [SourceRow.Piece], at index: Int) -> Int {
        var next = index + label.word.count
        let piece = pieces[index]
        if label.isFirst {
            if first != label.word { second = "" }
            first = label.word
            if let (points, length) = points(text, at: next) {
                declare(points, cells.cell(String(text[index..<(next + length)]), piece.place))
                next += length
            }
        } else {
            if let open { empty.append(open) }
            second = label.word
            open = SourceRow.Piece(text: label.word, column: 0, width: 1, place: piece.place)
            // 无 where an indicator would stand.
            if let word = nothing.first(where: { text[next...].starts(with: $0) }) {
                let all = text[next...].prefix { String($0) == word }
                if !all.isEmpty, next + all.count == text.count || secondLevelBegins(text, at: next + all.count) {
                    next += all.count
                    open = nil
                }
            }
        }
        return next
    }

    private func secondLevelBegins(_ text: [Character], at index: Int) -> Bool {
        (secondLevels + firstLevels).contains { text[index...].starts(with: $0) }
    }

    /// (50分).
    private func points(_ text: [Character], at index: Int) -> (PrintedNumber, Int)? {
        guard index < text.count, text[index] == "(", let end = text[index...].firstIndex(of: ")") else { return nil }
        let inner = String(text[(index + 1)..<end])
        guard inner.hasSuffix("分"), let points = try? NumberText.parse(inner.dropLast()) else { return nil }
        return (points, end - index + 1)
    }
}
