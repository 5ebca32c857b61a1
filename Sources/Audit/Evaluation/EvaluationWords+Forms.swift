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
}
