import Documents
import Foundation
import Ledger
import Standards
import Testing

@testable import mingzhang

/// What a person meets who tries the program from its README: names, forms, places and years as they come to mind.
struct FirstSteps {
    private static let example = checkout + "/Examples/hengyang-2021"

    private func run(_ arguments: [String]) async -> (code: Int32, said: String, printed: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(arguments + ["--standards", checkout + "/Standards"])
        }
        return (code, console.text, console.output)
    }

    @Test("A name that many codes bear lists them all")
    func sharedName() async {
        let shown = await run(["standards", "show", "行政运行"])
        #expect(shown.code == 0)
        #expect(shown.printed.contains("2010101") && shown.printed.contains("2040601"))
    }

    @Test("Every figure of the help's own examples is found", arguments: ["T01 27", "T05 204 基本支出", "公开05 合计 小计"])
    func traceExamples(_ figure: String) async {
        let joined = await run(["trace", Self.example, figure])
        #expect(joined.code == 0, "\(joined.said)")
        let apart = await run(["trace", Self.example] + figure.split(separator: " ").map(String.init))
        #expect(apart.printed == joined.printed)
    }

    @Test("Of several figures each is told with words that find it")
    func traceSeveral() async throws {
        let vague = await run(["trace", Self.example, "T05 小计"])
        #expect(vague.code == 2 && !vague.said.contains("找不到"))
        let spellings = vague.said.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }.map {
            String($0.element)
        }
        #expect(spellings.count > 1)
        for spelling in spellings {
            let found = await run(["trace", Self.example, spelling])
            #expect(found.code == 0, "\(spelling): \(found.said)")
        }
    }

    @Test("A wrong year or region is told before any file of the standards is blamed")
    func places() async throws {
        let scratch = try Scratch()
        for (more, word) in [(["--year", "23"], "年度 23"), (["--year", "2021", "--region", "4300"], "“4300”")] {
            let told = await run(["new", scratch.path + "/账套"] + more)
            #expect(told.code == 2 && told.said.contains(word) && !told.said.contains("yaml"), "\(told.said)")
        }
        let borrowed = await run(["new", scratch.path + "/账套", "--year", "2021", "--region", "510100"])
        #expect(borrowed.code == 0 && borrowed.printed.contains("没有自己的版式"))
        let own = await run(["new", scratch.path + "/账套二", "--year", "2021", "--region", "430400"])
        #expect(own.code == 0 && !own.printed.contains("没有自己的版式"))
    }

    @Test("Every fault is one JSON object on standard output where JSON is asked for", arguments: ErrorCase.all)
    func json(_ example: ErrorCase) async throws {
        guard try example.settings()["命令"].map({ !$0.contains("--lang") }) ?? true else { return }
        let plain = try await example.run()
        let asked = try await example.run(["--format", "json"])
        #expect(asked.code == plain.code)
        guard asked.code != 0 else { return }
        let object = try JSONSerialization.jsonObject(with: Data(asked.printed.utf8)) as? [String: Any]
        // These print their own object, with what they found in it, whatever they end with.
        let command = try example.settings()["命令"] ?? ""
        guard !["check ", "score ", "monitor "].contains(where: command.hasPrefix) else {
            #expect(object?.isEmpty == false)
            return
        }
        #expect(asked.said == plain.said)
        let keys = try #require(object).keys
        #expect(keys.count == 1 && (keys.contains("error") || keys.contains("faults")))
    }

    @Test("A mistyped option is told as JSON too")
    func jsonUsage() async {
        let told = await run(["build", "账套", "--format", "json", "--nothing"])
        #expect(told.code == 2 && told.printed.contains("\"kind\" : \"usage\""))
        let two = await run(["standards", "list", "甲", "乙"])
        #expect(two.said.contains("多出 2 个参数"), "\(two.said)")
    }

    @Test(
        "Reasons typed into a sheet are carried over when it is written anew, and the sheet goes when nothing is asked")
    func typedReasons() async throws {
        let scratch = try Scratch()
        let (book, output) = (scratch.path + "/账套", scratch.path + "/公开")
        try FileManager.default.copyItem(atPath: Self.example, toPath: book)
        let path = output + "/" + ReasonSheet.fileName
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        let reasons = try String(contentsOfFile: book + "/原因.csv", encoding: .utf8)
        let header = reasons.prefix { !$0.isNewline } + "\n"
        try header.write(toFile: book + "/原因.csv", atomically: true, encoding: .utf8)
        #expect(await run(["build", book, "-o", output, "--only", "json"]).code == 1)
        var rows = try sheet(path)
        #expect(!rows.isEmpty && rows.allSatisfy { ($0.last ?? "").isEmpty })
        rows[0][rows[0].count - 1] = "填好的原因"
        rows.append(["某所", "别的事项", "", "", "", "", "不再要的原因"])
        try write(rows, to: path)
        #expect(await run(["build", book, "-o", output, "--only", "json"]).code == 1)
        #expect(try sheet(path).compactMap(\.last).filter { !$0.isEmpty } == ["填好的原因", "不再要的原因"])

        try reasons.write(toFile: book + "/原因.csv", atomically: true, encoding: .utf8)
        let done = await run(["build", book, "-o", output, "--only", "json"])
        #expect(done.code == 0 && done.said.contains(ReasonSheet.fileName), "\(done.said)")
        #expect(FileManager.default.fileExists(atPath: path))
        try write(rows.map { $0.dropLast() + [""] }, to: path)
        #expect(await run(["build", book, "-o", output, "--only", "json"]).code == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A figure's name in another order and an item of another group are told from what the sheet has")
    func suggestions() async throws {
        let scratch = try Scratch()
        let book = scratch.path + "/账套"
        try FileManager.default.copyItem(atPath: Self.example, toPath: book)
        try "单位,类别,数量\n衡阳市司法局本级,轿车,2\n".write(toFile: book + "/资产.csv", atomically: true, encoding: .utf8)
        try "指标,数值\n总收入,2.00\n".write(toFile: book + "/上年数.csv", atomically: true, encoding: .utf8)
        let told = await run(["build", book, "-o", scratch.path + "/公开"])
        #expect(told.code == 3 && told.said.contains("收入总计") && told.said.contains("用车"), "\(told.said)")
        #expect(!told.said.contains("政府采购"), "\(told.said)")
        #expect(told.said.hasPrefix("资产.csv"), "\(told.said)")
    }

    @Test(
        "Counts that are not given where money was spent are asked for, not printed as 0; what is not compared is told")
    func absentCounts() async throws {
        let scratch = try Scratch()
        let book = scratch.path + "/账套"
        try FileManager.default.copyItem(atPath: Self.example, toPath: book)
        for name in ["三公", "预算", "上年数"] { try FileManager.default.removeItem(atPath: book + "/\(name).csv") }
        let final = await run(["build", book, "-o", scratch.path + "/公开", "--only", "json"])
        #expect(final.code == 1 && final.said.contains("“三公”表的“批次”栏") && final.said.contains("“三公”表的“保有量”栏"))
        // Nothing was spent on travel abroad, so nobody travelled.
        #expect(!final.said.contains("“三公”表的“团组数”栏"), "\(final.said)")
        let draft = await run(["build", book, "-o", scratch.path + "/样稿", "--only", "json", "--draft"])
        #expect(draft.code == 0 && draft.said.contains("没有填全年预算") && draft.said.contains("没有填上年数"))
        let whole = await run(["build", Self.example, "-o", scratch.path + "/全", "--only", "json"])
        #expect(whole.code == 0 && !whole.said.contains("没有填上年数"), "\(whole.said)")
    }

    private func sheet(_ path: String) throws -> [[String]] {
        let workbook = try WorkbookReader.read(FileBytes.read(path), limits: .standard)
        let sheet = try #require(try WorkbookSheets(file: "").sheets(of: workbook).first)
        return sheet.rows.map { row in ReasonSheet.header.map { sheet.text($0, in: row) } }
    }

    private func write(_ rows: [[String]], to path: String) throws {
        var sheet = SheetDescription(name: BookReader.openReasons)
        for (index, cells) in ([ReasonSheet.header] + rows).enumerated() {
            for (place, cell) in cells.enumerated() {
                sheet.cells.append(
                    CellDescription(CellAddress(row: index + 1, column: place + 1), .text(cell), look: Looks.text))
            }
        }
        try FileBytes.write(
            WorkbookWriter.write(WorkbookDescription(title: BookReader.openReasons, sheets: [sheet])), to: path)
    }
}
