import Audit
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards
import Support
import Testing

@testable import Performance
@testable import mingzhang

/// Tables of base data: against what the papers print, and for made-up books against sums made here.
@Suite("Tables of base data") struct BaseTables {
    // MARK: Papers

    @Test(
        "Every printed cell of the papers' tables, read back from the files of the department's package",
        arguments: [("hengyang-2023", 57, 0), ("hengyang-2021", 144, 43)], [PaperCopy.docx, .xlsx])
    func papers(_ wanted: (book: String, cells: Int, differing: Int), _ copy: PaperCopy) throws {
        let package = try PerformanceForms.built(wanted.book)
        let part = package.publication.performance
        let paper = try #require(try copy.read(package.publication.paper))
        let grids = paper.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        try #require(grids.count == part.forms.count)
        let rows = try Example(wanted.book).expected("performance").filter { ($0["form"] ?? "").hasPrefix("基础数据") }
        var (counted, differing) = (0, 0)
        for (name, own) in Dictionary(grouping: rows, by: { $0["form"] ?? "" }) {
            let code = name.split(separator: ":").dropFirst().first.map(String.init)
            let grid = grids[try #require(Self.table(of: code, in: part), "\(name)")]
            for row in own {
                counted += 1
                let (label, column) = (row["row"] ?? "", row["column"] ?? "")
                let found = Self.cell(grid, row["block"] ?? "", label, column)
                let spot = "\(name) \(label) / \(column)"
                if row["reason"]?.isEmpty ?? true {
                    #expect(
                        Self.same(row["printed"] ?? "", found ?? ""), "\(spot): \(row["printed"] ?? "") \(found ?? "–")"
                    )
                } else {
                    differing += 1
                    #expect(!Self.same(row["printed"] ?? "", found ?? ""), "\(spot) is listed as different, but agrees")
                    #expect(Self.same(row["ours"] ?? "", found ?? ""), "\(spot): \(row["ours"] ?? "") \(found ?? "–")")
                }
            }
        }
        #expect(counted == wanted.cells && differing == wanted.differing)
    }

    /// The one that the package prints of a unit; of a book of one unit, the only one.
    private static func table(of unit: String?, in part: PerformancePart) -> Int? {
        let owners = Dictionary(
            part.subjects.map { ($0.record.code, $0.record.unit) }, uniquingKeysWith: { first, _ in first })
        let own = part.forms.indices.filter { index in
            let form = part.forms[index]
            return !form.base.isEmpty && (unit == nil || owners[form.subject] == unit)
        }
        return own.count == 1 ? own.first : nil
    }

    private static func cell(_ grid: Grid, _ block: String, _ label: String, _ column: String) -> String? {
        let rows = grid.matrix
        guard
            let header = rows.firstIndex(where: { row in row.contains { plain($0?.text) == plain(column) } }),
            let place = rows[header].firstIndex(where: { plain($0?.text) == plain(column) })
        else { return nil }
        if block == "人员" || label.hasPrefix("楼堂馆所") { return rows[header + 1][place]?.text }
        let row = rows[(header + 1)...].first { plain($0.first??.text) == plain(label) }
        return row.map { $0[place]?.text ?? "" }
    }

    /// Without ordinals, 其中, remarks and the papers' slips of the pen.
    private static func plain(_ text: String?) -> String {
        var text = foldedLabel(text ?? "").replacing("公交车", with: "公务用车").replacing("其中", with: "").filter { $0 != ":" }
        let ordinal = text.prefix { $0.isNumber || "一二三四".contains($0) }
        if "、.".contains(text.dropFirst(ordinal.count).first ?? " ") { text.removeFirst(ordinal.count + 1) }
        if !text.hasPrefix("行政运行"), !text.contains("规模"), !text.contains("投资"),
            let open = text.firstIndex(of: "(")
        {
            text = String(text[..<open])
        }
        return text
    }

    private static func same(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let x = try? NumberText.parse(a), let y = try? NumberText.parse(b) else { return false }
        return x.isSameValue(as: y)
    }

    // MARK: Made-up books

    /// What a book's lines come to, added up here.
    private struct Sums {
        var projects: [(name: String, group: String, budget: Int, actual: Int)] = []
        var office = (budget: 0, actual: 0)
        var utilities = (budget: 0, actual: 0)
    }

