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

    @Test func english() async {
        let fits: [PriorFit] = [
            .fits, .renamed(from: "某局", shared: 5, agreeing: 4), .unnamed, .otherUnit(own: "甲局", prior: "乙局"),
            .otherYear(2019, wanted: 2020), .otherKind(own: "决算", prior: "预算"), .noYear,
        ]
        #expect(Foreign.lines(fits.map(\.english).joined(separator: "\n")) == [])
        #expect(Set(fits.map(\.chinese)).count == fits.count)
    }
}
