import Documents
import Foundation
import Paper

/// Published papers as files: which reader takes one is told by its bytes, never by its name.
enum PaperFile {
    /// More bytes than a published paper has.
    private static let limit = 256 << 20

    static func read(_ path: String) throws -> Paper {
        guard !FileBytes.isFolder(path) else { throw CommandFault.unreadable(path) }
        let bytes = try FileBytes.read(path, limit: limit)
        do {
            switch Kind(bytes) {
            case .docx: return try DocxReader.paper(bytes)
            case .xlsx: return try XlsxReader.paper(bytes)
            case .html: return try HtmlReader.paper(bytes)
            case nil: throw CommandFault.unknownPaper(path)
            }
        } catch let fault as DocumentFault {
            throw CommandFault.document(file: path, fault)
        } catch let fault as HtmlFault {
            throw CommandFault.page(file: path, fault)
        }
    }

    private enum Kind {
        case docx, xlsx, html

        init?(_ bytes: [UInt8]) {
            // An old Office file goes to a reader too, which says what it is.
            if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                let names = (try? ZipReader(bytes).entries.map(\.name)) ?? []
                self = names.contains { $0.hasPrefix("xl/") } ? .xlsx : .docx
                return
            }
            let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
            guard ["<!doctype html", "<html", "<body", "<table"].contains(where: head.contains) else { return nil }
            self = .html
        }
    }
}
