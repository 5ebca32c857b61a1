import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Testing

@testable import Statements
@testable import mingzhang

/// What a build checks of its own package, and what it says of it.
struct SelfChecks {
    /// The gallery's small book with some sheets changed.
    private func package(
        _ sheets: [String: String] = [:], settings: String? = nil, unit: String? = nil
    ) throws -> BuiltPackage {
        let scratch = try Scratch()
        let base = checkout + "/Tests/Errors/base"
        for name in try FileManager.default.contentsOfDirectory(atPath: base) {
            let text = sheets[name] ?? (name == "账套.yaml" ? settings : nil)
            let bytes = try text.map { Array($0.utf8) } ?? FileBytes.read(base + "/" + name)
            try FileBytes.write(bytes, to: scratch.path + "/" + name)
        }
        for (name, text) in sheets { try FileBytes.write(Array(text.utf8), to: scratch.path + "/" + name) }
        let library = try StandardsFolder.load(checkout + "/Standards")
        let loaded = try LoadedBook(path: scratch.path, library: library)
        let root = try #require(loaded.book.units.root)
        let scope = BuildScope(unit: unit ?? root.code, name: root.name, kind: .department, folder: "")
        return try BuiltPackage(loaded, scope: scope)
    }

    private static let lines = """
        单位,功能科目,经济科目,资金性质,支出性质,金额
        001001,2040601,30101,一般公共预算财政拨款,基本支出,600000.00
        001001,2040602,30201,一般公共预算财政拨款,项目支出,100000.00
        001001,2080505,30108,一般公共预算财政拨款,基本支出,30000.00
        """

    @Test("The real papers' books print forms that add up", arguments: ["hengyang-2021", "shifeng-2020"])
    func examples(_ name: String) throws {
        let example = try Example(name)
        let root = try #require(example.loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        let check = try BuiltPackage(example.loaded, scope: scope).check
        #expect(check.isClean && check.gaps.isEmpty)
        #expect(check.cells == check.readBack && check.cells > 300)
        #expect(check.sums > 150 && check.figures > 30 && check.figuresInForms > 10)
        let adjusted = try BuiltPackage(example.loaded, scope: scope, rounding: .adjusted).check
        #expect(adjusted.isClean)
    }

    @Test("A printed total that its parts do not add up to is named with form, row, column, figure and sum")
    func gap() throws {
        let package = try package(["支出.csv": Self.lines])
        #expect(package.check.isClean)
        var tables = package.publication.tables
        let place = try #require(tables.firstIndex { $0.form.id == "T05" })
        let table = tables[place]
        let spot = try #require(
            table.figures.first { $0.value.coordinates.function == Code("20406") && $0.value.coordinates.kind.isAll }?
                .key)
        var grid = table.grid
        let index = try #require(grid.rows[spot.row].firstIndex { $0.column == spot.column })
        let wrong = PrintedNumber(mantissa: 7_100, decimals: 2)
        grid.rows[spot.row][index].number = wrong
        grid.rows[spot.row][index].text = wrong.text(grouping: true)
        tables[place] = Table(
            form: table.form, number: table.number, grid: grid, figures: table.figures, isEmpty: false, notes: [])
        let (standards, unit) = (package.facts.standards, package.facts.unit)
        let readings = tables.map { TableReader.read($0.grid, as: $0.form, standards: standards, unit: unit) }
        let (_, gaps) = PrintedSums.check(tables, read: readings, standards: standards)
        let own = gaps.filter { $0.form.hasPrefix("公开05表") && $0.row.contains("20406") }
        #expect(own.count == 1 || own.count == 2)
        #expect(own.allSatisfy { $0.printed == "71.00" && $0.sum == "70.00" && $0.column == "本年支出/小计" })
        let said = Remark.printedGap(unit: "", try #require(own.first)).message
        #expect(said.contains("71.00") && said.contains("70.00"))
    }

    @Test("Where an item may not be shown, its 款 stands in the tables and in the sentences without any item")
    func withheld() throws {
        let package = try package([
            "支出.csv": Self.lines, "不予公开.csv": "功能科目,处理,说明\n2040602,并入款,涉密\n",
        ])
        #expect(package.check.isClean, "\(package.check.gaps)")
        let functions = Set(
            package.publication.tables.first { $0.form.id == "T05" }?.figures.values.map(\.coordinates.function.text)
                ?? [])
        #expect(functions.contains("20406") && !functions.contains("2040601") && !functions.contains("2040602"))
        let sentences = package.publication.narration.sentences.map(\.text)
        #expect(sentences.contains { $0.hasSuffix("公共安全支出（类）司法（款）。") })
        #expect(sentences.contains("支出决算为70.00万元。") && sentences.contains("支出决算为3.00万元。"))
        #expect(sentences.contains { $0.hasSuffix("机关事业单位基本养老保险缴费支出（项）。") })
        #expect(!sentences.contains { $0.contains("行政运行") })
    }

    @Test("A place without a layout of its own is told so, in the checklist and in package.json")
    func layout() throws {
        let settings = "格式: 1\n部门: 某局\n年度: 2023\n地区: \"530100\"\n公开类型: 部门决算\n"
        let package = try package(settings: settings)
        let profile = package.facts.standards.profile
        #expect(profile.isBorrowed && profile.region == "cn")
        let checklist = Checklist.paper(package.publication, facts: package.facts, check: package.check)
        let cells = checklist.blocks.flatMap { block -> [String] in
            if case .grid(let grid) = block { return grid.rows.flatMap { $0.map(\.text) } }
            return []
        }
        #expect(cells.contains { $0.contains("没有 530100 地区 2023 年度自己的版式") && $0.contains(profile.id) })
        #expect(cells.contains { $0.contains("20 日内，预算法，待核") })
        #expect(!cells.contains { $0.contains("第十四条") })
        let json = PackageJson(
            package.publication, book: package.facts.book, standards: package.facts.standards, check: package.check)
        let text = String(decoding: json.bytes(), as: UTF8.self)
        #expect(text.contains("\"isBorrowed\" : true") && text.contains("\"label\" : \"行政运行\""))
        #expect(text.contains("\"code\" : \"2040601\""))
    }

    @Test("An attachment goes with its unit's package only")
    func attachments() throws {
        let sheets = ["附件.csv": "单位,名称,文件\n,部门自评报告,a.docx\n001001,本级自评报告,b.docx\n"]
        #expect(try package(sheets).facts.attachments.map(\.name) == ["部门自评报告"])
        #expect(try package(sheets, unit: "001001").facts.attachments.map(\.name) == ["本级自评报告"])
    }
}
