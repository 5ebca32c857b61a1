import Foundation
import Ledger
import Standards
import Testing

@testable import mingzhang

/// One folder of `Tests/Errors`.
struct ErrorCase: CustomTestStringConvertible, Sendable {
    static let folder = checkout + "/Tests/Errors"
    static let all: [ErrorCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { FileBytes.isFolder(folder + "/" + $0) && !$0.hasPrefix("base") }.sorted().map(
            ErrorCase.init)
    }()

    let name: String
    var testDescription: String { name }
    var path: String { Self.folder + "/" + name }
    var expectedPath: String { path + "/expected.txt" }

    func settings() throws -> Settings {
        let text = String(decoding: try FileBytes.read(path + "/case.yaml"), as: UTF8.self)
        return try Settings(yaml: text, file: name + "/case.yaml")
    }

    /// What the command says: `退出码: N`, then standard error with the test's own paths replaced.
    ///
    /// - Parameter sumsAll: whether every CSV is taken for a large one.
    func outcome(sumsAll: Bool = false) async throws -> String {
        let (code, said, _) = try await run(sumsAll: sumsAll)
        return "退出码: \(code)\n" + said
    }

    /// The exit code, and standard error with the test's own paths replaced.
    ///
    /// - Parameter more: arguments behind those of the case.
    func run(_ more: [String] = [], sumsAll: Bool = false) async throws -> (code: Int32, said: String, printed: String)
    {
        let settings = try settings()
        let scratch = try Scratch()
        let book = scratch.path + "/book"
        let output = scratch.path + "/out"
        try lay(settings["去掉"] ?? "", with: settings["另加"] ?? "", at: book)
        let line = settings["命令"] ?? "build {账套} -o {输出} --draft"
        let arguments = line.split(separator: " ").map(String.init).map {
            $0.replacing("{账套}", with: book).replacing("{输出}", with: output)
        }
        var limits = BookLimits()
        if sumsAll { limits.summed = 0 }
        if let limit = settings["上限"].flatMap({ Int($0) }) { limits.csv = limit }
        let console = Console()
        let all = arguments + ["--standards", checkout + "/Standards"] + more
        let code = await Console.$listener.withValue(console) {
            await BookLimits.$current.withValue(limits) { await CommandRun.perform(all) }
        }
        #expect(code == 0 || !FileManager.default.fileExists(atPath: output), "\(name) wrote something")
        func plain(_ text: String) -> String { text.replacing(book, with: "{账套}").replacing(output, with: "{输出}") }
        return (code, plain(console.text), plain(console.output))
    }

    private func lay(_ left: String, with more: String, at book: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: book, withIntermediateDirectories: true)
        let omitted = left.split(separator: ",").map(String.init)
        for name in try files.contentsOfDirectory(atPath: Self.folder + "/base")
        where left != "全部" && !omitted.contains(name) {
            try files.copyItem(atPath: Self.folder + "/base/" + name, toPath: book + "/" + name)
        }
        for folder in (more.isEmpty ? [] : [Self.folder + "/" + more]) + [path] {
            for name in try files.contentsOfDirectory(atPath: folder)
            where !["case.yaml", "expected.txt"].contains(name) {
                try? files.removeItem(atPath: book + "/" + name)
                try files.copyItem(atPath: folder + "/" + name, toPath: book + "/" + name)
            }
        }
    }
}

struct ErrorGallery {
    /// 1 = what is said is written down, 2 = the page is written from it.
    private static let update = ProcessInfo.processInfo.environment["MINGZHANG_UPDATE"] ?? ""

    @Test("Every mistake has its sentence and its exit code", arguments: ErrorCase.all)
    func sentence(_ example: ErrorCase) async throws {
        let outcome = try await example.outcome()
        if Self.update == "1" { try FileBytes.write(Array(outcome.utf8), to: example.expectedPath) }
        let expected = String(decoding: try FileBytes.read(example.expectedPath), as: UTF8.self)
        #expect(outcome == expected)
    }

    @Test("Sheets that are summed as they are read say the same", arguments: ErrorCase.all)
    func summed(_ example: ErrorCase) async throws {
        let (summed, plain) = (try await example.outcome(sumsAll: true), try await example.outcome())
        if try example.settings()["大表"] == "不提" {
            #expect(summed != plain, "the case says that large sheets are silent, and they are not")
        } else {
            #expect(summed == plain)
        }
    }

    @Test("docs/errors.md is what the gallery says")
    func page() throws {
        let path = checkout + "/docs/errors.md"
        if Self.update == "2" { try FileBytes.write(Array(Self.markdown().utf8), to: path) }
        #expect(String(decoding: try FileBytes.read(path), as: UTF8.self) == (try Self.markdown()))
    }

    /// The page of all mistakes, from the gallery's files.
    static func markdown() throws -> String {
        var page = """
            # 错误一览

            由 `Tests/Errors` 生成（`scripts/errors`），每一条都是测试。退出码：1 缺原因或有错误级的发现，2 用法不对，3 输入读不了或账套没有通过检查。

            加 `--format json` 时，标准输出上另有一个 JSON 对象：账套的错误是 `{"faults": [{"kind", "message", "sheet", "row", "column"}]}`，其他是 `{"error": {"kind", "message", "file", "missing"}}`；没有的键不写，`kind` 不随语言变，退出码不变。


            """
        for example in ErrorCase.all {
            let settings = try example.settings()
            let expected = String(decoding: try FileBytes.read(example.expectedPath), as: UTF8.self)
            let lines = expected.split(separator: "\n", maxSplits: 1)
            let said = lines.count > 1 ? "\n```\n\(lines[1].trimmed)\n```\n" : "\n没有话说。\n"
            page += "## \(settings["说明"] ?? "")\n\n`\(example.name)`，\(lines.first ?? "")\n\(said)\n"
        }
        return page
    }
}
