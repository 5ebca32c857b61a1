import Paper
import Testing

@testable import Documents

/// Damaged and made-up parts: every one gives a paper or a fault, none ends the program.
struct HostileTests {
    private static let numbers = [
        "9223372036854775807", "-9223372036854775808", "-1", "0", "99999999999999999999", "", "x",
    ]

    /// The archive with one part changed by `change`.
    private func changed(
        _ bytes: [UInt8], _ random: inout Lehmer, _ change: ([UInt8], inout Lehmer) -> [UInt8]
    ) throws -> [UInt8] {
        let zip = try ZipReader(bytes)
        let victim = random.below(zip.entries.count)
        var writer = ZipWriter()
        for (index, entry) in zip.entries.enumerated() {
            let part = try #require(try zip.contents(of: entry.name))
            writer.add(entry.name, index == victim ? change(part, &random) : part)
        }
        return writer.finished()
    }

    private func damaged(_ part: [UInt8], _ random: inout Lehmer) -> [UInt8] {
        var copy = part
        for _ in 0..<3 where !copy.isEmpty { copy[random.below(copy.count)] = UInt8(random.below(256)) }
        return random.below(4) == 0 ? Array(copy.prefix(random.below(copy.count + 1))) : copy
    }

    /// Some quoted values replaced by numbers that nobody expects.
    private func misnumbered(_ part: [UInt8], _ random: inout Lehmer) -> [UInt8] {
        let pieces = String(decoding: part, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
        var result = pieces.map { String($0) }
        for index in result.indices where index % 2 == 1 && random.below(6) == 0 {
            if result[index].contains("/") { continue }
            result[index] = random.pick(Self.numbers)
        }
        return Array(result.joined(separator: "\"").utf8)
    }

    @Test(arguments: 0..<40) func damagedPartsNeverCrash(seed: Int) throws {
        var random = Lehmer(seed: UInt64(seed))
        let docx = DocxWriter.write(SamplePaper.paper)
        let xlsx = try XlsxWriter.write(SamplePaper.paper)
        for _ in 0..<6 {
            let change = random.below(2) == 0 ? damaged : misnumbered
            _ = try? DocxReader.paper(changed(docx, &random, change))
            _ = try? XlsxReader.paper(changed(xlsx, &random, change))
        }
    }

    @Test func dustOfBinaryArithmeticIsNoFigure() {
        func shown(_ raw: String, _ format: String) -> String {
            let style = WorkbookCellStyle(numberFormat: format)
            return XlsxDisplay.of(WorkbookCell(column: 1, value: .number(raw), style: style), readsText: true).text
        }
        let dust = "0." + String(repeating: "0", count: 58) + "12"
        #expect(shown(dust, "#,##0.00") == "0.00")
        #expect(shown("12.5", "0." + String(repeating: "0", count: 99)) == "12.5")
        let cell = WorkbookCell(column: 1, value: .text(dust))
        #expect(XlsxDisplay.of(cell, readsText: true).number == nil)
    }
}
