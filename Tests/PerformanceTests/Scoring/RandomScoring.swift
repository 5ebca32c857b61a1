import Fiscal
import Support
import Testing

@testable import Ledger
@testable import Performance
@testable import Standards

/// What holds of any project and scheme, on random ones that are the same in every run.
struct RandomScoring {
    private static let rounds = 400

    /// A scheme whose levels add up to 100, and indicators whose weights add up to the levels'.
    private struct Sample {
        let scheme: Scheme
        let records: [IndicatorRecord]
    }

    private func sample(_ random: inout SplitMix64) throws -> Sample {
        let count = Int.random(in: 1...4, using: &random)
        let parts = Self.parts(of: 10_000, in: count + 1, &random)
        let names = ["产出指标", "效益指标", "满意度指标", "成本指标"]
        let levels = (0..<count).map { index in
            Scheme.Level(name: names[index], weight: parts[index + 1], isRequired: true, seconds: [names[index] + "甲"])
        }
        let scheme = Scheme(
            id: "随机", name: "", source: "", isUnconfirmed: false, subject: .project, isSelfEvaluation: true,
            isUsual: false, fullScore: 10_000,
            execution: (name: "预算执行率", weight: parts[0]), levels: levels, forms: [])
        let records = levels.flatMap { level in
            Self.parts(of: level.weight, in: Int.random(in: 1...5, using: &random), &random).enumerated().map {
                index, weight in
                record(level, "\(level.name)\(index)", weight, &random)
            }
        }
        return Sample(scheme: scheme, records: records)
    }

    /// Whole numbers that add up to a sum.
    private static func parts(of sum: Int64, in count: Int, _ random: inout SplitMix64) -> [Int64] {
        let cuts = (1..<max(count, 1)).map { _ in Int64.random(in: 0...sum, using: &random) }.sorted()
        return zip([0] + cuts, cuts + [sum]).map { $1 - $0 }
    }

    private func record(
        _ level: Scheme.Level, _ name: String, _ weight: Int64, _ random: inout SplitMix64
    ) -> IndicatorRecord {
        let target = Int64.random(in: 1...500, using: &random)
        let sign = ["≥", ">", "≤", "<", "="].randomElement(using: &random) ?? "≥"
        let unit = ["件", "%", "万元", ""].randomElement(using: &random) ?? ""
        let way = ["", "直接赋分", "完成比例", "满意度"].randomElement(using: &random) ?? ""
        let achieved = Int64.random(in: 0...1000, using: &random)
        return Records.indicator(
            first: level.name, second: level.seconds[0], name: name, target: "\(sign)\(target)\(unit)",
            achieved: "\(achieved)\(unit)", weight: weight, way: way)
    }

    private func indicator(_ record: IndicatorRecord, _ standards: Standards) -> Indicator {
        Indicator(record, values: record, definitions: standards.evaluations)
    }

    private func funds(executed: Int64, budget: Int64) -> SubjectFunds {
        var funds = SubjectFunds()
        for (phase, amount) in [(Phase.adjustedBudget, budget), (.actual, executed)] {
            funds.add(
                FundsLine(
                    unit: "1", counterparty: "", project: "", phase: phase, bookedPhase: phase, amount: amount,
                    source: .fiscal, month: nil,
                    kind: FundsLine.Kind(isFiscal: true, isProject: true, natures: []), function: .all, economic: .all,
                    origin: Origin(sheet: "支出", row: 2)))
        }
        return funds
    }

