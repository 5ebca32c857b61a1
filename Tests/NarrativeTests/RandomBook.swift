import Fiscal
import Ledger
import Standards

/// What a made-up book has and has not.
struct BookTraits: OptionSet, CustomStringConvertible {
    let rawValue: Int

    static let priorYear = BookTraits(rawValue: 1)
    static let initialBudget = BookTraits(rawValue: 2)
    static let zeroBudgets = BookTraits(rawValue: 4)
    static let threePublic = BookTraits(rawValue: 8)
    static let governmentFund = BookTraits(rawValue: 16)
    static let stateCapital = BookTraits(rawValue: 32)
    static let business = BookTraits(rawValue: 64)
    static let procurement = BookTraits(rawValue: 128)
    static let assets = BookTraits(rawValue: 256)
    static let performance = BookTraits(rawValue: 512)
    static let texts = BookTraits(rawValue: 1024)
    static let money = BookTraits(rawValue: 2048)
    static let priorZero = BookTraits(rawValue: 4096)
    static let adjustedBudget = BookTraits(rawValue: 8192)

    static let full: BookTraits = [
        .priorYear, .initialBudget, .threePublic, .governmentFund, .stateCapital, .business, .procurement, .assets,
        .performance, .texts, .money, .adjustedBudget,
    ]

    var description: String { String(rawValue, radix: 2) }
}

/// The same numbers for the same seed on every machine.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }

    mutating func pick<T>(_ list: [T]) -> T { list[roll(0...list.count - 1)] }

    /// Yuan: mostly ordinary, now and then too little to show in 万元.
    mutating func yuan() -> String {
        let cents = roll(0...9) == 0 ? roll(1...4999) : roll(100...900_000_000)
        return "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }
}

/// A small book made of sheets, read as a user's would be.
struct RandomBook {
    let standards: Standards
    let traits: BookTraits
    /// Functional codes of level 项.
    private let items: [String]
    /// Items that the code list gives to one fund, by the fund.
    private let funds: [String: [String]]
    private var dice: Dice
    private var planned: Set<[String]> = []
    private var sheets: [String: (header: [String], rows: [[String]])] = [:]

    init(standards: Standards, traits: BookTraits, seed: UInt64) {
        self.standards = standards
        self.traits = traits
        let functions = standards.classification(.function)
        let classes = Set(standards.classLines.map(\.code))
        let printed = functions.ordered.filter { code in
            functions.members[code]?.level == 3 && functions.ancestor(of: code, level: 1).map(classes.contains) == true
        }
        items = printed.filter { functions.members[$0]?.fund == "" }.map(\.text)
        funds = Dictionary(grouping: printed.map(\.text)) { functions.members[Code($0) ?? .all]?.fund ?? "" }
        dice = Dice(seed)
    }

    static func read(standards: Standards, traits: BookTraits, seed: UInt64, kind: BookSettings.Kind) throws -> Book {
        var maker = RandomBook(standards: standards, traits: traits, seed: seed)
        maker.fill()
        let settings = try BookSettings.check(
            Settings(
                file: "账套.yaml",
                entries: [
                    ("部门", "某某市某某局"), ("年度", String(standards.year.number)), ("地区", standards.region),
                    ("公开类型", kind.rawValue),
                ].map { Settings.Entry(key: $0.0, value: $0.1, line: 1) }))
        let raw = maker.sheets.sorted { $0.key < $1.key }.map { name, sheet in
            RawSheet(
                name: name, file: name + ".csv", header: sheet.header,
                rows: sheet.rows.enumerated().map { RawSheet.Row(number: $0.offset + 2, cells: $0.element) })
        }
        return try BookReader.read(raw, settings: settings, standards: standards)
    }

    private mutating func add(_ sheet: String, _ row: [String: String]) {
        let columns = standards.sheets.first { $0.id == sheet }?.columns.map(\.name) ?? []
        sheets[sheet, default: (columns, [])].rows.append(columns.map { row[$0] ?? "" })
    }

