import Fiscal
import Foundation
import Ledger
import Publication
import Standards
import Support

@testable import mingzhang

let checkout = CheckedOut.path

/// A package as built, understood without any file: every figure comes with its meaning.
struct BuiltPaper {
    let paper: UnderstoodPaper
    let facts: FactBase
    let rules: [Rule]
    let words: WordLists

    /// - Parameter region: where the department is taken to be, so that other profiles print the same book.
    init(_ name: String, region: String = "", mode: RoundingMode = .plain) throws {
        let library = try StandardsFolder.load(checkout + "/Standards")
        let folder = try Self.copy(name, region: region)
        defer { if !region.isEmpty { try? FileManager.default.removeItem(atPath: folder) } }
        let loaded = try LoadedBook(path: folder, library: library)
        let root = loaded.book.units.root?.code ?? ""
        let package = try BuiltPackage(
            loaded, scope: BuildScope(unit: root, name: "", kind: loaded.book.settings.kind, folder: ""), rounding: mode
        )
        facts = package.facts
        rules = try library.rules(for: loaded.standards)
        words = try library.wordLists(for: loaded.standards)
        paper = UnderstoodPaper(package.publication, standards: loaded.standards, file: name)
    }

    private static func copy(_ name: String, region: String) throws -> String {
        let source = checkout + "/Examples/" + name
        guard !region.isEmpty else { return source }
        let target = NSTemporaryDirectory() + "audit-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: source, toPath: target)
        let settings = target + "/账套.yaml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        try text.replacing(/地区: *"?[0-9]+"?/, with: "地区: \"\(region)\"").write(
            toFile: settings, atomically: true, encoding: .utf8)
        // Yunnan tells income apart by kind of expenditure too.
        if region.hasPrefix("53") {
            let lines = try String(contentsOfFile: target + "/收入.csv", encoding: .utf8).split(
                whereSeparator: \.isNewline)
            let more = lines.enumerated().map { $1 + ($0 == 0 ? ",支出性质" : ",项目支出") }
            try more.joined(separator: "\n").write(toFile: target + "/收入.csv", atomically: true, encoding: .utf8)
        }
        return target
    }

    func standards(of year: FiscalYear) throws -> Standards {
        try StandardsFolder.load(checkout + "/Standards").standards(region: paper.standards.region, year: year)
    }
}
