import Foundation

/// Bytes of a CSV → a sheet of text. UTF-8 (with or without a mark) and GB18030 are read.
package enum CsvSheet {
    /// Default limit of one file: 8 GB.
    package static let defaultLimit = 8 << 30

    package static func read(
        _ bytes: [UInt8], name: String, file: String, limit: Int = defaultLimit, headerRow: Int = 1
    ) throws(BookFaults) -> RawSheet {
        guard bytes.count <= limit else { throw BookFaults([BookFault(.tooLarge(limit: limit), sheet: file)]) }
        let text = try decoded(bytes, file: file)
        var scanner = CsvScanner(text)
        var records: [RawSheet.Row] = []
        while let record = scanner.next() { records.append(record) }
        if let row = scanner.unclosedQuoteRow {
            throw BookFaults([BookFault(.unclosedQuote, sheet: file, row: row)])
        }
        let top = records.first { $0.number >= headerRow }
        return RawSheet(
            name: name, file: file, header: top?.cells.map { String($0).trimmedCell } ?? [],
            rows: records.filter { row in
                row.number > top?.number ?? 0 && row.cells.contains { !$0.trimmedCell.isEmpty }
            }, headerRow: top?.number ?? headerRow)
    }

    /// UTF-8 if it is valid, else GB18030; never a guess that drops characters.
    package static func decoded(_ bytes: [UInt8], file: String) throws(BookFaults) -> [UInt8] {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: body, as: UTF8.self) != nil { return body }
        // kCFStringEncodingGB_18030_2000 as an NSStringEncoding.
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(body), encoding: gb18030) else {
            throw BookFaults([BookFault(.unreadableText, sheet: file)])
        }
        return Array(text.utf8)
    }
}

/// RFC 4180 over UTF-8: quoted fields may hold commas, line ends and doubled quotes.
struct CsvScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private(set) var unclosedQuoteRow: Int?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> RawSheet.Row? {
        guard index < bytes.count else { return nil }
        var cells: [String] = []
        let start = line
        while true {
            cells.append(field())
            guard index < bytes.count else { break }
            let byte = bytes[index]
            index += 1
            if byte == 0x2C {
                if index == bytes.count { cells.append("") }
                continue
            }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            line += 1
            break
        }
        return RawSheet.Row(number: start, cells: cells)
    }

    private mutating func field() -> String {
        guard index < bytes.count, bytes[index] == 0x22 else {
            let start = index
            while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        return quotedField()
    }

    private mutating func quotedField() -> String {
        let opening = line
        index += 1
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x22 {
                guard index < bytes.count, bytes[index] == 0x22 else {
                    while index < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
                    return String(decoding: content, as: UTF8.self)
                }
                index += 1
            }
            if byte == 0x0A { line += 1 }
            content.append(byte)
        }
        unclosedQuoteRow = opening
        return String(decoding: content, as: UTF8.self)
    }
}
