import Documents
import Fiscal
import Foundation
import Paper
import Testing

@testable import mingzhang

enum PdfWorkerProgram {
    /// The built program stands beside the tests.
    static let found: PdfTool? = {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent("mingzhang").path
        let program = [beside, checkout + "/.build/debug/mingzhang"]
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        let library = checkout + "/.tools/pdfium/libpdfium.so"
        guard let program, FileManager.default.isReadableFile(atPath: library) else { return nil }
        return PdfTool(program: program, library: library)
    }()
}

/// The worker process, on good files and bad ones; and bad workers.
@Suite(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"))
struct PdfFiles {
    private let scratch: Scratch
    private let tool: PdfTool

    init() throws {
        scratch = try Scratch()
        tool = try #require(PdfWorkerProgram.found)
    }

    private func file(_ bytes: [UInt8], _ name: String = "file.pdf") throws -> String {
        let path = scratch.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func fault(_ bytes: [UInt8]) throws -> CommandFault? {
        let path = try file(bytes)
        return #expect(throws: CommandFault.self) { try tool.read(path) }
    }

    private func expected(_ fault: PdfFault) -> CommandFault {
        .document(file: scratch.path + "/file.pdf", .pdf(fault))
    }

    @Test("A table, also on a page that is shown turned", arguments: [0, 90, 180, 270])
    func table(_ rotation: Int) throws {
        let reading = try tool.read(file(PdfSamples.table(rotation: rotation)))
        guard case .grid(let grid)? = reading.paper.blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(grid.rows.map { $0.map(\.text) } == [["项目", "金额"], ["甲市", "1,234.50"]])
        #expect(reading.unreadablePages.isEmpty)
    }

    @Test func aPictureIsTold() throws {
        let reading = try tool.read(file(PdfSamples.picture()))
        #expect(reading.unreadablePages == [1] && reading.paper.blocks.isEmpty)
    }

    @Test("Each bad file has one clear sentence")
    func badFiles() throws {
        let whole = PdfSamples.table()
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 5_000)
        #expect(try fault([]) == expected(.empty))
        #expect(try fault(png) == expected(.notPdf))
        #expect(try fault(Array("决算公开".utf8)) == expected(.notPdf))
        #expect(try fault(Array(whole.prefix(whole.count / 2))) == expected(.damaged))
        #expect(try fault(Array("%PDF-1.7\n nothing \n%%EOF\n".utf8)) == expected(.damaged))
        #expect(try fault(PdfSamples.pages(0)) == expected(.damaged))
        #expect(try fault(PdfSamples.encrypted()) == expected(.encrypted))
        #expect(try fault(PdfSamples.pages(5_000)) == expected(.tooManyPages(5_000, limit: PdfLimits.pages)))
        #expect(throws: CommandFault.unreadable(scratch.path + "/none.pdf")) {
            try tool.read(scratch.path + "/none.pdf")
        }
        #expect(throws: CommandFault.self) { try tool.read(scratch.path) }
    }

    @Test("A file with any byte changed is read or refused, and never ends the program")
    func changedBytes() throws {
        let whole = PdfSamples.table()
        var state: UInt64 = 11
        for round in 0..<40 {
            var bytes = whole
            for _ in 0..<(1 + round % 4) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            let path = try file(bytes)
            do {
                _ = try tool.read(path)
            } catch let fault as CommandFault {
                #expect(fault.message.hasPrefix(path) && fault.message.hasSuffix("。"))
            }
        }
    }

    @Test(
        "A worker that hangs, crashes, talks nonsense or never stops talking",
        arguments: [
            ("exec sleep 60", PdfFault.timedOut(1)), ("kill -SEGV $$", .crashed), ("exit 3", .crashed),
            ("echo nonsense", .crashed), ("true", .crashed),
            ("printf 'MZPDF1\\n'; while :; do printf 'PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP'; done", .timedOut(1)),
            ("printf 'MZPDF1\\nE\\001\\000\\000\\000'", .crashed),
        ])
    func badWorkers(_ script: String, _ fault: PdfFault) throws {
        let program = try file(Array("#!/bin/sh\n\(script)\n".utf8), "worker")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let path = try file(PdfSamples.table())
        let broken = PdfTool(program: program, library: tool.library, timeLimit: 1)
        let started = Date()
        #expect(throws: expected(fault)) { try broken.read(path) }
        #expect(Date().timeIntervalSince(started) < 10)
    }

    @Test("Bad files beside good ones, many at once, take nothing from the good ones")
    func manyAtOnce() throws {
        let whole = PdfSamples.table()
        let good = try file(whole, "good.pdf")
        let bad = try file(Array(whole.prefix(whole.count / 2)), "bad.pdf")
        let alone = try tool.read(good).paper
        let papers = Stretches.each(24) { [tool] index in try? tool.read(index % 3 == 0 ? bad : good).paper }
        for (index, paper) in papers.enumerated() { #expect(paper == (index % 3 == 0 ? nil : alone)) }
    }

    @Test func aWorkerOrLibraryThatIsNotThere() throws {
        let path = try file(PdfSamples.table())
        let noProgram = PdfTool(program: scratch.path + "/none", library: tool.library)
        #expect(throws: CommandFault.self) { try noProgram.read(path) }
        let noLibrary = PdfTool(program: tool.program, library: scratch.path + "/none.so")
        #expect(throws: expected(.noLibrary)) { try noLibrary.read(path) }
    }
}
