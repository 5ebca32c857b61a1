import Foundation
import Ledger
import Testing

@testable import mingzhang

/// The files that the sheet 附件 names.
struct Attachments {
    private func run(_ arguments: [String]) async -> (code: Int32, said: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(arguments + ["--standards", checkout + "/Standards"])
        }
        return (code, console.text)
    }

    private func book(_ scratch: Scratch, _ rows: String) throws -> String {
        let book = try scratch.copy("hengyang-2021", as: "账套")
        try ("单位,名称,文件\n" + rows).write(toFile: book + "/附件.csv", atomically: true, encoding: .utf8)
        return book
    }

    @Test("A file that lies in the book is copied beside the package, by number and title, and listed by its title")
    func copied() async throws {
        let scratch = try Scratch()
        let book = try book(scratch, ",部门自评/报告,附件/绩效自评情况.txt\n,第二份,./附件/绩效自评情况.txt\n")
        let output = scratch.path + "/公开"
        #expect(await run(["build", book, "-o", output, "--only", "json,html"]).code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: output).filter { $0.hasPrefix("附件") }.sorted()
        #expect(names == ["附件1 部门自评 报告.txt", "附件2 第二份.txt"])
        for name in names {
            #expect(try FileBytes.read(output + "/" + name) == FileBytes.read(book + "/附件/绩效自评情况.txt"))
        }
        let html = try String(contentsOfFile: output + "/衡阳市司法局2021年度部门决算.html", encoding: .utf8)
        #expect(html.contains("附件1：部门自评/报告<") && !html.contains("绩效自评情况.txt"))
        let json = try String(contentsOfFile: output + "/package.json", encoding: .utf8)
        #expect(json.contains("\"file\" : \"附件2 第二份.txt\""))
    }

    @Test(
        "A file that is not in the book is told and not copied, whatever way it is named",
        arguments: ["附件/没有.docx", "附件", "../外面.txt", "/etc/hostname", "附件/链接.txt"])
    func notThere(_ file: String) async throws {
        let scratch = try Scratch()
        let book = try book(scratch, ",报告,\(file)\n")
        try "外面".write(toFile: scratch.path + "/外面.txt", atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: book + "/附件/链接.txt", withDestinationPath: scratch.path + "/外面.txt")
        let output = scratch.path + "/公开"
        let told = await run(["build", book, "-o", output, "--only", "json"])
        #expect(
            told.code == 0 && told.said.contains("附件.csv 第 2 行 “文件”栏") && told.said.contains("没有附上"), "\(told.said)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: output).sorted() == ["package.json", "公开前核对单.docx"])
    }

    @Test("Words that speak of an attachment are told where none is listed")
    func mentioned() async throws {
        let scratch = try Scratch()
        let book = try book(scratch, "")
        // Forms and reports of performance would be attachments.
        for name in try FileManager.default.contentsOfDirectory(atPath: book) where name.hasPrefix("绩效") {
            try FileManager.default.removeItem(atPath: book + "/" + name)
        }
        let told = await run(["build", book, "-o", scratch.path + "/公开", "--only", "json"])
        #expect(told.code == 0 && told.said.contains("见附件…”说有附件"), "\(told.said)")
        let whole = await run([
            "build", checkout + "/Examples/hengyang-2021", "-o", scratch.path + "/全", "--only", "json",
        ])
        #expect(whole.code == 0 && !whole.said.contains("说有附件"))
    }
}
