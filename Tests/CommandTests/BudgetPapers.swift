import Audit
import Fiscal
import Foundation
import Paper
import Publication
import Standards
import Testing

@testable import mingzhang

/// Budgets of a few rows, and papers of which no form is known.
struct BudgetPapers {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    private static let places = Result { try PaperStandards(library: library.get()) }

    private static func line(_ text: String) -> Block { .paragraph(Paragraph(text, place: .paragraph(1))) }

    private static func grid(_ rows: [[String]]) -> Block {
        .grid(
            Grid(
                rows: rows.enumerated().map { r, row in
                    row.enumerated().map { c, text in
                        Cell(text, column: c, place: .table(1, row: r + 1, column: c + 1))
                    }
                }, columnCount: rows.first?.count ?? 0, headerRowCount: 0, place: .table(1, row: 1, column: 1)))
    }

    private static func read(_ blocks: [Block], title: String) throws -> UnderstoodPaper {
        try PaperReader.read(
            Paper(title: title, sections: [Section(blocks: blocks)]), file: "a.docx", places: places.get())
    }

    private static func report(_ paper: UnderstoodPaper) throws -> AuditReport {
        let library = try library.get()
        return Auditor.audit(
            paper,
            options: AuditOptions(
                rules: try library.rules(for: paper.standards), words: try library.wordLists(for: paper.standards)))
    }

    @Test(
        arguments: [
            ("上海市某局2024年部门预算", "2024年部门支出预算总表", "预算"), ("上海市某局2024年度部门决算", "支出决算表", "决算"),
            ("上海市某局2024年度部门决算", "一般公共预算财政拨款支出决算表", "决算"), ("上海市某局", "2024年单位收入预算总表", "预算"),
            ("上海市某局2024年", "绩效自评表", "决算"), ("上海市某局2024年度", "预算公开表10 项目支出绩效目标申报表", "决算"),
        ])
    func kind(_ title: String, _ table: String, _ kind: String) throws {
        let read = try Self.read([Self.line(table), Self.grid([["项目", "金额"], ["一", "1.00"]])], title: title)
        #expect(read.standards.kind.name == kind)
        #expect(read.standards.orderedForms.allSatisfy { $0.form.id.hasPrefix(kind == "预算" ? "B" : "T") })
    }

    private static let economic = [
        ["部门预算经济分类科目编码", "部门预算经济分类科目编码", "经济分类科目名称", "合计", "人员经费", "公用经费"],
        ["类", "款", "经济分类科目名称", "合计", "人员经费", "公用经费"],
        ["301", "", "工资福利支出", "300", "300", ""], ["301", "01", "基本工资", "300", "300", ""],
        ["302", "", "商品和服务支出", "100", "", "100"], ["302", "01", "办公费", "100", "", "100"],
        ["", "", "合计", "400", "300", "100"],
    ]

    private static func basic(_ rows: [[String]]) throws -> UnderstoodPaper {
        try read(
            [line("2024年部门一般公共预算基本支出部门预算经济分类预算表"), line("单位：元"), grid(rows)], title: "上海市某局2024年部门预算")
    }

    /// 人员经费 and 公用经费 are halves: a row lies in one of them.
    @Test func halves() throws {
        let paper = try Self.basic(Self.economic)
        let table = try #require(paper.tables.first)
        #expect(table.form.id == "B08" && table.unassigned.isEmpty && table.missingColumns.isEmpty)
        // Two a row and three in the last.
        #expect(table.figures.count == 4 * 2 + 3)
        #expect(try Self.report(paper).count(.error) == 0)
        var wrong = Self.economic
        wrong[3][4] = "290"
        #expect(try Self.report(Self.basic(wrong)).count(.error) > 0)
    }

    /// A paper that divides otherwise is not measured by our halves.
    @Test func otherHalves() throws {
        var rows = Self.economic
        rows[4][4...5] = ["100", ""]
        rows[5][4...5] = ["100", ""]
        rows[6][4...5] = ["400", "0"]
        let table = try #require(try Self.basic(rows).tables.first)
        #expect(table.unassigned.count == 2 && table.unassigned.allSatisfy { $0.label.contains("各栏没有核对") })
        #expect(try Self.report(Self.basic(rows)).count(.error) == 0)
    }

