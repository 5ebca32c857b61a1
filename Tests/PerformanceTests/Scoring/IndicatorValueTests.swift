import Fiscal
import Standards
import Support
import Testing

@testable import Performance

struct IndicatorValueTests {
    @Test(
        "A target is a figure with its unit and sign, or words that are kept", arguments: CaseTable.rows("values.csv"))
    func parsed(_ row: CaseTable.Row) throws {
        let definitions = try CheckedOut.standards("430400", 2021).evaluations
        let value = IndicatorValue(row["写法"], unit: row["单位栏"], definitions: definitions)
        #expect(value.text == row["写法"])
        #expect((value.number?.printed.text() ?? "") == row["数"])
        #expect((value.number?.unit ?? "") == row["单位"])
        #expect((value.number?.comparison?.rawValue ?? "") == row["比较"])
    }

    @Test("There are cases, figures and words both")
    func cases() {
        let rows = CaseTable.rows("values.csv")
        #expect(rows.count { $0["数"].isEmpty } > 5 && rows.count { !$0["数"].isEmpty } > 5)
    }

    @Test(
        "What begins like a figure and is none is asked about; days and words are not",
        arguments: [
            ("98-100%", true), ("约6场", true), ("≥六场", true), ("2022年底前", false), ("12月31日前", false), ("4季度", false),
            ("明显提高", false), ("", false),
        ])
    func looks(_ text: String, _ expected: Bool) throws {
        let definitions = try CheckedOut.standards("430400", 2021).evaluations
        #expect(IndicatorValue(text, unit: "", definitions: definitions).looksLikeFigure == expected)
    }

    @Test("15万, 150000 and 0.0015亿 are one number, to the last digit")
    func scales() throws {
        let definitions = try CheckedOut.standards("430400", 2021).evaluations
        func scaled(_ text: String) throws -> (Int128, String) {
            let number = try #require(IndicatorValue(text, unit: "", definitions: definitions).number).scaled
            return (number.value * powerOfTen(6 - number.decimals), number.unit)
        }
        for text in ["15万人", "150000人", "0.0015亿人", "15.0万人"] {
            #expect(try scaled(text) == (150_000_000_000, "人"))
        }
        #expect(try scaled("150001人") != scaled("15万人"))
    }
}