    private mutating func fill() {
        for sheet in standards.sheets where sheet.isRequired { sheets[sheet.id] = (sheet.columns.map(\.name), []) }
        let name = "某某市某某局"
        add("单位", ["编码": "001", "名称": name, "单位性质": "行政单位"])
        add("单位", ["编码": "001001", "名称": name + "本级", "上级编码": "001", "单位性质": "行政单位"])
        add("单位", ["编码": "001002", "名称": name + "服务中心", "上级编码": "001", "单位性质": "公益一类事业单位"])
        if traits.contains(.money) { ordinaryMoney() }
        if traits.contains(.governmentFund) { specialMoney("政府性基金预算财政拨款") }
        if traits.contains(.stateCapital) { specialMoney("国有资本经营预算财政拨款") }
        if traits.contains(.business) { businessMoney() }
        if traits.contains(.threePublic) { threePublic() }
        if traits.contains(.procurement) { procurement() }
        if traits.contains(.assets) { assets() }
        if traits.contains(.priorYear) { priorYear() }
        if traits.contains(.performance) { performance() }
        if traits.contains(.texts) { texts() }
    }

    private mutating func expend(_ unit: String, _ item: String, _ economic: String, _ fund: String, _ kind: String) {
        let amount = dice.yuan()
        add("支出", ["单位": unit, "功能科目": item, "经济科目": economic, "资金性质": fund, "支出性质": kind, "金额": amount])
        add("收入", ["单位": unit, "功能科目": item, "资金性质": fund, "支出性质": kind, "金额": amount])
        budget(unit, item, fund, kind, amount)
    }

    private mutating func budget(_ unit: String, _ item: String, _ fund: String, _ kind: String, _ amount: String) {
        guard traits.contains(.initialBudget), dice.roll(0...3) > 0 else { return }
        let budget = dice.roll(0...3) == 0 ? amount : dice.yuan()
        // A budget stands once.
        guard planned.insert([unit, item, fund, kind]).inserted else { return }
        add(
            "预算",
            [
                "单位": unit, "阶段": "年初预算", "功能科目": item, "资金性质": fund, "支出性质": kind,
                "金额": traits.contains(.zeroBudgets) ? "0" : budget,
            ])
    }

    private mutating func ordinaryMoney() {
        let fund = "一般公共预算财政拨款"
        for _ in 0..<dice.roll(1...6) {
            let unit = dice.pick(["001001", "001002"])
            expend(unit, dice.pick(items), dice.pick(["30101", "30201", "30207", "30302"]), fund, "基本支出")
            expend(unit, dice.pick(items), dice.pick(["30201", "30215", "30216", "31002"]), fund, "项目支出")
        }
        add(
            "结转结余",
            ["单位": "001001", "功能科目": items[0], "资金性质": fund, "支出性质": "项目支出", "年初余额": dice.yuan()])
    }

    private mutating func specialMoney(_ fund: String) {
        let own = funds.first { !$0.key.isEmpty && fund.hasPrefix($0.key) }?.value ?? items
        for _ in 0..<dice.roll(1...3) { expend("001001", dice.pick(own), "30201", fund, "项目支出") }
    }

    private mutating func businessMoney() {
        for (fund, kind) in [("事业收入", "基本支出"), ("经营收入", "经营支出"), ("其他收入", "项目支出")] {
            expend("001002", dice.pick(items), "30201", fund, kind)
        }
    }

    private mutating func threePublic() {
        let fund = "一般公共预算财政拨款"
        let kinds = [("因公出国（境）费", "30212"), ("公务用车购置费", "31013"), ("公务用车运行维护费", "30231"), ("公务接待费", "30217")]
        for (item, economic) in kinds where dice.roll(0...4) > 0 {
            if dice.roll(0...4) > 0 { expend("001001", dice.pick(items), economic, fund, "基本支出") }
            let planned = traits.contains(.zeroBudgets) ? "0" : dice.yuan()
            add(
                "三公",
                [
                    "单位": "001001", "事项": item,
                    "年初预算": traits.contains(.initialBudget) ? planned : "",
                    "全年预算": traits.contains(.adjustedBudget) ? planned : "",
                    "团组数": item.hasPrefix("因公") ? "2" : "", "人次": item.hasSuffix("购置费") ? "" : "17",
                    "批次": item.hasPrefix("公务接待") ? "5" : "", "购置数": item.hasSuffix("购置费") ? "1" : "",
                    "保有量": item.hasSuffix("维护费") ? "3" : "",
                ])
        }
    }

