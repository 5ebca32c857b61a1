import Testing

@testable import Audit

/// Each scan against the pattern that says the same; patterns are only too slow to be used.
@Suite("Amounts found by bytes") struct AmountScanTests {
    private static let pieces = [
        "支出", "决算数", "预算数", "预算", "为", "共计", "共", "合计", "收入", "12", "0", "3.50", "1,234.5", "12,34", ".", ",", "。", ";",
        "万元", "元", "亿元", "千元", "万", "%", "%%", "5.25%", "1.2.3%", "年初", "，", "其中:", "2021年", "(项)",
    ]

    /// Texts put together at random, always the same.
    private static let texts: [String] = {
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        return (0..<400).map { _ in (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined() }
    }()

    @Test func yuan() {
        for text in Self.texts {
            let wanted = text.matches(of: /([0-9.,]*[0-9])元/).map { match in
                let after = text[match.range.upperBound...].prefix(4)
                return [String(match.output.1), String(text[..<match.range.lowerBound].suffix(12)), String(after)]
            }
            let found = AmountScan(text).yuan(before: 12, after: 4).map { [$0.number, $0.before, $0.after] }
            #expect(found == wanted, "\(text)")
        }
    }

    @Test func largerUnits() {
        for text in Self.texts {
            #expect(AmountScan(text).largerUnits == text.matches(of: /[0-9.]+(?:万元|亿元|千元)/).count, "\(text)")
        }
    }

    @Test func twoUnits() {
        for text in Self.texts {
            let wanted = text.firstMatch(of: /[0-9.]+(?:万元万?元|元元|%%|万元万)/).map { String($0.output) }
            #expect(AmountScan(text).twoUnits == wanted, "\(text)")
        }
    }

    @Test func bare() {
        let pattern = /(?:预算数?|决算数?|支出|收入|总计|合计)(?:为|共计|共)?((?>[0-9][0-9.]*(?:,[0-9]{3}[0-9.]*)*))(?:[,。;]|$)/
        let words = ["预算数", "预算", "决算数", "决算", "支出", "收入", "总计", "合计"]
        var seen = 0
        for text in Self.texts {
            let wanted = text.firstMatch(of: pattern).map { [String($0.output.0), String($0.output.1)] }
            if wanted != nil { seen += 1 }
            #expect(AmountScan(text).bare(behind: words).map { [$0.text, $0.number] } == wanted, "\(text)")
        }
        #expect(seen > 20)
    }

    @Test func percentages() {
        for text in Self.texts {
            let wanted = text.matches(of: /[0-9]+\.([0-9]+)%/).map { "\($0.output.0) \($0.output.1.count)" }
            #expect(AmountScan(text).percentages.map { "\($0.text) \($0.decimals)" } == wanted, "\(text)")
        }
    }
}
