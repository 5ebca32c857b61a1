import ArgumentParser
import Fiscal
import Ledger
import Narrative
import Publication
import Standards
import Statements

/// `mingzhang trace BOOK FIGURE`.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "一个数从哪里来：由印出的数一直追到账套的行。",
        discussion: """
            数的写法：
              表、行、列        'T05 204 基本支出'、'公开05 合计 小计'、'T01 27'（行次）
              句子的第几个数    'general-total.1#2'
            """)

    @Argument(help: "账套：文件夹或 .xlsx")
    var book: String

    @Argument(help: "哪个数，如 'T05 204 基本支出'")
    var figure: [String]

    @Option(help: "只看一个单位（编码或名称）")
    var unit: String?

    @Option(help: "每个数最多列几行明细")
    var lines = 40

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let loaded = try LoadedBook(path: book, library: try common.library(), sumsLarge: true)
            let root = loaded.book.units.root?.code ?? ""
            guard let code = unit.map({ loaded.book.units.find($0) }) ?? root else {
                throw CommandFault.unknownUnit(unit ?? "", known: loaded.book.units.names)
            }
            let kind: BookSettings.Kind = code == root ? loaded.book.settings.kind : .unit
            let scope = BuildScope(unit: code, name: "", kind: kind, folder: "")
            let package = try BuiltPackage(loaded, scope: scope, keepsUnits: true)
            let found = try FigureFinder(package: package).find(figure.joined(separator: " "))
            if common.format == .json {
                try printJson(TraceJson(found, package: package))
            } else {
                TracePrinter(package: package, lineLimit: lines).print(found)
            }
        }
    }
}
