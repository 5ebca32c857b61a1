import Foundation
import Ledger

/// How a sheet is written as a CSV: what must make no difference.
enum LargeSheetText: String, CaseIterable, CustomStringConvertible, Sendable {
    case plain, carriageReturns, mark, quoted, lineEndsInside, noLastLineEnd, gb18030, spaced

    var description: String { rawValue }

    func bytes(header: [String], rows: [[String]]) -> [UInt8] {
        let end = self == .carriageReturns || self == .lineEndsInside ? "\r\n" : "\n"
        var text = self == .mark ? "\u{FEFF}" : ""
        for (index, cells) in ([header] + rows).enumerated() {
            text += cells.map { cell($0, row: index) }.joined(separator: ",") + end
        }
        if self == .noLastLineEnd { text.removeLast() }
        guard self == .gb18030 else { return Array(text.utf8) }
        // kCFStringEncodingGB_18030_2000 as an NSStringEncoding.
        return Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    }

    private func cell(_ text: String, row: Int) -> String {
        let escaped = "\"" + text.replacing("\"", with: "\"\"") + "\""
        switch self {
        case .quoted: return escaped
        case .lineEndsInside where row % 3 == 1 && text.hasPrefix("备注"):
            return "\"备注，第一行\n第二行 \"\"引\"\" , 完\""
        case .spaced where row > 0 && row % 4 == 0: return " \(text)\u{3000}"
        default: return text.contains { ",\"\n\r".contains($0) } ? escaped : text
        }
    }
}

/// One book read both ways.
struct BothWays {
    var settings: BookSettings
    var small: [RawSheet]
    var large: [(name: String, bytes: [UInt8])]

    /// Takes two sheets of a book as large ones, with a column of notes.
    init(_ random: RandomBook, as style: LargeSheetText, changing: (String, [[String]]) -> [[String]] = { $1 }) {
        settings = random.book.settings
        let names = ["收入", "支出"]
        small = random.book.sheets.filter { !names.contains($0.name) }
        large = random.book.sheets.filter { names.contains($0.name) }.map { sheet in
            let rows = changing(sheet.name, [sheet.header] + sheet.rows.map(\.cells))
            let header = (rows.first ?? []) + ["备注"]
            let noted = rows.dropFirst().map { $0.isEmpty ? [] : $0 + ["备注"] }
            return (sheet.name, style.bytes(header: header, rows: noted))
        }
    }

    func lineByLine(_ random: RandomBook) throws(BookFaults) -> Book {
        var sheets = small
        for (name, bytes) in large { sheets.append(try CsvSheet.read(bytes, name: name, file: name + ".csv")) }
        return try BookReader.read(sheets, settings: settings, standards: random.standards)
    }

    func summed(_ random: RandomBook, threads: Int) throws(BookFaults) -> SummedBook {
        // Memory of exactly the sheet's size, so that a sanitizer sees every byte read beside it.
        let held = large.map { sheet in
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: sheet.bytes.count, alignment: 1)
            memory.copyBytes(from: sheet.bytes)
            return (sheet.name, memory)
        }
        defer { for (_, memory) in held { memory.deallocate() } }
        let sheets = held.map { LargeSheet(name: $0, file: $0 + ".csv", bytes: UnsafeRawBufferPointer($1)) }
        return try BookReader.readSummed(
            small, large: sheets, settings: settings, standards: random.standards, threads: threads)
    }
}
