import Documents
import Foundation
import Ledger
import Paper
import Publication
import Testing

@testable import mingzhang

/// A department's paper in several files of a folder, checked as the one paper that it is.
@Suite(.serialized)
struct PapersInParts {
    private static let book = "hengyang-2021"
    private static let body = "部门决算.docx"
    private static let report = "附件/2 自评报告.docx"
    private static let forms = "附件/3 自评表.xlsx"

    private let scratch: Scratch
    private let parts: (body: [Block], report: [Block], forms: [Block])

    init() throws {
        scratch = try Scratch()
        let example = try Example(Self.book)
        let root = try #require(example.loaded.book.units.root)
        let kind = example.loaded.book.settings.kind
        let package = try BuiltPackage(
            example.loaded, scope: BuildScope(unit: root.code, name: root.name, kind: kind, folder: ""),
            options: PublicationOptions(kind: kind))
        let blocks = package.publication.paper.blocks
        func start(_ mark: String) -> Int? {
            blocks.firstIndex { if case .paragraph(let words) = $0 { words.text == mark } else { false } }
        }
        let (second, third) = (try #require(start("附件2")), try #require(start("附件3")))
        parts = (Array(blocks[..<second]), Array(blocks[second..<third]), Array(blocks[third...]))
    }

    private func write(_ folder: String, _ change: (String) -> String = { $0 }) throws -> String {
        let folder = scratch.path + "/" + folder
        try FileManager.default.createDirectory(atPath: folder + "/附件", withIntermediateDirectories: true)
        func paper(_ blocks: [Block]) -> Paper {
            Paper(
                title: "材料",
                sections: [
                    Section(
                        blocks: blocks.map { block in
                            guard case .paragraph(var words) = block else { return block }
                            words.text = change(words.text)
                            return .paragraph(words)
                        })
                ])
        }
        try FileBytes.write(DocxWriter.write(paper(parts.body)), to: folder + "/" + Self.body)
        try FileBytes.write(DocxWriter.write(paper(parts.report)), to: folder + "/" + Self.report)
        try FileBytes.write(XlsxWriter.write(paper(parts.forms)), to: folder + "/" + Self.forms)
        return folder
    }

    private func checked(_ words: [String]) async throws -> [[String: Any]] {
        let console = Console()
        _ = await Console.$listener.withValue(console) {
            await CommandRun.perform(
                ["check"] + words + ["--format", "json", "--standards", checkout + "/Standards"])
        }
        let object = try JSONSerialization.jsonObject(with: Data(console.output.utf8)) as? [String: Any]
        return object?["files"] as? [[String: Any]] ?? object.map { [$0] } ?? []
    }

    private func findings(_ file: [String: Any]) -> [[String: Any]] { file["findings"] as? [[String: Any]] ?? [] }

    @Test func onePaperWithoutAFinding() async throws {
        let folder = try write("全")
        let files = try await checked([folder])
        let file = try #require(files.first)
        #expect(files.count == 1 && file["file"] as? String == folder + "/" + Self.body)
        #expect(file["otherFiles"] as? [String] == [Self.report, Self.forms].map { folder + "/" + $0 })
        #expect(findings(file).isEmpty, "\(findings(file).map { $0["message"] ?? "" })")
        let coverage = try #require(file["coverage"] as? [String: Any])
        #expect((coverage["evaluationForms"] as? [Any])?.count == 15)
    }

    /// The score of a project stands in the accounts' sentences and, in another file, at the foot of its form.
    @Test func whatDiffersBetweenFilesIsFoundInBoth() async throws {
        let folder = try write("错") { $0.replacing("自评得分98.85分", with: "自评得分98.58分") }
        let files = try await checked([folder])
        let found = files.flatMap(findings)
        #expect(files.count == 1 && found.count == 1, "\(found.map { $0["message"] ?? "" })")
        let places = try #require(found.first?["places"] as? [[String: Any]])
        #expect(places.contains { $0["file"] == nil && $0["paragraph"] != nil })
        #expect(places.contains { $0["file"] as? String == folder + "/" + Self.forms && $0["cell"] != nil })
        // By itself neither file shows it.
        let alone = try await checked([folder + "/" + Self.body])
        #expect(alone.flatMap(findings).isEmpty)
    }

    /// Two editions of one paper are two papers; the forms go with one of them.
    @Test func editionsStayApart() async throws {
        let folder = try write("两种")
        try FileManager.default.copyItem(atPath: folder + "/" + Self.body, toPath: folder + "/部门决算（印刷版）.docx")
        let files = try await checked([folder])
        #expect(files.count == 2 && files.flatMap(findings).isEmpty)
        #expect(files.compactMap { $0["otherFiles"] as? [String] }.map(\.count) == [2])
    }

    /// Another department's forms beside it are its own.
    @Test func otherYearsStayApart() async throws {
        let folder = try write("他年") { $0.replacing("（2021年度）", with: "（2019年度）") }
        let files = try await checked([folder])
        #expect(files.count == 2)
        #expect(files.first?["otherFiles"] as? [String] == [folder + "/" + Self.report])
    }
}
