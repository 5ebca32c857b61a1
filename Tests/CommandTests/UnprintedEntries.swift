import Fiscal
import Foundation
import Ledger
import Publication
import Testing

@testable import mingzhang

/// What is typed into a book and printed nowhere is told; what is printed is not.
struct UnprintedEntries {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    /// Hints of the gallery's small book with some sheets more, in a place.
    private func hints(_ sheets: [String: String], region: String = "430400", year: Int = 2021) throws -> [String] {
        let scratch = try Scratch()
        let base = checkout + "/Tests/Errors/base"
        for name in try FileManager.default.contentsOfDirectory(atPath: base) {
            try FileBytes.write(FileBytes.read(base + "/" + name), to: scratch.path + "/" + name)
        }
        let settings = "格式: 1\n部门: 某局\n年度: \(year)\n地区: \"\(region)\"\n公开类型: 部门决算\n"
        for (name, text) in sheets.merging(["账套.yaml": settings], uniquingKeysWith: { $1 }) {
            try FileBytes.write(Array(text.utf8), to: scratch.path + "/" + name)
        }
        let loaded = try LoadedBook(path: scratch.path, library: Self.library.get())
        let root = try #require(loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        return try BuiltPackage(loaded, scope: scope).publication.unused.filter {
            if case .notPrinted = $0.kind { true } else { false }
        }.map(\.message)
    }

    @Test("A column of words that no sentence takes is told with its sheet, its row and how many rows")
    func words() throws {
        let meetings = "单位,类型,名称,内容,人数\n001001,会议,年会,,3\n001001,会议,例会,部署,4\n001001,培训,班,法规,5\n"
        let told = try hints(["会议培训.csv": meetings])
        #expect(told.count == 1 && told[0].contains("会议培训.csv 第 3 行 “内容”栏") && told[0].contains("2 行"), "\(told)")
        #expect(try hints(["会议培训.csv": meetings.replacing("部署", with: "").replacing("法规", with: "")]).isEmpty)
    }

    @Test("A figure that the place's forms and sentences have no use for is told, and not where they have one")
    func figures() throws {
        let figures = ["其他数.csv": "指标,数值\n绩效跟踪项目数,4\n"]
        let hunan = try hints(figures)
        #expect(hunan.count == 1 && hunan[0].contains("其他数.csv 第 2 行") && hunan[0].contains("绩效跟踪项目数"), "\(hunan)")
        #expect(try !hints(figures, region: "310100", year: 2024).contains { $0.contains("绩效跟踪项目数") })
        #expect(try hints(["其他数.csv": "指标,数值\n绩效跟踪项目数,0\n"]).isEmpty)
    }

    @Test("Files that the place's outline does not list are told")
    func attachments() throws {
        // The gallery's small book has one.
        #expect(try hints([:]).isEmpty)
        let shanghai = try hints([:], region: "310100", year: 2024)
        #expect(shanghai.count == 1 && shanghai[0].contains("附件.csv 第 2 行") && shanghai[0].contains("绩效自评报告"))
    }

    @Test("The books of the real papers say nothing that is not printed", arguments: ["hengyang-2021", "shifeng-2020"])
    func examples(_ name: String) throws {
        let example = try Example(name)
        let root = try #require(example.loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        let unused = try BuiltPackage(example.loaded, scope: scope).publication.unused.map(\.message)
        #expect(unused.filter { !$0.contains("见附件") }.isEmpty, "\(unused)")
    }
}
