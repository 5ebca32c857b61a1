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

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let standards = try common.library().standards(region: place.region, year: FiscalYear(place.year))
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
}

struct StandardsShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "看一个编码、表、指标或句式。")

    @Argument(help: "编号、编码或名称，如 T05、2040601、本年支出")
    var id: String

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let standards = try common.library().standards(region: place.region, year: FiscalYear(place.year))
            let found = StandardsListing.find(id, in: standards)
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
}

struct StandardsCheck: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "检查全部标准文件：每个地区、每个年度。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            var checked = 0
            for region in library.regions {
                let code = region == "cn" ? "000000" : String(region.dropFirst(3)).padded(to: 6)
                for year in library.years(region: region) {
                    _ = try library.standards(region: code, year: FiscalYear(year))
                    checked += 1
                }
            }
            print("标准文件合格：\(library.regions.count) 个地区文件夹，\(checked) 个地区年度；版本 \(library.version)")
        }
    }
}

extension String {
    func padded(to length: Int) -> String { self + String(repeating: "0", count: max(0, length - count)) }
}
