import Documents
import Foundation
import Paper
import Testing

@testable import mingzhang

/// A file, a folder or an archive as one package, and files of any format as papers.
struct PackageFolders {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(_ name: String, _ bytes: [UInt8] = Array("<p>决算".utf8)) throws {
        let path = scratch.path + "/" + name
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private func zip(_ names: [String: [UInt8]]) -> [UInt8] {
        var zip = ZipWriter()
        for (name, bytes) in names.sorted(by: { $0.key > $1.key }) { zip.add(name, bytes) }
        return zip.finished()
    }

    private func fault(_ work: () throws -> Void) -> CommandFault? {
        do {
            try work()
            return nil
        } catch { return error as? CommandFault }
    }

    private let page = Array("<html><p>支出12.5万元".utf8)

    @Test func aFolderIsOnePackageInTheOrderOfItsNumbers() throws {
        for name in [
            "附件10.html", "附件2.htm", "子/表.xlsx", "说明.txt", ".隐.txt", "~$说明.docx", "Thumbs.db", "图.png", "__MACOSX/a.txt",
        ] {
            try write(name)
        }
        try write("包.zip", zip(["b/2.html": page, "b/1.html": page, "b/x.bin": [1]]))
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/回", withDestinationPath: scratch.path)
        let files = try PackageFiles(path: scratch.path)
        #expect(
            files.members.map(\.name)
                == ["包.zip/b/1.html", "包.zip/b/2.html", "子/表.xlsx", "说明.txt", "附件2.htm", "附件10.html"])
        #expect(files.skipped == ["回", "图.png"])
        #expect(files.isPackage)
        #expect(
            try PaperFile.read(files.members[0]).paper.blocks == [
                .paragraph(Paragraph("支出12.5万元", place: .paragraph(1)))
            ])
    }

    @Test func anArchiveIsAPackageAndOneWithinItIsRefused() throws {
        try write("包.bin", zip(["a.html": page, "内.zip": zip(["b.html": page]), "假.docx": zip(["b.html": page])]))
        let files = try PackageFiles(path: scratch.path + "/包.bin")
        #expect(files.members.map(\.name) == ["a.html", "假.docx", "内.zip"])
        #expect(try files.members[0].bytes() == page)
        for member in files.members.dropFirst() {
            #expect(fault { _ = try member.bytes() } == .document(file: member.name, .file(.nestedArchive)))
        }
    }

    /// The name is kept in GBK, without the flag for UTF-8, as Chinese Windows writes it.
    @Test func namesInGbkAreText() throws {
        var bytes = zip(["XXXX.html": page])
        let gbk: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3]
        for index in bytes.indices.dropLast(9) where Array(bytes[index..<index + 9]) == Array("XXXX.html".utf8) {
            bytes.replaceSubrange(index..<index + 4, with: gbk)
        }
        try write("包.zip", bytes)
        #expect(try PackageFiles(path: scratch.path + "/包.zip").members.map(\.name) == ["决算.html"])
    }

    @Test func nothingToReadIsOneMessage() throws {
        try write("图.png", [0x89, 0x50])
        #expect(fault { _ = try PackageFiles(path: scratch.path) } == .noDocuments(scratch.path))
        try write("空.zip", zip(["图.png": [1]]))
        let path = scratch.path + "/空.zip"
        #expect(fault { _ = try PackageFiles(path: path) } == .noDocuments(path))
        #expect(fault { _ = try PackageFiles(path: scratch.path + "/没有") } == .unreadable(scratch.path + "/没有"))
    }

    @Test func formatsAreToldByBytesNotByNames() throws {
        try write("决算.xls", Array("<table><tr><td>收入<td>1.50</table>".utf8))
        try write("决算.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
        try write("决算.docx", [])
        func read(_ name: String) throws -> Paper {
            try PaperFile.read(#require(PackageFiles(path: scratch.path + "/" + name).members.first)).paper
        }
        guard case .grid(let grid)? = try read("决算.xls").blocks.first else { throw CommandFault.noYear }
        #expect(grid.rows[0].map(\.text) == ["收入", "1.50"])
        #expect(fault { _ = try read("决算.pdf") } == .document(file: "决算.pdf", .file(.picture("PNG"))))
        #expect(fault { _ = try read("决算.docx") } == .document(file: "决算.docx", .file(.empty)))
    }

    @Test func documentsOfOldProgramsNeedLibreOffice() throws {
        let rtf = Array("{\\rtf1\\ansi 12.50}".utf8)
        guard OfficeTool.find() != nil else {
            #expect(fault { _ = try PaperFile.read(rtf, name: "a.doc") } == .noOffice("a.doc"))
            return
        }
        let paper = try PaperFile.read(rtf, name: "a.doc").paper
        #expect(paper.blocks == [.paragraph(Paragraph("12.50", place: .paragraph(1)))])
        try write("慢", Array("#!/bin/sh\nsleep 30 & wait".utf8))
        let slow = OfficeTool(program: scratch.path + "/慢")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.program)
        let tooLong = fault { _ = try slow.converted(rtf, to: "docx", timeLimit: 1) }
        #expect(tooLong == .toolFailed(tool: "LibreOffice", .tooLong(seconds: 1)))
        let missing = OfficeTool(program: "/没有")
        guard case .toolFailed("LibreOffice", _)? = fault({ _ = try missing.converted(rtf, to: "docx") }) else {
            Issue.record("a program that is not there")
            return
        }
    }
}
