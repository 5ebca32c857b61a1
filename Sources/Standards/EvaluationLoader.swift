import Fiscal

extension StandardsLibrary {
    private static let shared = "共用"

    /// The forms of `evaluation/` for a place and year; empty where the place has none.
    ///
    /// - Parameter scoring: what scores are graded by and which achievements are far above their targets.
    func evaluations(region: String, year: Int, scoring: ScoringRules) throws -> EvaluationDefinitions {
        let files = try definitions("evaluation", region: region, year: year)
        guard let common = files.first(where: { $0.id == Self.shared }) else { return .empty }
        let forms = try files.filter { $0.id != Self.shared }.map { try EvaluationLoader.form($0.node, id: $0.id) }
        return try EvaluationLoader.definitions(common.node, forms: forms, scoring: scoring)
    }
}

/// Reads the YAML of `evaluation/`.
enum EvaluationLoader {
    private static let ownKeys = ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明"]
    private static let commonKeys = [
        "资金列", "资金行", "性质", "指标列", "监控列", "监控原因", "监控可能性", "一级指标", "二级指标", "略过", "合计行", "指标合计行", "不扣分用语", "起止", "比较",
        "以上", "以下", "反向",
        "正向",
        "结束", "分值合计", "无", "泛词", "同义", "节约率", "非主管部门", "分项齐全", "只有一个数", "对应决算", "单位构成", "评价报告", "自评综述", "雷同", "报告文字",
        "应有一级",
        "应有产出",
        "数量指标", "比率", "可超百分之百", "笼统用语", "笼统比例",
        "未完成用语",
        "空泛原因",
        "日期标签",
    ]
    private static let formKeys = ["种类", "对象", "标题", "识别", "字段", "人员", "行", "任务列", "任务合计", "并排资金", "结束", "文字", "楼栏"]

    static func definitions(
        _ node: YamlNode, forms: [EvaluationDefinitions.Form], scoring: ScoringRules
    ) throws -> EvaluationDefinitions {
        let entries = try node.mapping(allowed: ownKeys + commonKeys)
        func words(_ key: String) throws -> [String] { try folded(entries.required(key, in: node)) }
        func texts(_ key: String) throws -> [String] { try entries.required(key, in: node).texts() }
        func labels(_ key: String) throws -> [EvaluationDefinitions.Label] {
            try Self.labels(entries.required(key, in: node), name: "名")
        }
        return EvaluationDefinitions(
            forms: forms, fundColumns: try labels("资金列"), fundRows: try labels("资金行"), natures: try labels("性质"),
            indicatorColumns: try labels("指标列"),
            monitoringColumns: try entries["监控列"].map { try Self.labels($0, name: "名") } ?? [],
            causes: try entries["监控原因"]?.texts() ?? [], likelihoods: try entries["监控可能性"]?.texts() ?? [],
            firstLevels: try words("一级指标"), secondLevels: try words("二级指标"),
            passed: try words("略过"), totals: try words("合计行"),
            indicatorTotals: try entries["指标合计行"].map(folded) ?? [],
            comparisons: try entries.required("比较", in: node).list().map(comparison), above: try words("以上"),
            below: try words("以下"), opposite: try words("反向"),
            forward: try entries["正向"].map(folded) ?? [], stops: try words("起止"), ends: try words("结束"),
            fullWeight: try entries.required("分值合计", in: node).number(),
            grades: scoring.grades,
            nothing: try words("无"), commonWords: try words("泛词"),
            synonyms: try entries.required("同义", in: node).list().map(synonym),
            savings: try entries["节约率"].map(folded) ?? [], noDepartments: try words("非主管部门"),
            farAbove: scoring.farAbove,
            wholes: try entries.required("分项齐全", in: node).list().map { try $0.texts().map { foldedLabel($0) } },
            single: try words("只有一个数"), vagueWords: try words("笼统用语"),
            mostVague: try entries.required("笼统比例", in: node).number(), failureWords: try words("未完成用语"),
            sparedWords: try entries["不扣分用语"].map(folded) ?? [],
            emptyReasons: try words("空泛原因"),
            dateLabels: try words("日期标签"), accounts: try entries["对应决算"]?.list().map(tie) ?? [],
            oneUnit: try entries["单位构成"].map(oneUnit), review: try entries["评价报告"].map(review),
            telling: try entries["自评综述"].map(telling), repeats: try entries["雷同"].map(repeats),
            report: try ReportWords(entries.required("报告文字", in: node)),
            wantedLevels: try texts("应有一级"), wantedOutputs: try texts("应有产出"), quantities: try texts("数量指标"),
            rates: try words("比率"),
            unlimitedRates: try words("可超百分之百"))
    }

    static func form(_ node: YamlNode, id: String) throws -> EvaluationDefinitions.Form {
        let entries = try node.mapping(allowed: ownKeys + formKeys)
        func words(_ key: String) throws -> [String] { try entries[key].map(folded) ?? [] }
        let staff = try entries["人员"]?.pairs() ?? []
        return EvaluationDefinitions.Form(
            id: id,
            kind: try entries.required("种类", in: node).choice(
                EvaluationDefinitions.Kind.allCases.map { ($0.rawValue, $0) }),
            subject: try entries.required("对象", in: node).choice(
                EvaluationDefinitions.Subject.allCases.map { ($0.rawValue, $0) }),
            titles: try folded(entries.required("标题", in: node)), marks: try words("识别"),
            fields: try entries["字段"].map { try labels($0, name: "名") } ?? [],
            staff: try staff.map { EvaluationDefinitions.Label(name: $0.key, words: try $0.value.texts()) },
            rows: try entries["行"]?.list().map(row) ?? [],
            tasks: try entries["任务列"].map { try labels($0, name: "名") } ?? [], taskTotals: try words("任务合计"),
            sideFunds: try entries["并排资金"].map { try labels($0, name: "名") } ?? [],
            ends: try words("结束"), buildings: try entries["楼栏"].map { try labels($0, name: "名") } ?? [],
            prose: try entries["文字"].map { try labels($0, name: "行") } ?? [])
    }

