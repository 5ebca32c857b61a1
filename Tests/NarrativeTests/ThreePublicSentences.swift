import Fiscal
import Ledger
import Narrative
import Standards
import Testing

/// Shanghai's sentences on 三公 for every combination of what the book gives of last year and of budgets.
struct ThreePublicSentences {
    private static let items = ["因公出国（境）费", "公务用车运行维护费", "公务接待费"]
    private static let economic = ["30212", "30231", "30217"]

    /// Of one figure of last year, or of one budget.
    enum Given: CaseIterable, Sendable {
        case missing, zero, equal, other

        /// Yuan beside this year's.
        func value(_ now: Int) -> String? {
            switch self {
            case .missing: nil
            case .zero: "0"
            case .equal: "\(now)"
            case .other: "\(now + 30_000)"
            }
        }
    }

    private func sheet(_ name: String, _ header: String, _ rows: [String]) -> RawSheet {
        RawSheet(
            name: name, file: name + ".csv", header: header.split(separator: ",").map(String.init),
            rows: rows.enumerated().map { index, row in
                RawSheet.Row(
                    number: index + 2,
                    cells: row.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
            })
    }

    /// - Parameter spent: yuan of this year, by item.
    private func sentences(spent: [Int], total: Given, prior: [Given], budget: Given) throws -> [Sentence] {
        let standards = try TestStandards.load("310100", 2024)
        let lines = zip(Self.economic, spent).filter { $0.1 > 0 }.map {
            "001,2010101,\($0.0),一般公共预算财政拨款,基本支出,\($0.1)"
        }
        // The vehicles' part of last year is stated as the whole of it, which this year's is too.
        let named = [Self.items[0], "公务用车购置及运行维护费", Self.items[2]]
        let last =
            (total.value(spent.reduce(0, +)).map { ["三公经费,财政拨款,,\($0)"] } ?? [])
            + zip(zip(named, spent), prior).compactMap { item, given in
                given.value(item.1).map { "三公经费,财政拨款,\(item.0),\($0)" }
            }
        let budgets = zip(Self.items, spent).compactMap { item, now in
            budget.value(now).map { "001,\(item),\($0),2,4,1" }
        }
        let settings = try BookSettings.check(
            Settings(yaml: "部门: 某局\n年度: 2024\n地区: \"310100\"\n", file: "账套.yaml"))
        let book = try BookReader.read(
            [
                sheet("单位", "编码,名称,单位性质", ["001,某局,行政单位"]),
                sheet("收入", "单位,功能科目,资金性质,金额", ["001,2010101,一般公共预算财政拨款,1000000"]),
                sheet("支出", "单位,功能科目,经济科目,资金性质,支出性质,金额", lines + ["001,2010101,30101,一般公共预算财政拨款,基本支出,1"]),
                sheet("上年数", "指标,资金性质,事项,数值", last), sheet("三公", "单位,事项,年初预算,人次,批次,团组数", budgets),
            ], settings: settings, standards: standards)
        let facts = FactBase(book: book, standards: standards, unit: "001")
        let phrases = ["three-total", "three-detail"].compactMap { standards.phrases[$0] }
        #expect(phrases.count == 2)
        return Narrator.narrate(phrases, facts: facts, noun: "部门", isDepartment: true).sentences
    }

    private static let broken = ["，。", "：。", "，，", "；；", "；。", "，；", "：，", "。。", "支出决算。", "支出决算；", "支出决算，", "其中：。"]

    @Test(
        "Every combination reads as a sentence; only what last year is known of is compared", arguments: Given.allCases)
    func combinations(_ total: Given) throws {
        var count = 0
        for first in Given.allCases {
            for second in Given.allCases {
                for third in Given.allCases {
                    for spent in [[10_000, 20_000, 50_000], [0, 20_000, 0], [0, 0, 0]] {
                        let prior = [first, second, third]
                        let found = try sentences(spent: spent, total: total, prior: prior, budget: .other)
                        count += 1
                        check(found, spent: spent, total: total, prior: prior)
                    }
                }
            }
        }
        #expect(count == 192)
    }

    private func check(_ found: [Sentence], spent: [Int], total: Given, prior: [Given]) {
        let place: Comment = "\(spent) \(total) \(prior): \(found.map(\.text))"
        for sentence in found {
            for mark in Self.broken where sentence.text.contains(mark) { Issue.record("\(mark): \(sentence.text)") }
            #expect("。：".contains(sentence.text.last ?? "，") && !"，；：".contains(sentence.text.first ?? "，"), place)
        }
        let comparison = found.first { $0.id == "three-total.2" }?.text
        let isSilent = total == .missing || spent == [0, 0, 0] && [.zero, .equal].contains(total)
        #expect((comparison == nil) == isSilent, place)
        guard let comparison else { return }
        let head = comparison.split(separator: "。")[0]
        #expect(head.contains("其中：") == prior.contains { $0 != .missing }, place)
        for (name, given) in zip(["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"], prior) {
            #expect(head.contains(name) == (given != .missing), place)
        }
        #expect(head.split(separator: "；").count == max(1, prior.count { $0 != .missing }), place)
    }

    @Test("Budgets that are missing, zero, equal or other", arguments: Given.allCases)
    func budgets(_ budget: Given) throws {
        for spent in [[10_000, 20_000, 50_000], [0, 20_000, 0], [0, 0, 0]] {
            let found = try sentences(spent: spent, total: .other, prior: [.other, .zero, .missing], budget: budget)
            for sentence in found {
                for mark in Self.broken where sentence.text.contains(mark) { Issue.record("\(mark): \(sentence.text)") }
                #expect("。：".contains(sentence.text.last ?? "，"))
            }
        }
    }
}
