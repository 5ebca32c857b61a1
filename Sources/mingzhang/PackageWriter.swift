import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Publication

/// The formats a package is written in.
enum PackageFormat: String, CaseIterable {
    case docx, xlsx, html, pdf, json

    static func parse(_ text: String?) throws -> Set<PackageFormat> {
        guard let text else { return Set(allCases) }
        return Set(
            try text.split(separator: ",").map { name in
                guard let format = PackageFormat(rawValue: String(name).lowercased()) else {
                    throw CommandFault.wrongFormat(String(name), allowed: allCases.map(\.rawValue))
                }
                return format
            })
    }
}

/// Writes packages whole: into a folder beside, then renamed into place.
struct PackageWriter {
    let folder: String
    let formats: Set<PackageFormat>
    let progress: Progress
    /// What goes with a package besides the documents written here.
    var attached: (BuiltPackage) -> AttachedFiles? = { _ in nil }

    /// - Parameter book: the folder of the book, where nothing is taken away.
    /// - Returns: the files written, relative to the folder, and what became of those of a former build.
    func write(_ packages: [BuiltPackage], book: String) throws -> (files: [String], former: [FormerPackage.Outcome]) {
        let staging = folder + ".part"
        let files = FileManager.default
        try? files.removeItem(atPath: staging)
        defer { try? files.removeItem(atPath: staging) }
        var written: [String] = []
        var former: [FormerPackage] = []
        do {
            for package in packages {
                let below = package.scope.folder.isEmpty ? "" : package.scope.folder + "/"
                let names = try stage(package, in: staging + "/" + below, tools: staging)
                written += names.map { below + $0 }
                if let old = FormerPackage(folder: folder + "/" + below, book: book) {
                    former.append(old.without(names, title: package.publication.paper.title))
                }
            }
            try moveIntoPlace(written, from: staging)
        } catch CommandFault.unwritable {
            // The folder beside is our own affair: what the user named is what cannot be written.
            throw CommandFault.unwritable(folder)
        } catch let fault as CommandFault {
            throw fault
        } catch {
            throw CommandFault.unwritable(folder)
        }
        return (written.sorted(), former.compactMap { $0.remove() })
    }

    /// - Returns: the names of the files written.
    private func stage(_ package: BuiltPackage, in folder: String, tools: String) throws -> [String] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var written: [PackageJson.WrittenFile] = []
        func note(_ name: String, _ bytes: [UInt8]) {
            // Nobody asks for them without a list that they stand in.
            let checksum = formats.contains(.json) ? FileChecksum.text(bytes) : ""
            written.append(PackageJson.WrittenFile(name: name, checksum: checksum))
        }
        for (name, bytes) in try contents(package, staging: tools) {
            // A package can be built again: nobody need wait until it is on the disk itself.
            try FileBytes.create(bytes, at: folder + name)
            note(name, bytes)
        }
        for file in attached(package)?.files ?? [] {
            try FileManager.default.copyItem(atPath: file.path, toPath: folder + file.name)
            note(file.name, formats.contains(.json) ? try FileBytes.read(folder + file.name) : [])
        }
        guard formats.contains(.json) else { return written.map(\.name) }
        var json = PackageJson(
            package.publication, book: package.facts.book, standards: package.facts.standards, check: package.check)
        json.files = written
        try FileBytes.create(json.bytes(), at: folder + FormerPackage.listName)
        return written.map(\.name) + [FormerPackage.listName]
    }

    private func moveIntoPlace(_ names: [String], from staging: String) throws {
        for name in names {
            let target = folder + "/" + name
            let parent = (target as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            guard rename(staging + "/" + name, target) == 0 else { throw CommandFault.unwritable(target) }
        }
    }

    private func contents(_ package: BuiltPackage, staging: String) throws -> [(String, [UInt8])] {
        let paper = package.publication.paper
        let told = MessageLanguage.$current.withValue(.chinese) { () -> [String] in
            let unanswered = UnansweredPerformance([package])
            return unanswered.hints + unanswered.messages
        }
        let checklist = Checklist.paper(package.publication, facts: package.facts, check: package.check, told: told)
        let name = paper.title
        let typeset = try typeset(paper, staging: staging)
        let pages = pages(paper, typeset)
        // What takes longest first, so that none is left alone at the end.
        var files: [AtOnce.File] = []
        if formats.contains(.docx) {
            files.append((name + ".docx", { DocxWriter.write(paper, contentsPages: pages) }))
        }
        if formats.contains(.xlsx) { files.append((name + ".xlsx", { try XlsxWriter.write(paper) })) }
        if formats.contains(.html) { files.append((name + ".html", { Array(HtmlWriter.write(paper).utf8) })) }
        files.append((Checklist.title + ".docx", { DocxWriter.write(checklist) }))
        if let pdf = typeset?.pdf, formats.contains(.pdf) { files.append((name + ".pdf", { pdf })) }
        return try AtOnce.bytes(of: files)
    }

    /// The PDF, and with it the page numbers for the docx's contents; nil where Typst is not installed.
    private func typeset(_ paper: Paper, staging: String) throws -> TypstTool.Result? {
        guard formats.contains(.pdf) || formats.contains(.docx) else { return nil }
        guard let tool = TypstTool.find() else {
            if formats.contains(.pdf) {
                complain(.noTypst(key: TypstTool.environmentKey))
            }
            return nil
        }
        guard formats.contains(.pdf) else { return nil }
        return try tool.compile(TypstWriter.source(paper), in: staging)
    }

    private func pages(_ paper: Paper, _ typeset: TypstTool.Result?) -> [String: Int] {
        guard let typeset else { return [:] }
        let anchors = paper.blocks.compactMap { block -> String? in
            if case .heading(_, let paragraph) = block { return paragraph.anchor }
            return nil
        }
        return Dictionary(zip(anchors, typeset.headingPages), uniquingKeysWith: { first, _ in first })
    }
}
