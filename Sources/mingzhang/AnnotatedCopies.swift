import Audit
import Documents
import Foundation
import Paper

/// Copies of the PDFs that are checked, with a box and a numbered note at every place of each finding.
struct AnnotatedCopies {
    private struct Job {
        let index: Int
        let path: String
    }

    private let subjects: [CheckInput.Subject]
    private var jobs: [Job] = []
    private var others: [String] = []

    /// - Parameter target: the copy of the one PDF, by its ending; else a folder for those of all.
    init(_ subjects: [CheckInput.Subject], to target: String) throws {
        self.subjects = subjects
        let pdfs = subjects.indices.filter { subjects[$0].isPdf }
        if target.lowercased().hasSuffix(".pdf") {
            guard pdfs.count == 1, subjects.count == 1 else { throw CommandFault.annotateOne(pdfs: pdfs.count) }
            jobs = [Job(index: pdfs[0], path: target)]
        } else {
            guard !pdfs.isEmpty else { throw CommandFault.annotateOne(pdfs: 0) }
            var names: Set<String> = []
            let own = pdfs.map { Self.parts(of: subjects[$0].name) }
            for (index, parts) in zip(pdfs, own) {
                // Of two departments' 说明.pdf each bears its folder's name.
                let isShared = own.count { $0.last == parts.last } > 1
                let own = parts.suffix(isShared ? 2 : 1).joined(separator: " ")
                var (name, number) = (own, 1)
                while !names.insert(name).inserted {
                    number += 1
                    name = "\(own) \(number)"
                }
                jobs.append(Job(index: index, path: target + "/" + name + ".pdf"))
            }
            others = subjects.indices.filter { !pdfs.contains($0) }.map { subjects[$0].name }
        }
        for job in jobs where Self.isSame(job.path, subjects[job.index].member?.file) {
            throw CommandFault.annotateOriginal(job.path)
        }
    }

    /// Its folders and its name without the ending.
    private static func parts(of path: String) -> [String] {
        URL(fileURLWithPath: path).deletingPathExtension().pathComponents
    }

    private static func isSame(_ path: String, _ file: String?) -> Bool {
        guard let file else { return false }
        return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            == URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    }

    /// - Returns: what to say of each. Those that could not be read have been told already and get no copy.
    func write(_ results: [CheckedFile], withNotices: Bool) throws -> [CheckLine] {
        guard let tool = PdfTool.find() else { throw CommandFault.document(file: "", .pdf(.noLibrary)) }
        var lines: [CheckLine] = []
        for job in jobs {
            let subject = subjects[job.index]
            guard let member = subject.member,
                let result = results.first(where: { result in
                    result.report.map { $0.file == subject.name || $0.otherFiles.contains(subject.name) } ?? false
                })
            else { continue }
            let findings = result.findings(withNotices: withNotices)
            let folder = URL(fileURLWithPath: job.path).deletingLastPathComponent().path
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let marked = try Self.write(
                findings, of: subject.name, isMain: result.path == subject.name, member, to: job.path, with: tool)
            lines.append(.annotated(job.path, findings: marked.findings, places: marked.places))
        }
        return lines + others.map { .notAnnotated($0) }
    }

    /// - Parameter isMain: whether the places that name no document are in it.
    /// - Returns: how many findings have a place in it, and how many places were marked.
    private static func write(
        _ findings: [Finding], of file: String, isMain: Bool, _ member: PackageFiles.Member, to path: String,
        with tool: PdfTool
    ) throws -> (findings: Int, places: Int) {
        let copy = NSTemporaryDirectory() + "mingzhang-" + UUID().uuidString + ".pdf"
        defer { if member.file == nil { try? FileManager.default.removeItem(atPath: copy) } }
        if member.file == nil { try FileBytes.write(member.bytes(), to: copy) }
        let original = member.file ?? copy
        var maker = FindingMarks(try tool.pages(of: original), file: file, document: member.name, isMain: isMain)
        let marks = maker.marks(findings)
        try FileBytes.write(try tool.marked(original, with: marks), to: path)
        return (maker.findingCount, marks.count { $0.kind == .note })
    }
}
