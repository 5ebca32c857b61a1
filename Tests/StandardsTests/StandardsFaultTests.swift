import Fiscal
import Foundation
import Testing

@testable import Standards

/// One file of `Faults`: an edit of a good definition, and what the loader must say of it.
struct FaultCase: CustomTestStringConvertible, Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let all: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Faults").path)
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    /// The good definitions, by path below `Standards/`.
    static let files: [String: [UInt8]] = {
        let folder = root.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Standards")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        let kept = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
        return Dictionary(
            uniqueKeysWithValues: kept.compactMap { name in
                (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
            })
    }()

    let settings: Settings
    var testDescription: String { settings["说明"] ?? "" }

    init(file: String) throws {
        let path = Self.root.appendingPathComponent("Faults/" + file)
        settings = try Settings(yaml: String(contentsOf: path, encoding: .utf8), file: file)
    }

    /// All definitions with the edit made, which must find what it replaces.
    func library() throws -> StandardsLibrary {
        let path = try #require(settings["文件"])
        let text = String(decoding: try #require(Self.files[path]), as: UTF8.self)
        let old = try #require(settings["把"])
        #expect(text.contains(old), "the case replaces what is not there")
        let edited = text.replacing(old, with: settings["换成"] ?? "", maxReplacements: 1)
        return try StandardsLibrary(
            files: Self.files.map { StandardsFile(path: $0, bytes: $0 == path ? Array(edited.utf8) : $1) })
    }
}

struct StandardsFaultTests {
    @Test("A definition that is wrong is named with its file, its line and what is allowed", arguments: FaultCase.all)
    func fault(_ file: String) throws {
        let example = try FaultCase(file: file)
        let library = try example.library()
        let wanted = try #require(example.settings["应说"])
        var said = "nothing"
        do {
            try library.checkGaps()
            try library.checkSources()
            for year in library.years(region: "cn") {
                _ = try library.standards(region: "000000", year: FiscalYear(year))
            }
        } catch let fault as StandardsFault {
            said = fault.message
        }
        #expect(said.contains(wanted))
    }

    @Test("The definitions as they are have no fault, in every place and year")
    func none() throws {
        let library = try StandardsLibrary(files: FaultCase.files.map { StandardsFile(path: $0, bytes: $1) })
        try library.checkGaps()
        try library.checkSources()
        var count = 0
        for region in library.regions {
            for year in library.years(region: region) {
                let code = String((region.dropFirst(3) + "000000").prefix(6))
                let standards = try library.standards(region: code, year: FiscalYear(year))
                #expect(standards.profile.forms.count >= 9)
                count += 1
            }
        }
        #expect(count > 15)
    }

    @Test("A file that is not UTF-8 is named")
    func encoding() {
        let error = #expect(throws: StandardsFault.self) {
            try StandardsLibrary(files: [StandardsFile(path: "cn/codes/功能分类.csv", bytes: [0xB1, 0xE0])])
        }
        #expect(error?.message == "cn/codes/功能分类.csv：不是 UTF-8 编码，请另存为 UTF-8。")
    }
}
