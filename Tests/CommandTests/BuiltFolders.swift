import Foundation
import Publication
import Testing

@testable import mingzhang

/// `check` of a folder that `build` wrote: what is published is checked, what is written for its maker is not.
struct BuiltFolders {
    private func run(_ words: [String]) async -> (code: Int32, output: String, errors: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(words + ["--standards", checkout + "/Standards"])
        }
        return (code, console.output, console.text)
    }

    /// A package with an attachment of words, without a PDF: that takes a worker.
    private func built(_ scratch: Scratch) async -> String {
        let folder = scratch.path + "/公开"
        let said = await run([
            "build", checkout + "/Examples/hengyang-2021", "-o", folder, "--only", "docx,xlsx,html",
        ])
        #expect(said.code == 0, "\(said.output)\(said.errors)")
        return folder
    }

    @Test func checked() async throws {
        let scratch = try Scratch()
        let folder = await built(scratch)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.contains("公开前核对单.docx") && names.contains { $0.hasPrefix("附件1") })
        let said = await run(["check", folder])
        #expect(said.code == 0 && said.errors.isEmpty, "\(said.output)\(said.errors)")
        #expect(said.output.contains("“公开前核对单”，不是公开的材料，没有核对。"))
        #expect(said.output.contains("共 4 份（5 个文件）：未见问题 3 份，不是公开材料 1 份。"))
        // Nothing is listed of what has no forms.
        #expect(!said.output.contains("没有找到的表"))
    }

    @Test("Alone it is not called checked", arguments: ["公开前核对单.docx", "附件1 2021年度部门整体支出绩效自评情况.txt"])
    func alone(_ name: String) async throws {
        let scratch = try Scratch()
        let folder = await built(scratch)
        #expect(await run(["check", folder + "/" + name]).code == 3)
    }

    @Test func sheetOfReasons() async throws {
        let scratch = try Scratch()
        let book = try scratch.copy("hengyang-2021", as: "账套")
        let sheet = String(decoding: try FileBytes.read(book + "/原因.csv"), as: UTF8.self)
        try scratch.write(String(sheet.prefix { $0 != "\n" && $0 != "\r\n" }) + "\n", to: "账套/原因.csv")
        let folder = scratch.path + "/样稿"
        for draft in [[], ["--draft"]] { _ = await run(["build", book, "-o", folder, "--only", "docx"] + draft) }
        #expect(FileManager.default.fileExists(atPath: folder + "/" + ReasonSheet.fileName))
        let said = await run(["check", folder])
        #expect(said.output.contains("“待填原因”，不是公开的材料，没有核对。") && said.code != 3, "\(said.output)")
    }
}