    @Test("Weights add up, no score leaves its bounds, the total is the sum, execution is capped")
    func totals() throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let maker = ScoreCardMaker(rules: standards.schemes.rules)
        var random = SplitMix64(seed: 4)
        for _ in 0..<Self.rounds {
            let sample = try sample(&random)
            let budget = Int64.random(in: 1...1_000_000_00, using: &random)
            let executed = Int64.random(in: -100...(budget * 2), using: &random)
            let subject = maker.card(
                SubjectRecord(
                    unit: "1", code: "P1", name: "项目", kind: .project, projects: [], scheme: "", overseer: "",
                    implementer: "", goal: "", attainment: "", problems: "", measures: "",
                    origin: Origin(sheet: "绩效对象", row: 2)), scheme: sample.scheme, scope: .all,
                funds: funds(executed: executed, budget: budget), functions: [],
                indicators: sample.records.map { indicator($0, standards) }, tasks: [], monitoring: [])
            let scores = subject.indicators.map(\.score)
            #expect(scores.reduce(sample.scheme.execution.weight) { $0 + $1.weight } == sample.scheme.fullScore)
            #expect(scores.allSatisfy { score in score.value.map { (0...score.weight).contains($0) } ?? false })
            let points = try #require(subject.executionScore)
            #expect((0...sample.scheme.execution.weight).contains(points))
            #expect(executed < budget || points == sample.scheme.execution.weight)
            #expect(subject.total == scores.reduce(points) { $0 + ($1.value ?? 0) })
            #expect(try #require(subject.total) <= sample.scheme.fullScore && !subject.grade.isEmpty)
            let faults = SubjectChecks(subject, rules: standards.schemes.rules).faults()
            #expect(!faults.contains { if case .levelWeight = $0.kind { true } else { false } })
        }
    }

    @Test(
        "A better achieved value never scores less, and one under its target never scores full",
        arguments: ["≥", ">", "≤", "<", "="])
    func monotony(_ sign: String) throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let scorer = Scorer(standards.schemes.rules)
        var random = SplitMix64(seed: UInt64(sign.unicodeScalars.first?.value ?? 0))
        for round in 0..<Self.rounds {
            let target = Int64.random(in: 1...2000, using: &random)
            let weight = Int64.random(in: 1...5000, using: &random)
            let second = round % 3 == 0 ? "服务对象满意度指标" : "数量指标"
            let way = round % 5 == 0 ? "直接赋分" : ""
            func points(_ achieved: Int64) -> Int64? {
                let record = Records.indicator(
                    second: second, target: "\(sign)\(target)", unit: "%", achieved: "\(achieved)", weight: weight,
                    way: way)
                return scorer.score(indicator(record, standards)).value
            }
            // From the worst to the best: what is nearer to the target, or farther beyond it where that is better.
            var values =
                (0..<12).map { _ in Int64.random(in: 0...(target * 2), using: &random) } + [
                    target, target - 1, target + 1,
                ]
            switch sign {
            case "≥", ">": values.sort()
            case "≤", "<": values.sort(by: >)
            default: values = values.filter { $0 <= target }.sorted()
            }
            let scores = try values.map { try #require(points($0)) }
            #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 }, "\(sign)\(target): \(values) \(scores)")
            for (value, score) in zip(values, scores) {
                let isReached =
                    switch sign {
                    case "≥": value >= target
                    case ">": value > target
                    case "≤": value <= target
                    case "<": value < target
                    default: value == target
                    }
                #expect((score == weight) == isReached, "\(sign)\(target), \(value) of \(weight): \(score)")
            }
        }
    }

    @Test("15万 and 150000 score the same, whichever of them is written where")
    func scales() throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let scorer = Scorer(standards.schemes.rules)
        var random = SplitMix64(seed: 15)
        for _ in 0..<Self.rounds {
            let (target, achieved) = (
                Int64.random(in: 1...300, using: &random), Int64.random(in: 0...400, using: &random)
            )
            let scores = [
                ("\(target)万人", "\(achieved)万人"), ("\(target)0000人", "\(achieved)万人"),
                ("\(target)万人", "\(achieved)0000人"),
            ].map { pair in
                let record = Records.indicator(target: pair.0, achieved: pair.1, weight: 2000)
                return scorer.score(indicator(record, standards)).value
            }
            #expect(Set(scores).count == 1 && scores[0] != nil, "\(target) \(achieved)")
        }
    }

    @Test("An indicator that several forms share has the same values in each, and the same share of its points")
    func shared() throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let scorer = Scorer(standards.schemes.rules)
        var random = SplitMix64(seed: 7)
        for _ in 0..<Self.rounds {
            let sample = try sample(&random)
            guard let owner = sample.records.first else { continue }
            let other = Records.indicator(
                subject: "整体", name: owner.name, shared: "P1", weight: owner.weight, way: owner.way)
            let own = scorer.score(indicator(owner, standards))
            let same = Indicator(other, values: owner, definitions: standards.evaluations)
            #expect(same.target == indicator(owner, standards).target && same.owner == "P1")
            #expect(scorer.score(same) == own)
        }
    }

    @Test("What a hand gave is kept beside what the scheme says, and counts")
    func byHand() throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let scorer = Scorer(standards.schemes.rules)
        var random = SplitMix64(seed: 9)
        for _ in 0..<Self.rounds {
            let sample = try sample(&random)
            for record in sample.records {
                var changed = record
                let given = Int64.random(in: 0...(record.weight ?? 0), using: &random)
                changed.givenScore = given
                let (plain, hand) = (
                    scorer.score(indicator(record, standards)), scorer.score(indicator(changed, standards))
                )
                #expect(hand.computed == plain.computed && hand.given == given && hand.value == given)
                #expect(hand.isOverridden == (plain.computed != given))
            }
        }
    }

    @Test("Numbers of many digits and weights beyond reason are told, not computed into a crash")
    func extremes() throws {
        let standards = try CheckedOut.standards("430400", 2021)
        let scorer = Scorer(standards.schemes.rules)
        let numbers = ["9223372036854775807亿元", "999999999999999亿元", "0.000001万元", "1000000000000000亿元", "-1亿元"]
        for target in numbers {
            for achieved in numbers {
                for weight in [0, 1, 10_000, Int64.max] {
                    let record = Records.indicator(target: "≥" + target, achieved: achieved, weight: weight)
                    let score = scorer.score(indicator(record, standards))
                    if let value = score.value { #expect((0...score.weight).contains(value)) }
                }
            }
        }
    }
}
