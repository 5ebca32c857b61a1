import Fiscal
import Foundation
import Paper
import Publication
import Standards
import Testing

@testable import mingzhang

/// Papers that are printed otherwise than ours.
struct ForeignPapers {
    private static let places = Result { try PaperStandards(library: StandardsFolder.load(checkout + "/Standards")) }

    private func read(_ blocks: [Block], title: String = "衡阳市某局2021年度部门决算") throws -> UnderstoodPaper {
        try PaperReader.read(
            Paper(title: title, sections: [Section(blocks: blocks)]), file: "a.docx", places: Self.places.get())
    }

    private func line(_ text: String) -> Block { .paragraph(Paragraph(text, place: .paragraph(1))) }

    private func grid(_ rows: [[String]]) -> Grid {
        Grid(
            rows: rows.enumerated().map { r, row in
                row.enumerated().map { c, text in
                    Cell(text, column: c, place: .table(1, row: r + 1, column: c + 1))
                }
            }, columnCount: rows.first?.count ?? 0, headerRowCount: 0, place: .table(1, row: 1, column: 1))
    }

    private static let header = ["科目编码", "科目名称", "小计", "基本支出", "项目支出"]
    private static let rows = [
        ["", "合计", "300.00", "200.00", "100.00"], ["204", "公共安全支出", "300.00", "200.00", "100.00"],
        ["20406", "司法", "300.00", "200.00", "100.00"], ["2040601", "行政运行", "200.00", "200.00", ""],
        ["2040602", "一般行政管理事务", "100.00", "", "100.00"],
    ]

    @Test(
        "A title of another place, and one alike",
        arguments: ["一般公共预算支出决算表", "表五：2021年度一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算情况表", "公开05表"])
    func titles(_ title: String) throws {
        let paper = try read([line(title), line("部门：衡阳市某局\t金额单位：万元"), .grid(grid([Self.header] + Self.rows))])
        let table = try #require(paper.tables.first)
        #expect(table.form.id == "T05" && table.figures.count == 15)
        #expect(paper.unit == "衡阳市某局" && paper.unread.isEmpty)
        #expect(table.unrecognizedRows.isEmpty && table.figures.allSatisfy { $0.unit == "万元" })
    }

    @Test("Labels say table, row and column as people do")
    func labels() throws {
        let paper = try read([
            line("一般公共预算财政拨款支出决算表"), line("公开05表"), .grid(grid([Self.header] + Self.rows)),
        ])
        let figures = try #require(paper.tables.first?.figures)
        try #require(figures.count == 15)
        #expect(figures[4].place.label == "公开05表 204 公共安全支出 / 基本支出")
        #expect(figures[4].place.place == .table(1, row: 3, column: 4))
    }

    @Test("A table over two pages is one, with its header again, with its title again, or with neither")
    func continuation() throws {
        let title = line("一般公共预算财政拨款支出决算表")
        let first = Block.grid(grid([Self.header] + Self.rows.prefix(3)))
        let rest = Array(Self.rows.suffix(2))
        for second: [Block] in [
            [.grid(grid([Self.header] + rest))], [.grid(grid(rest))], [title, .grid(grid([Self.header] + rest))],
            [line("一般公共预算财政拨款支出决算表（续）"), line("单位：万元"), .grid(grid([Self.header] + rest))],
        ] {
            let paper = try read([title, first] + second)
            #expect(paper.tables.count == 1 && paper.tables.first?.figures.count == 15)
            #expect(paper.otherGrids.isEmpty && paper.unread.isEmpty)
        }
        // The same form twice is two units' tables.
        let whole = Block.grid(grid([Self.header] + Self.rows))
        #expect(try read([title, whole, title, whole]).tables.count == 2)
    }

    @Test("The unit of money is the table's own", arguments: ["金额单位：元", "部门：衡阳市某局\t单位：元", "（单位：元）"])
    func yuan(_ words: String) throws {
        let paper = try read([line("一般公共预算财政拨款支出决算表"), line(words), .grid(grid([Self.header] + Self.rows))])
        #expect(paper.tables.first?.figures.allSatisfy { $0.unit == "元" } == true)
        #expect(paper.tables.first?.figures.first?.printed == PrintedNumber(mantissa: 30000, decimals: 2))
    }

