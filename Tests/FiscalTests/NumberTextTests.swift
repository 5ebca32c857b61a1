import Testing

@testable import Fiscal

struct NumberTextTests {
    @Test(
        arguments: [
            ("9,101.59", 910159, 2), ("１２.５", 125, 1), ("-3.00", -300, 2), (" 5 ", 5, 0), ("1,000,000", 1_000_000, 0),
            (".5", 5, 1), ("7820.8", 78208, 1),
        ] as [(String, Int64, Int)])
    func reads(_ text: String, _ mantissa: Int64, _ decimals: Int) throws {
        #expect(try NumberText.parse(text) == PrintedNumber(mantissa: mantissa, decimals: decimals))
    }

    @Test(arguments: [
        ("", NumberFault.empty), ("12abc", .unexpected("a")), ("1.2.3", .secondPoint), ("1,23", .misplacedSeparator),
        ("1234,567", .misplacedSeparator), ("-", .noDigit), ("99999999999999999999", .tooLong),
        ("1 2", .unexpected("2")),
        ("0.0000000000000001", .tooLong),
    ])
    func refuses(_ text: String, _ fault: NumberFault) {
        #expect(throws: fault) { try NumberText.parse(text) }
    }

    @Test func yuanIsExactToTheFen() throws {
        #expect(try NumberText.parseYuan("91015912.34").fen == 9_101_591_234)
        #expect(throws: NumberFault.tooManyDecimals(3)) { try NumberText.parseYuan("0.005") }
    }

    @Test(
        arguments: [
            (5_000, "0.01"), (4_999, "0.00"), (-5_000, "-0.01"), (910_159_000_000, "910,159.00"), (12_345_678, "12.35"),
        ] as [(Int64, String)])
    func printsOnceHalfUp(_ fen: Int64, _ text: String) {
        #expect(PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: 2).text(grouping: true) == text)
    }

    @Test func intervalAllowsExactlyWhatRoundingExplains() throws {
        let parts = try ["1.01", "1.01", "1.01"].map { RoundingInterval(try NumberText.parse($0)) }
        let sum = parts.reduce(.zero, +)
        #expect(sum.overlaps(RoundingInterval(try NumberText.parse("3.05"))))
        #expect(!sum.overlaps(RoundingInterval(try NumberText.parse("3.06"))))
    }

    @Test func codesOrderAsText() {
        #expect(Code("20406") != nil && Code("2040601")?.text == "2040601")
        #expect(Code("204060112") == nil && Code("") == nil && Code("20-4") == nil)
        #expect(
            [Code("208"), Code("2040601"), Code("20406"), Code("204")].compactMap(\.self).sorted().map(\.text)
                == ["204", "20406", "2040601", "208"])
    }
}
