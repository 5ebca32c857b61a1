import Crypto

/// What tells whether a file is still as it was written.
package enum FileChecksum {
    /// SHA-256 in hex digits.
    package static func text(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
