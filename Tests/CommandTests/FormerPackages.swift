import Foundation
import Ledger
import Publication
import Testing

@testable import mingzhang

/// What `build` does with what an earlier one left in the same folder.
struct FormerPackages {
    private let scratch: Scratch
    private let folder: String

    init() throws {
        scratch = try Scratch()
        folder = scratch.path + "/公开"
        try FileManager.default.createDirectory(atPath: folder + "/子", withIntermediateDirectories: true)
    }

    private func build(_ words: [String]) async -> (code: Int32, errors: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(
                ["build", checkout + "/Examples/hengyang-2021", "-o", folder] + words
                    + ["--standards", checkout + "/Standards"])
        }
        return (code, console.text)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }

    private func listed() throws -> [String] {
        struct List: Decodable {
            struct File: Decodable { let name: String }
            let files: [File]
        }
        let data = Data(try FileBytes.read(folder + "/package.json"))
        return try JSONDecoder().decode(List.self, from: data).files.map(\.name)
    }

    private func accounts() async throws -> [String] {
        let said = await build(["--only", "docx,html,json"])
        #expect(said.code == 0, "\(said.errors)")
        return try names.filter { $0.contains("部门决算") || $0.hasPrefix("附件") }
    }

    @Test("Another part takes the first one's documents away, and says so") func anotherPart() async throws {
        let old = try await accounts()
        #expect(old.count == 3)
        #expect(try Set(listed()) == Set(old + ["公开前核对单.docx"]))
        try scratch.write("别人的", to: "公开/说明.docx")
        let said = await build(["--part", "performance", "--only", "docx,json"])
        #expect(said.code == 0)
        let now = try names
        #expect(Set(old).isDisjoint(with: now) && now.contains("说明.docx") && now.contains("公开前核对单.docx"))
        for name in old { #expect(said.errors.contains("“\(name)”"), "\(said.errors)") }
        #expect(said.errors.contains("已删去") && !said.errors.contains("改动过"))
        #expect(try listed().allSatisfy(now.contains) && !listed().contains("说明.docx"))
    }

    @Test("A document that was changed since stays") func changed() async throws {
        let old = try await accounts()
        let document = try #require(old.first { $0.hasSuffix("部门决算.docx") })
        try scratch.write("改过", to: "公开/" + document)
        let said = await build(["--part", "performance", "--only", "docx"])
        #expect(try names.contains(document) && !names.contains { $0.hasSuffix("部门决算.html") })
        #expect(said.errors.contains("“\(document)” 不属于这次的材料，但生成以后改动过"), "\(said.errors)")
        // The list tells of a paper that is gone, and no new one was asked for.
        #expect(try !names.contains("package.json"))
    }

    @Test("Another format of the same paper takes nothing away") func anotherFormat() async throws {
        let old = try await accounts()
        let said = await build(["--only", "xlsx"])
        #expect(try Set(names).isSuperset(of: old + ["package.json"]))
        #expect(!said.errors.contains("上次生成"), "\(said.errors)")
    }

    @Test("What a list names elsewhere, or is no file, is never touched") func hostileList() throws {
        let bytes = Array("别人的".utf8)
        let sum = FileChecksum.text(bytes)
        for name in ["外.docx", "公开/子/内.docx", "公开/.隐", "公开/真.docx"] { try scratch.write("别人的", to: name) }
        try FileManager.default.createSymbolicLink(atPath: folder + "/链.docx", withDestinationPath: "../外.docx")
        let files = ["../外.docx", "子/内.docx", ".隐", "链.docx", "子", "没有.docx", "真.docx"].map {
            "{\"name\": \"\($0)\", \"sha256\": \"\(sum)\"}"
        }
        try scratch.write(
            "{\"standards\": \"x\", \"files\": [\(files.joined(separator: ","))]}", to: "公开/package.json")
        let former = try #require(FormerPackage(folder: folder, book: scratch.path))
        let outcome = try #require(former.without(["package.json"], title: "某局决算").remove())
        #expect(outcome.removed == ["真.docx"] && outcome.kept == [])
        let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path)
        #expect(Set(left).isSuperset(of: ["外.docx", "公开/子/内.docx", "公开/.隐", "公开/链.docx", "公开/package.json"]))
    }

    @Test("In the book's own folder, and by a list that is not ours, nothing") func notOurs() throws {
        try scratch.write("{\"standards\": \"x\", \"files\": []}", to: "公开/package.json")
        #expect(FormerPackage(folder: folder, book: folder + "/.") == nil)
        #expect(FormerPackage(folder: folder, book: scratch.path) != nil)
        for text in ["{\"name\": \"app\", \"files\": [\"dist\"]}", "没有", "{\"standards\": \"x\"}"] {
            try scratch.write(text, to: "公开/package.json")
            #expect(FormerPackage(folder: folder, book: scratch.path) == nil)
        }
    }
}