    private func book(_ seed: UInt64) -> (book: PerformanceBook, sums: Sums) {
        var dice = SplitMix64(seed: seed)
        func yuan(_ fen: Int) -> String { "\(fen / 100)." + (fen % 100 < 10 ? "0" : "") + "\(fen % 100)" }
        func fen() -> Int { Int.random(in: 1...900_000_000, using: &dice) }
        var book = PerformanceBook()
        var sums = Sums()
        var spent = "单位,功能科目,经济科目,资金性质,支出性质,项目,金额\n001,2010501,30101,一般公共预算财政拨款,基本支出,,10000.00\n"
        var budget = "单位,阶段,功能科目,经济科目,资金性质,支出性质,项目,金额\n"
        func add(_ code: String, to sum: inout (budget: Int, actual: Int)) {
            let (now, planned) = (fen(), fen())
            sum = (sum.budget + planned, sum.actual + now)
            spent += "001,2010501,\(code),一般公共预算财政拨款,基本支出,,\(yuan(now))\n"
            budget += "001,年初预算,2010501,\(code),一般公共预算财政拨款,基本支出,,\(yuan(planned))\n"
        }
        add("30201", to: &sums.office)
        for code in ["30205", "30206", "30211"] { add(code, to: &sums.utilities) }
        var list = "单位,项目编码,项目名称,类别\n"
        for number in 1...Int.random(in: 1...9, using: &dice) {
            let group = ["", "业务工作", "运行维护", "本级专项"].randomElement(using: &dice) ?? ""
            let name = "项目第\(number)号"
            let (now, planned) = (fen(), fen())
            sums.projects.append((name, group, planned, now))
            list += "001,X\(number),\(name),\(group)\n"
            // By its name in one sheet, by its code in the other.
            spent += "001,2010508,30227,一般公共预算财政拨款,项目支出,\(name),\(yuan(now))\n"
            budget += "001,年初预算,2010508,,一般公共预算财政拨款,项目支出,X\(number),\(yuan(planned))\n"
        }
        book.sheets["支出.csv"] = spent
        book.sheets["预算.csv"] = budget
        book.sheets["项目.csv"] = list
        book.sheets["绩效对象.csv"] = "单位,编号,名称,类别,预期目标,完成情况\n001,整体,部门整体支出,部门整体,目标,完成\n"
        book.sheets["绩效指标.csv"] =
            "对象,一级指标,二级指标,指标名称,指标值,完成值,分值\n" + PerformanceBook.indicators("整体")
        return (book, sums)
    }

    private func printed(_ fen: Int) -> String {
        PrintedNumber.printing(Int64(fen), in: .tenThousandYuan, decimals: 2).text(trimmingZeros: true)
    }

    @Test(
        "Random books: each figure is the sum of its lines, and all are read back",
        arguments: 1...12 as ClosedRange<UInt64>)
    func random(_ seed: UInt64) throws {
        let (book, sums) = book(seed)
        let package = try book.built()
        let table = try #require(package.publication.performance.forms.first { !$0.base.isEmpty })
        #expect(package.check.performance.isClean)
        let paper = Paper(
            title: "", sections: [Section(blocks: [.paragraph(Paragraph(table.title)), .grid(table.grid)])])
        let read = try #require(EvaluationReader(package.facts.standards.evaluations).forms(in: paper).first)
        #expect(read.unrecognized.isEmpty && read.unread.isEmpty)
        func expect(_ row: BaseRow?, _ budget: Int, _ actual: Int, _ what: String) {
            #expect(row?.values[.budget]?.text == printed(budget), "\(what)")
            #expect(row?.values[.actual]?.text == printed(actual), "\(what)")
            #expect(row?.values[.before]?.text ?? "" == "", "\(what)")
        }
        func named(_ name: String) -> BaseRow? { read.rows.first { $0.name == name } }
        expect(named("办公经费"), sums.office.budget, sums.office.actual, "办公经费")
        expect(named("水电差旅费"), sums.utilities.budget, sums.utilities.actual, "水电差旅费")
        expect(
            named("项目支出"), sums.projects.reduce(0) { $0 + $1.budget }, sums.projects.reduce(0) { $0 + $1.actual }, "项目")
        for group in ["业务工作", "运行维护", "本级专项"] {
            let own = sums.projects.filter { $0.group == group }
            guard !own.isEmpty else {
                #expect(named(group) == nil)
                continue
            }
            expect(named(group), own.reduce(0) { $0 + $1.budget }, own.reduce(0) { $0 + $1.actual }, group)
        }
        for project in sums.projects {
            let row = read.rows.first { $0.name.isEmpty && $0.label.text == project.name }
            expect(row, project.budget, project.actual, project.name)
            #expect(row?.owner == (project.group.isEmpty ? "项目支出" : project.group))
        }
        #expect(read.staff["编制"]?.text == "40" && read.staff["实有"]?.text == "33" && read.staff["控制率"]?.text == "82.50%")
    }

