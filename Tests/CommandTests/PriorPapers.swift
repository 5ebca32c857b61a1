import Audit
import Foundation
import Testing

@testable import mingzhang

/// `check --prior` with what is not last year's paper of the same department: told, and nothing compared.
struct PriorPapers {
    private static let hengyang = checkout + "/Examples/hengyang-2021"
    private static let shifeng = checkout + "/Examples/shifeng-2020"
    private static let wangjiang = checkout + "/Tests/Fixtures/books/wangjiang-central-2023"

    private func run(_ words: [String]) async -> (code: Int32, output: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(["check"] + words + ["--standards", checkout + "/Standards"])
        }
        return (code, console.output)
    }

    /// What is printed below the line of what became of --prior.
    private func rest(_ output: String) -> Substring {
        output.firstRange(of: "\n\n").map { output[$0.upperBound...] } ?? output[...]
    }

    @Test(arguments: [
        (hengyang, shifeng, "不是同一部门，上年数没有核对"), (shifeng, shifeng, "是 2020 年度的，这份的上年是 2019 年度"),
        (wangjiang, shifeng, "是 2020 年度的，这份的上年是 2022 年度"),
    ])
    func unfit(_ paper: String, _ prior: String, _ told: String) async {
        let said = await run([paper, "--prior", prior])
        #expect(said.output.filter { !"\n ".contains($0) }.contains(told.filter { $0 != " " }), "\(said.output)")
        let alone = await run([paper])
        #expect(said.code == (alone.code == 1 ? 1 : 3))
        #expect(rest(said.output) == rest(alone.output))
    }

    @Test("A paper that does not say of which year it is; the year asked for is not last year's")
    func noYear() async throws {
        let scratch = try Scratch()
        try scratch.write("某某局部门决算公开\n一、概况\n没有写年度。\n", to: "上年.txt")
        for words in [[], ["--year", "2021"]] {
            let said = await run([Self.hengyang, "--prior", scratch.path + "/上年.txt"] + words)
            #expect(said.code == 3 && said.output.contains("没有读出是哪一年度的"), "\(said.output)")
        }
    }

    @Test("Every form of report tells it")
    func reports() async throws {
        let scratch = try Scratch()
        let (page, table) = (scratch.path + "/核对.html", scratch.path + "/核对.csv")
        _ = await run([Self.hengyang, "--prior", Self.shifeng, "--report", page, "--report", table])
        #expect(String(decoding: try FileBytes.read(page), as: UTF8.self).contains("不是同一部门"))
        #expect(String(decoding: try FileBytes.read(table), as: UTF8.self).contains("不是同一部门"))
        let json = await run([Self.hengyang, "--prior", Self.shifeng, "--format", "json"])
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let prior = try #require(root["prior"] as? [String: Any])
        #expect(prior["compared"] as? Bool == false && (prior["message"] as? String)?.contains("不是同一部门") == true)
    }

    @Test(
        "A department's paper or a book of another year, a book of another department",
        arguments: [
            (shifeng, ["--department", hengyang], "--department 的材料是 2021 年度的，这份是 2020 年度的"),
            (shifeng, ["--against", hengyang], "--against 的账套是 2021 年度的，这份是 2020 年度的"),
        ])
    func unfitBeside(_ paper: String, _ words: [String], _ told: String) async {
        let said = await run([paper] + words)
        #expect(said.output.filter { !"\n ".contains($0) }.contains(told.filter { $0 != " " }), "\(said.output)")
        let alone = await run([paper])
        #expect(said.code == (alone.code == 1 ? 1 : 3))
        #expect(rest(said.output) == rest(alone.output))
    }

    @Test("A book without the unit: taken for it under another name where its figures are the paper's, else left")
    func otherBook() async throws {
        let scratch = try Scratch()
        let income = ["1,234.56", "9,935.09"]
        for (index, amount) in income.enumerated() {
            try scratch.write(
                """
                望江市林业局2021年度部门决算公开
                一、收入决算情况说明
                2021年度本年收入合计\(amount)万元，其中：财政拨款收入9,101.59万元，占91.61%；其他收入833.49万元，占8.39%。
                """, to: "\(index).txt")
        }
        let other = await run([scratch.path + "/0.txt", "--against", Self.shifeng])
        #expect(other.output.contains("2020 年度的"), "\(other.output)")
        let strange = await run([scratch.path + "/0.txt", "--against", Self.wangjiang, "--year", "2023"])
        #expect(strange.output.contains("不是同一部门"), "\(strange.output)")
        let renamed = await run([scratch.path + "/1.txt", "--against", Self.hengyang])
        #expect(renamed.output.contains("按同一单位改了名称核对"), "\(renamed.output)")
    }

    @Test func english() async {
        let fits: [CompanionFit] = [
            .fits, .renamed(from: "某局", shared: 5, agreeing: 4), .unnamed, .otherUnit(own: "甲局", given: "乙局"),
            .otherYear(2019, wanted: 2020), .otherKind(own: "决算", given: "预算"), .noYear,
        ]
        let said = Companion.allCases.map { companion in fits.map { $0.english(of: companion) } }
        #expect(Foreign.lines(said.joined().joined(separator: "\n")) == [])
        let told = Companion.allCases.map { companion in fits.map { $0.chinese(of: companion) } }
        #expect(Set(told.joined()).count == fits.count * Companion.allCases.count)
    }
}