    private static func row(_ node: YamlNode) throws -> EvaluationDefinitions.BaseRow {
        let entries = try node.mapping(allowed: ["名", "词", "等于", "不小于", "所属", "上级"])
        return EvaluationDefinitions.BaseRow(
            label: EvaluationDefinitions.Label(
                name: try entries.required("名", in: node).text(), words: try entries.required("词", in: node).texts()),
            parts: try entries["等于"]?.texts() ?? [], some: try entries["不小于"]?.texts() ?? [],
            ownsFollowing: try entries["所属"]?.flag() ?? false, parent: try entries["上级"]?.text() ?? "")
    }

    static func labels(_ node: YamlNode, name: String) throws -> [EvaluationDefinitions.Label] {
        try node.list().map { item in
            let entries = try item.mapping(allowed: [name, "词"])
            return EvaluationDefinitions.Label(
                name: try entries.required(name, in: item).text(), words: try entries.required("词", in: item).texts())
        }
    }

    private static func oneUnit(_ node: YamlNode) throws -> EvaluationDefinitions.OneUnit {
        let entries = try node.mapping(allowed: ["段", "引语", "本级"])
        return EvaluationDefinitions.OneUnit(
            about: try folded(entries.required("段", in: node)),
            opener: foldedLabel(try entries.required("引语", in: node).text()),
            ending: foldedLabel(try entries.required("本级", in: node).text()))
    }

    private static func review(_ node: YamlNode) throws -> EvaluationDefinitions.Review {
        let entries = try node.mapping(allowed: ["标题", "除", "章", "合计", "见", "结果", "结果至少"])
        return EvaluationDefinitions.Review(
            titles: try folded(entries.required("标题", in: node)),
            otherTitles: try folded(entries.required("除", in: node)),
            chapters: try entries.required("章", in: node).list().map { try $0.texts().map { foldedLabel($0) } },
            totals: try folded(entries.required("合计", in: node)), marks: try folded(entries.required("见", in: node)),
            results: try folded(entries.required("结果", in: node)),
            leastWeight: try entries.required("结果至少", in: node).number())
    }

    private static func telling(_ node: YamlNode) throws -> EvaluationDefinitions.Telling {
        let entries = try node.mapping(allowed: ["引", "领", "承接", "整体", "覆盖", "别的", "数"])
        return EvaluationDefinitions.Telling(
            openers: try folded(entries.required("引", in: node)),
            leads: try folded(entries.required("领", in: node)),
            continuations: try folded(entries.required("承接", in: node)),
            wholes: try folded(entries.required("整体", in: node)),
            coverage: try entries["覆盖"].map(folded) ?? [],
            others: try folded(entries.required("别的", in: node)),
            figures: try labels(entries.required("数", in: node), name: "名"))
    }

    private static func repeats(_ node: YamlNode) throws -> EvaluationDefinitions.Repeats {
        let entries = try node.mapping(allowed: ["字数", "套话", "成效", "标签"])
        return EvaluationDefinitions.Repeats(
            shortest: max(try entries.required("字数", in: node).number(), 1),
            stock: try folded(entries.required("套话", in: node)), deeds: try folded(entries.required("成效", in: node)),
            labels: try folded(entries.required("标签", in: node)))
    }

    private static func tie(_ node: YamlNode) throws -> EvaluationDefinitions.AccountsTie {
        let entries = try node.mapping(allowed: ["行", "列", "概念", "关系", "对象", "仅本级"])
        return EvaluationDefinitions.AccountsTie(
            row: try entries.required("行", in: node).text(), columns: try entries.required("列", in: node).texts(),
            concept: try entries.required("概念", in: node).text(),
            relation: try entries.required("关系", in: node).choice(
                EvaluationDefinitions.AccountsTie.Relation.allCases.map { ($0.rawValue, $0) }),
            subject: try entries["对象"]?.choice(EvaluationDefinitions.Subject.allCases.map { ($0.rawValue, $0) }),
            isOfOneUnit: try entries["仅本级"]?.flag() ?? false)
    }

    private static func comparison(_ node: YamlNode) throws -> (word: String, means: EvaluationDefinitions.Comparison) {
        let entries = try node.mapping(allowed: ["词", "即"])
        return (
            foldedLabel(try entries.required("词", in: node).text()),
            try entries.required("即", in: node).choice(
                EvaluationDefinitions.Comparison.allCases.map { ($0.rawValue, $0) })
        )
    }

    static func synonym(_ node: YamlNode) throws -> (word: String, means: String) {
        let entries = try node.mapping(allowed: ["词", "即"])
        return (
            foldedLabel(try entries.required("词", in: node).text()),
            foldedLabel(try entries.required("即", in: node).text())
        )
    }

    /// The longest first, so that the first that fits is the one that is meant.
    private static func folded(_ node: YamlNode) throws -> [String] {
        try node.texts().map { foldedLabel($0) }.sorted { ($1.count, $0) < ($0.count, $1) }
    }
}