    /// A department of two units, each with a whole of its own; the second prints its table and report unscored.
    private func twoUnits() -> PerformanceBook {
        var (book, _) = book(1)
        book.sheets["账套.yaml"] = book.sheets["账套.yaml"]?.replacing("430000", with: "430400")
        book.sheets["单位.csv"] =
            "编码,名称,上级编码,单位性质,编制人数,在职人数\n001,望江市统计局,,行政单位,,\n001001,望江市统计局机关,001,行政单位,30,25\n"
            + "001002,望江市普查中心,001,参公事业单位,10,8\n"
        for name in ["支出.csv", "预算.csv", "项目.csv", "收入.csv", "绩效对象.csv"] {
            book.sheets[name] = book.sheets[name]?.replacing("\n001,", with: "\n001001,")
        }
        book.sheets["收入.csv"]? += "001002,2010550,一般公共预算财政拨款,20000000.00\n"
        book.sheets["支出.csv"]? += """
            001002,2010550,30201,一般公共预算财政拨款,基本支出,,4000000.00
            001002,2010507,30227,一般公共预算财政拨款,项目支出,,70000.00
            001002,2010507,30227,一般公共预算财政拨款,项目支出,人口调查,1000000.00

            """
        // No more is spent than was budgeted: the rate of that is no matter here.
        book.sheets["预算.csv"]? += "001001,年初预算,2010501,30101,一般公共预算财政拨款,基本支出,,1000000.00\n"
        book.sheets["预算.csv"]? += "001002,年初预算,2010550,30201,一般公共预算财政拨款,基本支出,,4000000.00\n"
        book.sheets["项目.csv"]? += "001002,X99,人口调查,业务工作\n"
        book.sheets["绩效对象.csv"] =
            "单位,编号,名称,类别,方案,完成情况,主要问题,改进措施\n001001,整体,部门整体支出,部门整体,,完成,有,改\n"
            + "001002,中心,普查中心整体支出,部门整体,部门整体基础数据,普查完成,人少,培训\n"
        return book
    }

    @Test("A unit's own table stands beside the department's, with its own figures, and nothing is found wrong")
    func ofUnits() throws {
        let package = try twoUnits().built()
        #expect(package.missing.isEmpty && package.check.performance.isClean)
        let part = package.publication.performance
        let tables = part.forms.filter { !$0.base.isEmpty }
        #expect(tables.map(\.subject) == ["整体", "中心"])
        // What is not scored has no form of scores.
        #expect(part.forms.filter { $0.subject == "中心" }.count == 1)
        #expect(part.reports.map(\.subject) == ["整体", "中心"])
        let own = try #require(tables.last)
        #expect(own.infos.joined().contains("望江市普查中心"))
        #expect(own.base.contains(["二、部门项目支出", "2021年决算数", "107"]))
        #expect(own.base.contains(["未列明项目的项目支出", "2021年决算数", "7"]))
        #expect(own.base.contains(["一、部门基本支出", "2021年决算数", "400"]))
        for copy in PaperCopy.allCases {
            guard let paper = try copy.read(package.publication.paper) else { continue }
            let read = try PaperReader.read(
                paper, file: "绩效." + copy.rawValue, places: Printing.places.get(),
                region: package.facts.standards.region)
            #expect(read.evaluations.filter { $0.definition.kind == .base }.count == 2, "\(copy)")
            let library = try Printing.library.get()
            let (rules, words) = (try library.rules(for: read.standards), try library.wordLists(for: read.standards))
            let report = Auditor.audit(read, options: AuditOptions(rules: rules, words: words))
            let wrong = report.findings.filter { $0.severity != .notice && !Suspicions.rules.contains($0.rule) }
            #expect(wrong.map(\.message) == [], "\(copy)")
        }
    }

    @Test("Indicators of a subject that is not scored stop the build, and alone it is printed at the year's end")
    func notScored() throws {
        var book = twoUnits()
        book.sheets["绩效指标.csv"]? += PerformanceBook.indicators("中心")
        let refusal = try #require(#expect(throws: EvaluationFaults.self) { try book.built() })
        #expect(refusal.faults.map(\.kind) == [.notScored("普查中心整体支出", scheme: "部门整体基础数据")])
        book.sheets["绩效指标.csv"] = "对象,一级指标,二级指标,指标名称\n"
        book.sheets["绩效对象.csv"] = "单位,编号,名称,类别,方案\n001002,中心,普查中心整体支出,部门整体,部门整体基础数据\n"
        let alone = try book.built().publication.performance
        #expect(alone.stage == .evaluation && alone.forms.map(\.subject) == ["中心"])
    }

    @Test("What the book does not know is blank and told, and is no zero") func unknown() throws {
        var book = PerformanceBook()
        let package = try book.built()
        let table = try #require(package.publication.performance.forms.first { !$0.base.isEmpty })
        let hint = try #require(UnansweredPerformance([package]).hints.first { $0.contains("基础数据表") })
        #expect(hint.contains("2020年决算数"))
        #expect(table.unknown.contains("政府采购金额/2021年预算数"))
        #expect(!table.base.contains { $0[1] == "2020年决算数" })
        // Budgets that are not told apart by economic code say nothing of office costs, with a code they do.
        book.sheets["预算.csv"] = book.sheets["预算.csv"]?.replacing("30101", with: "")
        let plain = try book.built().publication.performance.forms.first { !$0.base.isEmpty }
        #expect(plain?.unknown.contains("其中：办公经费/2021年预算数") == true)
        #expect(table.base.contains(["其中：办公经费", "2021年预算数", "0"]))
        // Project money that names no project has a row of its own.
        book.sheets["支出.csv"]? += "001,2021-06-01,2010508,30227,一般公共预算财政拨款,项目支出,,12345.67\n"
        let rest = try book.built().publication.performance.forms.first { !$0.base.isEmpty }
        #expect(rest?.base.contains(["未列明项目的项目支出", "2021年决算数", "1.23"]) == true, "\(rest?.base ?? [])")
    }
}
