import Standards
import Testing

@testable import Narrative

/// What one sentence tells of an amount, another and the rate between them.
struct RateChainTests {
    private func chains(_ text: String) throws -> [String] {
        RateChain.all(in: text, words: try TestStandards.load("000000", 2021).reading.rates).map { chain in
            let kind =
                switch chain.kind {
                case .growth(let isFall): isFall ? "降" : "升"
                case .completion: "完成"
                }
            let parts = chain.wholes.map(\.text) + [chain.first.text, chain.second.text, chain.rate.text]
            return (parts + [kind + (chain.isContrary ? "反" : "")]).joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("林草支出100万元，比上年增加20万元，增长25%。", "100万元 20万元 25% 升"),
        ("林草支出80万元，与2020年度决算数相比，减少20万元，下降了20%。", "80万元 20万元 20% 降"),
        ("林草支出80万元，占16%；比上年预算减少20万元，降幅20%。", "80万元 20万元 20% 降"),
        ("林草支出80万元，同比减少20万元，增长20%。", "80万元 20万元 20% 降反"),
        ("年初预算为100万元，支出决算为90万元，完成年初预算的90%。", "100万元 90万元 90% 完成"),
        ("全年预算数100万元，全年执行数90万元，执行率90%。", "100万元 90万元 90% 完成"),
        ("年初预算90万元，调整后预算120万元，实际支出110万元，预算执行率为91.67%。", "120万元 110万元 91.67% 完成"),
        ("收入1000万元，其中拨款600万元，比上年增加200万元，增长25%。", "1000万元 600万元 200万元 25% 升"),
        ("收入100万元（其中拨款80万元），比上年增加20万元，增长25%。", "100万元 80万元 20万元 25% 升"),
        ("2023年预算250万元，比2022年预算增加50万元，增长25%。", "250万元 50万元 25% 升"),
    ])
    func told(_ text: String, _ expected: String) throws { #expect(try chains(text) == [expected]) }

    @Test(
        "Another thing is named between, the first is what is compared with, or the rate is of something else",
        arguments: [
            "收入100万元，其中林草收入比上年增加20万元，增长25%。", "收入100万元，比上年项目支出增加20万元，增长25%。",
            "决算100万元，上年80万元，比上年增加20万元，增长25%。", "决算100万元，年初预算80万元，比年初预算增加20万元，增长25%。",
            "收入100万元，比上年增加到120万元，增长20%。",
            "收入、支出100万元、90万元，比上年增加20万元，增长25%。", "收入100万元，比上年增加20余万元，增长25%。",
            "调整预算100万元，支出决算90万元，完成年初预算的120%。", "预算100万元，支出决算90万元，占支出的30%。",
            "收入100万元，比上年增加20万元，增长2.5个百分点。", "年初预算500万元，实际支出480万元，执行率80%。",
            "收入100万元，与2020年度收入80万元相比，增加20万元，增长25%。", "支出200万元，与2020年160万元相比增加40万元，增长25%。",
            "决算90万元，与年初预算数75万元相比增加15万元，增长20%。", "2021年支出60万元，2020年支出80万元，同比减少20万元，下降25%。",
            "决算数60万元，较2020年80万元，同比减少20万元，下降25%。",
            "上年结转10万元，本年预算100万元，实际支出90万元，执行率81.82%。",
            "年初预算为100万元，支出决算为120万元，完成预算的100%。",
        ])
    func notTold(_ text: String) throws { #expect(try chains(text) == []) }
}
