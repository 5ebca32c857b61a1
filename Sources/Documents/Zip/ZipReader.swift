import CZlib
import Foundation

/// The entries of a ZIP archive in memory; an entry is inflated when it is asked for.
package struct ZipReader: Sendable {
    /// One file of the archive as its directory describes it.
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var method: Int
        package var isEncrypted: Bool
        package var checksum: UInt32
        package var compressedSize: Int
        package var expandedSize: Int
        /// Offset of the local header.
        package var offset: Int
    }

    /// In the order of the directory, folders left out.
    package let entries: [Entry]
    private let bytes: [UInt8]
    private let byName: [String: Int]

    /// Reads and checks the directory; nothing is inflated yet.
    package init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) {
        let found = try ZipDirectory(bytes: bytes, limits: limits).entries()
        var byName: [String: Int] = [:]
        for (index, entry) in found.enumerated() {
            guard byName.updateValue(index, forKey: entry.name) == nil else { throw .zipDuplicateName(entry.name) }
        }
        try Self.check(found, against: limits)
        self.bytes = bytes
        self.entries = found
        self.byName = byName
    }

    /// The expanded bytes of an entry, nil where there is none of that name.
    package func contents(of name: String) throws(DocumentFault) -> [UInt8]? {
        guard let index = byName[name] else { return nil }
        let entry = entries[index]
        let start = try dataOffset(of: entry)
        guard start + entry.compressedSize <= bytes.count else { throw .zipTruncated }
        let packed = bytes[start..<start + entry.compressedSize]
        let expanded: [UInt8]
        switch entry.method {
        case 0:
            guard entry.compressedSize == entry.expandedSize else { throw .zipEntryDamaged(name) }
            expanded = Array(packed)
        case 8:
            guard let inflated = Deflate.inflate(packed, expandedSize: entry.expandedSize) else {
                throw .zipEntryDamaged(name)
            }
            expanded = inflated
        default: throw .zipMethodUnsupported(name, method: entry.method)
        }
        guard Deflate.checksum(expanded) == entry.checksum else { throw .zipEntryDamaged(name) }
        return expanded
    }

    /// The local header repeats the name and may have other extra fields, so only it says where the data begins.
    private func dataOffset(of entry: Entry) throws(DocumentFault) -> Int {
        let header = ByteView(bytes)
        guard let signature = header.u32(entry.offset), let nameLength = header.u16(entry.offset + 26),
            let extraLength = header.u16(entry.offset + 28)
        else { throw .zipTruncated }
        guard signature == 0x0403_4B50 else { throw .zipEntryDamaged(entry.name) }
        return entry.offset + 30 + nameLength + extraLength
    }

    private static func check(_ entries: [Entry], against limits: ZipLimits) throws(DocumentFault) {
        var total = 0
        for entry in entries {
            guard !entry.isEncrypted else { throw .zipEntryEncrypted(entry.name) }
            let (sum, overflow) = total.addingReportingOverflow(entry.expandedSize)
            total = overflow ? Int.max : sum
            guard total <= limits.expandedSize else { throw .zipTooLarge(total, limit: limits.expandedSize) }
            guard entry.expandedSize > limits.ratioFreeSize else { continue }
            let ratio = entry.expandedSize / max(1, entry.compressedSize)
            guard ratio <= limits.ratio else {
                throw .zipRatioTooHigh(entry.name, ratio: ratio, limit: limits.ratio)
            }
        }
    }
}
