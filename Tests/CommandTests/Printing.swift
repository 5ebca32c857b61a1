import Fiscal
import Foundation
import Ledger
import Publication
import Standards
import Testing

@testable import mingzhang

/// A book below the checkout, and the place and year it is printed for; nil = its own.
struct Printing: Sendable, CustomTestStringConvertible {
    let book: String
    var region: String?
    var year: Int?
    /// The profile by which it is printed.
    let profile: String

    var testDescription: String { "\(profile): \(book)" }

    /// Every example, and every profile.
    static let all = [
        Printing(book: "Examples/hengyang-2021", profile: "hunan-2020"),
        Printing(book: "Examples/shifeng-2020", profile: "hunan-2020"),
        Printing(book: "Tests/Fixtures/books/wangjiang-central-2023", profile: "central-2022"),
        Printing(book: "Tests/Fixtures/books/wangjiang-shanghai-2024", profile: "shanghai-2020"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "610000", year: 2021, profile: "central-2020"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "430400", year: 2023, profile: "hunan-2022"),
        Printing(
            book: "Tests/Fixtures/books/wangjiang-central-2023", region: "530100", year: 2021, profile: "yunnan-2021"),
    ]

    /// Read once for all tests that print.
    static let library = Result { try StandardsFolder.load(checkout + "/Standards") }
    static let places = Result { try PaperStandards(library: library.get()) }

    func built() throws -> BuiltPackage {
        let scratch = try Scratch()
        let path = scratch.path + "/book"
        try FileManager.default.copyItem(atPath: checkout + "/" + book, toPath: path)
        if let region, let year {
            let settings = String(decoding: try FileBytes.read(path + "/账套.yaml"), as: UTF8.self)
            let lines = settings.split(separator: "\n").map { line in
                line.hasPrefix("地区") ? "地区: \"\(region)\"" : line.hasPrefix("年度") ? "年度: \(year)" : String(line)
            }.filter { !$0.hasPrefix("批复日期") }
            try scratch.write(lines.joined(separator: "\n") + "\n", to: "book/账套.yaml")
        }
        if region?.hasPrefix("53") == true { try Self.fillKinds(path + "/收入.csv") }
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        let root = loaded.book.units.root
        let scope = BuildScope(
            unit: root?.code ?? "", name: root?.name ?? "", kind: loaded.book.settings.kind, folder: "")
        return try BuiltPackage(loaded, scope: scope)
    }

    /// Some places ask for what kind of expenditure an income is; the books of others leave it open.
    private static func fillKinds(_ path: String) throws {
        let rows = String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let filled = rows.enumerated().map { ($1 + [$0 == 0 ? "支出性质" : "基本支出"]).joined(separator: ",") }
        try FileBytes.write(Array((filled.joined(separator: "\n") + "\n").utf8), to: path)
    }
}
