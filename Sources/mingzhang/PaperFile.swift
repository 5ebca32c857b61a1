import Documents
import Fiscal
import Paper

/// Bytes of any readable format → a paper; what is read first by others than `Documents` is brought to it here.
enum PaperFile {
    /// The paper behind the bytes. Which format they are of, they say themselves.
    ///
    /// - Parameter name: what the file is called, for messages.
    static func read(_ bytes: [UInt8], name: String, limits: ZipLimits = .standard) throws -> DocumentReading {
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
            case .pdf: throw DocumentFault.file(.unsupported("PDF"))
            case .text: throw DocumentFault.file(.unsupported("TXT"))
            }
        } catch let fault as DocumentFault { throw CommandFault.document(file: name, fault) }
    }

    private static func converted(_ bytes: [UInt8], to format: String, name: String) throws -> [UInt8] {
        guard let office = OfficeTool.find() else { throw CommandFault.noOffice(name) }
        return try office.converted(bytes, to: format)
    }
}
