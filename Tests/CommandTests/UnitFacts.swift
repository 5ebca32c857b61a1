import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Standards
import Testing

@testable import mingzhang

/// Small books of a department with units: whose money is in which sum.
struct UnitFacts {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    private static let general = "一般公共预算财政拨款"
    private static let units = "编码,名称,上级编码,原编码,单位性质\n"

    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A book whose 收入 has a function and an amount for each unit, and nothing else unless it is given.
    private func book(
        _ name: String, year: Int = 2021, units: String, income: [(unit: String, amount: String)], prior: String = "",
        region: String = "430400", _ more: [String: String] = [:]
    ) throws -> String {
        let folder = scratch.path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var files = more
        let link = prior.isEmpty ? "" : "上年账套: ../\(prior)\n"
        files["账套.yaml"] = "格式: 1\n部门: 某局\n年度: \(year)\n地区: \"\(region)\"\n公开类型: 部门决算\n\(link)"
        files["单位.csv"] = Self.units + units
        let rows = income.map { "\($0.unit),2040601,\(Self.general),\($0.amount)\n" }.joined()
        files["收入.csv", default: "单位,功能科目,资金性质,金额\n"] += rows
        if files["支出.csv"] == nil { files["支出.csv"] = "单位,功能科目,经济科目,资金性质,支出性质,金额\n" }
        for (file, text) in files { try scratch.write(text, to: name + "/" + file) }
        return folder
    }

    private func load(_ path: String, sumsAll: Bool = false) throws -> LoadedBook {
        var limits = BookLimits()
        if sumsAll { limits.summed = 0 }
        return try BookLimits.$current.withValue(limits) {
            try LoadedBook(path: path, library: Self.library.get(), sumsLarge: sumsAll)
        }
    }

    private func value(
        _ loaded: LoadedBook, _ unit: String, _ concept: String = "本年收入", year: Int = 2021, isAlone: Bool = false
    ) -> Int64? {
        let book = loaded.book(of: unit, isAlone: isAlone, keepsUnits: false)
        let key = FactKey(unit: unit, year: FiscalYear(year), concept: Concept(concept))
        return FactBase(book: book, standards: loaded.standards, unit: unit, isAlone: isAlone).value(of: key)?.amount
    }

    @Test("A unit with lines of its own and units under it has accounts of its own, as 本级", arguments: [false, true])
    func headWithLines(_ sumsAll: Bool) throws {
        let path = try book(
            "局", units: "1,某局,,,行政单位\n12,某中心,1,,公益一类事业单位\n", income: [("1", "100.00"), ("12", "20.00")])
        let loaded = try load(path, sumsAll: sumsAll)
        #expect(loaded.book.units.leaves.map(\.code) == ["1", "12"])
        #expect(value(loaded, "1") == 12_000)
        #expect(value(loaded, "1", isAlone: true) == 10_000)
        let output = scratch.path + "/出"
        var command = try Mingzhang.parseAsRoot([
            "build", path, "-o", output, "--draft", "--only", "html,json", "--each-unit", "--standards",
            checkout + "/Standards",
        ])
        try command.run()
        let names = try FileManager.default.contentsOfDirectory(atPath: output)
        #expect(names.contains("某局本级") && names.contains("某中心"))
        let page = try #require(names.first { $0.hasSuffix(".html") })
        let text = String(decoding: try FileBytes.read(output + "/" + page), as: UTF8.self)
        #expect(text.contains("单位共2个，包括：某局本级、某中心。"))
    }

    @Test("A department whose lines are its units' alone does not count as one of them")
    func headWithoutLines() throws {
        let path = try book(
            "局", units: "1,某局,,,行政单位\n11,某局本级,1,,行政单位\n12,某中心,1,,公益一类事业单位\n",
            income: [("11", "100.00"), ("12", "20.00")],
            ["三公.csv": "单位,事项,年初预算\n1,公务接待费,10.00\n"])
        #expect(try load(path).book.units.leaves.map(\.code) == ["11", "12"])
    }

