package import Paper

/// Reads a text, of a page or of anything else, as a paper: paragraphs, tables between tabs, and loose tables.
///
/// Every block and cell knows its physical line. Sentences cut by lines and page numbers are put together again; a
/// table whose columns cannot be told is a loose grid, whose figures only `Statements` can place.
package enum TextReader {
    /// Limits beyond which a text is no paper.
    package struct Limits: Sendable {
        package var bytes: Int
        package var lines: Int
        /// Bytes of one line.
        package var line: Int

        package init(bytes: Int = 64 << 20, lines: Int = 1_000_000, line: Int = 1 << 20) {
            self.bytes = bytes
            self.lines = lines
            self.line = line
        }
    }

    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(DocumentFault) -> Paper {
        guard bytes.count <= limits.bytes else { throw .textTooLarge(limit: limits.bytes) }
        let lines = try lines(of: decoded(bytes), limits: limits)
        guard !lines.isEmpty else { throw .textEmpty }
        var layout = TextLayout(lines)
        return Paper(title: "", sections: [Section(blocks: layout.blocks())])
    }

    /// UTF-8 by its mark, or where the bytes are; UTF-16 by its mark; else GB18030, as Chinese programs save texts.
    private static func decoded(_ bytes: [UInt8]) throws(DocumentFault) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return HtmlEncoding.mended(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return HtmlEncoding.converted(bytes[2...], from: "UTF-16LE") ?? HtmlEncoding.mended(bytes[2...])
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return HtmlEncoding.converted(bytes[2...], from: "UTF-16BE") ?? HtmlEncoding.mended(bytes[2...])
        }
        if bytes.contains(0) { throw .textBinary }
        if HtmlEncoding.isUtf8(bytes) { return bytes }
        return HtmlEncoding.converted(bytes[...], from: "GB18030") ?? HtmlEncoding.mended(bytes[...])
    }

    /// Lines that are not blank; a line ends with LF, CR LF or CR.
    private static func lines(of bytes: [UInt8], limits: Limits) throws(DocumentFault) -> [PlainLine] {
        var lines: [PlainLine] = []
        var number = 0
        var start = 0
        var isAfterBlank = false
        while start < bytes.count {
            var end = start
            var isBlank = true
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
                if bytes[end] > 0x20 { isBlank = false }
                end += 1
            }
            number += 1
            guard end - start <= limits.line else { throw .textLineTooLong(line: number, limit: limits.line) }
            guard number <= limits.lines else { throw .textTooManyLines(limit: limits.lines) }
            let line =
                isBlank ? nil : PlainLine(String(decoding: bytes[start..<end], as: UTF8.self), number, isAfterBlank)
            if let line, !line.text.isEmpty { lines.append(line) }
            isAfterBlank = line?.text.isEmpty ?? true
            start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        return lines
    }
}
