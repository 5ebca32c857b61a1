/// A code of a classification: 1 to 8 ASCII letters or digits, ordered as text (2040601 stands under 20406).
///
/// Packed into one word, first character highest, so that keys of millions of lines hash and compare as integers.
package struct Code: Hashable, Comparable, Sendable {
    package let packed: UInt64

    /// The whole dimension: no code at all.
    package static let all = Code(packed: 0)

    private init(packed: UInt64) { self.packed = packed }

    /// nil where the text is empty, longer than 8 characters, or has anything but ASCII letters and digits.
    package init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    package init?(utf8 bytes: some Sequence<UInt8>) {
        var packed: UInt64 = 0
        var count = 0
        for byte in bytes {
            let isDigit = byte >= 0x30 && byte <= 0x39
            let isLetter = (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
            guard isDigit || isLetter, count < 8 else { return nil }
            packed |= UInt64(byte) << UInt64(56 - 8 * count)
            count += 1
        }
        guard count > 0 else { return nil }
        self.init(packed: packed)
    }

    package var isAll: Bool { packed == 0 }

    /// How many characters it has; 0 for the whole dimension.
    package var length: Int { 8 - packed.trailingZeroBitCount / 8 }

    package var text: String {
        let count = length
        return String(unsafeUninitializedCapacity: 8) { bytes in
            for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: packed >> UInt64(56 - 8 * index)) }
            return count
        }
    }

    package static func < (left: Code, right: Code) -> Bool { left.packed < right.packed }
}

extension Code: CustomStringConvertible {
    package var description: String { isAll ? "*" : text }
}
