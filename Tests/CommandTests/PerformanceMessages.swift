import Fiscal
import Foundation
import Testing

@testable import Ledger
@testable import Performance
@testable import Standards
@testable import mingzhang

/// One fault of every kind of the sheets of performance, in both languages.
struct PerformanceMessages {
    private static let names = ["普法", "矫正"]
    private static let band = ScoringRules.Band(name: "部分达成", low: 60, high: 80, words: [])
    private static let warnings: [MonitoringWarning] = [
        .slowExecution(PrintedNumber(mantissa: 4500, decimals: 2), floor: 50),
        .slowProgress(PrintedNumber(mantissa: 4500, decimals: 2), floor: 50), .beyond(target: "≤1%", value: "2%"),
        .forecastBelow(target: "≥6场", forecast: "5场"), .otherUnit(target: "≥6场", value: "5人"), .unlikely("有可能"),
    ].map { MonitoringWarning($0, indicator: "场次", record: nil) }

    private static let kinds: [EvaluationFault.Kind] = [
        .unknownSubject("P9", known: names), .unknownSubject("P9", known: []), .unknownProject("援助", known: names),
        .unknownProject("援助", known: []), .unknownScheme("甲", allowed: names), .noScheme("普法"), .noIndicators("普法"),
        .notScored("普法", scheme: "基础数据"), .absentBeside(name: "无", second: "经济效益指标", subject: "普法"),
        .unknownShared("P9", name: "场次"), .sharedAndTyped("P1", name: "场次"), .unknownLevel("影响", allowed: names),
        .unknownSecond("影响", of: "产出指标", allowed: names), .missingLevel("满意度指标", subject: "普法"),
        .levelWeight("产出指标", subject: "普法", found: 4500, wanted: 5000), .noWeight(name: "场次"), .noWeights("普法"),
        .duplicateName("场次", subject: "普法"), .noTarget(name: "场次"), .notAchieved(name: "场次"),
        .assumedDirection("≤", name: "差错率"), .bandUnused("达成", name: "场次"),
        .guessedDirection(["余额", "班次"], subject: "普法"), .wordsForTarget("6-8场", name: "场次"),
        .notComparable(target: "6场", achieved: "7人", name: "场次", meant: ""),
        .notComparable(target: "95%", achieved: "0.97", name: "满意度", meant: "97%"),
        .likelyFraction("0.97", meant: "97%", name: "满意度"),
        .noBand(target: "提高", achieved: "还行", name: "意识", allowed: names), .notJudged(band, weight: 733, name: "意识"),
        .scoreOutsideBand(800, band, weight: 1000, name: "意识"), .scoreAboveWeight(1100, weight: 1000, name: "场次"),
        .ratioOfZero(name: "场次"), .givenWithoutReason(given: 900, computed: 978, name: "场次"),
        .givenWithoutReason(given: 900, computed: nil, name: "场次"), .lossWithoutReason(22, name: "场次"),
        .farAboveWithoutReason(hundredths: 347, name: "场次"), .overHundred("102%", name: "满意度"), .noBudget("普法"),
        .unknownLineProject("普发", lines: 2, near: "普法"), .unknownLineProject("援助", lines: 1, near: ""),
        .blankProject("普法", lines: 2, amount: "100.00"), .noAdjustedBudget(["普法", "某局的基本支出"]),
        .overCarried("普法", spent: "4.00", opening: "3.00"),
        .overCarriedBudget("普法", budget: "4.00", opening: "3.00"), .forgottenSource("普法"), .buildingsNotPrinted(2),
        .likelyTenThousands("普法", typed: "60.00"),
        .nothingSpent("普法"), .overspent("普法", rate: "104.17"), .sharedMoney("普法", other: "矫正"),
        .unknownMonitored("场数", subject: "普法", known: names), .amountOfIndicator("场次"),
        .unmonitored(["场次", "意识"], subject: "普法"),
        .noMonitoredAmount("普法", month: 7), .statedOtherwise("项目数", stated: "3", computed: "2"),
        .unknownBase(names, title: "基础数据表"),
        .monitoredAmountDiffers("普法", typed: "1.00", lines: "2.00", month: 7),
        .warnedWithoutReason(warnings, subject: "普法", wantsReason: true, wantsMeasures: true),
        .warnedWithoutReason([warnings[0]], subject: "普法", wantsReason: false, wantsMeasures: true),
    ]

    @Test("Every fault names its place, is a sentence in Chinese and one in English, and says what to do")
    func bothLanguages() {
        for kind in Self.kinds {
            let fault = EvaluationFault(kind, at: Origin(sheet: "绩效指标.csv", row: 7))
            let chinese = fault.message
            let english = MessageLanguage.$current.withValue(.english) { fault.message }
            #expect(chinese.hasPrefix("绩效指标.csv 第 7 行：") && chinese.hasSuffix("。"))
            #expect(english.hasPrefix("“绩效指标.csv”, row 7: ") && english.hasSuffix("."), "\(english)")
            #expect(Foreign.lines(english) == [], "\(english)")
            #expect(Foreign.unquoted(english).contains(/[a-z]{3}/), "\(english)")
        }
    }

    @Test("No kind is without its sample")
    func complete() throws {
        let path = checkout + "/Sources/Performance/EvaluationFault.swift"
        let source = String(decoding: try FileBytes.read(path), as: UTF8.self)
        let margin = "        case "
        let body = source.split(separator: "\n").drop { !$0.hasPrefix(margin) }.prefix { !$0.hasPrefix("    }") }
        let names = body.filter { $0.hasPrefix(margin) }.map { $0.dropFirst(margin.count).prefix { $0.isLetter } }
        let known = Set(Self.kinds.map { String("\($0)".prefix { $0.isLetter }) })
        #expect(names.count > 30 && names.filter { !known.contains(String($0)) } == [])
    }

    @Test(
        "Scores, monitoring and shared indicators are said in both languages",
        arguments: [
            "score {账}", "score {账} --subject P002", "monitor {账}", "indicators search", "indicators search 法援 案件",
            "indicators search --function 2040607 --limit 3", "indicators search 没有这样的指标", "score --help",
            "monitor --help", "indicators search --help", "standards show 项目自评", "standards show 共用",
        ])
    func commands(_ line: String) async throws {
        let scratch = try Scratch()
        try Self.lay(at: scratch)
        let words = line.split(separator: " ").map { String($0).replacing("{账}", with: scratch.path + "/book") }
        var said: [String] = []
        for language in [[], ["--lang", "en"]] {
            let console = Console()
            let standards = line.hasSuffix("help") ? [] : ["--standards", checkout + "/Standards"]
            let code = await Console.$listener.withValue(console) {
                await CommandRun.perform(words + standards + language)
            }
            #expect(code == 0, "\(console.text)")
            said.append(console.output)
            if !line.hasSuffix("help") {
                let wide = console.output.split(separator: "\n").filter { DisplayText.columns($0) > DisplayText.width }
                #expect(wide.isEmpty || line.hasPrefix("standards"), "\(wide)")
            }
        }
        #expect(Foreign.lines(said[1]) == [], "\(said[1])")
        #expect(!Foreign.lines(said[0]).isEmpty && said[0] != said[1])
    }

    /// The gallery's book of performance, which has no fault.
    static func lay(at scratch: Scratch) throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/book", withIntermediateDirectories: true)
        for folder in ["base", "base-performance"] {
            let path = checkout + "/Tests/Errors/" + folder
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                let text = String(decoding: try FileBytes.read(path + "/" + name), as: UTF8.self)
                try scratch.write(text, to: "book/" + name)
            }
        }
    }
}
