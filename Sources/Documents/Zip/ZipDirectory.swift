import Foundation

/// Finds and reads the central directory of an archive, ZIP64 fields included.
struct ZipDirectory {
    let bytes: [UInt8]
    let limits: ZipLimits
    private let view: ByteView

    init(bytes: [UInt8], limits: ZipLimits) {
        self.bytes = bytes
        self.limits = limits
        self.view = ByteView(bytes)
    }

    /// All entries but folders, in the order written.
    func entries() throws(DocumentFault) -> [ZipReader.Entry] {
        let end = try endRecord()
        guard end.count <= limits.entryCount else {
            throw .zipTooManyEntries(end.count, limit: limits.entryCount)
        }
        var result: [ZipReader.Entry] = []
        var position = end.offset
        for _ in 0..<end.count {
            let (entry, next) = try entry(at: position)
            if !entry.name.hasSuffix("/") { result.append(entry) }
            position = next
        }
        return result
    }

    /// The end record is last, but for a comment of at most 65,535 bytes.
    private func endRecord() throws(DocumentFault) -> (count: Int, offset: Int) {
        guard bytes.count >= 4, bytes[0] == 0x50, bytes[1] == 0x4B else {
            throw bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .compoundFile : .notZip
        }
        var position = bytes.count - 22
        let lowest = max(0, position - 65_535)
        while position >= lowest {
            if view.u32(position) == 0x0605_4B50 { break }
            position -= 1
        }
        guard position >= lowest, let count = view.u16(position + 10), let offset = view.u32(position + 16) else {
            throw .zipTruncated
        }
        if count == 0xFFFF || offset == 0xFFFF_FFFF { return try bigEndRecord(before: position) }
        return (count, offset)
    }

    private func bigEndRecord(before position: Int) throws(DocumentFault) -> (count: Int, offset: Int) {
        guard view.u32(position - 20) == 0x0706_4B50, let record = view.u64(position - 12),
            view.u32(record) == 0x0606_4B50, let count = view.u64(record + 32), let offset = view.u64(record + 48)
        else { throw .zipTruncated }
        return (count, offset)
    }

    private func entry(at position: Int) throws(DocumentFault) -> (ZipReader.Entry, next: Int) {
        guard view.u32(position) == 0x0201_4B50,
            let flags = view.u16(position + 8), let method = view.u16(position + 10),
            let checksum = view.u32(position + 16), let compressed = view.u32(position + 20),
            let expanded = view.u32(position + 24), let nameLength = view.u16(position + 28),
            let extraLength = view.u16(position + 30), let commentLength = view.u16(position + 32),
            let offset = view.u32(position + 42), position + 46 + nameLength + extraLength <= bytes.count
        else { throw .zipTruncated }
        let nameStart = position + 46
        let name = Self.name(bytes[nameStart..<nameStart + nameLength])
        var sizes = [expanded, compressed, offset]
        try readBigSizes(&sizes, from: nameStart + nameLength, length: extraLength)
        let entry = ZipReader.Entry(
            name: name, method: method, isEncrypted: flags & 0x41 != 0, checksum: UInt32(checksum),
            compressedSize: sizes[1], expandedSize: sizes[0], offset: sizes[2])
        return (entry, nameStart + nameLength + extraLength + commentLength)
    }

    /// In ZIP64 a size of 0xFFFFFFFF stands in extra field 1, only those that need it, in this order.
    private func readBigSizes(_ sizes: inout [Int], from start: Int, length: Int) throws(DocumentFault) {
        guard sizes.contains(0xFFFF_FFFF) else { return }
        var field = start
        while field + 4 <= start + length, let id = view.u16(field), let size = view.u16(field + 2) {
            if id == 1 {
                var value = field + 4
                for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
                    guard let big = view.u64(value) else { throw .zipTruncated }
                    sizes[index] = big
                    value += 8
                }
                return
            }
            field += 4 + size
        }
    }

    /// UTF-8 where the bytes are that, whatever the flag says; else GBK, as Chinese Windows writes names.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        let text = String(validating: bytes, as: UTF8.self) ?? String(data: Data(bytes), encoding: gb18030)
        let name = text ?? String(decoding: bytes, as: UTF8.self)
        return name.contains("\\") ? String(name.map { $0 == "\\" ? "/" : $0 }) : name
    }
}

/// Little-endian integers out of bytes; nil beyond either end.
struct ByteView {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func u16(_ offset: Int) -> Int? { integer(offset, 2).map { Int($0) } }
    func u32(_ offset: Int) -> Int? { integer(offset, 4).map { Int($0) } }
    /// nil also where the value does not fit an address.
    func u64(_ offset: Int) -> Int? { integer(offset, 8).flatMap { $0 < 1 << 48 ? Int($0) : nil } }

    private func integer(_ offset: Int, _ width: Int) -> UInt64? {
        guard offset >= 0, offset <= bytes.count - width else { return nil }
        var value: UInt64 = 0
        for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        return value
    }
}
