import Fiscal

extension StandardsLibrary {
    private static let shared = "共用"
    private static let grading = "评级"

    /// The schemes of `schemes/` for a place and year; empty where there are none.
    func schemes(region: String, year: Int, resolver: Resolver) throws -> Schemes {
        let files = try definitions("schemes", region: region, year: year)
        guard let common = files.first(where: { $0.id == Self.shared }),
            let grades = files.first(where: { $0.id == Self.grading })
        else { return .empty }
        // A nearer place's scheme goes before a farther one's: its usual one is the usual one.
        return Schemes(
            all: try files.sorted { ($1.region.count, $0.id) < ($0.region.count, $1.id) }.filter {
                $0.id != Self.shared && $0.id != Self.grading
            }.map { try SchemeLoader.scheme($0.node) },
            rules: try SchemeLoader.rules(common.node, grading: SchemeLoader.grading(grades.node), resolver: resolver))
    }
}

/// Reads the YAML of `schemes/`.
private enum SchemeLoader {
    private static let ownKeys = ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明"]

    static func scheme(_ node: YamlNode) throws -> Scheme {
        let entries = try node.mapping(allowed: ownKeys + ["对象", "评价", "通行", "满分", "预算执行", "一级指标", "表"])
        let executionNode = try entries.required("预算执行", in: node)
        let execution = try executionNode.mapping(allowed: ["名", "分值"])
        let scheme = Scheme(
            id: try entries.required("编号", in: node).text(), name: try entries.required("名称", in: node).text(),
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false,
            subject: try entries.required("对象", in: node).choice(
                EvaluationDefinitions.Subject.allCases.map { ($0.rawValue, $0) }),
            isSelfEvaluation: try entries["评价"]?.choice(Scheme.purposes) ?? true,
            isUsual: try entries["通行"]?.flag() ?? false, fullScore: try hundredths(entries.required("满分", in: node)),
            execution: (
                try execution.required("名", in: executionNode).text(),
                try hundredths(execution.required("分值", in: executionNode))
            ),
            levels: try entries.required("一级指标", in: node).list().map(level),
            forms: try entries["表"]?.texts() ?? [])
        let total = scheme.levels.reduce(scheme.execution.weight) { $0 + $1.weight }
        guard total == scheme.fullScore else {
            throw node.fault(
                .unknownValue(
                    key: "满分", found: points(scheme.fullScore), allowed: ["各项分值之和 \(points(total))"]))
        }
        return scheme
    }

    private static func points(_ hundredths: Int64) -> String {
        PrintedNumber(mantissa: hundredths, decimals: 2).text(trimmingZeros: true)
    }

    private static func level(_ node: YamlNode) throws -> Scheme.Level {
        let entries = try node.mapping(allowed: ["名", "分值", "必有", "二级"])
        return Scheme.Level(
            name: try entries.required("名", in: node).text(),
            weight: try hundredths(entries.required("分值", in: node)),
            isRequired: try entries["必有"]?.flag() ?? false, seconds: try entries.required("二级", in: node).texts())
    }

    static func grading(_ node: YamlNode) throws -> ScoringRules.Grading {
        let entries = try node.mapping(allowed: ownKeys + ["等级"])
        return ScoringRules.Grading(
            name: try entries["名称"]?.text() ?? "", source: try entries["来源"]?.text() ?? "",
            isUnconfirmed: try entries["待核"]?.flag() ?? false,
            grades: try entries.required("等级", in: node).list().map(grade).sorted { $0.low > $1.low })
    }

