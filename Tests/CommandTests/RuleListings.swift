import Fiscal
import Standards
import Testing

@testable import mingzhang

/// The catalogue of rules as `standards list --rules` and `standards show` say it.
struct RuleListings {
    private func rows(region: String, year: Int) throws -> [RuleRow] {
        let library = try StandardsFolder.load(checkout + "/Standards")
        let standards = try library.standards(region: region, year: FiscalYear(year))
        return try library.rules(for: standards).map { RuleRow($0, in: standards) }
    }

    @Test(arguments: [("430000", 2021), ("310000", 2024), ("530000", 2021)])
    func everyLineInBothLanguages(_ region: String, _ year: Int) throws {
        let rows = try rows(region: region, year: year)
        for line in RuleListing.lines(rows) + rows.flatMap({ RuleListing.details($0) }) {
            let english = MessageLanguage.$current.withValue(.english) { line.message }
            #expect(Foreign.lines(english) == [])
            #expect(!line.message.isEmpty)
        }
    }

    @Test func families() throws {
        let lines = try RuleListing.lines(rows(region: "430000", year: 2021)).map(\.message)
        #expect(lines.first == "文档（20 条：公式 1，版式 10，措辞 8，需账套 1）")
        #expect(lines.last == "共 241 条：公式 41，由口径推出 55，编码 18，版式 12，措辞 40，自评表 57，需账套 18")
        #expect(
            lines.contains(
                "  T06-07\t错误\t人员经费＋公用经费＝一般公共预算表的基本支出\t由口径推出：分项合计：本年支出（一般公共预算财政拨款、基本支出）；见于 T06、T05；按经济科目（并入 T05-04）"))
    }

    @Test func oneRule() throws {
        let row = try #require(rows(region: "430000", year: 2021).first { $0.id == "T05-07" })
        let lines = RuleListing.details(row).map(\.message)
        #expect(lines.first == "规则 T05-07 各行：年初＋收入＝支出＋年末，分基本支出和项目支出\n  公开05；错误；公式")
        #expect(lines.contains("  地区：53（本地不适用）"))
    }
}
