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

    /// - Returns: the files written, relative to the folder.
    func write(_ packages: [BuiltPackage]) throws -> [String] {
        let staging = folder + ".part"
        let files = FileManager.default
        try? files.removeItem(atPath: staging)
        defer { try? files.removeItem(atPath: staging) }
        var written: [String] = []
        do {
            for package in packages {
                let below = package.scope.folder.isEmpty ? "" : package.scope.folder + "/"
                try files.createDirectory(atPath: staging + "/" + below, withIntermediateDirectories: true)
                for (name, bytes) in try contents(package, staging: staging) {
                    // A package can be built again: nobody need wait until it is on the disk itself.
                    try FileBytes.create(bytes, at: staging + "/" + below + name)
                    written.append(below + name)
                }
                for file in attached(package)?.files ?? [] {
                    try files.copyItem(atPath: file.path, toPath: staging + "/" + below + file.name)
                    written.append(below + file.name)
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
        return written.sorted()
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
        if formats.contains(.json) {
            let (publication, check, book) = (package.publication, package.check, package.facts.book)
            let standards = package.facts.standards
            files.append(
                ("package.json", { PackageJson(publication, book: book, standards: standards, check: check).bytes() }))
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
