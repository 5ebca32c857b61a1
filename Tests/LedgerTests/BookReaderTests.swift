import Fiscal
import Foundation
import Standards
import Support
import Testing

@testable import Ledger

/// Sheets of text → a book → figures.
struct BookReaderTests {
    private static let settings = "部门: 某局\n年度: 2021\n地区: \"430400\"\n"
    private static let units = SheetText.of("单位", "编码,名称,上级编码,单位性质\n1,某局,,行政单位\n11,某局本级,1,行政单位\n12,某中心,1,公益一类事业单位")
    private static let income = SheetText.of("收入", "单位,功能科目,资金性质,金额\n11,2040601,一般公共预算财政拨款,300.00")

    private func read(_ sheets: [RawSheet]) throws -> (book: Book, standards: Standards) {
        let standards = try CheckedOut.standards("430400", 2021)
        let settings = try BookSettings.check(Settings(yaml: Self.settings, file: "账套.yaml"))
        return (
            try BookReader.read([Self.units, Self.income] + sheets, settings: settings, standards: standards), standards
        )
    }

    private static let spending = SheetText.of(
        "支出",
        """
        单位,日期,凭证号,分录号,功能科目,经济科目,资金性质,支出性质,对方单位,金额
        11,2021-03-01,记-1,1,2040601,30201,一般公共预算财政拨款,基本支出,,100.10
        12,2021-03-01,记-1,1,2040601,30201,一般公共预算财政拨款,基本支出,,50.05
        11,2021-03-02,记-2,1,2040601,30201,一般公共预算财政拨款,基本支出,,-30.00
        11,2021-03-03,记-3,1,2040602,30201,一般公共预算财政拨款,项目支出,,20.00
        """)

    @Test("A figure is the sum of the lines under its unit and its codes, reversals taken off, and knows its lines")
    func sums() throws {
        let (book, standards) = try read([Self.spending])
        var key = FactKey(unit: "1", year: FiscalYear(2021), concept: Concept("本年支出"))
        let whole = FactBase(book: book, standards: standards, unit: "1")
        #expect(whole.value(of: key)?.amount == 14_015)
        key.coordinates.function = try #require(Code("20406"))
        key.coordinates.kind = try #require(Code("B"))
        #expect(whole.value(of: key)?.amount == 12_015)
        #expect(whole.contributing(to: key).map(\.origin.row) == [2, 3, 4])
        #expect(whole.contributing(to: key).map(\.origin.voucher) == ["记-1-1", "记-1-1", "记-2-1"])
        key.unit = "12"
        #expect(FactBase(book: book, standards: standards, unit: "12").value(of: key)?.amount == 5_005)
    }

    @Test("What the columns say is read by what they are for, not by their places")
    func roles() throws {
        let (book, _) = try read([
            Self.spending, SheetText.of("附件", "文件,名称,单位\n附件/a.txt,报告,\n附件/b.txt,本级报告,11"),
            SheetText.of("文字", "内容,序号,段落\n二,2,主要职责\n一,1,主要职责"),
            SheetText.of("原因", "原因,事项\n调资,收支总计变动"),
        ])
        #expect(book.attachments.map(\.name) == ["报告", "本级报告"] && book.attachments.map(\.unit) == ["1", "11"])
        #expect(book.attachmentPlaces[book.attachments[1]]?.row == 3)
        #expect(book.texts[TextKey(unit: "1", name: "主要职责")] == ["一", "二"])
        #expect(book.reasons[ReasonKey(unit: "1", matter: "收支总计变动", object: "")] == "调资")
        #expect(book.units["12"]?.kind == "公益一类事业单位" && book.units.root?.code == "1")
    }

    @Test("All faults of all sheets are told at once, in the order of sheets and rows")
    func faults() throws {
        let wrong = SheetText.of(
            "支出",
            "单位,功能科目,经济科目,资金性质,支出性质,金额\n13,2040601,30201,一般公共预算财政拨款,基本支出,1.00\n11,2040601,30201,一般公共预算财政拨款,基本支出,一元")
        let budget = SheetText.of("预算", "单位,阶段,功能科目,资金性质,金额\n11,决算,2040601,一般公共预算财政拨款,1.00")
        let error = #expect(throws: BookFaults.self) { try read([budget, wrong]) }
        let faults = try #require(error).faults
        #expect(faults.map(\.sheet) == ["支出.csv", "支出.csv", "预算.csv"])
        #expect(faults.map(\.row) == [2, 3, 2] && faults.map(\.column) == ["单位", "金额", "阶段"])
        #expect(faults.last?.kind == .badChoice("决算", allowed: ["年初预算", "全年预算"]))
    }

    @Test("A budget is a budget: it never adds to what was spent")
    func budgets() throws {
        let budget = SheetText.of(
            "预算", "单位,阶段,功能科目,资金性质,金额\n11,年初预算,2040601,一般公共预算财政拨款,7.00\n11,全年预算,2040601,一般公共预算财政拨款,9.00")
        let (book, standards) = try read([Self.spending, budget])
        let facts = FactBase(book: book, standards: standards, unit: "1")
        var key = FactKey(unit: "1", year: FiscalYear(2021), concept: Concept("本年支出"))
        #expect(facts.value(of: key)?.amount == 14_015)
        key.phase = .initialBudget
        #expect(facts.value(of: key)?.amount == 700)
    }

    @Test("Money between two units of the book is left out of the department, and only there")
    func transfers() throws {
        let (book, standards) = try read([
            SheetText.of(
                "支出",
                "单位,凭证号,分录号,功能科目,经济科目,资金性质,支出性质,对方单位,金额\n11,记-1,1,2040601,,其他收入,对附属单位补助支出,12,40.00\n11,记-1,2,2040601,30201,其他收入,基本支出,,5.00"
            )
        ])
        let key = FactKey(unit: "1", year: FiscalYear(2021), concept: Concept("本年支出"))
        #expect(FactBase(book: book, standards: standards, unit: "1").value(of: key)?.amount == 500)
        var own = key
        own.unit = "11"
        #expect(FactBase(book: book, standards: standards, unit: "11").value(of: own)?.amount == 4_500)
        #expect(book.warnings.filter(\.stopsFinal).count == 1)
    }

    @Test("The next year begins with what the sheets say goes on, and with the balances that were left")
    func nextYear() throws {
        let (book, standards) = try read([
            Self.spending, SheetText.of("资产", "单位,类别,数量\n11,执法执勤用车,2"),
            SheetText.of("三公", "单位,事项,年初预算,保有量\n11,公务用车运行维护费,5.00,3\n11,公务接待费,1.00,"),
        ])
        let opened = YearOpening(last: book, lastStandards: standards, standards: standards).open()
        func rows(_ name: String) -> [[String]] {
            opened.sheets.first { $0.name == name }?.rows.map { $0.cells.filter { !$0.isEmpty } } ?? []
        }
        #expect(rows("资产") == [["11", "执法执勤用车", "2"]])
        #expect(rows("三公") == [["11", "公务用车运行维护费", "3"]])
        #expect(rows("单位").count == 3 && rows("支出").isEmpty)
        let balances = try #require(opened.sheets.first { $0.name == "结转结余" })
        let sum = balances.rows.compactMap { try? NumberText.parseYuan(balances.text("年初余额", in: $0)).fen }.reduce(0, +)
        #expect(sum == 30_000 - 14_015)
    }
}
