import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards
import Statements
import Testing

@testable import mingzhang

/// What a final build refuses, and what it says loudly of what it prints all the same.
struct Refusals {
    private func run(_ arguments: [String], standards: String = checkout + "/Standards") async -> (
        code: Int32, said: String, printed: String
    ) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(arguments + ["--standards", standards])
        }
        return (code, console.text, console.output)
    }

    /// Standards whose overall form has no row for a class that is spent on, and that let such lines through.
    private func gappedStandards(_ scratch: Scratch) throws -> String {
        let folder = scratch.path + "/标准"
        try FileManager.default.copyItem(atPath: checkout + "/Standards", toPath: folder)
        func edit(_ file: String, _ isDropped: (Substring) -> Bool) throws {
            let text = try String(contentsOfFile: folder + file, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let kept = lines.filter { !isDropped($0) }
            #expect(kept.count == lines.count - 1, "\(file)")
            try kept.joined(separator: "\n").write(toFile: folder + file, atomically: true, encoding: .utf8)
        }
        try edit("/cn/sheets/支出.yaml") { $0.contains("列于: 收支总表") }
        try edit("/cn/class-lines.csv") { $0.contains(",210,") }
        return folder
    }

    @Test("Forms that do not add up as printed stop a final build: exit code 1, nothing written; a draft tells them")
    func printedGap() async throws {
        let scratch = try Scratch()
        let standards = try gappedStandards(scratch)
        let (book, output) = (checkout + "/Examples/hengyang-2021", scratch.path + "/公开")
        let told = await run(["build", book, "-o", output], standards: standards)
        #expect(told.code == 1 && told.said.contains("合计不符：公开01表"), "\(told.said)")
        #expect(told.said.contains("没有写出任何文件"))
        #expect(
            !FileManager.default.fileExists(atPath: output) && !FileManager.default.fileExists(atPath: output + ".part")
        )
        let draft = await run(["build", book, "-o", output, "--draft", "--only", "json"], standards: standards)
        #expect(draft.code == 0 && draft.said.contains("合计不符：公开01表"))
        #expect(FileManager.default.fileExists(atPath: output + "/package.json"))
        let whole = await run(["build", book, "-o", scratch.path + "/全", "--only", "json"])
        #expect(whole.code == 0 && !whole.said.contains("合计不符"))
    }

    private func checklist(_ package: BuiltPackage) -> (rows: [[String]], below: [String]) {
        let paper = Checklist.paper(package.publication, facts: package.facts, check: package.check)
        var (rows, below): ([[String]], [String]) = ([], [])
        for block in paper.blocks {
            if case .grid(let grid) = block { rows = grid.rows.map { $0.map(\.text) } }
            if case .paragraph(let paragraph) = block, !rows.isEmpty { below.append(paragraph.text) }
        }
        return (rows, below)
    }

    @Test("An item without a definition is named by the build and by the checklist, in the same words")
    func undefined() async throws {
        let scratch = try Scratch()
        let book = try scratch.copy("hengyang-2021", as: "账套")
        let path = book + "/支出.csv"
        let loaded = try LoadedBook(path: book, library: StandardsFolder.load(checkout + "/Standards"))
        let functions = loaded.standards.classification(.function)
        let classes = Set(loaded.standards.classLines.map(\.code))
        let item = try #require(
            functions.ordered.first { code in
                functions.members[code]?.level == 3 && functions.members[code]?.fund == ""
                    && functions.ancestor(of: code, level: 1).map { classes.contains($0) } ?? false
                    && loaded.standards.definitions.functions[code] == nil
            })
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map(
            String.init)
        let header = lines[0].replacing("\u{FEFF}", with: "").split(separator: ",", omittingEmptySubsequences: false)
        let values = [
            "单位": "衡阳市司法局本级", "功能科目": item.text, "经济科目": "30201", "资金性质": "其他收入", "支出性质": "项目支出", "金额": "100.00",
        ]
        lines.append(header.map { values[String($0)] ?? "" }.joined(separator: ","))
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let told = await run(["build", book, "-o", scratch.path + "/公开", "--only", "json", "--draft"])
        let name = "\(item.text) \(functions.name(item))"
        #expect(told.code == 0 && told.said.contains("注意：名词解释里有 1 项科目没有释义"), "\(told.said)")
        #expect(told.said.contains(name) && told.said.contains("请补"))
        let changed = try LoadedBook(path: book, library: StandardsFolder.load(checkout + "/Standards"))
        let root = try #require(changed.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        let row = try #require(checklist(try BuiltPackage(changed, scope: scope)).rows.first { $0[0] == "待补释义的科目" })
        #expect(row[1] == name && row[2] == "请补")
    }

    @Test("The checklist leaves nothing out: a long list stands whole below the table")
    func longLists() throws {
        let example = try Example("hengyang-2021")
        let root = try #require(example.loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        let package = try BuiltPackage(example.loaded, scope: scope)
        let items = package.publication.unconfirmed
        #expect(items.count > 8)
        let (rows, below) = checklist(package)
        let row = try #require(rows.first { $0[0] == "未经公开文本核实的编码、释义" })
        #expect(row[1].hasPrefix("共 \(items.count) 项，全部列在表后：") && row[1].hasSuffix("另有 \(items.count - 8) 项"))
        for (index, item) in items.enumerated() { #expect(below.contains("\(index + 1)．\(item)")) }
        #expect(!rows.joined().contains { $0.contains("……") } && !below.contains { $0.contains("……") })
    }
}
