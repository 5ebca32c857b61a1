import Fiscal
import Narrative
import Publication
import Standards

/// All sentences of findings. They are Chinese, as the papers are; the command's own words come in both languages.
enum FindingWords {
    static let comma = "、"
    static let semicolon = "；"

    // MARK: - Names

    /// The name under which it is counted that no form was read.
    static let formsRule = "表样"

    static func gap(_ gap: AuditGap) -> String {
        switch gap {
        case .noForms(let kind): "没有这一地区年度的\(kind)表样"
        case .noTables: "没有读到任何一张表"
        }
    }

    static func noAccounts(_ kind: String) -> String { "没有读到\(kind)公开的表和说明，有关的规则都没有用上" }

    /// A relation's id where the catalogue has no entry.
    static func ruleName(_ nature: Relation.Nature) -> String {
        switch nature {
        case .sameFact: "同一事实"
        case .parts: "分项合计"
        case .balance: "指标平衡"
        case .change, .growth, .share, .completion: title(nature) + "重算"
        case .mean: "分项比重"
        case .prior: "与上年公开件"
        case .department: "与部门公开件"
        case .book: "与账套"
        }
    }

    /// The word that titles of the catalogue have for it.
    static func title(_ nature: Relation.Nature) -> String {
        switch nature {
        case .change: "变动额"
        case .growth: "变动率"
        case .share: "比重"
        case .completion: "完成率"
        default: ""
        }
    }

    static func notPrinted(_ key: FactKey, _ standards: Standards) -> String { "没有印出“\(describe(key, standards))”" }

