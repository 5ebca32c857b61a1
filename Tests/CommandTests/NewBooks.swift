import ArgumentParser
import Documents
import Fiscal
import Foundation
import Ledger
import Standards
import Testing

@testable import mingzhang

struct NewBooks {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    private func run(_ arguments: [String]) throws {
        var command = try Mingzhang.parseAsRoot(arguments + ["--standards", checkout + "/Standards"])
        try command.run()
    }

    @Test("A new book loads and builds as it is, in both forms", arguments: [true, false])
    func templateBuilds(_ isFolder: Bool) throws {
        let scratch = try Scratch()
        let path = scratch.path + "/新账套"
        try run(
            ["new", path, "--year", "2021", "--region", "430400", "--department", "某某市某局"] + (isFolder ? ["--csv"] : [])
        )
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        #expect(loaded.book.units.units.map(\.name) == ["某某市某局"])
        #expect(loaded.book.facts.isEmpty && loaded.book.warnings.isEmpty)
        #expect(Set(loaded.book.sheets.map(\.name)).isSuperset(of: loaded.standards.sheets.map(\.id)))
        try run(["build", path, "-o", scratch.path + "/out", "--draft", "--only", "json"])
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/out/package.json"))
    }

    @Test("The examples of the sheets would load if they were meant")
    func examplesAreValid() throws {
        let standards = try Self.library.get().standards(region: "430000", year: FiscalYear(2021))
        var draft = BookTemplate.draft(department: "某某市某某局", year: 2021, region: "430000", standards: standards)
        for index in draft.sheets.indices {
            draft.sheets[index].rows = draft.sheets[index].rows.filter(\.isExample).map { row in
                var cells = row.cells
                cells[0] = String(cells[0].dropFirst(2))
                return RawSheet.Row(number: row.number, cells: cells)
            }
        }
        // What the examples of a sheet say must hold by itself; the budget need not equal the lines.
        let book = try draft.checked()
        #expect(!book.facts.isEmpty)
    }

    @Test("The template has a note on every column and drop-downs that a book accepts")
    func templateHelps() throws {
        let standards = try Self.library.get().standards(region: "430000", year: FiscalYear(2021))
        var choices = ChoiceSheet(units: nil, standards: standards)
        for sheet in standards.sheets {
            for column in sheet.columns {
                guard case .member(let dimension, _) = column.type,
                    let rule = choices.rule(for: column, in: sheet, standards: standards),
                    case .list(let values) = rule.rule
                else { continue }
                for value in values { #expect(standards.classification(dimension).find(value) != nil, "\(value)") }
            }
        }
        let functions = standards.classification(.function)
        #expect(functions.find("2040601 行政运行") == Code("2040601"))
        #expect(functions.find("2040601 别的名称") == nil)
        let options = try #require(choices.description())
        #expect(options.isHidden && options.cells.contains { $0.content == .text("2040601 行政运行") })
    }

    @Test("Example rows name the department, which the drop-down of units offers, and the drop-down offers no example")
    func exampleUnits() throws {
        let standards = try Self.library.get().standards(region: "430000", year: FiscalYear(2021))
        let draft = BookTemplate.draft(department: "某县某局", year: 2023, region: "430000", standards: standards)
        let lines = try #require(draft.sheet("支出"))
        #expect(lines.rows.map { lines.text("日期", in: $0) }.filter { !$0.isEmpty } == ["2023-04-02"])
        let units = try #require(draft.sheet("单位"))
        let names = units.rows.filter { !$0.isExample }.map { units.text("名称", in: $0) }
        #expect(names == ["某县某局"])
        var examples = 0
        for definition in standards.sheets {
            guard let owner = definition.owner, let sheet = draft.sheet(definition.id) else { continue }
            for row in sheet.rows {
                let text = sheet.text(owner.name, in: row)
                let name = text.hasPrefix("例：") ? String(text.dropFirst(2)) : text
                if !name.isEmpty {
                    examples += 1
                    #expect(name == "某县某局", "\(definition.id)")
                }
            }
        }
        #expect(examples > 15)
        var choices = ChoiceSheet(units: units, standards: standards)
        let spending = try #require(standards.sheets.first { $0.id == "支出" })
        let rule = choices.rule(for: try #require(spending.owner), in: spending, standards: standards)
        guard case .range(let range)? = rule?.rule else { throw CommandFault.unreadable("单位") }
        let first = try #require(units.rows.firstIndex { !$0.isExample }) + 2
        #expect(range == "=单位!$B$\(first):$B$500")
    }

    @Test("A folder with something in it is refused")
    func occupiedFolder() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "占着.txt")
        #expect(throws: ExitCode(2)) { try run(["new", scratch.path, "--year", "2021"]) }
    }

