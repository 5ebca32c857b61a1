/// What a file is, told by its bytes: its name may say anything.
package enum FileKind: Sendable, Hashable {
    case pdf
    case docx
    case xlsx
    case html
    case text
    /// An archive that is no document itself.
    case zip
    /// Of another word processor or of before 2007 (.doc, .odt, .rtf): readable once converted to .docx.
    case otherDocument
    /// The same of workbooks (.xls, .ods): readable once converted to .xlsx.
    case otherWorkbook

    /// What the bytes are; pictures, files with a password and whatever else cannot be read are faults.
    package init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) {
        guard bytes.contains(where: { $0 != 0 && $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }) else { throw .file(.empty) }
        if let found = Self.signatures.first(where: { $0.fits(bytes) }) {
            throw .file(found.fault)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = try Self.compound(bytes)
        } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            self = try Self.archive(ZipReader(bytes, limits: limits))
        } else {
            self = try Self.written(bytes)
        }
    }

    private struct Signature {
        var offset = 0
        let bytes: [UInt8]
        /// What the file begins with besides.
        var before: [UInt8] = []
        let fault: FileFault

        func fits(_ file: [UInt8]) -> Bool {
            file.starts(with: before) && file.dropFirst(offset).starts(with: bytes)
        }
    }

    /// Kinds that hold no text to be read.
    private static let signatures = [
        Signature(bytes: [0x89, 0x50, 0x4E, 0x47], fault: .picture("PNG")),
        Signature(bytes: [0xFF, 0xD8, 0xFF], fault: .picture("JPEG")),
        Signature(bytes: Array("GIF8".utf8), fault: .picture("GIF")),
        // Behind the size stand four zero bytes, without which this would be any text that begins with BM.
        Signature(offset: 6, bytes: [0, 0, 0, 0], before: Array("BM".utf8), fault: .picture("BMP")),
        Signature(bytes: [0x49, 0x49, 0x2A, 0], fault: .picture("TIFF")),
        Signature(bytes: [0x4D, 0x4D, 0, 0x2A], fault: .picture("TIFF")),
        Signature(offset: 8, bytes: Array("WEBP".utf8), fault: .picture("WebP")),
        Signature(offset: 4, bytes: Array("ftypheic".utf8), fault: .picture("HEIC")),
        Signature(bytes: Array("Rar!".utf8), fault: .archive("RAR")),
        Signature(bytes: [0x37, 0x7A, 0xBC, 0xAF], fault: .archive("7z")),
        Signature(bytes: [0x1F, 0x8B, 8], fault: .archive("gzip")),
    ]

    // MARK: Containers

    private static func archive(_ zip: ZipReader) throws(DocumentFault) -> FileKind {
        let names = zip.entries.map(\.name)
        if names.contains("[Content_Types].xml") || names.contains("_rels/.rels") {
            if names.contains(where: { $0.hasPrefix("word/") }) { return .docx }
            if names.contains(where: { $0.hasPrefix("xl/") }) { return .xlsx }
            if names.contains(where: { $0.hasPrefix("ppt/") }) { throw .file(.unsupported("PowerPoint")) }
        }
        if names.contains("OFD.xml") { throw .file(.unsupported("OFD")) }
        if let entry = zip.entries.first(where: { $0.name == "mimetype" }), entry.expandedSize < 200 {
            let type = String(decoding: try zip.contents(of: "mimetype") ?? [], as: UTF8.self)
            if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .otherDocument }
            if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return .otherWorkbook }
        }
        return .zip
    }

    /// Streams of a compound file go by names in UTF-16, each in an entry of 128 bytes of its directory.
    private static func compound(_ bytes: [UInt8]) throws(DocumentFault) -> FileKind {
        func holds(_ name: String) -> Bool {
            var wanted: [UInt8] = []
            for letter in name.utf8 { wanted += [letter, 0] }
            wanted += [0, 0]
            return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: wanted) }
        }
        if holds("EncryptedPackage") { throw .file(.encrypted) }
        if holds("WordDocument") { return .otherDocument }
        if holds("Workbook") || holds("Book") { return .otherWorkbook }
        if holds("PowerPoint Document") { throw .file(.unsupported("PowerPoint")) }
        throw .compoundFile
    }

    // MARK: Text

    private static func written(_ bytes: [UInt8]) throws(DocumentFault) -> FileKind {
        if bytes.prefix(1024).firstRange(of: "%PDF-".utf8) != nil { return .pdf }
        if bytes.starts(with: "{\\rtf".utf8) { return .otherDocument }
        // In UTF-16 every second byte of a tag is NUL.
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let letters = bytes.prefix(8192).filter { $0 != 0 }.map { $0 < 0x80 ? $0 : 0x20 }
        let head = String(decoding: letters, as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace }
        if start.hasPrefix("<?xml") {
            if head.contains("progid=\"word.document\"") { return .otherDocument }
            if head.contains("progid=\"excel.sheet\"") { return .otherWorkbook }
        }
        let tags = ["<html", "<!doctype html", "<head", "<body", "<table", "<div", "<meta", "<p>", "<p "]
        if start.hasPrefix("<"), tags.contains(where: { head.contains($0) }) { return .html }
        if start.hasPrefix("mime-version:") { throw .file(.unsupported("MHT")) }
        guard isWide || isText(bytes.prefix(8192)) else { throw .file(.unknown) }
        return .text
    }

    /// No zero byte, and of other control characters only the few that editors leave behind.
    private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
        let controls = head.count { $0 < 0x20 && !(0x08...0x0D).contains($0) }
        return !head.contains(0) && 50 * controls <= head.count
    }
}
