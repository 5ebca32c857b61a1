import Fiscal
import Standards

/// A department of many units, whose vouchers are made up but whose codes, columns and proportions are real.
struct BookGenerator {
    private let standards: Standards
    private let lines: Int
    private let units: Int
    private let functions: [Code]
    private let fundFunctions: [Code]
    private let basicItems: [Code]
    private let projectItems: [Code]
    private let funds: [Code]
    private let kinds: [Code]

    private static let summaries = [
        "发放工资", "缴纳社会保险费", "购办公用品", "支付电费", "支付水费", "印刷费", "差旅费报销", "会议费", "培训费", "公务用车加油",
        "车辆维修", "物业管理费", "邮寄费", "网络租用费", "设备采购", "劳务费", "委托业务费", "房屋维修", "慰问费", "公务接待",
    ]

    init(standards: Standards, lines: Int, units: Int) {
        self.standards = standards
        self.lines = lines
        self.units = units
        let list = standards.classification(.function)
        // Forms have no row for the other classes, and books that spend on them are refused.
        let classes = Set(standards.classLines.map(\.code))
        let items = list.ordered.filter { code in
            list.members[code]?.level == 3 && list.ancestor(of: code, level: 1).map(classes.contains) ?? false
        }
        functions = items.filter { list.members[$0]?.fund == "" }
        fundFunctions = items.filter { list.members[$0]?.fund != "" }
        let economic = standards.economicLines.filter {
            standards.classification(.economic).members[$0.code]?.level == 2
        }
        basicItems = economic.filter { $0.block <= 2 }.map(\.code)
        projectItems = economic.filter { $0.block >= 2 }.map(\.code)
        let fundList = standards.classification(.fund)
        funds = fundList.ordered.filter { fundList.children(of: $0).isEmpty }
        let kindList = standards.classification(.kind)
        let named = standards.sheets.first { $0.id == "支出" }?.column("经济科目")?.requiredWhen?.values ?? []
        kinds = named.compactMap { kindList.find($0) }
    }

    func write(to folder: String, region: String, year: Int) throws {
        try BulkFiles.makeFolder(folder)
        try BulkFiles.write("格式: 1\n部门: 某某市\n年度: \(year)\n地区: \"\(region)\"\n公开类型: 部门决算\n", to: folder + "/账套.yaml")
        var list = "编码,名称,上级编码,单位性质\n100000,某某市,,行政单位\n"
        for unit in 1...units {
            list += "\(100_000 + unit),某某市第\(unit)单位,100000,\(unit % 3 == 0 ? "公益一类事业单位" : "行政单位")\n"
        }
        try BulkFiles.write(list, to: folder + "/单位.csv")
        let expenditure = try BulkOutput(folder + "/支出.csv")
        let income = try BulkOutput(folder + "/收入.csv")
        expenditure.add("单位,日期,凭证号,分录号,功能科目,经济科目,资金性质,资金来源,支出性质,项目,金额,摘要\n")
        income.add("单位,功能科目,资金性质,金额,摘要\n")
        for unit in 0..<units {
            let count = lines / units + (unit < lines % units ? 1 : 0)
            var writer = UnitWriter(number: unit + 1, year: year, leaves: leaves(of: unit), summaries: Self.summaries)
            writer.write(count, to: expenditure, income: income)
            try expenditure.flushIfLarge()
        }
        try expenditure.close()
        try income.close()
    }

    /// What the unit spends on: some hundred combinations of codes.
    private func leaves(of unit: Int) -> [UnitWriter.Leaf] {
        var random = RandomStream(seed: UInt64(unit) &* 7919 &+ 1)
        let own = (0..<7).map { _ in random.one(of: functions) }
        return (0..<300).map { index in
            let isBasic = index % 5 < 3
            // One in forty from a fund of its own, one in ten from money that is no appropriation.
            let special = index % 40 == 39
            let function = special ? random.one(of: fundFunctions) : isBasic ? own[index % 4] : own[random.below(7)]
            let name = standards.classification(.function).members[function]?.fund ?? ""
            let fund =
                special
                ? standards.classification(.fund).find(name) ?? funds[1]
                : index % 10 == 9 ? funds[3 + random.below(funds.count - 3)] : funds[0]
            return UnitWriter.Leaf(
                function: function.text, economic: random.one(of: isBasic ? basicItems : projectItems).text,
                fund: standards.classification(.fund).name(fund),
                kind: standards.classification(.kind).name(kinds[isBasic ? 0 : 1]),
                source: index % 12 == 11 ? "上年结转" : "当年安排",
                project: isBasic ? "" : "专项业务\(1 + random.below(40))")
        }
    }
}
