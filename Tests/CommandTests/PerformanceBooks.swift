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

    /// How the sheets of two books call their units and subjects.
    enum Naming: CaseIterable {
        case codes
        case names
        /// The books' codes differ, the names of their subjects do not.
        case namesOfOtherCodes
    }

    private static let names = [("整体", "部门整体支出"), ("P001", "普法宣传"), ("P002", "社区矫正")]

    /// 对象, 取自 and 单位 by names.
    private func callByNames(_ book: String, unit: (code: String, name: String), in scratch: Scratch) throws {
        for (sheet, cells) in [("绩效指标", [0, 8]), ("绩效监控", [0]), ("绩效对象", [0])] {
            let lines = try rows(scratch.path + "/\(book)/\(sheet).csv").map { line in
                var parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                for cell in cells {
                    let name = Self.names.first { $0.0 == parts[cell] }?.1
                    parts[cell] = name ?? (parts[cell] == unit.code ? unit.name : parts[cell])
                }
                return parts.joined(separator: ",")
            }
            try scratch.write(lines.joined(separator: "\n") + "\n", to: "\(book)/\(sheet).csv")
        }
    }

    /// Two books of the same subjects: `book` and `other`.
    private func lay(_ naming: Naming, at scratch: Scratch) throws {
        try PerformanceMessages.lay(at: scratch)
        let second = scratch.path + "/other"
        try FileManager.default.copyItem(atPath: scratch.path + "/book", toPath: second)
        let (one, two) = (("001001", "某某市某局"), ("002", "某某市某中心"))
        let units = "编码,名称,上级编码,单位性质\n"
        try scratch.write(units + "\(one.0),\(one.1),,行政单位\n", to: "book/单位.csv")
        try scratch.write(units + "\(two.0),\(two.1),,公益一类事业单位\n", to: "other/单位.csv")
        for name in try FileManager.default.contentsOfDirectory(atPath: second) where name.hasSuffix(".csv") {
            let text = String(decoding: try FileBytes.read(second + "/" + name), as: UTF8.self)
            try scratch.write(text.replacing("001001", with: "002"), to: "other/" + name)
        }
        if naming != .codes {
            try callByNames("book", unit: one, in: scratch)
            try callByNames("other", unit: two, in: scratch)
        }
        if naming == .namesOfOtherCodes {
            var text = try rows(second + "/绩效对象.csv").joined(separator: "\n")
            for (code, _) in Self.names { text = text.replacing(",\(code),", with: ",Q\(code),") }
            try scratch.write(text + "\n", to: "other/绩效对象.csv")
        }
        let whole = naming == .namesOfOtherCodes ? "Q整体" : "整体"
        try scratch.write("单位,段落,内容\n002,绩效自评报告.\(whole).问题及原因,人手不够。\n", to: "other/文字.csv")
    }

    @Test(
        "Subjects of two books that share a code or a name are told apart, with their indicators, shares, money and words",
        arguments: Naming.allCases)
    func consolidated(_ naming: Naming) async throws {
        let scratch = try Scratch()
        try lay(naming, at: scratch)
        let (first, second) = (scratch.path + "/book", scratch.path + "/other")
        let isOther = naming == .namesOfOtherCodes
        let joined = scratch.path + "/joined"
        let said = await run(["consolidate", first, second, "-o", joined, "--department", "某某市某局"])
        #expect(said.code == 0, "\(said.said)")
        #expect(said.printed.contains("other 的改为“002-P001”") == !isOther)
        #expect(said.printed.contains("book 的改为“001001-整体”") == !isOther)
        let indicators = try rows(joined + "/绩效指标.csv")
        #expect(indicators.count == 1 + 2 * 16)
        let (whole, project) = isOther ? ("Q整体", "QP001") : ("002-整体", "002-P001")
        #expect(indicators.contains { $0.hasPrefix("\(whole),产出指标,数量指标,普法宣传场次,,,,,\(project),20") }, "\(indicators)")
        #expect(try rows(joined + "/文字.csv").contains { $0.contains("绩效自评报告.\(whole).问题及原因") })
        let library = try StandardsFolder.load(checkout + "/Standards")
        let (own, all) = (try LoadedBook(path: first, library: library), try LoadedBook(path: joined, library: library))
        for subject in own.evaluation.subjects {
            let same = try #require(all.evaluation[(isOther ? "" : "001001-") + subject.record.code])
            #expect(same.total == subject.total && same.total != nil && same.funds == subject.funds)
            #expect(same.record.unit == "001001" && same.monitoring.count == subject.monitoring.count)
            let twin = try #require(all.evaluation[(isOther ? "Q" : "002-") + subject.record.code])
            #expect(twin.total == subject.total && twin.record.unit == "002")
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
