import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards
import Testing

@testable import mingzhang

/// Our packages printed to PDF by three programs, each of which draws lines and letters its own way.
@Suite(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"))
struct OtherProducers {
    enum Producer: String, CaseIterable, Sendable {
        case typst, libreOffice, chromium

        /// nil where the program is not installed.
        func pdf(of paper: Paper) throws -> [UInt8]? {
            switch self {
            case .typst: return try PaperCopy.pdf(of: paper)
            case .libreOffice: return try OfficeTool.find()?.converted(DocxWriter.write(paper), to: "pdf")
            case .chromium: return try Chromium.find()?.pdf(ofPage: HtmlWriter.write(paper))
            }
        }
    }

    @Test("Every figure of every form and sentence is read", arguments: Printing.all, Producer.allCases)
    func everyFigure(_ printing: Printing, _ producer: Producer) throws {
        let package = try printing.built()
        let tool = try #require(PdfWorkerProgram.found)
        guard let bytes = try producer.pdf(of: package.publication.paper) else {
            print("\(producer) \(printing): not run, the program is not installed")
            return
        }
        let wanted = try #require(try PaperCopy.docx.read(package.publication.paper))
        let found = try PaperCopy.read(bytes, by: tool)
        let (ours, theirs) = (try understood(wanted, package), try understood(found, package))
        #expect(theirs.tables.map(\.form.id) == ours.tables.map(\.form.id))
        for (a, b) in zip(ours.tables, theirs.tables) {
            #expect(b.unrecognizedRows.isEmpty && b.unassigned.isEmpty && b.missingColumns.isEmpty, "\(b.form.id)")
            #expect(a.figures.map(Self.said) == b.figures.map(Self.said), "\(b.form.id)")
        }
        #expect(ours.claims.map(Self.said) == theirs.claims.map(Self.said))
        // A page for browsers has charts: on paper the bars of one may look like the lines of a table, which no form is.
        let isPlain = !ours.evaluations.isEmpty || theirs.otherGrids.isEmpty
        #expect(producer == .chromium || theirs.unread.isEmpty && isPlain)
        print(
            "\(producer) \(printing): \(theirs.tables.reduce(0) { $0 + $1.figures.count }) cells,",
            "\(theirs.claims.count) claims")
    }

    private func understood(_ paper: Paper, _ package: BuiltPackage) throws -> UnderstoodPaper {
        try PaperReader.read(
            paper, file: "决算", places: Printing.places.get(), region: package.facts.standards.region)
    }

    private static func said(_ figure: ReadFigure) -> String {
        "\(figure.figure) \(figure.printed?.text() ?? "") \(figure.unit)"
    }
}

/// Chromium without a window.
struct Chromium {
    let program: String

    static func find() -> Chromium? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { String($0) }
        let programs = folders.flatMap { [$0 + "/chromium", $0 + "/google-chrome"] }
        return programs.first { FileManager.default.isExecutableFile(atPath: $0) }.map { Chromium(program: $0) }
    }

    /// A page as its print button prints it.
    func pdf(ofPage html: String) throws -> [UInt8] {
        let scratch = try Scratch()
        try scratch.write(html, to: "page.html")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = [
            "-s", "KILL", "60", program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--user-data-dir=\(scratch.path)/profile", "--no-pdf-header-footer",
            "--print-to-pdf=\(scratch.path)/page.pdf", "file://\(scratch.path)/page.html",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try FileBytes.read(scratch.path + "/page.pdf")
    }
}
