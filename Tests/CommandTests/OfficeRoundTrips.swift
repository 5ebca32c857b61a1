import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Testing

@testable import mingzhang

/// Our packages saved by another program and read as anybody's: every figure must still stand in its cell.
@Suite(.enabled(if: OfficeTool.find() != nil, "没有 LibreOffice，略过"))
struct OfficeRoundTrips {
    /// The text of every square of every grid, blank rows and columns apart.
    private func tables(_ paper: Paper) -> [[[String]]] {
        paper.blocks.compactMap { block in
            guard case .grid(let grid) = block else { return nil }
            return grid.matrix.map { row in
                row.map { ($0?.text ?? "").filter { !$0.isWhitespace } }
            }
        }
    }

    /// Headings, paragraphs and notes without their white space.
    private func prose(_ paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            switch block {
            case .heading(_, let words), .paragraph(let words): words.text.filter { !$0.isWhitespace }
            case .grid, .chart, .contents: nil
            }
        }.filter { !$0.isEmpty }
    }

    private func paper(_ example: String) throws -> Paper {
        let loaded = try Example(example).loaded
        let root = try #require(loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        return try BuiltPackage(loaded, scope: scope).publication.paper
    }

    @Test(arguments: [("hengyang-2021", "doc"), ("shifeng-2020", "odt"), ("shifeng-2020", "html")])
    func aDocumentSavedByLibreOfficeReadsTheSame(_ example: String, _ format: String) throws {
        let office = try #require(OfficeTool.find())
        let bytes = DocxWriter.write(try paper(example))
        let wanted = try DocxReader.paper(bytes)
        let saved = try office.converted(bytes, to: format)
        let read = try PaperFile.read(saved, name: "决算." + format).paper
        let (ours, theirs) = (tables(wanted), tables(read))
        #expect(ours.count == theirs.count && ours.count >= 9)
        for (index, (a, b)) in zip(ours, theirs).enumerated() { #expect(a == b, "table \(index + 1)") }
        #expect(prose(wanted).filter { !prose(read).contains($0) } == [])
    }

    @Test(arguments: [("hengyang-2021", "xls"), ("shifeng-2020", "ods")])
    func aWorkbookSavedByLibreOfficeReadsTheSame(_ example: String, _ format: String) throws {
        let office = try #require(OfficeTool.find())
        let bytes = try XlsxWriter.write(paper(example))
        let wanted = try XlsxReader.paper(bytes)
        let read = try PaperFile.read(office.converted(bytes, to: format), name: "决算." + format).paper
        let (ours, theirs) = (tables(wanted), tables(read))
        #expect(ours.count == theirs.count && ours.count >= 9)
        for (index, (a, b)) in zip(ours, theirs).enumerated() { #expect(a == b, "sheet \(index + 1)") }
    }
}