    @Test("Title, information and notes may stand in the grid itself")
    func furniture() throws {
        func wide(_ text: String) -> [Cell] { [Cell(text, column: 0, columnSpan: 5)] }
        var table = grid([Self.header] + Self.rows)
        table.rows = [wide("一般公共预算财政拨款支出决算表"), wide("公开05表"), wide("部门：衡阳市某局  金额单位：万元")] + table.rows
        table.rows.append(wide("注：本表反映本部门支出情况。"))
        let paper = try read([.grid(table)])
        let read = try #require(paper.tables.first)
        #expect(read.form.id == "T05" && read.number == "公开05表" && read.figures.count == 15)
        #expect(read.unrecognizedRows.isEmpty)
    }

    @Test("What is not known is listed: a grid, a row, a cell")
    func unknown() throws {
        let strange = grid([["内设机构", "人数"], ["办公室", "3"]])
        let evaluation = grid([["一级指标", "二级指标", "年度指标值"], ["产出指标", "数量指标", "≥ 230 件"]])
        let odd = [["999", "别的支出", "1.00", "1.00", ""], ["20407", "监狱", "约3", "", ""]]
        let paper = try read([
            line("内设机构表"), .grid(strange), line("项目支出绩效自评表"), .grid(evaluation),
            line("一般公共预算财政拨款支出决算表"), .grid(grid([Self.header] + Self.rows + odd)),
        ])
        #expect(paper.unread.map(\.title) == ["内设机构表"])
        #expect(paper.otherTitles == ["内设机构表", "项目支出绩效自评表"] && paper.otherGrids.count == 2)
        #expect(paper.tables.first?.unrecognizedRows.map(\.label) == ["一般公共预算财政拨款支出决算表 999 别的支出"])
        #expect(paper.tables.first?.unassigned.map(\.label).first?.contains("“约3”不是数") == true)
    }

    @Test("Headings as plain lines, and no heading at all")
    func prose() throws {
        let income = "本年收入合计300.00万元，其中：财政拨款收入240.00万元，占80%；其他收入60.00万元，占20%。"
        let plain = try read([line("第三部分 2021年度部门决算情况说明"), line("二、收入决算情况"), line(income)])
        #expect(plain.claims.count == 5 && plain.openClaims.isEmpty)
        #expect(plain.paragraphs.last?.headings.last == "二、收入决算情况")
        #expect(plain.paragraphs.last?.phrases == ["income"])
        let bare = try read([line(income)])
        #expect(bare.claims.map(\.figure) == plain.claims.map(\.figure))
    }

    @Test("A figure of a text stands at its own line")
    func lines() throws {
        let text = "本年收入合计300.00万元，其中：财政拨款收入240.00万元，占80%。"
        let paragraph = Paragraph(
            text, place: .line(7, column: 3), lineBreaks: [.init(offset: 14, place: .line(8, column: 1))])
        let paper = try read([line("二、收入决算情况说明"), .paragraph(paragraph)])
        #expect(paper.claims.map(\.place.place) == [.line(7, column: 9), .line(8, column: 11), .line(8, column: 21)])
    }

    @Test(
        "Unit and year from a cover or a title",
        arguments: [
            ["2021年度", "某某市某局", "部门决算"], ["某某市某局", "2021年度部门决算"], ["某某市某局2021年度部门决算公开"],
            ["二〇二一年度", "某某市某局", "部门决算", "2022年9月"], ["２０２１年度某某市某局部门决算"],
            ["2021年度部门决算", "第一部分 某某市某局概况"],
        ])
    func names(_ lines: [String]) throws {
        let paper = Paper(title: "", sections: [Section(blocks: lines.map(line))])
        let name = try Self.places.get().name(of: paper)
        #expect(name.unit == "某某市某局" && name.year == 2021, "\(name)")
    }

    @Test(
        "A place's name tells the region, and several of one name tell none",
        arguments: [
            ("衡阳市司法局", "430400"), ("株洲市石峰区司法局", "430204"), ("湖南省司法厅", "430000"), ("石峰区司法局", "430204"),
            ("鼓楼区司法局", nil), ("2021年度上海市某局", "310000"), ("某局", nil), ("430400", "430400"),
        ] as [(String, String?)])
    func regions(_ name: String, _ code: String?) throws {
        #expect(try Self.places.get().code(of: name) == code)
    }

    @Test("Where nothing names the place, the profile that explains most is chosen")
    func guessed() throws {
        let heads = ["十、关于机关运行经费支出说明", "十一、一般性支出情况", "十二、关于政府采购支出说明", "十三、关于国有资产占用情况说明"]
        let paper = try read(heads.map(line), title: "某局2021年度部门决算")
        #expect(paper.regionChoice == .guessed && paper.standards.profile.region == "cn-43")
        #expect(throws: PaperStandards.NoYear.self) { try read([], title: "某局部门决算") }
    }
}
