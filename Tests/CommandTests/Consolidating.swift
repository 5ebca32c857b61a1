import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Paper
import Standards
import Statements
import Testing

@testable import mingzhang

struct Consolidating {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    private func run(_ arguments: [String]) throws {
        var command = try Mingzhang.parseAsRoot(arguments + ["--standards", checkout + "/Standards"])
        try command.run()
    }

    /// The rows of one unit of an example as a book of that unit alone.
    private func split(_ book: Book, unit: Ledger.Unit, standards: Standards, to folder: String) throws {
        // Indicators are their subject's, whose unit that sheet tells.
        let subjects = Set(book.evaluation.subjects.filter { $0.unit == unit.code }.map(\.code))
        let sheets = book.sheets.filter { $0.name != "上年数" }.map { sheet in
            var own = sheet
            own.rows = sheet.rows.filter { row in
                if sheet.name == "单位" { return sheet.text("编码", in: row) == unit.code }
                guard sheet.header.contains("单位") else { return subjects.contains(sheet.text("对象", in: row)) }
                return book.units.find(sheet.text("单位", in: row)) == unit.code
            }
            if sheet.name == "单位", let place = sheet.header.firstIndex(of: "上级编码") {
                for index in own.rows.indices { own.rows[index].cells[place] = "" }
            }
            return own
        }
        let settings = [("部门", unit.name), ("年度", "2021"), ("地区", "430400"), ("公开类型", "单位决算")]
        let draft = BookDraft(settings: settings, sheets: sheets, standards: standards)
        try BookWriter.write(draft.folderFiles(), to: folder)
    }

    private func cells(_ loaded: LoadedBook) throws -> [String] {
        let root = try #require(loaded.book.units.root)
        let facts = FactBase(book: loaded.book, standards: loaded.standards, unit: root.code)
        let style = PrintStyle(zero: .blank, noun: "部门", unitName: root.name, year: 2021)
        return loaded.standards.orderedForms.flatMap { form, number in
            TableBuilder.table(form, number: number, facts: facts, style: style).grid.matrix.map { row in
                row.map { $0?.text ?? "" }.joined(separator: "|")
            }
        }
    }

    @Test(
        "A department put together from its units' books has exactly the department's figures",
        arguments: ["", ".xlsx"])
    func sameFigures(_ suffix: String) throws {
        let scratch = try Scratch()
        let whole = try Example("hengyang-2021").loaded
        let units = whole.book.units.units.filter { !$0.parent.isEmpty }
        for unit in units {
            try split(whole.book, unit: unit, standards: whole.standards, to: scratch.path + "/" + unit.code)
        }
        let output = scratch.path + "/部门" + suffix
        try run(
            ["consolidate"] + units.map { scratch.path + "/" + $0.code }
                + ["-o", output, "--department", "衡阳市司法局", "--code", "305"])
        let joined = try LoadedBook(path: output, library: Self.library.get())
        #expect(joined.book.units.root?.code == "305")
        #expect(joined.book.units.units.count == whole.book.units.units.count)
        #expect(joined.book.facts.count == whole.book.facts.count)
        #expect(try cells(joined) == cells(whole))
        let expenses = try #require(joined.book.sheets.first { $0.name == "支出" })
        let source = try expenses.text("备注来源", in: #require(expenses.rows.first))
        #expect(source == "305001 支出.csv 第 2 行")
    }

    private func unitBook(_ code: String, _ name: String, _ sheets: [String: String], in scratch: Scratch) throws
        -> String
    {
        let folder = scratch.path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var files = sheets
        files["账套.yaml"] = "部门: \(name)\n年度: 2021\n地区: \"430400\"\n"
        files["单位.csv"] = "编码,名称,单位性质\n\(code),\(name),行政单位\n"
        for name in ["收入", "支出"] where files[name + ".csv"] == nil { files[name + ".csv"] = Self.headers[name] }
        for (file, text) in files { try scratch.write(text, to: name + "/" + file) }
        return folder
    }

    private static let headers = [
        "收入": "单位,功能科目,资金性质,对方单位,金额\n",
        "支出": "单位,功能科目,经济科目,资金性质,支出性质,对方单位,金额\n",
    ]

    private func transferBook(_ scratch: Scratch, received: String) throws -> LoadedBook {
        let a = try unitBook(
            "001", "甲单位",
            [
                "支出.csv": Self.headers["支出", default: ""]
                    + "001,2040601,,其他收入,对附属单位补助支出,乙单位,500.00\n001,2040601,30201,其他收入,基本支出,乙单位,70.00\n"
            ],
            in: scratch)
        let b = try unitBook(
            "002", "乙单位",
            [
                "收入.csv": Self.headers["收入", default: ""]
                    + "002,2040601,上级补助收入,甲单位,\(received)\n002,2040601,其他收入,甲单位,70.00\n"
            ],
            in: scratch)
        let output = scratch.path + "/部门"
        try run(["consolidate", a, b, "-o", output, "--department", "某局"])
        return try LoadedBook(path: output, library: Self.library.get())
    }

    @Test("Transfers between units are left out of the department, and only those")
    func elimination() throws {
        let loaded = try transferBook(Scratch(), received: "500.00")
        let root = try #require(loaded.book.units.root).code
        func value(_ unit: String, _ concept: String) -> Int64? {
            FactBase(book: loaded.book, standards: loaded.standards, unit: unit)
                .value(of: FactKey(unit: unit, year: FiscalYear(2021), concept: Concept(concept)))?.amount
        }
        #expect(value("001", "本年支出") == 57_000 && value("002", "本年收入") == 57_000)
        #expect(value(root, "本年支出") == 7_000 && value(root, "本年收入") == 7_000)
        let told = loaded.book.warnings.map(\.message)
        #expect(told.count { $0.contains("不是内部往来") } == 2)
        // 甲单位 gives away what it never got.
        #expect(told.filter { !$0.contains("不是内部往来") }.allSatisfy { $0.contains("甲单位的非财政拨款年末结转和结余") })
        #expect(told.count == 3)
        #expect(UnitTotals(book: loaded.book, standards: loaded.standards).faults().isEmpty)
    }

    @Test("A transfer that only one side has, or in another amount, is told with both rows")
    func gaps() throws {
        let loaded = try transferBook(Scratch(), received: "480.00")
        let gap = try #require(loaded.book.warnings.map(\.message).first { $0.contains("两边对不上") })
        #expect(
            gap == "支出.csv 第 2 行：内部往来“补助”两边对不上：甲单位 记支出 500.00 元（支出.csv 第 2 行），"
                + "乙单位 记收入 480.00 元（收入.csv 第 2 行）。请两家核对后改成一致。")
    }

