import Fiscal
import Standards
import Support
import Testing

@testable import Ledger
@testable import Performance

struct ScorerTests {
    @Test(
        "Each kind of target gets its score, with the arithmetic that gave it", arguments: CaseTable.rows("scores.csv"))
    func scored(_ row: CaseTable.Row) throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let record = Records.indicator(
            second: row["二级指标"], name: row["指标名称"], direction: row["方向"], target: row["指标值"], unit: row["计量单位"],
            achieved: row["完成值"], weight: Records.hundredths(row["分值"]), way: row["赋分方式"], band: row["完成等级"],
            given: Records.hundredths(row["得分"]), givenReason: row["得分说明"])
        let scorer = Scorer(standards.schemes.rules)
        let indicator = Indicator(record, values: record, definitions: standards.evaluations)
        let score = scorer.score(indicator)
        let item = ScoredIndicator(indicator: indicator, score: score, isFarAbove: scorer.isFarAbove(score))
        #expect("\(score.basis)".prefix { $0.isLetter } == row["依据"])
        #expect(score.computed.map { pointsText($0) } ?? "" == row["按方案"])
        #expect(score.value.map { pointsText($0) } ?? "" == row["计入"])
        #expect(item.arithmetic == row["算法"])
        #expect(score.given == Records.hundredths(row["得分"]))
    }

    @Test("Every basis and every gap has a case")
    func cases() {
        let rows = CaseTable.rows("scores.csv")
        #expect(Set(rows.map { $0["依据"] }) == ["reached", "share", "missed", "band", "open"])
        #expect(rows.count > 40)
    }

    @Test("Points in a range: its low end lies in it, its high end only where it is that of all ranges")
    func bands() throws {
        let rules = try CheckedOut.standards("430400", 2021).schemes.rules
        let partly = try #require(rules.bands.first { $0.name == "部分达成" })
        #expect(partly.holds(600, of: 1000) && partly.holds(799, of: 1000))
        #expect(!partly.holds(599, of: 1000) && !partly.holds(800, of: 1000))
        let best = try #require(rules.bands.first)
        #expect(best.holds(800, of: 1000) && best.holds(1000, of: 1000) && !best.holds(1001, of: 1000))
        // 7.33 × 60% = 4.398: the least that lies in it is 4.40.
        #expect(partly.points(of: 733).low == 440 && partly.holds(440, of: 733) && !partly.holds(439, of: 733))
    }

    @Test("Grades go by the share of what could be had")
    func grades() throws {
        let scorer = Scorer(try CheckedOut.standards("430400", 2021).schemes.rules)
        #expect(scorer.grade(9000, of: 10000) == "优" && scorer.grade(8999, of: 10000) == "良")
        #expect(scorer.grade(6000, of: 10000) == "中" && scorer.grade(5999, of: 10000) == "差")
        #expect(scorer.grade(9000, of: 12000) == "中" && scorer.grade(0, of: 10000) == "差")
        let shanghai = Scorer(try CheckedOut.standards("310000", 2023).schemes.rules)
        #expect(shanghai.grade(6000, of: 10000) == "合格")
    }
}
