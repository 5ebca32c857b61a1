import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Standards
import Testing

@testable import mingzhang

/// A folder for one test, removed after it.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "mingzhang-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// An example copied into the folder, so that a test may change it.
    func copy(_ example: String, as name: String) throws -> String {
        let target = path + "/" + name
        try FileManager.default.copyItem(atPath: checkout + "/Examples/" + example, toPath: target)
        try? FileManager.default.removeItem(atPath: target + "/expected")
        return target
    }

    func write(_ text: String, to name: String) throws {
        try FileBytes.write(Array(text.utf8), to: path + "/" + name)
    }
}

struct BookForms {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    /// Facts as comparable whatever file they stand in: the sheet's name alone, the row as it is.
    private func bare(_ facts: [Fact], sheetOf: (String) -> String) -> [Fact] {
        facts.map { fact in
            var copy = fact
            copy.origin.sheet = sheetOf(fact.origin.sheet)
            return copy
        }
    }

    @Test("A workbook of the same sheets is the same book", arguments: ["hengyang-2021", "shifeng-2020"])
    func workbookIsTheSameBook(_ name: String) throws {
        let scratch = try Scratch()
        let folder = try LoadedBook(path: checkout + "/Examples/" + name, library: Self.library.get())
        let text = String(decoding: try FileBytes.read(checkout + "/Examples/\(name)/账套.yaml"), as: UTF8.self)
        let settings = try Settings(yaml: text, file: "账套.yaml").entries.map { (key: $0.key, value: $0.value) }
        let draft = BookDraft(settings: settings, sheets: folder.book.sheets, standards: folder.standards)
        let path = scratch.path + "/一本账.xlsx"
        try FileBytes.write(BookWorkbook.bytes(draft), to: path)

        let workbook = try LoadedBook(path: path, library: Self.library.get()).book
        let book = folder.book
        #expect(workbook.settings == book.settings)
        #expect(workbook.units.units == book.units.units)
        #expect(workbook.reasons == book.reasons && workbook.texts == book.texts)
        #expect(workbook.projects == book.projects && workbook.attachments == book.attachments)
        #expect(workbook.facts.count == book.facts.count)
        let fromCsv = { (sheet: String) in String(sheet.dropLast(4)) }
        let fromWorkbook = { (sheet: String) in String(sheet.dropFirst("一本账.xlsx 的“".count).dropLast()) }
        #expect(bare(workbook.facts, sheetOf: fromWorkbook) == bare(book.facts, sheetOf: fromCsv))
        #expect(workbook.stated.mapValues(\.value) == book.stated.mapValues(\.value))
        #expect(bare(workbook.controls, sheetOf: fromWorkbook) == bare(book.controls, sheetOf: fromCsv))
    }

    @Test("Reasons filled in on 待填原因 are read, blank ones are not, the first of two wordings holds")
    func openReasonsAreRead() throws {
        let scratch = try Scratch()
        let path = try scratch.copy("shifeng-2020", as: "book")
        let plain = try LoadedBook(path: path, library: Self.library.get()).book
        try scratch.write(
            "单位,事项,对象,备注名称,原因\n,某事项,,某,新的原因\n,空着的,,某,\n,收支总计变动,,某,另一种写法\n",
            to: "book/待填原因.csv")
        let book = try LoadedBook(path: path, library: Self.library.get()).book
        let key = { (matter: String) in ReasonKey(unit: "204001", matter: matter, object: "") }
        #expect(book.reasons[key("某事项")] == "新的原因")
        #expect(book.reasons[key("空着的")] == nil)
        #expect(book.reasons[key("收支总计变动")] == plain.reasons[key("收支总计变动")])
        #expect(book.reasons.count == plain.reasons.count + 1)
        let told = book.warnings.map(\.message).filter { $0.contains("收支总计变动") }
        #expect(told == ["待填原因.csv 第 4 行：“收支总计变动”的原因在 原因.csv 第 2 行 已填过，写法不同；用了先填的那个。"])
    }

    @Test("待填原因.xlsx as build writes it is read back from the book's folder")
    func openReasonsAsWorkbook() throws {
        let scratch = try Scratch()
        let path = try scratch.copy("shifeng-2020", as: "book")
        try scratch.write("单位,事项,对象,原因\n", to: "book/原因.csv")
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        let package = try BuiltPackage(
            loaded, scope: BuildScope(unit: "204001", name: "", kind: .department, folder: ""))
        let reasons = ReasonSheet(loaded)
        let wanted = reasons.rows([package])
        try #require(!wanted.isEmpty)
        try FileBytes.write(reasons.bytes([package], typed: TypedReasons(path: "")), to: path + "/待填原因.xlsx")
        #expect(try LoadedBook(path: path, library: Self.library.get()).book.reasons.isEmpty)
        let workbook = try WorkbookReader.read(FileBytes.read(path + "/待填原因.xlsx"))
        let sheet = try #require(WorkbookSheets(file: "待填原因.xlsx").sheets(of: workbook).first)
        #expect(sheet.header == ReasonSheet.header)
        #expect(sheet.rows.count == wanted.count)
    }

    @Test("A folder may keep some sheets in 账套.xlsx; a sheet without a line gives way to its twin")
    func mixedFolder() throws {
        let scratch = try Scratch()
        let path = try scratch.copy("shifeng-2020", as: "book")
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        var draft = BookDraft(
            settings: [], sheets: loaded.book.sheets.filter { $0.name == "支出" }, standards: loaded.standards)
        draft.settings = [("部门", loaded.book.settings.department), ("年度", "2020"), ("地区", "430204")]
        try FileBytes.write(BookWorkbook.bytes(draft), to: path + "/账套.xlsx")
        try FileManager.default.removeItem(atPath: path + "/账套.yaml")
        try scratch.write("单位,功能科目,资金性质,支出性质,金额\n例：001,2040601,,,\n", to: "book/支出.csv")
        let mixed = try LoadedBook(path: path, library: Self.library.get()).book
        #expect(mixed.facts.map(\.value) == loaded.book.facts.map(\.value))
    }
}
