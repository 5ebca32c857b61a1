import Documents
import Foundation
import Publication
import Standards
import Support
import Testing

@testable import Audit
@testable import mingzhang

/// Papers as texts of other places' shapes, under `Tests/AuditTests/Papers`: as they stand nothing is wrong; with one
/// figure exchanged (`{right|wrong}`) something must be said of it, and of some (`{right|~other}`) nothing may be, since
/// they are not what the section speaks of.
struct PlainPaperTests {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Papers/"

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

    private func findings(_ text: String) throws -> [Finding] {
        let library = try Self.library.get()
        let paper = try PaperReader.read(
            TextReader.read(Array(text.utf8)), file: "a.txt", places: PaperStandards(library: library))
        let options = AuditOptions(
            rules: try library.rules(for: paper.standards), words: try library.wordLists(for: paper.standards))
        return Auditor.audit(paper, options: options).findings.filter { $0.severity != .notice }
    }

    /// The text with one choice, by number, in place of the right figure; -1 = none.
    private func text(_ source: String, choosing wrong: Int = -1) -> (text: String, choice: Substring) {
        var result = ""
        var choice: Substring = ""
        for (index, piece) in source.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = piece.firstIndex(of: "}") else {
                result += piece
                continue
            }
            let halves = piece[..<close].split(separator: "|")
            if index - 1 == wrong { choice = halves[1] }
            result += (index - 1 == wrong ? halves[1].drop { $0 == "~" } : halves[0])
            result += piece[piece.index(after: close)...]
        }
        return (result, choice)
    }

    @Test("There are such papers") func present() { #expect(Self.names.count >= 6) }

    @Test(arguments: names) func asItStands(_ name: String) throws {
        let source = try String(contentsOfFile: Self.folder + name, encoding: .utf8)
        let found = try findings(text(source).text)
        #expect(found.isEmpty, "\(name): \(found.map(\.message))")
    }

    @Test(arguments: names) func withOneFigureExchanged(_ name: String) throws {
        let source = try String(contentsOfFile: Self.folder + name, encoding: .utf8)
        let count = source.count { $0 == "{" }
        #expect(count > 2)
        for number in 0..<count {
            let (text, choice) = text(source, choosing: number)
            let found = try findings(text)
            #expect(found.isEmpty == choice.hasPrefix("~"), "\(name) \(choice): \(found.map(\.message))")
        }
    }
}
