import Fiscal
import Foundation
import Standards
import Support
import Testing

@testable import Ledger

/// Bytes → sheets of text, and dates.
struct SheetTextTests {
    @Test("Quotes, commas and line ends within a cell, a mark at the beginning, and blank lines")
    func csv() throws {
        let text = "\u{FEFF}甲,乙\r\n\"一,二\",\"三\"\"四\"\r\n\r\n五,\"六\n七\"\r\n"
        let sheet = try CsvSheet.read(Array(text.utf8), name: "表", file: "表.csv")
        #expect(sheet.header == ["甲", "乙"])
        let rows = sheet.rows.filter { $0.cells.contains { !$0.isEmpty } }
        #expect(rows.map(\.cells) == [["一,二", "三\"四"], ["五", "六\n七"]])
        #expect(rows.map(\.number) == [2, 4])
    }

    @Test("A quote that never closes is told")
    func unclosed() {
        #expect(throws: BookFaults.self) { try CsvSheet.read(Array("甲\n\"一\n二\n".utf8), name: "表", file: "表.csv") }
    }

    @Test("An example row is one by its first cell")
    func examples() {
        #expect(RawSheet.Row(number: 2, cells: ["例：一", ""]).isExample)
        #expect(!RawSheet.Row(number: 2, cells: ["一", "例：二"]).isExample)
    }

    @Test(
        "Days are counted over months and leap years",
        arguments: [
            ("2024-02-10", 20, "2024年3月1日"), ("2023-02-10", 20, "2023年3月2日"), ("2022-12-20", 20, "2023年1月9日"),
        ])
    func days(_ text: String, _ days: Int, _ expected: String) throws {
        #expect(try #require(CalendarDate(text)).adding(days: days).chinese == expected)
    }

    @Test("What is no day is none", arguments: ["2023-02-29", "2023-13-01", "昨天", "2023-1", ""])
    func noDay(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test("Amounts as bytes are what the text says, or are left to the slow reader")
    func amounts() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2_000 {
            let fen = Int64.random(in: -9_999_999_999...9_999_999_999, using: &random)
            let text = PrintedNumber(mantissa: fen, decimals: 2).text()
            #expect(plain(text) == fen)
        }
        #expect(plain("12") == 1_200 && plain("12.5") == 1_250)
        for text in ["", "-", "1,000.00", "1.234", ".5", "1.2.3", "一"] { #expect(plain(text) == nil, "\(text)") }
    }

    private func plain(_ text: String) -> Int64? {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 8)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { AmountBytes.plainFen(Field(start: $0, length: text.utf8.count)) }
        }
    }
}
