import CLibXML2

/// Turns the bytes of a page into text: by its mark, by what it declares, else UTF-8 where it is, else GB18030.
///
/// Pages are moved between systems and keep an old declaration: what the bytes plainly are wins over it.
enum HtmlEncoding {
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return mended(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes[2...], from: "UTF-16LE") ?? mended(bytes[2...]) }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes[2...], from: "UTF-16BE") ?? mended(bytes[2...]) }
        let declared = declaredName(bytes.prefix(4096))
        if holdsChineseUtf8(bytes) { return bytes }
        if declared == "utf-8" || declared == "utf8" { return likelier(bytes) }
        if let name = declared, !isChinese(name), let text = converted(bytes[...], from: name) { return text }
        if declared == nil, isUtf8(bytes) { return bytes }
        // Pages that say gb2312 hold characters of GBK, and those of GB18030 beyond it.
        return converted(bytes[...], from: "GB18030") ?? mended(bytes[...])
    }

    private static func isChinese(_ name: String) -> Bool { name.hasPrefix("gb") || name == "cp936" }

    /// The name after `charset=` or `encoding=`, in small letters.
    private static func declaredName(_ head: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self).lowercased()
        for mark in ["charset", "encoding"] {
            var rest = text[...]
            while let found = rest.firstRange(of: mark) {
                rest = rest[found.upperBound...]
                let after = rest.drop { $0.isWhitespace }
                guard after.first == "=" else { continue }
                let name = after.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
                    .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
                if !name.isEmpty { return String(name) }
            }
        }
        return nil
    }

    /// UTF-8 with characters of three bytes as Chinese ones have: by chance no text of another encoding is that.
    private static func holdsChineseUtf8(_ bytes: [UInt8]) -> Bool {
        bytes.contains { (0xE3...0xEF).contains($0) } && isUtf8(bytes)
    }

    /// UTF-8 with damage, or GB18030 declared wrongly: the reading with fewer characters lost.
    private static func likelier(_ bytes: [UInt8]) -> [UInt8] {
        let text = mended(bytes[...])
        let loss = lost(text)
        guard loss > 0, let other = converted(bytes[...], from: "GB18030"), 4 * lost(other) < loss else { return text }
        return other
    }

    private static func lost(_ text: [UInt8]) -> Int {
        text.indices.dropLast(2).count { text[$0] == 0xEF && text[$0 + 1] == 0xBF && text[$0 + 2] == 0xBD }
    }

    static func isUtf8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The same with each ill-formed sequence replaced by U+FFFD.
    static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// nil where the encoding is not known. A byte that means nothing becomes U+FFFD, and reading goes on.
    static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var block = [CChar](repeating: 0, count: 65_536)
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 3 / 2)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                let before = left
                let isDone = block.withUnsafeMutableBufferPointer { buffer in
                    var target = buffer.baseAddress
                    var room = buffer.count
                    let result = iconv(converter, &next, &left, &target, &room)
                    output += buffer[..<(buffer.count - room)].lazy.map { UInt8(bitPattern: $0) }
                    // The import makes size_t signed.
                    return result != -1
                }
                if isDone { break }
                if left == before {
                    output += [0xEF, 0xBF, 0xBD]
                    next = next?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return output
    }
}
