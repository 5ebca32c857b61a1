import ArgumentParser
import Fiscal
import Standards

/// `mingzhang standards list | show | check`.
struct StandardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "看标准：编码、表、句式、指标及其依据；检查标准文件。",
        subcommands: [StandardsList.self, StandardsShow.self, StandardsCheck.self],
        defaultSubcommand: StandardsList.self)
}

/// Which place and year.
struct PlaceOptions: ParsableArguments {
    @Option(help: "行政区划代码，如 430400")
    var region = "430000"

    @Option(help: "年度")
    var year = 2021
}

struct StandardsList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出某地某年度适用的标准。")

    @Flag(help: "只列待核的（没有公开文本证实的）")
    var unconfirmed = false

    @Flag(help: "列出指标")
    var concepts = false

    @Flag(help: "列出核对规则，按类，附条数")
    var rules = false

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            let standards = try library.standards(region: place.region, year: FiscalYear(place.year))
            if rules {
                try printRules(library.rules(for: standards), in: standards)
                return
            }
            let rows =
                unconfirmed
                ? StandardsListing.unconfirmed(standards)
                : concepts ? StandardsListing.concepts(standards) : StandardsListing.all(standards)
            if common.format == .json {
                try printJson(rows)
                return
            }
            for row in rows { print("\(row.kind)\t\(row.id)\t\(row.name)\t\(row.source.isEmpty ? "待核" : row.source)") }
            print("共 \(rows.count) 项；版本 \(standards.version)")
        }
    }

    private func printRules(_ all: [Rule], in standards: Standards) throws {
        let chosen = unconfirmed ? all.filter { $0.basis.contains { !$0.isConfirmed } } : all
        let rows = chosen.map { RuleRow($0, in: standards) }
        if common.format == .json {
            try printJson(rows)
        } else {
            for line in RuleListing.text(rows) { print(line) }
        }
    }
}

struct StandardsShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "看一个编码、表、指标、句式或规则。")

    @Argument(help: "编号、编码或名称，如 T05、2040601、本年支出、T03-05")
    var id: String

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            let standards = try library.standards(region: place.region, year: FiscalYear(place.year))
            let found = StandardsListing.find(id, in: standards)
            if found.isEmpty, let rule = try library.rules(for: standards).first(where: { $0.id == id.uppercased() }) {
                try show(RuleRow(rule, in: standards))
                return
            }
            guard !found.isEmpty else {
                throw CommandFault.noFigure(id, hint: "用 mingzhang standards list 看有哪些")
            }
            if common.format == .json {
                try printJson(found)
                return
            }
            for row in found {
                print("\(row.kind) \(row.id) \(row.name)")
                print("  来源：\(row.source.isEmpty ? "待核" : row.source)")
                for line in row.details { print("  \(line)") }
            }
        }
    }

    private func show(_ row: RuleRow) throws {
        if common.format == .json {
            try printJson([row])
        } else {
            for line in RuleListing.details(row) { print(line) }
        }
    }
}

struct StandardsCheck: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "检查全部标准文件：每个地区、每个年度。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            var checked = 0
            var ruleCheck = RuleCheck()
            for region in library.regions {
                let code = region == "cn" ? "000000" : String(region.dropFirst(3)).padded(to: 6)
                for year in library.years(region: region) {
                    let standards = try library.standards(region: code, year: FiscalYear(year))
                    ruleCheck.add(try library.rules(for: standards), in: standards)
                    checked += 1
                }
            }
            for fault in ruleCheck.faults { complain(fault.message) }
            for id in ruleCheck.blindRules { complain("规则 \(id) 的公式取数的表，在各地各年都不印这个数，永远不会核对。请查公式里的表和指标。") }
            guard ruleCheck.faults.isEmpty, ruleCheck.blindRules.isEmpty else { throw ExitCode(3) }
            print("标准文件合格：\(library.regions.count) 个地区文件夹，\(checked) 个地区年度；版本 \(library.version)")
            print("规则公式 \(ruleCheck.formulaCount) 条，样例 \(ruleCheck.sampleCount) 次，全部相符")
        }
    }
}

extension String {
    func padded(to length: Int) -> String { self + String(repeating: "0", count: max(0, length - count)) }
}
