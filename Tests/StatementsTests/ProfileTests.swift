import Fiscal
import Paper
import Standards
import Statements
import Testing

/// The order of tables by place and year, and what is particular to a place, as printed.
struct ProfileTests {
    private static let threePublicSeventh = ["T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09"]
    private static let threePublicLast = ["T01", "T02", "T03", "T04", "T05", "T06", "T08", "T09", "T07"]

    @Test(arguments: [
        ("610000", 2020, threePublicSeventh, "公开"), ("610000", 2021, threePublicSeventh, "公开"),
        ("610000", 2022, threePublicLast, "公开"), ("610000", 2025, threePublicLast, "公开"),
        ("430400", 2021, threePublicSeventh, "公开"), ("430400", 2022, threePublicLast, "公开"),
        ("310000", 2020, threePublicSeventh, ""), ("310101", 2025, threePublicSeventh, ""),
        ("530100", 2020, threePublicSeventh, "公开"), ("530100", 2021, threePublicLast, "公开"),
        ("530100", 2022, threePublicLast, "公开"),
    ])
    func order(_ region: String, _ year: Int, _ forms: [String], _ prefix: String) throws {
        let profile = try Checkout.standards(Checkout.Place(region: region, year: year)).profile
        #expect(profile.forms.map(\.form) == forms)
        let numbers = forms.indices.map { prefix.isEmpty ? "" : "\(prefix)0\($0 + 1)表" }
        #expect(profile.forms.map(\.number) == numbers)
    }

    @Test(arguments: [
        ("430400", 2021, "T06", "一般公共预算财政拨款基本支出决算表"), ("430400", 2022, "T06", "一般公共预算财政拨款基本支出决算明细表"),
        ("610000", 2022, "T06", "一般公共预算财政拨款基本支出决算表"), ("610000", 2021, "T07", "一般公共预算财政拨款“三公”经费支出决算表"),
        ("610000", 2022, "T07", "财政拨款“三公”经费支出决算表"), ("310000", 2021, "T07", "财政拨款“三公”经费支出决算表"),
        ("310000", 2024, "T09", "国有资本经营预算财政拨款收入支出决算表"), ("530100", 2021, "T05", "一般公共预算财政拨款收入支出决算表"),
        ("530100", 2021, "T07", "“三公”经费、行政参公单位机关运行经费情况表"), ("530100", 2023, "T05", "一般公共预算财政拨款支出决算表"),
    ])
    func titles(_ region: String, _ year: Int, _ id: String, _ title: String) throws {
        let form = try #require(Checkout.standards(Checkout.Place(region: region, year: year)).forms[id])
        #expect(form.title == title)
    }

    @Test func aRetitledFormKeepsItsOwnTitleAsAlias() throws {
        let form = try #require(Checkout.standards(Checkout.Place(region: "430400", year: 2022)).forms["T06"])
        #expect(form.aliases.contains("一般公共预算财政拨款基本支出决算表"))
        #expect(!form.aliases.contains(form.title))
    }

    @Test func shanghaiPrintsAsItsTemplate() throws {
        let standards = try Checkout.standards(Checkout.Place(region: "310000", year: 2024))
        let facts = SampleBook.facts(standards, seed: 31)
        func grid(_ id: String) throws -> Grid { Printed(try #require(standards.forms[id]), facts: facts).grid }
        func texts(_ id: String, _ row: Int) throws -> [String] { try grid(id).rows[row].map(\.text) }
        #expect(try texts("T01", 1) == ["项目", "决算数", "项目", "决算数"])
        #expect(try grid("T01").rows.count == 30)
        #expect(try texts("T01", 25).last.map { !$0.isEmpty } == true)
        #expect(try texts("T01", 25)[2] == "二十四、抗疫特别国债安排的支出")
        #expect(try grid("T04").rows.count == 32)
        #expect(try texts("T04", 28)[0] == "一、一般公共预算财政拨款")
        #expect(try grid("T05").rows.last?.first?.text == "合计")
        #expect(try grid("T06").rows.count == 40)
        #expect(try texts("T07", 0) == ["财政拨款“三公”经费"])
        #expect(try texts("T07", 1) == ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"])
        #expect(try grid("T07").rows[1].map(\.rowSpan) == [2, 2, 1, 2])
        #expect(try texts("T07", 3) == (0..<6).flatMap { _ in ["预算数", "决算数"] })
    }

    /// The template prints 合计 and 合计/基本支出/项目支出 in one row; a paper may fill the total into the next.
    @Test func shanghaiHeaderThatIsAlsoTheTotal() throws {
        let standards = try Checkout.standards(Checkout.Place(region: "310000", year: 2024))
        let form = try #require(standards.forms["T08"])
        let header: [[Cell]] = [
            [
                Cell("项目", column: 0, columnSpan: 2), Cell("年初结转和结余", column: 2, rowSpan: 2),
                Cell("本年收入", column: 3, rowSpan: 2), Cell("本年支出", column: 4, rowSpan: 2, columnSpan: 3),
                Cell("年末结转和结余", column: 7, rowSpan: 2),
            ],
            [Cell("功能分类科目编码", column: 0), Cell("科目名称", column: 1)],
            [
                Cell("合计", column: 0, columnSpan: 2), Cell("", column: 2), Cell("", column: 3), Cell("合计", column: 4),
                Cell("基本支出", column: 5), Cell("项目支出", column: 6), Cell("", column: 7),
            ],
        ]
        let row = ["2120801", "征地和拆迁补偿支出", "1.00", "2.00", "2.50", "", "2.50", "0.50"]
        let grid = Grid(
            rows: header + [row.enumerated().map { Cell($1, column: $0) }], columnCount: 8, headerRowCount: 3)
        let reading = try #require(TableReader.read(grid, as: form, standards: standards, unit: "001"))
        #expect(reading.missingColumns.isEmpty)
        #expect(reading.observations.map(\.text) == ["1.00", "2.00", "2.50", "", "2.50", "0.50"])
        #expect(reading.observations.allSatisfy { $0.position.row == 3 })
    }

    @Test func yunnanRowsThatCannotHaveAFigure() throws {
        let standards = try Checkout.standards(Checkout.Place(region: "530100", year: 2021))
        let form = try #require(standards.forms["T07"])
        let rows = Printed(form, facts: SampleBook.facts(standards, seed: 53)).grid.rows
        #expect(rows[2].map(\.text) == ["一、“三公”经费支出", "1", "—", "—"])
        let visits = try #require(rows.first { $0.first?.text.contains("团组数") == true })
        #expect(visits[2].text == "—")
        #expect(Int(visits[3].text) != nil)
    }

    @Test func emptyNoteStandsApartWhereThePlacePrintsItSo() throws {
        for (region, last) in [
            ("310000", "说明：某市某局本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。"),
            ("430400", "3.本部门2021年度没有国有资本经营预算财政拨款支出，故本表无数据。"),
        ] {
            let standards = try Checkout.standards(Checkout.Place(region: region, year: 2021))
            let facts = SampleBook.empty(standards)
            let table = Printed(try #require(standards.forms["T09"]), facts: facts).table
            #expect(table.isEmpty)
            #expect(table.notes.last == last)
        }
    }

    @Test func aVariantThatIsNotThere() throws {
        #expect {
            try Checkout.standards(Checkout.Place(region: "310000", year: 2024, variant: "三栏"))
        } throws: { error in
            let message = (error as? StandardsFault)?.message ?? ""
            return message == "cn-31/profiles/shanghai-2020.yaml 第 2 行：“变体”写成了“三栏”，可用：编码分列。"
        }
    }
}