    private mutating func procurement() {
        for kind in ["货物", "工程", "服务"] where dice.roll(0...2) > 0 {
            add(
                "采购",
                [
                    "单位": "001001", "采购类别": kind, "供应商规模": dice.pick(["大型", "中型", "小型", "微型"]),
                    "金额": dice.yuan(), "名称": kind,
                ])
        }
        for (concept, size) in [
            ("采购预留预算", "中小企业"), ("采购预留预算", "小微企业"), ("预留采购成交金额", "中小企业"), ("预留采购成交金额", "小微企业"),
            ("非预留采购成交金额", "中小企业"),
        ] where dice.roll(0...3) > 0 {
            add("其他数", ["指标": concept, "规模": size, "数值": dice.yuan()])
        }
    }

    private mutating func assets() {
        for kind in ["主要领导干部用车", "机要通信用车", "执法执勤用车", "其他用车"] where dice.roll(0...1) > 0 {
            add("资产", ["单位": "001001", "类别": kind, "数量": String(dice.roll(1...4))])
        }
        let equipment = standards.year.number < 2022 ? "单价50万元以上通用设备" : dice.pick(["单价100万元（含）以上设备", "单价50万元以上通用设备"])
        add("资产", ["单位": "001001", "类别": equipment, "数量": "2"])
    }

    private mutating func priorYear() {
        var figures: [(String, String, String)] = [
            ("收入总计", "", ""), ("收入总计", "财政拨款", ""), ("本年支出", "一般公共预算财政拨款", ""), ("本年收入", "", ""), ("本年支出", "", ""),
            ("机关运行经费", "", ""),
        ]
        for fund in ["一般公共预算财政拨款", "财政拨款"] {
            for item in ["", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] where item.isEmpty || dice.roll(0...3) > 0 {
                figures.append(("三公经费", fund, item))
            }
        }
        for (concept, fund, item) in figures {
            let value = traits.contains(.priorZero) ? "0" : dice.yuan()
            for unit in ["", "001001"] {
                add("上年数", ["单位": unit, "指标": concept, "资金性质": fund, "事项": item, "数值": value])
            }
        }
    }

    private mutating func performance() {
        let figures = [
            ("绩效目标项目数", "", "12"), ("绩效目标资金", "", dice.yuan()), ("绩效跟踪项目数", "", "11"), ("绩效跟踪资金", "", dice.yuan()),
            ("绩效自评项目数", "", "12"), ("绩效自评资金", "", dice.yuan()), ("绩效自评平均得分", "", "95.6"), ("绩效自评项目数", "优", "9"),
            ("绩效自评项目数", "良", "3"), ("绩效自评项目数", "合格", "0"), ("绩效自评项目数", "不合格", "0"),
            ("绩效问题数", "", dice.pick(["0", "4"])),
            ("绩效问题已整改数", "", "0"), ("外宾接待支出", "", "0"), ("外宾接待批次", "", "0"), ("外宾接待人次", "", "0"),
        ]
        for (concept, item, value) in figures where dice.roll(0...9) > 0 {
            add("其他数", ["指标": concept, "事项": item, "数值": value])
        }
    }

    private mutating func texts() {
        let paragraphs = [
            "公务接待说明", "公务用车运行说明", "其他用车说明", "会议内容", "培训内容", "其他重要事项", "预算绩效管理", "预算绩效管理制度", "预算绩效工作机制",
            "因公出国说明", "公务用车购置说明", "相关口径",
        ]
        for name in paragraphs {
            for unit in ["", "001001"] {
                add("文字", ["单位": unit, "段落": name, "内容": name + dice.pick(["。", "；", ""])])
            }
        }
    }
}
