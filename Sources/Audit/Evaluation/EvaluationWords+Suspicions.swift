import Performance
import Standards

// Sentences of findings that name what looks odd, and of ties to the text and to last year's paper.
extension EvaluationWords {
    static func qualityScore(
        _ form: String, _ indicator: EvaluationIndicator, _ band: ScoringRules.Band
    ) -> String {
        "“\(form)”的“\(indicator.title)”完成值写“\(indicator.actual?.text ?? "")”，按办法应在分值的 \(band.low)%～\(band.high)% 之间给分，"
            + "分值 \(indicator.weight?.text ?? "")、得分 \(indicator.score?.text ?? "")。请核对完成值或得分。"
    }

    static func vague(_ form: String, _ texts: [String], of count: Int) -> String {
        "“\(form)”的 \(count) 个指标值里，\(texts.count) 个只写“\(texts.prefix(4).joined(separator: "”“"))”一类的话，没有可以衡量的数。"
            + "请尽量改成能核实的指标值。"
    }

    static func reason(_ form: String, _ indicator: EvaluationIndicator, isContradiction: Bool) -> String {
        let reason = indicator.reason?.text ?? ""
        return isContradiction
            ? "“\(form)”的“\(indicator.title)”得了满分，偏差原因却写“\(reason)”。请核对得分或原因。"
            : "“\(form)”的“\(indicator.title)”扣了分，原因只写“\(reason)”，看不出为什么。请写具体。"
    }

    // MARK: - Words that stand twice

    static let reportText = "报告文字"

    static func repeatedText(_ forms: [String], _ quotes: [String]) -> String {
        let list = forms.prefix(6).joined(separator: "、") + (forms.count > 6 ? "等 \(forms.count) 张表" : "")
        return "\(list)有\(several(quotes))文字一字不差：\(shown(quotes))。不同项目的目标、完成情况和原因应当各写各的，请核对是否照抄；"
            + "确是同一件事的，请看是否在两个项目里重复计算了成效。"
    }

    static func twiceInText(_ name: String, _ quote: String) -> String {
        "“\(name)”的实际完成情况里，“\(quote)”一段文字写了两遍。请删去重复的。"
    }

    static func priorText(_ name: String, _ quotes: [String]) -> String {
        "“\(name)”有\(several(quotes))文字与上年公开件一字不差：\(shown(quotes))。请核对是否沿用了上年的文字。"
    }

    private static func several(_ quotes: [String]) -> String { quotes.count > 1 ? " \(quotes.count) 处" : "一段" }

    private static func shown(_ quotes: [String]) -> String {
        quotes.prefix(3).map { "“\($0)”" }.joined(separator: "；") + (quotes.count > 3 ? "等" : "")
    }

    // MARK: - A department's own evaluation

    static func reviewChapters(_ title: String, _ missing: [String]) -> String {
        "“\(title)”没有读到讲“\(missing.joined(separator: "”“"))”的章。办法所附的参考提纲有这几章，请看是否漏写。"
    }

    static func noChapters(_ title: String) -> String { "“\(title)”的章节标题没有读到几个，无法判断是否齐全" }
    static func reviewUnread(_ count: Int) -> String {
        count > 0 ? "绩效评价的评分表有 \(count) 行的分值没有读出" : "绩效评价的评分表没有读全，或没有印合计"
    }
    static func reviewPlace(_ level: String) -> String { "评分表 \(level.isEmpty ? "合计" : level) / 分值" }

    static func reviewSum(_ weights: [String], sum: String, full: String, printed: String?) -> String {
        "绩效评价的评分表分值 \(weights.joined(separator: "＋")) ＝ \(sum)，应为 \(full)"
            + (printed.map { $0.isEmpty ? "" : "，合计印的是 \($0)" } ?? "") + "。请核对各指标的分值。"
    }

    static func reviewWeights(_ levels: [String], _ points: String, least: Int) -> String {
        "绩效评价的评分表里，\(levels.joined(separator: "、"))的分值合计 \(points)，不到全部的 \(least)%。请调整各级指标的分值。"
    }

    static func allFull(_ count: Int) -> String {
        "\(count) 张项目支出绩效自评表的总分全是满分。请核对是否如实自评；抽查复核时宜先看。"
    }

    static func noPoints(_ indicator: String) -> String { "“\(indicator)”没有读到分值或得分" }
    static func noTargets(_ form: String) -> String { "“\(form)”没有读到指标值" }
    static func noDate(_ label: String) -> String { "“\(label)”后面没有读到日期" }
    static let noTotals = "有的项目支出绩效自评表没有读到总分"
    static let noSummary = "文字所说的自评项目数与所附项目支出绩效自评表的张数不同，或没有写"

    static func summary(_ label: String, _ printed: String, _ wanted: String, _ count: Int) -> String {
        "文字“\(label)”写 \(printed)，而所附 \(count) 张项目支出绩效自评表的总分算出来是 \(wanted)。请核对文字或各表总分。"
    }

    static func told(_ around: String, _ said: String, _ form: String, _ what: String, _ cell: String) -> String {
        "文字“\(around)”写 \(said)，而“\(form)”的“\(what)”是 \(cell)。单凭所印的数断不定哪一处有误，请核对。"
    }

    static func book(_ form: String, _ label: String, _ printed: String, _ book: String) -> String {
        "“\(form)”的“\(label)”印 \(printed)，账套中是 \(book)。请核对哪一边改了没有同步。"
    }

    static func bookIndicators(_ form: String, _ missing: [String]) -> String {
        "“\(form)”没有账套里的指标“\(missing.joined(separator: "”“"))”。请核对是否漏印或改了名称。"
    }

    static let noPrior = "没有给上年公开件（--prior）"
    static let severalBases = "不止一个单位的基础数据表，或上年公开件没有基础数据表"

    static func priorBase(_ form: String, _ row: String, _ now: String, _ then: String) -> String {
        "“\(form)”的“\(row)”上年决算数印 \(now)，上年公开件的同一行本年决算数是 \(then)。请核对，调整过口径的应当说明。"
    }

    static func signedEarly(_ date: String, _ year: Int) -> String {
        "填报日期写“\(date)”，而自评的是 \(year) 年度全年，年度还没有结束。请核对日期。"
    }
}