    @Test("A column of the year, and the year of another", arguments: [("2024年", 7), ("2023年", 1)])
    func yearInHeader(_ year: String, _ count: Int) throws {
        let top = Array(repeating: year + "“三公”经费预算数", count: 6) + ["2024年机关运行经费预算数"]
        let rows = [
            top, ["合计", "因公出国（境）费", "公务接待费"] + Array(repeating: "公务用车购置及运行费", count: 3) + [top[6]],
            ["合计", "因公出国（境）费", "公务接待费", "小计", "购置费", "运行费", top[6]],
            ["6.00", "1.00", "2.00", "3.00", "", "3.00", "9.00"],
        ]
        let paper = try Self.read(
            [Self.line("2024年部门“三公”经费和机关运行经费预算表"), Self.line("单位：万元"), Self.grid(rows)],
            title: "上海市某局2024年部门预算")
        #expect(paper.tables.first?.figures.count ?? 1 == count)
    }

    @Test func anIncreaseBeyondTheFigure() throws {
        let text = "支出预算10万元，其中：财政拨款支出预算10万元，比2023年预算增加5万元。财政拨款支出预算中，政府性基金拨款支出预算0万元，比2023年预算增加5万元。"
        let paper = try Self.read(
            [Self.line("部门预算编制说明"), Self.line(text)], title: "上海市某局2024年部门预算")
        let report = try Self.report(paper)
        let found = report.findings.filter { $0.message.contains("上年数就成了负数") }
        #expect(found.count == 1 && found[0].severity == .warning && found[0].expected.isEmpty)
        #expect(report.gap == .noTables)
    }

    /// Where a comparison is said to be even, what follows is an amount of its own.
    @Test func evenThenAnother() throws {
        let text = "（二）公务用车购置及运行费32.20万元，与2023年预算持平。其中：公务用车购置费0.00万元，与2023年预算持平；公务用车运行费32.20万元，与2023年预算持平。"
        let paper = try Self.read(
            [Self.line("其他相关情况说明"), Self.line("一、2024年“三公”经费预算情况说明"), Self.line(text)], title: "上海市某局2024年部门预算")
        #expect(paper.openClaims.isEmpty)
        let items = paper.claims.compactMap { claim -> String? in
            guard case .fact(let key) = claim.figure, key.phase == .initialBudget else { return nil }
            return key.coordinates.item.text
        }
        #expect(items == ["SG2", "SG21", "SG22"])
    }

    // MARK: - Nothing read

    private func run(_ words: [String]) async -> (code: Int32, output: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(["check"] + words + ["--standards", checkout + "/Standards"])
        }
        return (code, console.output)
    }

    @Test func noTables() async throws {
        let scratch = try Scratch()
        try scratch.write("关于2024年度有关工作的通知\n请各单位按时报送。\n", to: "a.txt")
        let said = await run([scratch.path + "/a.txt"])
        #expect(said.code == 3 && said.output.contains("没有读到任何一张表") && !said.output.contains("没有发现问题"))
        let json = await run([scratch.path + "/a.txt", "--format", "json"])
        let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(json.code == 3 && (root?["notChecked"] as? String)?.contains("没有读到任何一张表") == true)
    }

    @Test func noForms() async throws {
        let scratch = try Scratch()
        try scratch.write("湖南省某某局2024年部门预算\n表2 2024年部门支出预算总表\n项目\t合计\n合计\t10.00\n", to: "a.txt")
        for words in [["--region", "430000"], ["--region", "310000", "--year", "2021"]] {
            let report = scratch.path + "/a.html"
            let said = await run([scratch.path + "/a.txt", "--report", report] + words)
            #expect(said.code == 3 && said.output.contains("没有这一地区年度的预算表样"))
            #expect(!said.output.contains("没有发现问题"))
            let page = String(decoding: try FileBytes.read(report), as: UTF8.self)
            #expect(page.contains("没有这一地区年度的预算表样") && !page.contains("没有发现问题"))
        }
        let english = await run([scratch.path + "/a.txt", "--region", "430000", "--lang", "en"])
        #expect(english.code == 3 && english.output.contains("nothing was checked"))
    }
}