    @Test("Last year follows a unit to its new code, by name or by 原编码, and is never lost to the department")
    func recoded() throws {
        let old = "1,某局,,,行政单位\n11,某局本级,1,,行政单位\n12,某中心,1,,公益一类事业单位\n13,某站,1,,公益一类事业单位\n14,某所,1,,公益一类事业单位\n"
        _ = try book(
            "去年", year: 2020, units: old, income: [("11", "1.00"), ("12", "2.00"), ("13", "4.00"), ("14", "8.00")],
            ["其他数.csv": "单位,指标,数值\n,绩效自评项目数,5\n13,绩效自评项目数,3\n"])
        let now = "A,某某局,,,行政单位\n11,某局本级,A,,行政单位\n22,某中心,A,,公益一类事业单位\n33,某服务站,A,13,公益一类事业单位\n"
        let loaded = try load(try book("今年", units: now, income: [("11", "1.00")], prior: "去年"))
        #expect(value(loaded, "A", year: 2020) == 1_500)
        #expect(value(loaded, "22", year: 2020) == 200)
        #expect(value(loaded, "33", year: 2020) == 400)
        #expect(value(loaded, "A", "绩效自评项目数", year: 2020) == 5)
        #expect(value(loaded, "33", "绩效自评项目数", year: 2020) == 3)
        let told = loaded.book.warnings.map(\.message).filter { $0.contains("上年账套的单位") }
        #expect(told.count == 1 && told[0].contains("14“某所”"))
    }

    @Test("Both sides of a transfer are left out in every region", arguments: ["430400", "530100", "310115"])
    func transfersOfRegions(_ region: String) throws {
        let units = "1,某局,,,行政单位\n11,某局本级,1,,行政单位\n12,某中心,1,,公益一类事业单位\n"
        let path = try book(
            "局", units: units, income: [], region: region,
            [
                "收入.csv": "单位,功能科目,资金性质,对方单位,金额\n12,2040650,上级补助收入,11,20.00\n11,2040601,其他收入,,50.00\n",
                "支出.csv": "单位,功能科目,经济科目,资金性质,支出性质,对方单位,金额\n11,2040602,,其他收入,对附属单位补助支出,12,20.00\n",
            ])
        let loaded = try load(path)
        #expect(value(loaded, "1") == 5_000)
        #expect(value(loaded, "1", "本年支出") == 0)
        #expect(value(loaded, "12") == 2_000)
    }

    @Test("Averages are not added up, nor totals of last year that may hold transfers; both are told")
    func notAdded() throws {
        var paths: [String] = []
        for code in ["A", "B"] {
            paths.append(
                try book(
                    code, units: "\(code),某局\(code),,,行政单位\n", income: [(code, "1.00")],
                    [
                        "其他数.csv": "指标,数值\n绩效自评平均得分,95.00\n绩效自评项目数,3\n",
                        "上年数.csv": "指标,资金性质,数值\n收入总计,,900.00\n本年支出,财政拨款,800.00\n",
                    ]))
        }
        let output = scratch.path + "/部门"
        let console = Console()
        var command = try Mingzhang.parseAsRoot(
            ["consolidate"] + paths + ["-o", output, "--department", "某局", "--standards", checkout + "/Standards"])
        try Console.$listener.withValue(console) { try command.run() }
        let loaded = try load(output)
        let root = try #require(loaded.book.units.root).code
        #expect(value(loaded, root, "绩效自评平均得分") == nil)
        #expect(value(loaded, root, "绩效自评项目数") == 6)
        #expect(value(loaded, root, "收入总计", year: 2020) == nil)
        let spent = loaded.book.stated.filter { $0.key.unit == root && $0.key.concept == Concept("本年支出") }
        #expect(spent.map(\.value.value.amount) == [160_000])
    }
}
