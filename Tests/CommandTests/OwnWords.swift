import Fiscal
import Foundation
import Ledger
import Narrative
import Publication
import Standards
import Testing

@testable import mingzhang

/// Sentences in the writer's own words: replaced, added, and what is refused.
struct OwnWords {
    private static let original = "total.1"

    private func narration(adding rows: [[String]]) throws -> Narration {
        let example = try Example("hengyang-2021")
        var sheets = example.loaded.book.sheets
        let index = try #require(sheets.firstIndex { $0.name == "文字" })
        let columns = sheets[index].header
        for (offset, row) in rows.enumerated() {
            let cells = columns.map { ["段落": row[0], "内容": row[1]][$0] ?? "" }
            sheets[index].rows.append(RawSheet.Row(number: 900 + offset, cells: cells))
        }
        let book = try BookReader.read(
            sheets, settings: example.loaded.book.settings, standards: example.loaded.standards)
        let facts = FactBase(book: book, standards: example.loaded.standards, unit: try #require(book.units.root).code)
        return Publisher.publish(facts, options: PublicationOptions(kind: .department)).narration
    }

    @Test func aSentenceIsReplacedAndKeepsItsFigures() throws {
        // As docs/guide.md has it.
        let words = "全年收支总计{总计}万元，比上年{总计|增减}{总计|变动额}万元（{总计|升降}{总计|变动率}%），主要是因为{原因 收支总计变动}。"
        let guide = try String(contentsOfFile: checkout + "/docs/guide.md", encoding: .utf8)
        #expect(guide.contains(words))
        let narration = try narration(adding: [["替换：total.1", words]])
        let sentence = try #require(narration.sentences.first { $0.id == Self.original })
        #expect(sentence.text.hasPrefix("全年收支总计10978.98万元，比上年减少278.31万元（下降2.47%），主要是因为"))
        #expect(narration.missing.isEmpty)
    }

    @Test func aDroppedFigureIsAnError() throws {
        let narration = try narration(adding: [["替换：total.1", "全年收支总计{总计}万元，因为{原因 收支总计变动}。"]])
        let kinds = narration.missing.map(\.kind)
        #expect(kinds == [.droppedFigure("收入总计的增减额"), .droppedFigure("收入总计的比率")])
    }

    @Test func aDroppedReasonIsAnError() throws {
        let words = "全年收支总计{总计}万元，比上年{总计|增减}{总计|变动额}万元（{总计|变动率}%）。"
        let narration = try narration(adding: [["替换：total.1", words]])
        #expect(narration.missing.map(\.kind) == [.droppedReason("收支总计变动")])
        #expect(narration.missing.allSatisfy { $0.remedy == .sentence })
    }

    @Test func aTypedFigureIsAnError() throws {
        let words = "全年收支总计{总计}万元，比上年减少278.31万元，{总计|变动额}，{总计|变动率}，{原因 收支总计变动}。"
        let narration = try narration(adding: [["替换：total.1", words]])
        #expect(narration.missing.map(\.kind) == [.typedFigure("278.31")])
    }

    @Test func aParagraphIsAddedWithFiguresOfItsPhrase() throws {
        let narration = try narration(adding: [["追加：total", "其中结转结余另见公开01表；总计为{总计}万元。"]])
        let added = try #require(narration.sentences.first { $0.id == "total.追加.1" })
        #expect(added.text.hasSuffix("总计为10978.98万元。") && added.figures.count == 1)
    }

    @Test func wordsForASentenceThatThereIsNoneOfAreAnError() throws {
        let narration = try narration(adding: [["替换：totel.1", "总计{总计}万元。"], ["追加：totl", "甲。"]])
        let kinds = Set(narration.missing.map(\.kind))
        #expect(kinds == [.noSentence(nearest: [Self.original]), .noSentence(nearest: ["total"])])
    }

    @Test func anUnknownNameSaysWhichThereAre() throws {
        let narration = try narration(adding: [["替换：total.1", "总计{合计}万元。"]])
        guard case .badTemplate(let detail)? = narration.missing.first?.kind else {
            Issue.record("no fault for an unknown slot")
            return
        }
        #expect(detail.contains("合计") && detail.contains("总计"))
    }
}