    @Test("The next year opens from the last: codes move, balances carry, reasons stay behind")
    func nextYear() throws {
        let scratch = try Scratch()
        let last = try scratch.copy("shifeng-2020", as: "shifeng-2020")
        // The item that ended in 2020 keeps 1000 yuan, so that a balance has to move too.
        try scratch.write(
            "单位,功能科目,资金性质,支出性质,年初余额\n204001,2049901,一般公共预算财政拨款,项目支出,1000.00\n", to: "shifeng-2020/结转结余.csv")
        let path = scratch.path + "/shifeng-2021"
        try run(["new", path, "--from", last])
        let opened = try LoadedBook(path: path, library: Self.library.get())
        let prior = try LoadedBook(path: last, library: Self.library.get())
        #expect(opened.book.settings.year == FiscalYear(2021))
        #expect(opened.book.settings.priorBook == "../shifeng-2020")

        let opening = opened.book.facts.filter { $0.key.concept == Concept("年初余额") && $0.key.year.number == 2021 }
        #expect(opening.map(\.key.coordinates.function) == [Code("2049999")])
        #expect(opening.map(\.value.amount) == [100_000])
        #expect(opened.book.reasons.isEmpty)
        let reasons = try #require(opened.book.sheets.first { $0.name == "原因" })
        let moved = reasons.rows.filter { reasons.text("对象", in: $0) == "2049999" }
        #expect(moved.map { reasons.text("备注上年写法", in: $0) } == ["年初没有安排，年中由财政追加"])

        // Last year's spending on the ended item is found under its successor.
        let facts = FactBase(book: opened.book, standards: opened.standards, unit: "204001")
        var key = FactKey(unit: "204001", year: FiscalYear(2020), concept: Concept("本年支出"))
        let before = FactBase(book: prior.book, standards: prior.standards, unit: "204001")
        #expect(facts.value(of: key) == before.value(of: key))
        key.coordinates.function = try #require(Code("2049999"))
        #expect(facts.value(of: key)?.amount == 4_299_307)
        let report = String(decoding: try FileBytes.read(path + "/结转说明.md"), as: UTF8.self)
        #expect(report.contains("2049901 → 2049999"))
    }

    @Test("What is carried is what was left, in sum")
    func balancesAddUp() throws {
        let example = try Example("hengyang-2021")
        let opening = YearOpening(
            last: example.loaded.book, lastStandards: example.loaded.standards, standards: example.loaded.standards)
        let carried = opening.open().changes.reduce(Int64(0)) { sum, change in
            if case .balance(_, _, let amount, _) = change { return sum + amount }
            return sum
        }
        let key = FactKey(unit: "305", year: FiscalYear(2021), concept: Concept("年末结转和结余"))
        #expect(try example.facts().value(of: key)?.amount == carried)
    }

    @Test(
        "Paths to last year's book are relative to the new one",
        arguments: [
            ("/a/b/new", "/a/b/old", "../old"), ("/a/new", "/a/b/old.xlsx", "../b/old.xlsx"), ("/a", "/a/b", "b"),
        ])
    func relativePaths(_ folder: String, _ target: String, _ expected: String) {
        #expect(RelativePath.from(folder, to: target) == expected)
    }
}
