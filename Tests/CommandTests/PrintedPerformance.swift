import Documents
import Fiscal
import Paper
import Performance
import Publication
import Standards
import Testing

@testable import mingzhang

/// How papers of performance are set: contents, sheets, the checklist, and what forms take from elsewhere in the book.
@Suite("Papers of performance") struct PrintedPerformance {
    @Test("Forms of several projects are told apart in the contents and by the names of sheets") func names() throws {
        let paper = try PerformanceBook().built().publication.paper
        let listed = paper.blocks.compactMap { block -> String? in
            if case .heading(let level, let paragraph) = block, level <= 2 { paragraph.listed } else { nil }
        }
        for name in ["普查", "调查"] {
            #expect(listed.contains { $0.hasPrefix("项目支出绩效自评表") && $0.hasSuffix("（\(name)）") })
        }
        #expect(Set(listed).count == listed.count && !listed.contains { $0.hasPrefix("一、") }, "\(listed)")
        let sheets = XlsxWriter.describe(paper).sheets.map(\.name)
        #expect(sheets.contains { $0.hasSuffix("（普查）") } && !sheets.contains { $0.hasSuffix("_2") }, "\(sheets)")
        let copy = try DocxReader.paper(DocxWriter.write(paper))
        let titles = copy.blocks.compactMap { $0.tableTitle?.text }
        #expect(titles.count { $0 == "项目支出绩效自评表" } == 2, "\(titles)")
    }

    @Test("The checklist of such a paper says what was read back and what the sheets leave to be looked at")
    func checklist() throws {
        let package = try PerformanceBook().built()
        let paper = Checklist.paper(
            package.publication, facts: package.facts, check: package.check, told: ["绩效对象.csv 第 2 行：有格空着。"])
        let rows = paper.blocks.flatMap { block -> [[String]] in
            if case .grid(let grid) = block { grid.rows.map { $0.map(\.text) } } else { [] }
        }
        let named = Dictionary(rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
        #expect(named["绩效表"]?[1].contains("\(package.check.performance.printed) 项") ?? false)
        #expect(named["绩效表"]?[2] == "符合" && package.check.performance.printed > 10)
        #expect(named["账套提示"]?[1].contains("有格空着") ?? false)
        #expect(named["版式"]?[1].contains("自评表") ?? false)
        #expect(named["表内数字"] == nil && named["公开期限"] == nil && named["附件"] == nil)
    }

    @Test("Words of the book end in a mark, typed or not") func marks() throws {
        var book = PerformanceBook()
        book.sheets["文字.csv"] = book.sheets["文字.csv"]?.replacing("设五个科。", with: "设五个科")
        let report = try #require(try book.built().publication.performance.reports.first)
        #expect(report.lines.contains("设五个科。") && !report.lines.contains { $0.hasSuffix("。。") })
    }

    @Test("Goals of a department say its duties where no summary of them is typed", arguments: [true, false])
    func duties(_ isTyped: Bool) throws {
        var book = PerformanceBook()
        if isTyped { book.sheets["文字.csv"]? += "001,部门职能职责概述,概述在此。\n" }
        let part = try book.built(stage: .goals).publication.performance
        let form = try #require(part.forms.first)
        let row = form.grid.rows.first { $0.first?.text == "部门职能职责概述" }
        #expect(row?.last?.text == (isTyped ? "概述在此。" : "统计调查。"))
    }

    @Test("Base data have last year's 三公 of all fiscal funds too, and the total where only that is given")
    func lastYear() throws {
        var book = PerformanceBook()
        book.sheets["账套.yaml"] = book.sheets["账套.yaml"]?.replacing("2021", with: "2023")
        book.sheets["支出.csv"] = book.sheets["支出.csv"]?.replacing("2021-", with: "2023-")
        book.sheets["上年数.csv"] = "指标,资金性质,事项,数值\n三公经费,财政拨款,,56000.00\n三公经费,财政拨款,公务接待费,16000.00\n"
        book.sheets["三公.csv"] = "单位,事项,年初预算,全年预算\n001,公务接待费,20000.00,15000.00\n"
        let form = try #require(try book.built().publication.performance.forms.first { !$0.base.isEmpty })
        #expect(form.base.contains(["三公经费", "2022年决算数", "5.6"]), "\(form.base)")
        #expect(form.base.contains(["3、公务接待", "2022年决算数", "1.6"]))
        #expect(form.base.contains(["3、公务接待", "2023年预算数", "2"]))
    }
}
