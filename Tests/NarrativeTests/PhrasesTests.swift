import Fiscal
import Ledger
import Narrative
import Standards
import Testing

/// Every region's prose over many small books: whole sentences, whatever a book lacks.
struct PhrasesTests {
    struct Place: CustomStringConvertible, Sendable {
        let region: String
        let year: Int
        var description: String { "\(region)-\(year)" }
    }

    static let places =
        ["110000", "310000", "430400"].flatMap { region in (2020...2025).map { Place(region: region, year: $0) } }
        + [Place(region: "530000", year: 2021), Place(region: "530000", year: 2023)]

    static let traits: [BookTraits] = [
        [], .money, .full, .full.subtracting(.priorYear), .full.subtracting(.threePublic), .full.union(.zeroBudgets),
        .full.union(.priorZero), .full.subtracting(.initialBudget), .full.subtracting([.texts, .performance]),
        .full.subtracting([.money, .business]), .full.subtracting([.governmentFund, .stateCapital]), .priorYear,
        [.initialBudget, .zeroBudgets, .threePublic], [.performance, .priorYear, .priorZero],
        [.money, .threePublic, .governmentFund], [.money, .procurement, .assets], .full.subtracting(.adjustedBudget),
    ]

    @Test(arguments: places)
    func sentencesAreWhole(_ place: Place) throws {
        let standards = try TestStandards.load(place.region, place.year)
        let phrases = try standards.outlinePhrases()
        for (number, traits) in Self.traits.enumerated() {
            for kind in BookSettings.Kind.allCases {
                let seed = UInt64(place.year * 100 + number)
                let book = try RandomBook.read(standards: standards, traits: traits, seed: seed, kind: kind)
                let isDepartment = kind == .department
                let facts = FactBase(book: book, standards: standards, unit: isDepartment ? "001" : "001001")
                let narration = Narrator.narrate(
                    phrases, facts: facts, noun: isDepartment ? "部门" : "单位", isDepartment: isDepartment)
                #expect(Set(narration.sentences.map(\.id)).count == narration.sentences.count)
                #expect(Set(narration.sentences.map(\.phrase)).isSuperset(of: phrases.map(\.id)), "\(place) \(traits)")
                for sentence in narration.sentences {
                    check(sentence, facts, isDepartment: isDepartment, at: "\(place) \(traits) \(sentence.id)")
                }
                for missing in narration.missing { checkMissing(missing, at: "\(place) \(traits)") }
            }
        }
    }

    /// Only reasons, texts and counts that a sheet of the book would give may be wanting; what is computed never is.
    private func checkMissing(_ missing: MissingText, at place: String) {
        switch missing.kind {
        case .reason, .text: break
        case .figure(_, let sheet, _) where !sheet.isEmpty: break
        default: Issue.record("\(place): \(missing)")
        }
    }

    private func check(_ sentence: Sentence, _ facts: FactBase, isDepartment: Bool, at place: String) {
        let text = sentence.text
        for bad in Self.badMarks where text.contains(bad) { Issue.record("\(place): “\(bad)” in \(text)") }
        #expect(text.last.map { "。：".contains($0) } ?? false, "\(place): \(text)")
        #expect(text.first.map { !"。；，、：）".contains($0) } ?? false, "\(place): \(text)")
        // What an item is for is told in the words of the definitions.
        #expect(text.contains("主要用于：") || !text.contains(isDepartment ? "本单位" : "本部门"), "\(place): \(text)")
        let characters = Array(text)
        var known: Set<Int> = []
        for figure in sentence.figures {
            let printed = figure.printed.text()
            let end = figure.offset + printed.count
            #expect(
                end <= characters.count && String(characters[figure.offset..<min(end, characters.count)]) == printed)
            known.insert(figure.offset)
        }
        for start in amounts(in: characters) where !known.contains(start) {
            Issue.record("\(place): a figure without a fact at \(start) in \(text)")
        }
    }

    private static let badMarks = [
        "{", "}", "（）", "（，", "（；", "，）", "；）", "。）", "。。", "，，", "；；", "、、", "；。", "，。", "、。", "：。", "：；", "：，", "。；",
        "。，", "，；", "；，", "、；", "、，", "的。", "为万", "占%", "-", "待填：原因】原因", "nil", "。的", "；的",
    ]

    /// Where digits stand that are followed by 万元, % or a count's word.
    private func amounts(in text: [Character]) -> [Int] {
        var starts: [Int] = []
        var index = 0
        while index < text.count {
            guard ("0"..."9").contains(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, ("0"..."9").contains(text[index]) || text[index] == "." { index += 1 }
            let rest = String(text[index...].prefix(6))
            let isThreshold = rest.hasPrefix("万元以上") || rest.hasPrefix("万元（含）")
            if ["万元", "%", "个", "辆", "人次", "批次", "分（", "分；", "人，"].contains(where: { rest.hasPrefix($0) }), !isThreshold
            {
                starts.append(start)
            }
        }
        return starts
    }
}
