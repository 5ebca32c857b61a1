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

    /// Lines that are not blank, and in their place the tables that stand one cell a line.
    private static func lines(of bytes: [UInt8], limits: Limits) throws(DocumentFault) -> [PlainLine] {
        let physical = try physicalLines(of: bytes, limits: limits)
        let tables = physical.contains { $0.text.utf8.first == 0x09 } ? CellLines(physical).tables() : []
        var lines: [PlainLine] = []
        var isAfterBlank = false
        var next = 0
        var table = 0
        while next < physical.count {
            if table < tables.count, tables[table].lines.lowerBound == next {
                lines.append(PlainLine(tables[table].grid, physical[next].number, isAfterBlank))
                isAfterBlank = false
                next = tables[table].lines.upperBound
                table += 1
                continue
            }
            let raw = physical[next]
            let line = raw.isBlank ? nil : PlainLine(raw.text, raw.number, isAfterBlank)
            if let line, !line.text.isEmpty { lines.append(line) }
            isAfterBlank = line?.text.isEmpty ?? true
            next += 1
        }
        return lines
    }

    /// Every line, blank or not; a line ends with LF, CR LF or CR.
    private static func physicalLines(of bytes: [UInt8], limits: Limits) throws(DocumentFault) -> [CellLines.Line] {
        var lines: [CellLines.Line] = []
        var number = 0
        var start = 0
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
            lines.append(
                CellLines.Line(
                    number: number, text: String(decoding: bytes[start..<end], as: UTF8.self), isBlank: isBlank))
            start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        return lines
    }
}
