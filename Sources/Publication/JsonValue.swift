import Fiscal

/// JSON as a value, and its text: keys sorted, two spaces a level, so that equal values give equal bytes.
///
/// `JSONEncoder` writes the same text, at ten times the cost.
enum JsonValue {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JsonValue])
    case object([(key: String, value: JsonValue)])

    /// An object without the entries that have no value.
    static func of(_ entries: KeyValuePairs<String, JsonValue?>) -> JsonValue {
        .object(entries.compactMap { entry in entry.value.map { (entry.key, $0) } })
    }

    static func texts(_ texts: [String]) -> JsonValue { .list(texts.map { .text($0) }) }

    static func optional(_ text: String?) -> JsonValue? { text.map { .text($0) } }

    /// UTF-8, with a line end behind it.
    func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 20)
        write(into: &bytes, level: 0)
        bytes.append(Self.lineEnd)
        return bytes
    }

    private static let lineEnd: UInt8 = 0x0A

    private func write(into bytes: inout [UInt8], level: Int) {
        switch self {
        case .text(let text): Self.write(text, into: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .list(let values):
            bytes += "[\n".utf8
            for (index, value) in values.enumerated() {
                if index > 0 { bytes += ",\n".utf8 }
                Self.indent(level + 1, &bytes)
                value.write(into: &bytes, level: level + 1)
            }
            bytes.append(Self.lineEnd)
            Self.indent(level, &bytes)
            bytes += "]".utf8
        case .object(let entries):
            bytes += "{\n".utf8
            for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes += ",\n".utf8 }
                Self.indent(level + 1, &bytes)
                Self.write(entry.key, into: &bytes)
                bytes += " : ".utf8
                entry.value.write(into: &bytes, level: level + 1)
            }
            bytes.append(Self.lineEnd)
            Self.indent(level, &bytes)
            bytes += "}".utf8
        }
    }

    private static func indent(_ level: Int, _ bytes: inout [UInt8]) {
        for _ in 0..<(2 * level) { bytes.append(0x20) }
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: bytes += "\\\"".utf8
            case 0x5C: bytes += "\\\\".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x00...0x1F: bytes += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
