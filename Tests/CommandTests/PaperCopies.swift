import Documents
import Foundation
import Paper

@testable import mingzhang

/// The ways a paper reaches whoever checks it: written by our writers, or copied out of a page by hand.
enum PaperCopy: String, CaseIterable, Sendable {
    case docx, xlsx, html, pdf
    /// Lines of text; tables with tabs between their cells, as they are copied out of a page or a sheet.
    case txt

    /// The paper written and read again; nil where the programs that this takes are not installed.
    func read(_ paper: Paper) throws -> Paper? {
        switch self {
        case .docx: return try DocxReader.paper(DocxWriter.write(paper))
        case .xlsx: return try XlsxReader.paper(XlsxWriter.write(paper))
        case .html: return try HtmlReader.paper(Array(HtmlWriter.write(paper).utf8))
        case .txt: return try TextReader.read(Array(Self.text(of: paper).utf8))
        case .pdf:
            guard let reader = PdfWorkerProgram.found, let bytes = try Self.pdf(of: paper) else { return nil }
            return try Self.read(bytes, by: reader)
        }
    }

    /// By Typst; nil where it is not installed.
    static func pdf(of paper: Paper) throws -> [UInt8]? {
        guard let typst = TypstTool.find() else { return nil }
        let scratch = try Scratch()
        return try typst.compile(TypstWriter.source(paper), in: scratch.path).pdf
    }

    static func read(_ pdf: [UInt8], by reader: PdfTool) throws -> Paper {
        let scratch = try Scratch()
        let path = scratch.path + "/paper.pdf"
        try FileBytes.write(pdf, to: path)
        return try reader.read(path).paper
    }

    /// Charts are no part of what is copied.
    static func text(of paper: Paper) -> String {
        let headings = paper.blocks.compactMap { block -> String? in
            if case .heading(_, let words) = block { words.text } else { nil }
        }
        return paper.blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, let words), .paragraph(let words): [words.text]
            case .grid(let grid): Degradation.tabs.lines(of: grid)
            case .contents: headings.enumerated().map { "\($1)……………………\($0 / 4 + 1)" }
            case .chart: []
            }
        }.joined(separator: "\n") + "\n"
    }
}
