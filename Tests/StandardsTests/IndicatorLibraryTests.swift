import Fiscal
import Support
import Testing

@testable import Standards

/// A small library of shared indicators: what is found, in which order, by name and by money.
struct IndicatorLibraryTests {
    private static let header = "领域,一级指标,二级指标,指标名称,又名,方向,计量单位,常见指标值,功能科目,佐证资料,赋分方式,来源,说明\n"
    private static let rows = """
        法律援助,产出指标,数量指标,办理法律援助案件数,法律援助案件；援助件数,≥,件,550；230件,2040607,台账,完成比例,S0；S1,
        法律援助,产出指标,质量指标,法律援助案卷合格率,,≥,%,98%,2040607,,完成比例,S1,
        社区矫正,产出指标,数量指标,社区矫正对象人数,,≥,人,,2040610；2040604,,完成比例,S4,
        综合管理,满意度指标,服务对象满意度指标,服务对象满意度,群众满意度,≥,%,90%,,问卷,满意度,S0,

        """

    private func library(_ rows: String) throws -> IndicatorLibrary {
        let file = StandardsFile(path: "cn/indicators/试.csv", bytes: Array((Self.header + rows).utf8))
        let others = try CheckedOut.definitions().filter { !$0.path.hasPrefix("cn/indicators/") }
        let library = try StandardsLibrary(files: others + [file])
        return try library.indicators(for: library.standards(region: "430400", year: FiscalYear(2021)))
    }

    private func names(_ found: [SharedIndicator]) -> [String] { found.map(\.name) }

    @Test("By name, by what it is also called, by words that mean the same, by names that are near; the nearest first")
    func byName() throws {
        let library = try library(Self.rows)
        func search(_ words: String...) -> [String] { names(library.search(words, functions: [], field: nil)) }
        #expect(search("法律援助") == ["办理法律援助案件数", "法律援助案卷合格率"])
        #expect(search("法律援助案件") == ["办理法律援助案件数"])
        #expect(search("法律援助", "合格率") == ["法律援助案卷合格率"])
        // 法援 stands for 法律援助 in the definitions.
        #expect(search("法援", "案件") == ["办理法律援助案件数"])
        #expect(search("群众满意度") == ["服务对象满意度"])
        #expect(search("矫正对象的人数") == ["社区矫正对象人数"])
        #expect(search("车辆购置") == [] && search() == Self.all)
    }

    private static let all = ["办理法律援助案件数", "法律援助案卷合格率", "社区矫正对象人数", "服务对象满意度"]

    @Test("By the money's functional item or what it lies under; what goes with any money is found by its name only")
    func byMoney() throws {
        let library = try library(Self.rows)
        func search(_ words: [String], _ code: String, _ field: String? = nil) throws -> [String] {
            names(library.search(words, functions: [try #require(Code(code))], field: field))
        }
        #expect(try search([], "2040607") == ["办理法律援助案件数", "法律援助案卷合格率"])
        #expect(try search([], "2040604") == ["社区矫正对象人数"])
        #expect(try search([], "20406").count == 3 && search([], "2040605") == [])
        #expect(try search(["满意度"], "2040607") == ["服务对象满意度"])
        #expect(try search([], "20406", "社区矫正") == ["社区矫正对象人数"])
        #expect(library.fields.map(\.name) == ["法律援助", "社区矫正", "综合管理"] && library.fields.map(\.count) == [2, 1, 1])
    }

    @Test(
        "A row that is wrong is told with file, line, column and what is allowed",
        arguments: [
            ("法律援助,产出,数量指标,件数,,≥,件,,,,完成比例,S0,", "一级指标"),
            ("法律援助,产出指标,数量,件数,,≥,件,,,,完成比例,S0,", "二级指标"),
            ("法律援助,产出指标,数量指标,件数,,大于,件,,,,完成比例,S0,", "方向"),
            ("法律援助,产出指标,数量指标,件数,,≥,件,,,,按比例,S0,", "赋分方式"),
            ("法律援助,产出指标,数量指标,件数,,≥,件,,9999999,,完成比例,S0,", "功能科目"),
            ("法律援助,产出指标,数量指标,,,≥,件,,,,完成比例,S0,", "指标名称"),
            ("法律援助,产出指标,数量指标,件数,,≥,件,,,,完成比例,,", "来源"),
            ("法律援助,产出指标,数量指标,办理法律援助案件数,,≥,件,,,,完成比例,S0,", "指标名称"),
        ])
    func faults(_ row: String, _ column: String) throws {
        let fault = try #require(throws: StandardsFault.self) { try library(Self.rows + row + "\n") }
        #expect(fault.message.contains("cn/indicators/试.csv") && fault.message.contains(column), "\(fault.message)")
        #expect(fault.message.contains("第 6 行"), "\(fault.message)")
    }

    @Test("The library of the checkout loads for every year, and its marks are known")
    func checkedOut() throws {
        let library = try CheckedOut.library.get()
        for year in [2020, 2021, 2024] {
            let all = try library.indicators(for: library.standards(region: "430400", year: FiscalYear(year))).all
            #expect(all.count > 100 && all.allSatisfy { !$0.source.isEmpty })
        }
    }
}