    @Test("A unit that has more than its department by what is stated is told")
    func unitExceedsDepartment() throws {
        let scratch = try Scratch()
        let a = try unitBook("001", "甲单位", ["其他数.csv": "单位,指标,阶段,数值\n,机关运行经费,年初预算,900.00\n"], in: scratch)
        let b = try unitBook("002", "乙单位", [:], in: scratch)
        let output = scratch.path + "/部门"
        try run(["consolidate", a, b, "-o", output, "--department", "某局", "--code", "9"])
        let path = "部门/其他数.csv"
        let text = String(decoding: try FileBytes.read(scratch.path + "/" + path), as: UTF8.self)
        let columns = try #require(text.split(separator: "\n").first).split(
            separator: ",", omittingEmptySubsequences: false)
        let amount = try #require(columns.firstIndex(of: "数值"))
        var row = [String](repeating: "", count: columns.count)
        (row[0], row[1], row[2], row[amount]) = ("9", "机关运行经费", "年初预算", "800.00")
        try scratch.write(text + row.joined(separator: ",") + "\n", to: path)
        let loaded = try LoadedBook(path: output, library: Self.library.get())
        let told = UnitTotals(book: loaded.book, standards: loaded.standards).faults().map(\.message)
        #expect(told == ["其他数.csv 第 3 行：甲单位 的2021 年度年初预算机关运行经费为 900.00 元，超过了部门合计 800.00 元。"])
    }

    @Test("A unit called like its department is told apart as its 本级; one book alone stays as it is")
    func sameName() throws {
        let scratch = try Scratch()
        let a = try unitBook("001", "某局", [:], in: scratch)
        let income = Self.headers["收入", default: ""] + "002,2040601,上级补助收入,某局,5.00\n"
        let b = try unitBook("002", "乙单位", ["收入.csv": income], in: scratch)
        try run(["consolidate", a, b, "-o", scratch.path + "/x", "--department", "某局", "--code", "9"])
        let joined = try LoadedBook(path: scratch.path + "/x", library: Self.library.get()).book
        #expect(joined.units.units.map(\.name) == ["某局", "某局本级", "乙单位"])
        #expect(joined.facts.map(\.counterparty) == ["001"])
        try run(["consolidate", scratch.path + "/x", "-o", scratch.path + "/y"])
        let again = try LoadedBook(path: scratch.path + "/y", library: Self.library.get()).book
        #expect(again.units.units == joined.units.units)
    }

    @Test("Books of other years, or with the same unit, are refused")
    func refused() throws {
        let scratch = try Scratch()
        let a = try unitBook("001", "甲单位", [:], in: scratch)
        let b = try unitBook("001", "乙单位", [:], in: scratch)
        #expect(throws: ExitCode(3)) {
            try run(["consolidate", a, b, "-o", scratch.path + "/x", "--department", "某局"])
        }
        let c = try unitBook("003", "丙单位", [:], in: scratch)
        #expect(throws: ExitCode(2)) { try run(["consolidate", a, c, "-o", scratch.path + "/x"]) }
        try scratch.write("部门: 丙单位\n年度: 2020\n地区: \"430400\"\n", to: "丙单位/账套.yaml")
        #expect(throws: ExitCode(3)) {
            try run(["consolidate", a, c, "-o", scratch.path + "/x", "--department", "某局"])
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x"))
    }
}
