import Fiscal
import Foundation
import Standards
import Testing

@testable import Ledger
@testable import Performance
@testable import mingzhang

/// Goals and indicators through the commands that make books out of books.
struct PerformanceBooks {
    private func run(_ arguments: [String]) async -> (code: Int32, said: String, printed: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(arguments + ["--standards", checkout + "/Standards"])
        }
        return (code, console.text, console.output)
    }

    private func rows(_ path: String) throws -> [String] {
        String(decoding: try FileBytes.read(path), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test("The next year's book has subjects and indicators with their targets, and nothing that was achieved")
    func nextYear() async throws {
        let scratch = try Scratch()
        try PerformanceMessages.lay(at: scratch)
        try scratch.write(
            "单位,项目编码,项目名称,终止年度\n001001,P001,普法宣传,\n001001,P002,社区矫正,2021\n", to: "book/项目.csv")
        let next = scratch.path + "/next"
        let said = await run(["new", next, "--from", scratch.path + "/book", "--csv"])
        #expect(said.code == 0, "\(said.said)")
        let indicators = try rows(next + "/绩效指标.csv")
        // The header, five of the whole, six of the project that goes on.
        #expect(indicators.count == 12 && !indicators.contains { $0.hasPrefix("P002,") })
        #expect(indicators.contains { $0.hasPrefix("P001,产出指标,数量指标,普法宣传场次,,≥6场,,,,20") })
        #expect(!indicators.contains { $0.contains("7场") || $0.contains("两个村未覆盖") })
        #expect(indicators.contains { $0.hasPrefix("整体,产出指标,数量指标,社区矫正对象人数,,,,,,20") })
        #expect(try rows(next + "/绩效对象.csv").count == 3 && rows(next + "/绩效监控.csv").count == 1)
        for word in ["社区矫正 的项目已终止", "取自没有抄的对象“P002”", "9 个指标的指标值是上年的", "“绩效监控” 6 行"] {
            #expect(said.printed.contains(word), "\(word)")
        }
        let scored = await run(["score", next])
        #expect(scored.code == 0 && scored.printed.contains("只有目标") && !scored.printed.contains("总分 "))
    }

    @Test("Subjects of two books that share a code are told apart, with their indicators, shares and money")
    func consolidated() async throws {
        let scratch = try Scratch()
        try PerformanceMessages.lay(at: scratch)
        let (first, second) = (scratch.path + "/book", scratch.path + "/other")
        try FileManager.default.copyItem(atPath: first, toPath: second)
        try scratch.write("编码,名称,上级编码,单位性质\n001001,某某市某局,,行政单位\n", to: "book/单位.csv")
        try scratch.write("编码,名称,上级编码,单位性质\n002,某某市某中心,,公益一类事业单位\n", to: "other/单位.csv")
        for name in try FileManager.default.contentsOfDirectory(atPath: second) where name.hasSuffix(".csv") {
            let text = String(decoding: try FileBytes.read(second + "/" + name), as: UTF8.self)
            try scratch.write(text.replacing("001001", with: "002"), to: "other/" + name)
        }
        let joined = scratch.path + "/joined"
        let said = await run(["consolidate", first, second, "-o", joined, "--department", "某某市某局"])
        #expect(said.code == 0, "\(said.said)")
        #expect(said.printed.contains("other 的改为“002-P001”") && said.printed.contains("book 的改为“001001-整体”"))
        let indicators = try rows(joined + "/绩效指标.csv")
        #expect(indicators.count == 1 + 2 * 16)
        #expect(indicators.contains { $0.hasPrefix("002-整体,产出指标,数量指标,普法宣传场次,,,,,002-P001,20") })
        let library = try StandardsFolder.load(checkout + "/Standards")
        let (one, all) = (try LoadedBook(path: first, library: library), try LoadedBook(path: joined, library: library))
        for subject in one.evaluation.subjects {
            let same = try #require(all.evaluation["001001-" + subject.record.code])
            #expect(same.total == subject.total && same.total != nil && same.funds == subject.funds)
        }
        #expect(all.evaluation.summary().covered.amount(.total, .actual) == 24_000_000)
    }

    @Test("A new book's sheets of performance have notes, choices and examples, and load as they are")
    func template() async throws {
        let scratch = try Scratch()
        let path = scratch.path + "/new"
        let place = ["--year", "2023", "--region", "430400", "--department", "某某市某局"]
        #expect(await run(["new", path] + place).code == 0)
        let library = try StandardsFolder.load(checkout + "/Standards")
        let files = try BookFiles(path: path + "/账套.xlsx")
        for name in ["绩效对象", "绩效指标", "绩效任务", "绩效监控"] {
            let sheet = try #require(files.sheets.first { $0.name == name })
            #expect(!sheet.rows.isEmpty && sheet.rows.allSatisfy(\.isExample))
        }
        let standards = try library.standards(region: "430400", year: FiscalYear(2023))
        let draft = BookTemplate.draft(department: "某某市某局", year: 2023, region: "430400", standards: standards)
        var choices = ChoiceSheet(units: draft.sheet("单位"), standards: standards)
        let sheet = try #require(standards.sheet(.indicators))
        for role in [ColumnRole.firstLevel, .secondLevel, .scoringWay, .attainmentBand] {
            let column = try #require(sheet.column(role))
            #expect(choices.rule(for: column, in: sheet, standards: standards) != nil, "\(column.name)")
        }
    }
}
