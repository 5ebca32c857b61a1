import Performance

/// More sentences about forms: what keeps a sum from being compared, and what the text beside a form tells.
extension EvaluationWords {
    static func missingNatures(_ form: String, _ missing: [String]) -> String {
        "“\(form)”没有读到“\(missing.joined(separator: "”“"))”的数，各项之和无从比较"
    }

    static func otherNatures(_ form: String, _ texts: [String]) -> String {
        "“\(form)”按性质分的各项里，\(texts.joined(separator: "、")) 说不出是哪一项的数"
    }

    static func otherFunds(_ form: String, _ labels: [String]) -> String {
        "“\(form)”的资金行里有不认得的“\(labels.joined(separator: "”“"))”，各项之和无从比较"
    }

    static let fullThoughSaid = "没有完成，偏差原因里也这样写，却得满分。请核对得分；不扣分的，请写明理由。"

    static func goalWeights(_ form: String, _ weights: [String], _ sum: String, _ printed: String) -> String {
        "“\(form)”合计行的权重印 \(printed)，而各指标之和为 \(sum)（\(weights.joined(separator: "＋"))）。请核对各指标的权重。"
    }

    static let noSavingRule = "各表的节约率没有共同的算法，无从比较"

    static func saving(
        _ form: String, _ name: String, _ printed: String, _ spent: String, _ budget: String, _ expected: String,
        like other: String
    ) -> String {
        "“\(form)”的“\(name)”完成值印 \(printed)，而按“\(other)”等表的算法（1－执行数÷全年预算数），"
            + "1－\(spent)÷\(budget)＝\(expected)。请统一算法并核对。"
    }

    static func unreadTotal(_ form: String) -> String { "“\(form)”的总分没有读到" }

    static func noTotal(_ form: String, _ sum: String) -> String {
        "“\(form)”没有印总分，而别的自评表都印着；各项得分之和为 \(sum)。请补上总分。"
    }

    static func blankRows(_ form: String, _ rows: [String]) -> String {
        "“\(form)”的“\(rows.joined(separator: "”“"))”各栏都空着，而表里没有数的行填的是零。没有数的请填零。"
    }

    static func quantityRates(_ form: String, _ found: [(name: String, target: String)], of count: Int) -> String {
        let list = found.map { "“\($0.name)” \($0.target)" }.joined(separator: "；")
        return "“\(form)”的 \(count) 个数量指标里有 \(found.count) 个是比率（\(list)）。比率说的是质量或时效，请改列到相应的二级指标。"
    }

    static func sameNumber(_ form: String, _ number: Int, _ one: String, _ two: String) -> String {
        "“\(form)”的“\(one)”和“\(two)”都编作指标\(number)。请核对序号。"
    }

    static let scoreTable = "得分表"

    static func scoreTable(_ what: String, _ printed: String, _ scores: [String], _ sum: String, _ off: String)
        -> String
    {
        "\(what.isEmpty ? scoreTable : "“\(what)”")的合计印 \(printed)，而各项得分之和为 \(sum)（\(scores.joined(separator: "＋"))），相差 \(off)；"
            + "同一表的分值加得对。请核对合计和各项得分。"
    }

    static func toldAchieved(_ form: String, _ name: String, _ actual: String, _ told: String) -> String {
        "“\(form)”的“\(name)”完成值印 \(actual)，而正文说到这个项目时写“\(told)”。请核对是哪一处有误；范围不同的，请写明。"
    }

    static func toldInWords(_ form: String, _ own: String, _ told: String) -> String {
        "“\(form)”的实际完成情况写“\(own)”，而正文说到这个项目时写“\(told)”。请核对是哪一处有误。"
    }
}
