import Fiscal
import Testing

/// Numbers in Chinese and the ordinals before words.
struct NumeralsTests {
    @Test(arguments: [
        (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (26, "二十六"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
        (110, "一百一十"),
        (2010, "二千零一十"),
    ])
    func printed(_ value: Int, _ text: String) {
        #expect(Numerals.chinese(value) == text)
        if value < 100 { #expect(Numerals.value(text) == value) }
    }

    @Test func printedInDigitsBeyondWhatIsKnown() {
        #expect(Numerals.chinese(0) == "0")
        #expect(Numerals.chinese(10_000) == "10000")
    }

    @Test(arguments: ["", "一二", "百", "十十", "三个"])
    func noNumber(_ text: String) { #expect(Numerals.value(text) == nil) }

    @Test(arguments: [
        ("一、收入", "收入"), ("十二、收入", "收入"), ("(三)收入", "收入"), ("1.收入", "收入"), ("(12)收入", "收入"), ("一、2020年度收入", "2020年度收入"),
        ("2.总数", "总数"),
    ])
    func ordinalStripped(_ label: String, _ words: String) { #expect(Numerals.withoutOrdinal(label) == words) }

    @Test(
        "A figure, a word that begins like a number, and a bracket that is not closed",
        arguments: [
            "3.14", "三公经费", "(一", "2020年收入", "、收入", "",
        ])
    func ordinalNotThere(_ label: String) { #expect(Numerals.withoutOrdinal(label) == label) }
}
