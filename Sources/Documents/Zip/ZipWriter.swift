/// Writes an archive into memory: deflated, UTF-8 names, every time stamp 1980-01-01, so that equal parts give equal bytes.
package struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private static let firstOfJanuary1980 = 0x0021

    package init() {}

    /// Adds a file; an entry that deflate cannot make smaller is stored.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        let offset = body.count
        let packed = Deflate.deflate(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
        let data = packed ?? bytes
        var fields: [UInt8] = []
        fields.put16(20)
        fields.put16(0x0800)
        fields.put16(packed == nil ? 0 : 8)
        fields.put16(0)
        fields.put16(Self.firstOfJanuary1980)
        fields.put32(Int(Deflate.checksum(bytes)))
        fields.put32(data.count)
        fields.put32(bytes.count)
        fields.put16(name.utf8.count)
        fields.put16(0)

        body.put32(0x0403_4B50)
        body += fields
        body += name.utf8
        body += data

        directory.put32(0x0201_4B50)
        directory.put16(20)
        directory += fields
        for _ in 0..<3 { directory.put16(0) }
        directory.put32(0)
        directory.put32(offset)
        directory += name.utf8
        count += 1
    }

    /// The whole archive.
    package func finished() -> [UInt8] {
        var result = body + directory
        result.put32(0x0605_4B50)
        result.put16(0)
        result.put16(0)
        result.put16(count)
        result.put16(count)
        result.put32(directory.count)
        result.put32(body.count)
        result.put16(0)
        return result
    }
}

extension [UInt8] {
    fileprivate mutating func put16(_ value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func put32(_ value: Int) {
        put16(value)
        put16(value >> 16)
    }
}
