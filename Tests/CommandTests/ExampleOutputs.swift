import Documents
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

/// The written files of the example books, read back.
@Suite(.serialized)
struct ExampleOutputs {
    static let examples = ["hengyang-2021", "shifeng-2020"]

    /// Builds into a folder of its own; the caller removes it.
    private func build(_ name: String) throws -> (folder: String, package: BuiltPackage, files: [String]) {
        let example = try Example(name)
        let root = try #require(example.loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        let package = try BuiltPackage(example.loaded, scope: scope)
        let folder = FileManager.default.temporaryDirectory.path + "/mingzhang-\(name)-\(UUID().uuidString)"
        let writer = PackageWriter(folder: folder, formats: Set(PackageFormat.allCases), progress: Progress())
        return (folder, package, try writer.write([package], book: example.loaded.files.folder).files)
    }

    /// Figures of the tables of the accounts, in reading order, as printed.
    private func figures(of paper: Paper, _ package: BuiltPackage) -> [String] {
        grids(of: paper).prefix(package.publication.tables.count).flatMap { grid in
            grid.rows.dropFirst(grid.headerRowCount).flatMap { $0 }.compactMap { cell in
                cell.number?.text() ?? (try? NumberText.parse(cell.text))?.text()
            }
        }
    }

    @Test(arguments: examples)
    func figuresOfAllFiveOutputsAreEqual(_ name: String) throws {
        let (folder, package, files) = try build(name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let title = package.publication.paper.title
        let wanted = figures(of: package.publication.paper, package)
        #expect(wanted.count > 300)
        let read = { (ending: String) in try FileBytes.read("\(folder)/\(title).\(ending)") }
        #expect(figures(of: try DocxReader.paper(read("docx")), package) == wanted)
        #expect(figures(of: try HtmlReader.paper(read("html")), package) == wanted)
        #expect(figures(of: try XlsxReader.paper(read("xlsx")), package) == wanted)
        let json = try JSONSerialization.jsonObject(with: Data(FileBytes.read(folder + "/package.json")))
        let forms = try #require((json as? [String: Any])?["forms"] as? [[String: Any]])
        let cells = forms.flatMap { $0["rows"] as? [[String: Any]] ?? [] }.flatMap {
            $0["cells"] as? [[String: Any]] ?? []
        }
        #expect(cells.compactMap { ($0["text"] as? String).flatMap { try? NumberText.parse($0) }?.text() } == wanted)
        if files.contains(title + ".pdf") {
            let missing = try missingInPdf(
                "\(folder)/\(title).pdf", sentences: package.publication.narration.sentences.map(\.text),
                amounts: wanted)
            #expect(missing.isEmpty, "not in the pdf: \(missing.prefix(5))")
        } else {
            print("pdf not checked: Typst is not installed")
        }
    }

    /// Amounts of the tables (as many times as they are printed) and sentences that the PDF's text does not have.
    private func missingInPdf(_ path: String, sentences: [String], amounts: [String]) throws -> [String] {
        let text = try run("/usr/bin/pdftotext", ["-layout", path, "-"])
        var counts: [String: Int] = [:]
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            if let number = try? NumberText.parse(word) { counts[number.text(), default: 0] += 1 }
        }
        var missing: [String] = []
        for (amount, printed) in Dictionary(grouping: amounts, by: \.self) where amount.contains(".") {
            if counts[amount, default: 0] < printed.count { missing.append(amount) }
        }
        let plain = try run("/usr/bin/pdftotext", [path, "-"])
        let lines = plain.split(separator: "\n").filter { !($0.hasPrefix("—") && $0.hasSuffix("—")) }
        let folded = foldedLabel(lines.joined().replacing("\u{0C}", with: "").replacing("\u{2060}", with: ""))
        missing += sentences.filter { !folded.contains(foldedLabel($0)) }
        return missing
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program)")
        return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: examples)
    func printedAmountsReadBackByOtherLibraries(_ name: String) throws {
        let (folder, _, _) = try build(name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let python = checkout + "/.tools/venv/bin/python3"
        let script = checkout + "/Tests/Tools/read_back.py"
        print(name, try run(python, [script, checkout + "/Examples/" + name, folder]))
    }

    @Test(arguments: examples)
    func theSameBookGivesTheSameBytes(_ name: String) throws {
        let (first, _, files) = try build(name)
        let (second, _, again) = try build(name)
        defer { for folder in [first, second] { try? FileManager.default.removeItem(atPath: folder) } }
        #expect(files == again)
        for file in files {
            #expect(try FileBytes.read(first + "/" + file) == FileBytes.read(second + "/" + file), "\(file)")
        }
    }

    /// What is written and read back makes the same observations as the facts it was printed from.
    @Test(arguments: examples)
    func everyFormIsRecognisedInEveryFormat(_ name: String) throws {
        let (folder, package, _) = try build(name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/\(package.publication.paper.title)"
        var papers = [
            "docx": try DocxReader.paper(FileBytes.read(path + ".docx")),
            "html": try HtmlReader.paper(FileBytes.read(path + ".html")),
            "xlsx": try XlsxReader.paper(FileBytes.read(path + ".xlsx")),
        ]
        if let tool = PdfWorkerProgram.found, FileManager.default.fileExists(atPath: path + ".pdf") {
            papers["pdf"] = try tool.read(path + ".pdf").paper
        } else {
            print("pdf not read: Typst or PDFium is not installed")
        }
        for (format, paper) in papers {
            let grids = paper.blocks.compactMap { block -> Grid? in
                if case .grid(let grid) = block { return grid }
                return nil
            }
            let attached = package.publication.performance.forms.count
            #expect(grids.count == package.publication.tables.count + attached, "\(format)")
            for (grid, table) in zip(grids, package.publication.tables) {
                let reading = try #require(
                    TableReader.read(
                        grid, as: table.form, standards: package.facts.standards, unit: package.facts.unit),
                    "\(format) \(table.form.id)")
                let found = Dictionary(reading.observations.map { ($0.position, $0.figure) }, uniquingKeysWith: { $1 })
                #expect(found == table.figures.mapValues { .fact($0) }, "\(format) \(table.form.id)")
            }
        }
    }

    /// The PDF says what the docx says: every cell with its spans, every paragraph.
    @Test(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"), arguments: examples)
    func thePdfReadsLikeTheDocx(_ name: String) throws {
        let (folder, package, files) = try build(name)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let title = package.publication.paper.title
        guard files.contains(title + ".pdf") else {
            print("pdf not compared: Typst is not installed")
            return
        }
        let docx = try DocxReader.paper(FileBytes.read("\(folder)/\(title).docx"))
        let pdf = try #require(PdfWorkerProgram.found).read("\(folder)/\(title).pdf").paper
        let (wanted, found) = (grids(of: docx), grids(of: pdf))
        #expect(wanted.count == found.count)
        for (index, (wanted, found)) in zip(wanted, found).enumerated() {
            // Forms of performance have their headings in their middle; which rows of a page are one is a guess.
            let isTable = index < package.publication.tables.count
            #expect(!isTable || wanted.headerRowCount == found.headerRowCount)
            #expect(wanted.columnCount == found.columnCount)
            for (row, (wanted, found)) in zip(wanted.rows, found.rows).enumerated() {
                #expect(wanted.map(Self.folded) == found.map(Self.folded), "row \(row)")
            }
        }
        print(name, found.count, "tables", found.reduce(0) { $0 + $1.rows.joined().count }, "cells in the pdf")
        let (wantedText, foundText) = (paragraphs(of: docx), paragraphs(of: pdf))
        let missing = wantedText.filter { !Set(foundText).contains($0) }
        let extra = foundText.filter { !Set(wantedText).contains($0) }
        #expect(missing.isEmpty && extra.isEmpty, "missing \(missing) extra \(extra)")
        #expect(wantedText.count == foundText.count)
    }

    private static func folded(_ cell: Cell) -> String {
        "\(cell.column) \(cell.columnSpan) \(cell.rowSpan) " + cell.text.filter { !$0.isWhitespace }
    }

    private func grids(of paper: Paper) -> [Grid] {
        paper.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    }

    /// But for the cover, whose lines a docx does not break.
    private func paragraphs(of paper: Paper) -> [String] {
        paper.sections.filter { $0.role != .cover }.flatMap(\.blocks).compactMap { block in
            switch block {
            case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.text.filter { !$0.isWhitespace }
            default: nil
            }
        }
    }
}
