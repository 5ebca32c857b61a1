/// What the worker process says on its standard output: pages, then the end or a fault. Little endian.
///
///     "MZPDF1\n"  { 'P' page } ( 'E' count | 'F' kind argument argument )
package enum RawPageStream {
    package static let magic = Array("MZPDF1\n".utf8)

    package static func page(_ page: RawPage) -> [UInt8] {
        var writer = ByteWriter()
        writer.bytes.reserveCapacity(64 + page.characters.count * 37 + page.rules.count * 16)
        writer.bytes.append(UInt8(ascii: "P"))
        writer.put(page.box)
        writer.put(UInt32(truncatingIfNeeded: page.rotation))
        writer.put(UInt32(page.characters.count))
        writer.put(UInt32(page.rules.count))
        writer.put(UInt32(page.images.count))
        for it in page.characters {
            writer.put(it.unicode)
            writer.put(it.box)
            for value in [it.x, it.y, it.size, it.angle] { writer.put(value.bitPattern) }
            writer.bytes.append((it.isGenerated ? 1 : 0) | (it.isUnmapped ? 2 : 0))
        }
        for it in page.rules { for value in [it.x1, it.y1, it.x2, it.y2] { writer.put(value.bitPattern) } }
        for it in page.images { writer.put(it) }
        return writer.bytes
    }

    package static func end(pages: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.bytes.append(UInt8(ascii: "E"))
        writer.put(UInt32(pages))
        return writer.bytes
    }

    package static func fault(_ fault: PdfFault) -> [UInt8] {
        let (kind, first, second) = numbers(of: fault)
        var writer = ByteWriter()
        writer.bytes.append(UInt8(ascii: "F"))
        for value in [kind, first, second] { writer.put(UInt32(truncatingIfNeeded: value)) }
        return writer.bytes
    }

    /// - Throws: the fault that the worker reported, or `.crashed` where the stream breaks off.
    package static func pages(_ bytes: [UInt8]) throws(PdfFault) -> [RawPage] {
        guard bytes.starts(with: magic) else { throw .crashed }
        var reader = ByteReader(bytes: bytes, at: magic.count)
        var pages: [RawPage] = []
        while true {
            switch try reader.byte() {
            case UInt8(ascii: "P"): pages.append(try reader.page())
            case UInt8(ascii: "E"):
                guard try Int(reader.word()) == pages.count else { throw .crashed }
                return pages
            case UInt8(ascii: "F"): throw fault(try reader.word(), try Int(reader.word()), try Int(reader.word()))
            default: throw .crashed
            }
        }
    }

    private static func numbers(of fault: PdfFault) -> (kind: Int, Int, Int) {
        switch fault {
        case .notPdf: (1, 0, 0)
        case .empty: (2, 0, 0)
        case .encrypted: (3, 0, 0)
        case .damaged: (4, 0, 0)
        case .pageDamaged(let page): (5, page, 0)
        case .tooManyPages(let count, let limit): (6, count, limit)
        case .pageTooDense(let page, let limit): (7, page, limit)
        case .tooLarge(let bytes, let limit): (8, bytes >> 20, limit >> 20)
        case .timedOut(let seconds): (9, seconds, 0)
        case .crashed: (10, 0, 0)
        case .noLibrary: (11, 0, 0)
        }
    }

    private static func fault(_ kind: UInt32, _ first: Int, _ second: Int) -> PdfFault {
        switch kind {
        case 1: .notPdf
        case 2: .empty
        case 3: .encrypted
        case 4: .damaged
        case 5: .pageDamaged(first)
        case 6: .tooManyPages(first, limit: second)
        case 7: .pageTooDense(first, limit: second)
        case 8: .tooLarge(first << 20, limit: second << 20)
        case 9: .timedOut(first)
        case 11: .noLibrary
        default: .crashed
        }
    }
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func put(_ value: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func put(_ box: RawBox) {
        for value in [box.left, box.bottom, box.right, box.top] { put(value.bitPattern) }
    }
}

/// Reads what another process wrote: nothing of it is trusted.
private struct ByteReader {
    let bytes: [UInt8]
    var at: Int

    mutating func byte() throws(PdfFault) -> UInt8 {
        guard at < bytes.count else { throw .crashed }
        at += 1
        return bytes[at - 1]
    }

    mutating func word() throws(PdfFault) -> UInt32 {
        guard at + 4 <= bytes.count else { throw .crashed }
        at += 4
        return UInt32(bytes[at - 4]) | UInt32(bytes[at - 3]) << 8 | UInt32(bytes[at - 2]) << 16
            | UInt32(bytes[at - 1]) << 24
    }

    /// A number that is none, or is off any page, counts as 0.
    mutating func number() throws(PdfFault) -> Float {
        let value = Float(bitPattern: try word())
        return value.magnitude < 1e6 ? value : 0
    }

    mutating func box() throws(PdfFault) -> RawBox {
        RawBox(left: try number(), bottom: try number(), right: try number(), top: try number())
    }

    mutating func page() throws(PdfFault) -> RawPage {
        var page = RawPage(box: try box(), rotation: Int(try word() & 3))
        let counts = (characters: Int(try word()), rules: Int(try word()), images: Int(try word()))
        // The counts are another process's word: room is made only for what is really there.
        guard counts.characters * 37 + counts.rules * 16 + counts.images * 16 <= bytes.count - at else {
            throw .crashed
        }
        page.characters.reserveCapacity(counts.characters)
        for _ in 0..<counts.characters { page.characters.append(try character()) }
        page.rules.reserveCapacity(counts.rules)
        for _ in 0..<counts.rules {
            page.rules.append(RawRule(x1: try number(), y1: try number(), x2: try number(), y2: try number()))
        }
        for _ in 0..<counts.images { page.images.append(try box()) }
        return page
    }

    private mutating func character() throws(PdfFault) -> RawCharacter {
        let unicode = try word()
        var it = RawCharacter(
            unicode: unicode, box: try box(), x: try number(), y: try number(), size: try number(),
            angle: try number())
        let flags = try byte()
        it.isGenerated = flags & 1 != 0
        it.isUnmapped = flags & 2 != 0
        return it
    }
}
