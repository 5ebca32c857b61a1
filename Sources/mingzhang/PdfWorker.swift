import CPdfium
import Documents
import Foundation

/// What one PDF may cost.
enum PdfLimits {
    static let pages = 2_000
    /// Of CPU in the worker; the parent waits as long by the clock.
    static let seconds = 120
    /// Address space of the worker, in bytes.
    static let memory = 3 << 30
    static let fileSize = 512 << 20
    /// Characters, and lines, of one page.
    static let marks = 200_000
    /// Bytes that the worker may say.
    static let output = 256 << 20
}

/// One open document.
struct PdfWorker {
    let pdfium: mz_pdfium
    let document: mz_document_t

    /// - Parameter pdfium: initialised.
    init(_ pdfium: mz_pdfium, file: String) throws(PdfFault) {
        self.pdfium = pdfium
        try Self.checkEnds(of: file)
        guard let document = pdfium.loadDocument(file, nil) else {
            switch Int(pdfium.lastError()) {
            case mz_error_password, mz_error_security: throw .encrypted
            default: throw .damaged
            }
        }
        self.document = document
    }

    /// PDFium, ready for use.
    static func load(_ library: String) throws(PdfFault) -> mz_pdfium {
        guard let table = mz_pdfium_load(library) else { throw .noLibrary }
        table.pointee.initLibrary()
        return table.pointee
    }

    /// PDFium mends a file without its end and shows the pages it happens to find: to us the rest would be lost unseen.
    private static func checkEnds(of file: String) throws(PdfFault) {
        guard let handle = FileHandle(forReadingAtPath: file), let size = try? handle.seekToEnd() else {
            throw .damaged
        }
        guard size > 0 else { throw .empty }
        guard size <= UInt64(PdfLimits.fileSize) else { throw .tooLarge(Int(size), limit: PdfLimits.fileSize) }
        let (head, tail) = (bytes(handle, 0, 1_024), bytes(handle, size > 2_048 ? size - 2_048 : 0, 2_048))
        guard head.range(of: Data("%PDF-".utf8)) != nil else { throw .notPdf }
        guard tail.range(of: Data("%%EOF".utf8)) != nil else { throw .damaged }
    }

    private static func bytes(_ handle: FileHandle, _ offset: UInt64, _ count: Int) -> Data {
        guard (try? handle.seek(toOffset: offset)) != nil else { return Data() }
        return (try? handle.read(upToCount: count)) ?? Data()
    }

    func pageCount(limit: Int) throws(PdfFault) -> Int {
        let count = Int(pdfium.pageCount(document))
        guard count > 0 else { throw .damaged }
        guard count <= limit else { throw .tooManyPages(count, limit: limit) }
        return count
    }

    func page(_ index: Int) throws(PdfFault) -> RawPage {
        guard let page = pdfium.loadPage(document, Int32(index)) else { throw .pageDamaged(index + 1) }
        defer { pdfium.closePage(page) }
        var rect = mz_rect()
        guard pdfium.pageBox(page, &rect) != 0, rect.right > rect.left, rect.top > rect.bottom else {
            throw .pageDamaged(index + 1)
        }
        var drawing = PdfDrawing(pdfium: pdfium)
        drawing.read(page)
        guard let characters = characters(page), drawing.isWhole else {
            throw .pageTooDense(index + 1, limit: PdfLimits.marks)
        }
        return RawPage(
            box: RawBox(rect), rotation: Int(pdfium.pageRotation(page)), characters: characters,
            rules: drawing.rules, images: drawing.images)
    }

    /// nil where they are too many.
    private func characters(_ page: mz_page_t) -> [RawCharacter]? {
        guard let text = pdfium.loadText(page) else { return [] }
        defer { pdfium.closeText(text) }
        let count = pdfium.characterCount(text)
        guard count <= PdfLimits.marks else { return nil }
        return (0..<max(0, count)).map { character($0, of: text) }
    }

    private func character(_ index: Int32, of text: mz_text_t) -> RawCharacter {
        var (x, y) = (0.0, 0.0)
        _ = pdfium.characterOrigin(text, index, &x, &y)
        var matrix = mz_matrix(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)
        _ = pdfium.characterMatrix(text, index, &matrix)
        let angle = atan2(matrix.b, matrix.a)
        let size = Float(pdfium.fontSize(text, index)) * hypot(matrix.c, matrix.d)
        var loose = mz_rect()
        let hasLoose = pdfium.looseBox(text, index, &loose) != 0 && abs(angle) < 0.02 && loose.right > loose.left
        return RawCharacter(
            unicode: pdfium.unicode(text, index), box: hasLoose ? RawBox(loose) : tightBox(index, of: text),
            x: Float(x), y: Float(y), size: size, angle: angle,
            isGenerated: pdfium.isGenerated(text, index) == 1, isUnmapped: pdfium.hasNoUnicode(text, index) == 1)
    }

    private func tightBox(_ index: Int32, of text: mz_text_t) -> RawBox {
        var (left, right, bottom, top) = (0.0, 0.0, 0.0, 0.0)
        _ = pdfium.characterBox(text, index, &left, &right, &bottom, &top)
        return RawBox(left: Float(left), bottom: Float(bottom), right: Float(right), top: Float(top))
    }
}

extension RawBox {
    init(_ rect: mz_rect) {
        self.init(left: rect.left, bottom: rect.bottom, right: rect.right, top: rect.top)
    }
}
