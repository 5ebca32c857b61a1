import Foundation
import Standards

/// A field of a record where it stands in memory. At least 8 bytes behind it may be read.
struct Field {
    let start: UnsafePointer<UInt8>  // ok: no longer than the record it was cut from
    let length: Int

    // ok: within the field
    @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: length) }

    @inline(__always)
    func word(at index: Int) -> UInt64 {
        UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)  // ok: 8 bytes behind a field may be read
    }

    /// nil where the bytes are not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    @inline(__always)
    var hash: UInt64 {
        var result = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index < length {
            var word = word(at: index)
            let left = length &- index
            if left < 8 { word &= (1 &<< UInt64(truncatingIfNeeded: 8 &* left)) &- 1 }
            result = (result ^ word) &* 0xD6E8_FEB8_6659_FD93
            result ^= result &>> 32
            index &+= 8
        }
        return result
    }

    /// Nothing but printing ASCII and the CJK ideographs from U+4000 to U+9FFF: such a text has no other spelling that
    /// is equal to it, and nothing to trim unless it begins or ends with a space.
    var isPlain: Bool {
        var index = 0
        while index < length {
            let byte = start[index]
            if byte >= 0x20, byte < 0x7F {
                index += 1
            } else if byte >= 0xE4, byte <= 0xE9, index + 2 < length, start[index + 1] & 0xC0 == 0x80,
                start[index + 2] & 0xC0 == 0x80
            {
                index += 3
            } else {
                return false
            }
        }
        return length == 0 || (start[0] != 0x20 && start[length - 1] != 0x20)
    }

    /// A hash that is the same for texts that are the same once trimmed; nil where the bytes are not UTF-8.
    /// 0 for a text that is empty once trimmed.
    var trimmedHash: UInt64? {
        if length == 0 { return 0 }
        if isPlain { return hash | 1 }
        guard let text else { return nil }
        let trimmed = text.trimmedCell
        if trimmed.isEmpty { return 0 }
        // Strings are equal by canonical equivalence, so the hash is taken of the composed form.
        var composed = Array(trimmed.precomposedStringWithCanonicalMapping.utf8)
        let count = composed.count
        composed.append(contentsOf: repeatElement(0, count: 8))
        return composed.withUnsafeBufferPointer { buffer in  // ok: hashed within the call
            buffer.baseAddress.map { Field(start: $0, length: count).hash | 1 }
        }
    }

    /// Whether it is worth asking if this begins like the first cell of an example row.
    @inline(__always) var mayBeExample: Bool {
        guard length > 0 else { return false }
        let byte = start[0]
        if byte > 0x20, byte < 0x80 { return false }
        // Of the plain ideographs only 例 itself.
        return byte < 0xE4 || byte > 0xE9 || word(at: 0) & 0xFF_FFFF == 0x8B_BEE4
    }

    var isUtf8: Bool { isPlain || text != nil }
}
