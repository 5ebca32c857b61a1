import Fiscal
import Foundation
import Paper
import Testing

@testable import Documents

/// Compiles with the Typst of the checkout; without it these tests are skipped, and say so.
@Suite("PDF：编译", .enabled(if: TypstTool.path != nil, "没有 .tools/bin/typst-worker：先运行 scripts/setup"))
struct TypstCompileTests {
    @Test("公开稿编译成 PDF，两遍字节相同")
    func publication() throws {
        let source = TypstWriter.source(PageSamples.publication(rows: 40))
        let first = try TypstTool.compile(source)
        #expect(first.starts(with: Data("%PDF-".utf8)))
        #expect(first == (try TypstTool.compile(source)))
    }

    @Test("敌意文字和任意形状的文档都能编译")
    func anything() throws {
        // A character that no font of the folder has is refused by PDF/A; that is the command's to tell.
        for text in PageSamples.hostile where !text.contains("𠀀") {
            #expect(throws: Never.self) { try TypstTool.compile(TypstWriter.source(PageSamples.hostilePaper(text))) }
        }
        for seed in 0..<20 {
            var papers = RandomPapers(seed: UInt64(seed))
            let source = TypstWriter.source(papers.paper()).replacing("𠀀", with: "")
            #expect(throws: Never.self, "\(seed)") { try TypstTool.compile(source) }
        }
    }
}

/// The script that runs Typst: `typst-worker compile SOURCE OUTPUT --standard a-2b`.
enum TypstTool {
    static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let candidates = [
            ProcessInfo.processInfo.environment["MINGZHANG_TYPST"], root.path + "/.tools/bin/typst-worker",
        ]
        return candidates.compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    struct Failure: Error { var status: Int32 }

    static func compile(_ source: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typst-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appendingPathComponent("a.typ"), folder.appendingPathComponent("a.pdf"))
        try Data(source.utf8).write(to: input)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = ["compile", input.path, output.path, "--standard", "a-2b"]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return try Data(contentsOf: output)
    }
}
