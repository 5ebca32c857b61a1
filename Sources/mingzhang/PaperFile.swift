import Documents
import Foundation
import Paper
import Publication

/// Bytes of any readable format → a paper; what is read first by others than `Documents` is brought to it here.
enum PaperFile {
    /// One file; a folder or an archive of several is a package, which `PackageFiles` opens.
    static func read(path: String) throws -> DocumentReading {
        guard !FileBytes.isFolder(path) else { throw CommandFault.unreadable(path) }
        return try read(FileBytes.read(path, limit: PackageFiles.sizeLimit), name: path, file: path)
    }

    static func read(_ member: PackageFiles.Member) throws -> DocumentReading {
        try read(member.bytes(), name: member.name, file: member.file)
    }

    /// The paper behind the bytes. Which format they are of, they say themselves.
    ///
    /// - Parameters:
    ///   - name: what the file is called, for messages.
    ///   - file: where the same bytes stand on disk, if they do.
    static func read(
        _ bytes: [UInt8], name: String, file: String? = nil, limits: ZipLimits = .standard
    ) throws -> DocumentReading {
        do {
            switch try FileKind(bytes, limits: limits) {
            case .docx: return try DocxReader.reading(bytes, limits: limits)
            case .xlsx: return try XlsxReader.reading(bytes, limits: limits)
            case .html: return DocumentReading(paper: try HtmlReader.paper(bytes))
            case .otherDocument:
                return try DocxReader.reading(converted(bytes, to: "docx", name: name), limits: limits)
            case .otherWorkbook:
                return try XlsxReader.reading(converted(bytes, to: "xlsx", name: name), limits: limits)
            case .zip: throw DocumentFault.file(.nestedArchive)
            case .pdf: return try pdf(bytes, name: name, file: file)
            case .text: return DocumentReading(paper: try TextReader.read(bytes))
            }
        } catch let fault as DocumentFault {
            throw CommandFault.document(file: name, fault)
        }
    }

    private static func pdf(_ bytes: [UInt8], name: String, file: String?) throws -> DocumentReading {
        guard let tool = PdfTool.find() else { throw DocumentFault.pdf(.noLibrary) }
        let copy = NSTemporaryDirectory() + "mingzhang-" + UUID().uuidString + ".pdf"
        defer { if file == nil { try? FileManager.default.removeItem(atPath: copy) } }
        if file == nil { try FileBytes.write(bytes, to: copy) }
        do {
            let reading = try tool.read(file ?? copy)
            let notes = reading.unreadablePages.isEmpty ? [] : [ReadingNote.picturePages(reading.unreadablePages)]
            return DocumentReading(paper: reading.paper, notes: notes)
        } catch CommandFault.document(_, let fault) { throw fault }
    }

    private static func converted(_ bytes: [UInt8], to format: String, name: String) throws -> [UInt8] {
        guard let office = OfficeTool.find() else { throw CommandFault.noOffice(name) }
        return try office.converted(bytes, to: format)
    }
}

extension DocumentReading {
    /// Pages that hold pictures only, as parts that were not understood.
    var unread: [UnreadPart] {
        let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
        return notes.flatMap { note -> [UnreadPart] in
            guard case .picturePages(let pages) = note else { return [] }
            return pages.map { UnreadPart(reason: .picture, title: "", place: .page($0, box: nowhere)) }
        }
    }

    /// What else its reader has to say: hidden sheets, changes not accepted, formulas without results.
    var remarks: [ReadingNote] {
        notes.filter { note in
            if case .picturePages = note { return false }
            return true
        }
    }
}
