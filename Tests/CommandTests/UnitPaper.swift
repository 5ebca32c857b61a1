import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Testing

@testable import mingzhang

/// What a unit's own package (单位决算) is called and how its workbook prints.
struct UnitPaper {
    private func package(_ kind: BookSettings.Kind) throws -> BuiltPackage {
        let example = try Example("hengyang-2021")
        let code = kind == .unit ? "305001" : try #require(example.loaded.book.units.root).code
        let unit = try #require(example.loaded.book.units[code] ?? example.loaded.book.units.leaves.first)
        return try BuiltPackage(
            example.loaded, scope: BuildScope(unit: unit.code, name: unit.name, kind: kind, folder: ""))
    }

    @Test("A unit's paper speaks of the unit: label, headings, title")
    func words() throws {
        let paper = try package(.unit).publication.paper
        #expect(paper.title.hasSuffix("单位决算"))
        var (headings, labels): ([String], [String]) = ([], [])
        for block in paper.blocks {
            // Forms of performance are called what they are, whoever prints them.
            if case .heading(_, let paragraph) = block, !paragraph.anchor.hasPrefix("e-") {
                headings.append(paragraph.text)
            }
            if case .paragraph(let paragraph) = block, paragraph.style == .tableInfo, paragraph.text.contains("金额单位") {
                labels.append(paragraph.text)
            }
        }
        #expect(headings.contains("一、单位职责") && !headings.contains { $0.contains("部门") }, "\(headings)")
        #expect(labels.count { $0.hasPrefix("单位：") } == 9 && !labels.contains { $0.hasPrefix("部门：") }, "\(labels)")
        #expect(try package(.department).publication.paper.blocks.contains { $0.headingText == "一、部门职责" })
    }

    @Test(
        "Each sheet of the workbook has its print area and repeated titles; no heading stands over nothing",
        arguments: BookSettings.Kind.allCases)
    func workbook(_ kind: BookSettings.Kind) throws {
        let publication = try package(kind).publication
        let paper = publication.paper
        let workbook = XlsxWriter.describe(paper)
        #expect(workbook.sheets.count == 11 + publication.performance.forms.count)
        for sheet in workbook.sheets {
            let last = sheet.cells.map(\.address.row).max() ?? 0
            let right = sheet.cells.map(\.address.column).max() ?? 0
            let area = try #require(sheet.print?.area, "\(sheet.name)")
            #expect(area.first == CellAddress(row: 1, column: 1), "\(sheet.name)")
            #expect(area.last.row == last && area.last.column >= right, "\(sheet.name)")
            if sheet.name.hasPrefix("公开") { #expect(sheet.print?.titleRows != nil, "\(sheet.name)") }
        }
        let prose = try #require(workbook.sheets.last).cells.map(\.content)
        #expect(!prose.contains { "\($0)".contains("第二部分") } && prose.contains { "\($0)".contains("第三部分") })
    }
}

extension Block {
    fileprivate var headingText: String? { if case .heading(_, let paragraph) = self { paragraph.text } else { nil } }
}