    static func rules(
        _ node: YamlNode, grading: ScoringRules.Grading, resolver: Resolver
    ) throws -> ScoringRules {
        let entries = try node.mapping(
            allowed: ownKeys + ["评判等级", "达成词", "超额倍数", "得分小数", "执行率小数", "监控", "资金", "汇总"])
        let monitoringNode = try entries.required("监控", in: node)
        let monitoring = try monitoringNode.mapping(allowed: ["截止月", "执行率下限", "指标进度下限", "不用说明"])
        return ScoringRules(
            name: try entries["名称"]?.text() ?? "", source: try entries["来源"]?.text() ?? "",
            isUnconfirmed: try entries["待核"]?.flag() ?? false,
            bands: try entries.required("评判等级", in: node).list().map(band).sorted { $0.high > $1.high },
            attained: try entries.required("达成词", in: node).texts().map { foldedLabel($0) },
            farAbove: try hundredths(entries.required("超额倍数", in: node)),
            scoreDecimals: try entries.required("得分小数", in: node).number(),
            rateDecimals: try entries.required("执行率小数", in: node).number(),
            grading: grading,
            monitoring: ScoringRules.Monitoring(
                lastMonth: try monitoring.required("截止月", in: monitoringNode).number(),
                leastExecution: Int64(try monitoring.required("执行率下限", in: monitoringNode).number()),
                leastProgress: Int64(try monitoring.required("指标进度下限", in: monitoringNode).number()),
                certain: try monitoring.required("不用说明", in: monitoringNode).text()),
            money: try money(entries.required("资金", in: node), resolver: resolver),
            summary: try summary(entries.required("汇总", in: node), resolver: resolver))
    }

    private static func summary(_ node: YamlNode, resolver: Resolver) throws -> ScoringRules.Summary {
        let entries = try node.mapping(allowed: ["项目数", "平均得分"])
        func concept(_ key: String) throws -> Concept? {
            try entries[key].flatMap { try resolver.spec(["概念": $0]).concept }
        }
        return ScoringRules.Summary(count: try concept("项目数"), mean: try concept("平均得分"))
    }

    private static func money(_ node: YamlNode, resolver: Resolver) throws -> SubjectMoney {
        let entries = try node.mapping(allowed: ["支出", "财政拨款", "项目支出", "结转", "年初结转", "按性质"])
        return SubjectMoney(
            expenditure: try resolver.spec(entries.required("支出", in: node)),
            fiscal: try resolver.spec(entries.required("财政拨款", in: node)).coordinates,
            project: try resolver.spec(entries.required("项目支出", in: node)).coordinates,
            carried: try entries.required("结转", in: node).text(),
            openings: try entries["年初结转"]?.list().compactMap { try resolver.spec(["概念": $0]).concept } ?? [],
            natures: try entries.required("按性质", in: node).list().map { item in
                let keys = try item.mapping(allowed: ["名", "除"] + Dimension.words.map(\.0))
                return SubjectMoney.Nature(
                    name: try keys.required("名", in: item).text(),
                    coordinates: try resolver.spec(keys.filter { $0.key != "名" && $0.key != "除" }).coordinates,
                    without: try keys["除"]?.texts() ?? [])
            })
    }

    private static func band(_ node: YamlNode) throws -> ScoringRules.Band {
        let entries = try node.mapping(allowed: ["名", "低", "高", "词"])
        return ScoringRules.Band(
            name: try entries.required("名", in: node).text(),
            low: Int64(try entries.required("低", in: node).number()),
            high: Int64(try entries.required("高", in: node).number()),
            words: try entries["词"]?.texts().map { foldedLabel($0) } ?? [])
    }

    private static func grade(_ node: YamlNode) throws -> EvaluationDefinitions.Grade {
        let entries = try node.mapping(allowed: ["名", "下限"])
        return EvaluationDefinitions.Grade(
            name: try entries.required("名", in: node).text(), low: try entries.required("下限", in: node).number())
    }

    /// A number of at most two decimals as hundredths.
    private static func hundredths(_ node: YamlNode) throws -> Int64 {
        guard let printed = try? NumberText.parse(try node.text()), (0...2).contains(printed.decimals),
            let value = Int64(exactly: Int128(printed.mantissa) * powerOfTen(2 - printed.decimals))
        else { throw node.fault(.wrongType(key: node.name, found: .written(node.textOrEmpty), wanted: .number)) }
        return value
    }
}
