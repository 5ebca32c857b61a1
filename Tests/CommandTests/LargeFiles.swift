import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Statements
import Testing

@testable import mingzhang

/// A book whose files count as large prints and traces like any other.
struct LargeFiles {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    private func loaded(_ name: String, sumsAll: Bool) throws -> LoadedBook {
        var limits = BookLimits()
        if sumsAll { limits.summed = 0 }
        // With subjects of evaluation a book is kept line by line.
        let scratch = try Scratch()
        let path = scratch.path + "/" + name
        try FileManager.default.copyItem(atPath: checkout + "/Examples/" + name, toPath: path)
        for file in try FileManager.default.contentsOfDirectory(atPath: path) where file.hasPrefix("绩效") {
            try FileManager.default.removeItem(atPath: path + "/" + file)
        }
        return try BookLimits.$current.withValue(limits) {
            try LoadedBook(path: path, library: Self.library.get(), sumsLarge: true)
        }
    }

    private func scope(_ loaded: LoadedBook) throws -> BuildScope {
        let root = try #require(loaded.book.units.root)
        return BuildScope(unit: root.code, name: root.name, kind: loaded.book.settings.kind, folder: "")
    }

    @Test("Equal paper", arguments: ExampleOutputs.examples)
    func paper(_ name: String) throws {
        let (plain, summed) = try (loaded(name, sumsAll: false), loaded(name, sumsAll: true))
        #expect(plain.files.large.isEmpty && !summed.files.large.isEmpty)
        for keepsUnits in [false, true] {
            let one = try BuiltPackage(plain, scope: scope(plain)).publication
            let other = try BuiltPackage(summed, scope: scope(summed), keepsUnits: keepsUnits).publication
            #expect(one.paper.sections == other.paper.sections)
            #expect(one.narration.missing.map(\.message) == other.narration.missing.map(\.message))
        }
    }

    @Test(
        "A trace ends at sums that name their first row and how many lines they have",
        arguments: ExampleOutputs.examples)
    func trace(_ name: String) throws {
        let (plain, summed) = try (loaded(name, sumsAll: false), loaded(name, sumsAll: true))
        let one = try BuiltPackage(plain, scope: scope(plain)).facts
        let other = try BuiltPackage(summed, scope: scope(summed), keepsUnits: true).facts
        let key = try #require(one.key(FactSpec(concept: Concept("本年支出"))))
        let (lines, sums) = (one.trace(key).lines, other.trace(key).lines)
        #expect(lines.count > 10)
        #expect(sums.reduce(0) { $0 + $1.origin.lines } == lines.count)
        let first = Dictionary(lines.map { ($0.key, $0.origin) }, uniquingKeysWith: { $0.row < $1.row ? $0 : $1 })
        for sum in sums { #expect(first[sum.key]?.row == sum.origin.row && first[sum.key]?.sheet == sum.origin.sheet) }
        #expect(one.trace(key).value == other.trace(key).value)
    }
}
