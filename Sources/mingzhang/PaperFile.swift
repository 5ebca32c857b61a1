import Documents
import Foundation
import Paper
import Publication

/// Published papers as files: which reader takes one is told by its bytes, never by its name.
struct PaperFile {
    let paper: Paper
    /// What of the file its reader could not read.
    var unread: [UnreadPart] = []

    /// More bytes than a published paper has.
    private static let limit = 256 << 20

    static func read(_ path: String) throws -> PaperFile {
        guard !FileBytes.isFolder(path) else { throw CommandFault.unreadable(path) }
        let bytes = try FileBytes.read(path, limit: limit)
        do {
            switch Kind(bytes) {
            case .docx: return PaperFile(paper: try DocxReader.paper(bytes))
            case .xlsx: return PaperFile(paper: try XlsxReader.paper(bytes))
            case .html: return PaperFile(paper: try HtmlReader.paper(bytes))
            case .pdf: return try pdf(path)
            case nil: throw CommandFault.unknownPaper(path)
            }
        } catch let fault as DocumentFault {
            throw CommandFault.document(file: path, fault)
        } catch let fault as HtmlFault {
            throw CommandFault.page(file: path, fault)
        }
    }

    private static func pdf(_ path: String) throws -> PaperFile {
        guard let tool = PdfTool.find() else { throw DocumentFault.pdf(.noLibrary) }
        let reading = try tool.read(path)
        let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)
        return PaperFile(
            paper: reading.paper,
            unread: reading.unreadablePages.map {
                UnreadPart(reason: .picture, title: "", place: .page($0, box: nowhere))
            })
    }

    private enum Kind {
        case docx, xlsx, html, pdf

        init?(_ bytes: [UInt8]) {
            // An old Office file goes to a reader too, which says what it is.
            if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                let names = (try? ZipReader(bytes).entries.map(\.name)) ?? []
                self = names.contains { $0.hasPrefix("xl/") } ? .xlsx : .docx
                return
            }
            let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
            if head.contains("%pdf-") {
                self = .pdf
            } else if ["<!doctype html", "<html", "<body", "<table"].contains(where: head.contains) {
                self = .html
            } else {
                return nil
            }
        }
    }
}