    /// 2020 年 本年支出 一般公共预算财政拨款.
    static func describe(_ key: FactKey, _ standards: Standards) -> String {
        let phase = key.phase == .actual ? "" : Phase.words.first { $0.1 == key.phase }?.0 ?? ""
        let members = Dimension.allCases.compactMap { dimension in
            key.coordinates[dimension].isAll
                ? nil : standards.classification(dimension).name(key.coordinates[dimension])
        }
        return (["\(key.year.number)年", phase + key.concept.id] + members).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What of a table was not read, so that its sums may lack something.
    static func gaps(_ table: ReadTable) -> [String] {
        var gaps: [String] = []
        if !table.missingColumns.isEmpty { gaps.append("缺列“\(table.missingColumns.joined(separator: comma))”") }
        if !table.unrecognizedRows.isEmpty {
            gaps.append("不认得的行“\(table.unrecognizedRows.prefix(3).map(\.label).joined(separator: comma))”")
        }
        if !table.unassigned.isEmpty { gaps.append("\(table.unassigned.count) 个数分不清在哪一列") }
        return gaps
    }

    /// Parts of a whole that were not found.
    static func absent(_ names: [String], inProse: Bool) -> [String] {
        if names.isEmpty { return [] }
        let shown = names.prefix(4).joined(separator: comma) + (names.count > 4 ? "等 \(names.count) 项" : "")
        return [(inProse ? "文字没有说到" : "没有读到分项") + "“\(shown)”"]
    }

    /// Amounts of the same sentences that were not understood.
    static let unreadAmounts = "同一段里有没有读懂的金额，可能就是缺的分项"

    // MARK: - Rates of one sentence

    static func chain(_ read: ReadChain, expected: String) -> String {
        let bases = ([read.chain.first] + read.chain.wholes).map { "“\($0.text)”" }.joined(separator: "或")
        return "“\(read.rate.label)”，由同一句里的\(bases)和“\(read.chain.second.text)”算得 \(expected)。请核对这几个数。"
    }

    /// The amount now, the one before and the change do not agree.
    static func change(_ now: String, _ read: ReadChain, expected: String) -> String {
        let (before, change) = (read.chain.first.text, read.chain.second.text)
        return "“\(read.second.label)”，由“\(now)”和“\(before)”算得\(expected)，印的是“\(change)”。请核对这几个数和增减用语。"
    }

    static func changed(_ amount: String, isFall: Bool) -> String { (isFall ? "减少 " : "增加 ") + amount }

    static func contrary(_ read: ReadChain) -> String {
        "“\(read.rate.label)”，同一个变动一处说增、一处说减。请改正用语，并核对这几个数。"
    }

    // MARK: - Figures

    /// As it stands there, with its unit.
    static func text(_ sighting: Sighting) -> String {
        let read = sighting.read
        guard read.printed != nil else { return "空白" }
        let number = read.text.isEmpty ? read.printed?.text(grouping: true) ?? "" : read.text
        return number + (number.hasSuffix(read.unit) ? "" : read.unit)
    }

    static func place(_ sighting: Sighting) -> String {
        switch sighting.source {
        case .own: "“\(sighting.read.place.label)”"
        case .prior: "上年公开件的“\(sighting.read.place.label)”"
        case .department: "部门公开件的“\(sighting.read.place.label)”"
        }
    }

    /// A sentence is quoted up to its figure, which need not be said again.
    static func stands(_ sighting: Sighting) -> String {
        if sighting.read.printed == nil { return "\(place(sighting))为空白" }
        return endsInFigure(sighting.read) ? place(sighting) : "\(place(sighting))印 \(text(sighting))"
    }

    static func endsInFigure(_ figure: ReadFigure) -> Bool {
        !figure.text.isEmpty && figure.place.label.hasSuffix(figure.text) && figure.text.hasSuffix(figure.unit)
    }

    /// A value as the figure would print it.
    static func number(_ value: Int128, like sighting: Sighting, decimals: Int = 0) -> PrintedNumber? {
        // A rate printed as 100% is told apart from 99.70% only with decimals.
        let decimals = max(decimals, sighting.read.unit == "%" ? max(2, sighting.decimals) : sighting.decimals)
        return PrintedNumber.rounding(value, over: Int128(sighting.factor) * Bounds.scale, decimals: decimals)
    }

    /// - Parameter decimals: at least so many.
    static func text(_ value: Int128, like sighting: Sighting, decimals: Int = 0) -> String {
        let size = sighting.figure.isSigned ? abs(value) : value
        guard let number = number(size, like: sighting, decimals: decimals) else { return "" }
        return number.text(grouping: sighting.isTable) + sighting.read.unit
    }

    /// Between a figure and what it should be, both as they are shown.
    static func difference(_ value: Int128, _ wanted: Int128, like sighting: Sighting, decimals: Int = 0) -> String {
        let shown = number(wanted, like: sighting, decimals: decimals)
            .flatMap { Bounds($0, factor: Int64(sighting.factor))?.middle }
        return text((value - (shown ?? wanted)).magnitudeValue, like: sighting, decimals: decimals)
    }

    // MARK: - Findings

    static func wrong(_ sighting: Sighting, expected: String, difference: String, reasons: [String]) -> String {
        let head = "\(stands(sighting))，应为 \(expected)，差 \(difference)。对照："
        let marks = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"]
        if reasons.count == 1 { return head + reasons[0] + "。" }
        let shown = reasons.prefix(marks.count).enumerated().map { marks[$0] + $1 }
        let more = reasons.count > marks.count ? "；另有 \(reasons.count - marks.count) 处同样不符" : ""
        return head + shown.joined(separator: semicolon) + more + "。"
    }

    static func wrongDirection(_ sighting: Sighting, _ reasons: [String]) -> String {
        let said = sighting.read.direction == .fall ? "减少（下降）" : "增加（增长）"
        let meant = sighting.read.direction == .fall ? "增加（增长）" : "减少（下降）"
        return "\(place(sighting))写的是\(said) \(text(sighting))，按数应为\(meant)。对照：" + reasons.joined(separator: semicolon)
            + "。请改正增减用语，并核对所写原因的方向。"
    }

    static func undecided(_ sentences: [String]) -> String {
        sentences.joined(separator: semicolon) + "。单凭所印的数断不定哪一处有误，请按账面逐处核对。"
    }

    static func tail(_ sentence: String) -> String { sentence + "，差额可由四舍五入解释。" }

    /// What a relation says of one of its figures: what it was reckoned from.
    static func reason(_ relation: Relation, about figure: Int, _ list: [Sighting], value: Int128?) -> String {
        let own = list[figure]
        let amount = value.map { text($0, like: own) } ?? ""
        let others = relation.figures.filter { $0 != figure }.map { list[$0] }
        switch relation.nature {
        case .sameFact, .prior: return others.map(stands).joined(separator: comma)
        case .parts:
            guard case .sum(let terms, _, _) = relation.equation, let whole = terms.first?.figure else { return "" }
            let parts = terms.count - 1
            let reckoned: String
            if whole == figure {
                reckoned = parts == 1 ? others.map(stands).joined() : "所属 \(parts) 项之和为 \(amount)"
            } else {
                reckoned = stands(list[whole]) + (parts > 1 ? "，减去其余 \(parts - 1) 项得 \(amount)" : "")
            }
            return relation.missing.isEmpty ? reckoned : reckoned + "，分项不应超过合计"
        case .balance: return "由\(others.prefix(4).map(stands).joined(separator: comma))算得 \(amount)"
        case .change where relation.isLimitOfChange: return others.map(stands).joined() + "，增加额不应超过它"
        case .change, .growth, .share, .completion, .mean:
            let rate = list[relation.figures[0]]
            let operands = relation.figures.dropFirst().map { stands(list[$0]) }.joined(separator: comma)
            if relation.figures[0] == figure { return "由\(operands)算得 \(amount)" }
            return "\(stands(rate))，由它和\(others.dropFirst().map(stands).joined(separator: comma))倒算得 \(amount)"
        case .department: return others.map(stands).joined() + "，单位数不应超过部门数"
        case .book: return "账套中此数为 \(amount)"
        }
    }

    /// A relation that disagrees, with nobody blamed.
    ///
    /// - Parameter values: each as printed.
    static func disagreement(_ relation: Relation, _ list: [Sighting], values: Values) -> String {
        let figures = relation.figures
        let head = stands(list[figures[0]])
        let reckoned = relation.reckoned(figures[0], values)
        let amount = reckoned.map { text($0, like: list[figures[0]]) }
        let gap =
            reckoned.map { "，相差 " + text((values[figures[0]].middle - $0).magnitudeValue, like: list[figures[0]]) }
            ?? ""
        switch relation.nature {
        case .sameFact, .prior:
            return "\(head)，而\(figures.dropFirst().map { stands(list[$0]) }.joined(separator: comma))，是同一个数"
        case .change where relation.isLimitOfChange:
            return "\(head)，而\(figures.dropFirst().map { stands(list[$0]) }.joined())，增加额比它还大，上年数就成了负数"
        case .parts where !relation.missing.isEmpty:
            return "\(head)，所属 \(figures.count - 1) 项之和\(amount.map { "为 \($0)，" } ?? "")已超过它"
        case .parts where figures.count == 2: return "\(head)，而它只有一项，\(stands(list[figures[1]]))"
        case .parts: return "\(head)，所属 \(figures.count - 1) 项之和为 \(amount ?? "")\(gap)"
        case .department: return "\(head)，\(figures.dropFirst().map { stands(list[$0]) }.joined())，单位数超过部门数"
        default:
            return "\(head)，由\(figures.dropFirst().prefix(4).map { stands(list[$0]) }.joined(separator: comma))"
                + (amount.map { "算得 \($0)\(gap)" } ?? "算不出来")
        }
    }
}

/// Where a wrong figure came from.
enum CauseWords {
    static func sameAs(_ other: Sighting, differing: String) -> String {
        let where_ = FindingWords.place(other)
        return switch differing {
        case "上年": "与上年数相同（\(where_)），疑为沿用上年的数"
        case "预算": "与预算、决算中另一栏的数相同（\(where_)），疑为抄错栏"
        case "": "与\(where_)的数相同，疑为抄错"
        default: "与\(where_)的数相同（两处只有\(differing)不同），疑为抄错行或栏"
        }
    }
    static let truncated = "未四舍五入，直接舍去了尾数"
    static let roundedTwice = "先四舍五入一次，再由已舍入的数又舍入一次"
    static let swappedOperands = "分子和分母颠倒了"
    static let wrongBase = "以本年数为底算的，应以上年数为底"
    static let complement = "印的是余下部分所占的比重"
    static let notLessOne = "印的是本年为上年的百分之几，没有减去 100%"
    static func otherBase(_ other: Sighting) -> String { "是以\(FindingWords.place(other))为底算的" }
    static func unitFactor(_ bigger: Bool) -> String {
        bigger ? "大了一万倍，疑把“元”的数写成了“万元”" : "小了一万倍，疑把“万元”的数写成了“元”"
    }
    static func pointMoved(_ bigger: Bool, _ times: String) -> String {
        bigger ? "是应有数的 \(times) 倍，疑小数点错位" : "是应有数的 \(times) 分之一，疑小数点错位"
    }
    static let swappedDigits = "两个数字颠倒了位置"
    static let droppedDigit = "少写了一位数字"
    static let addedDigit = "多写了一位数字"
    static let oneDigit = "一位数字写错"
    static let noAmount = "该填而空着"
    static func closes(_ term: Sighting, by other: Sighting) -> String {
        "若\(FindingWords.place(term))改为与\(FindingWords.place(other))相同的 \(FindingWords.text(other))，各数即相符，疑为抄错行或栏"
    }
}
