import Fiscal
import Paper
import Publication
import Standards

/// 名单计数, where the names stand below: 单位共4个，名单如下：, and as many numbered paragraphs, or rows of a table.
struct CountBelow {
    private let words: WordLists
    private let list: String

    private static let longestItem = 40
    /// A line of a text that far below is another's.
    private static let farthest = 30

    init(_ words: WordLists, list: String) {
        self.words = words
        self.list = list
    }

    private func folded(_ key: String) -> [String] { words(list, key).map { foldedLabel($0) } }

    private struct Names {
        let texts: [String]
        let places: [FindingPlace]
    }

    func check(_ index: Int, of paper: WordingContext, _ rule: Rule, into result: inout WordingResult) {
        let passage = paper.prose[index]
        guard let sentence = passage.sentences.last,
            // …共4个。详细情况见下表：
            let counts = counts(in: sentence) ?? passage.sentences.dropLast().last.flatMap(counts),
            folded("下列").contains(where: { lead in
                lead == ":" ? sentence.hasSuffix(lead) : sentence.suffix(Self.longestLead).contains(lead)
            }),
            let names = sentence.suffix(Self.longestLead).contains(Self.table)
                ? rows(behind: passage, of: paper) : paragraphs(behind: index, of: paper),
            names.texts.count > 1
        else { return }
        let found = names.texts.count
        // With the department's own office among them they are all; without it they may be those below.
        let hasOwn = folded("本级").contains { word in names.texts.contains { $0.contains(word) } }
        if counts.prefix(hasOwn ? 1 : counts.count).contains(where: { $0.value == found }) { return result.pass() }
        guard let whole = counts.first, whole.value > 1, hasOwn || whole.value != found + 1 else { return }
        result.findings.append(
            Finding(
                rule, paper, proof: .warning, message: WordingWords.count(passage, whole.text, found),
                printed: whole.text, expected: String(found), places: [passage.at(whole.text)] + names.places))
    }

    private static let longestLead = 10
    private static let unit = "单位"
    private static let table = "表"

    /// The count of all, and those of the units below; nil where none is told.
    private func counts(in sentence: String) -> [(text: String, value: Int)]? {
        let number = /([0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:个|家)([^0-9,。;:、]{0,12})/
        var result: [(text: String, value: Int)] = []
        for match in sentence.matches(of: number) {
            guard let value = Numerals.value(String(match.output.1)) else { continue }
            let clause = sentence[..<match.range.lowerBound].split { ",。;:、".contains($0) }.last.map(String.init) ?? ""
            let told = clause.suffix(Self.longestLead) + match.output.2
            guard told.contains(Self.unit) else { continue }
            if result.isEmpty || folded("下属").contains(where: told.contains) {
                result.append((clause.suffix(Self.unit.count + 1) + String(match.output.0), value))
            }
        }
        return result.isEmpty ? nil : result
    }

    // MARK: Names

    /// Paragraphs numbered from 1 on, up to one that is not.
    private func paragraphs(behind index: Int, of paper: WordingContext) -> Names? {
        var texts: [String] = []
        var places: [FindingPlace] = []
        for passage in paper.prose[(index + 1)...] {
            guard let number = Self.ordinal(passage.folded) else { break }
            // One was lost, or another list begins.
            guard number == texts.count + 1, passage.folded.count <= Self.longestItem else { return nil }
            // 二级单位3个, or several in one item: not one each.
            let name = Numerals.withoutOrdinal(passage.folded)
            guard !name.contains("、"), !name.contains(where: \.isDigit) else { return nil }
            texts.append(passage.folded)
            places.append(passage.at(passage.text))
        }
        return texts.isEmpty ? nil : Names(texts: texts, places: places)
    }

    /// 1. or 1、 or (1) or (一)
    private static func ordinal(_ text: String) -> Int? {
        guard Numerals.withoutOrdinal(text) != text else { return nil }
        let digits = text.drop { $0 == "(" }.prefix { $0.isDigit || Numerals.ordinals.contains($0) }
        return Numerals.value(String(digits))
    }

    /// The rows, numbered from 1 on, of the one table of units there is.
    private func rows(behind passage: Passage, of paper: WordingContext) -> Names? {
        let tables = paper.otherGrids.indices.compactMap { index -> (index: Int, names: Names)? in
            names(in: paper.otherGrids[index], above: paper.otherTitle(index)).map { (index, $0) }
        }
        guard tables.count == 1, let table = tables.first else { return nil }
        let (told, listed) = (passage.place.place, paper.otherGrids[table.index].place)
        guard told?.document == listed?.document else { return nil }
        if case .line(let line, _)? = told?.inside, case .line(let first, _)? = listed?.inside {
            guard first > line, first - line <= Self.farthest else { return nil }
        }
        // It goes on over the page.
        let next = String(table.names.texts.count + 1)
        let goesOn = paper.otherGrids.contains { $0.rows.first?.first?.text.trimmed == next }
        return goesOn ? nil : table.names
    }

    private func names(in grid: Grid, above: String) -> Names? {
        let header =
            grid.isLoose
            ? above.split(whereSeparator: \.isWhitespace).map(String.init) : (grid.rows.first ?? []).map(\.text)
        guard header.contains(where: { folded("表头").contains(foldedLabel($0)) }) else { return nil }
        var texts: [String] = []
        var places: [FindingPlace] = []
        for row in grid.rows {
            guard let first = row.first, let number = Int(first.text.trimmed) else { continue }
            guard number == texts.count + 1 else { return nil }
            texts.append(row.dropFirst().map { foldedLabel($0.text) }.joined())
            places.append(
                FindingPlace(
                    text: row.map(\.text).joined(separator: " "), place: FigurePlace(label: above, place: first.place)))
        }
        return texts.isEmpty ? nil : Names(texts: texts, places: places)
    }
}
