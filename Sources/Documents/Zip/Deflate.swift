import CZlib

/// Raw deflate, both ways, and the checksum of ZIP, all through zlib.
enum Deflate {
    /// nil where the data is damaged or does not give exactly `expandedSize` bytes.
    static func inflate(_ packed: ArraySlice<UInt8>, expandedSize: Int) -> [UInt8]? {
        // Deflate cannot expand by more than 1,032 : 1, so a larger claim is a lie and gets no memory.
        guard expandedSize <= packed.count * 1_032 + 1_024, expandedSize < Int(UInt32.max) else { return nil }
        guard packed.count < Int(UInt32.max) else { return nil }
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var status = Z_OK
        // One byte more than promised, so that too much is seen.
        let output = [UInt8](unsafeUninitializedCapacity: expandedSize + 1) { buffer, count in
            packed.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(expandedSize + 1)
                status = CZlib.inflate(&stream, Z_FINISH)
            }
            count = expandedSize + 1 - Int(stream.avail_out)
        }
        return status == Z_STREAM_END && output.count == expandedSize ? output : nil
    }

    /// Always the same bytes for the same input and version of zlib.
    static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let opened = deflateInit2_(
            &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK, bytes.count < Int(UInt32.max) else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var status = Z_OK
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            bytes.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                status = CZlib.deflate(&stream, Z_FINISH)
            }
            count = bound - Int(stream.avail_out)
        }
        return status == Z_STREAM_END ? output : nil
    }

    /// CRC-32 as ZIP keeps it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    }
}
