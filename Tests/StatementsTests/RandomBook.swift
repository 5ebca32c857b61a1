import Fiscal
import Ledger
import Standards
import Support

/// A made-up book, as sheets and through the reader's own checks: all funds and kinds, opening balances, 红冲 lines that
/// cancel part of what was booked, three-public budgets. Only what a real book may hold: fiscal money has no 经营支出,
/// and basic expenditure buys what the form of basic expenditure lists.
struct RandomBook {
    let standards: Standards
    let book: Book

    /// - Parameters:
    ///   - lines: how many lines of expenditure; income is as many.
    ///   - hasFiscalOnly: whether all money comes from the three fiscal funds, so that these add up to the whole.
    init(_ standards: Standards, seed: UInt64, lines: Int = 80, hasFiscalOnly: Bool = false) throws {
        self.standards = standards
        var maker = SheetMaker(
            standards: standards, fiscalShare: hasFiscalOnly ? 1 : 0.7, random: SplitMix64(seed: seed))
        let settings = try BookSettings.check(
            Settings(yaml: "部门: 某市某局\n年度: \(standards.year.number)\n地区: \"\(standards.region)\"\n", file: "账套.yaml"))
        book = try BookReader.read(maker.sheets(lines: lines), settings: settings, standards: standards)
    }

    var facts: FactBase { FactBase(book: book, standards: standards, unit: "001") }
}

/// The sheets of a random book.
private struct SheetMaker {
    let standards: Standards
    let fiscalShare: Double
    var random: SplitMix64

    private static let fiscal = ["11", "12", "13"]
    private static let others = ["31", "32", "33", "34", "39"]
    private static let units = ["001001", "001002"]

    mutating func sheets(lines: Int) -> [RawSheet] {
        let functions = ["", "", "", Self.governmentFund, Self.stateCapital].flatMap { mark -> [String] in
            let codes = functionCodes.filter { fundMark($0) == mark }
            return (0..<4).compactMap { _ in codes.randomElement(using: &random) }
        }
        return [
            sheet(
                "单位",
                [
                    ["编码": "001", "名称": "某市某局", "单位性质": "行政单位"],
                    ["编码": "001001", "名称": "某市某局本级", "上级编码": "001", "单位性质": "行政单位"],
                    ["编码": "001002", "名称": "某市某中心", "上级编码": "001", "单位性质": "公益一类事业单位"],
                ]),
            sheet("收入", (0..<lines).map { _ in income(functions) }),
            sheet("支出", (0..<lines).flatMap { expenditure(functions, number: $0) }),
            sheet("结转结余", distinct((0..<(lines / 4)).map { _ in balance(functions) })),
            sheet("三公", ["SG1", "SG21", "SG22", "SG3"].map { threePublic($0) }),
        ]
    }

    private var functionCodes: [String] {
        let functions = standards.classification(.function)
        let classes = Set(standards.classLines.map(\.code))
        return functions.ordered.filter { code in
            functions.members[code]?.level == 3
                && functions.ancestor(of: code, level: 1).map { classes.contains($0) } == true
        }.map(\.text)
    }

    private static let governmentFund = "政府性基金"
    private static let stateCapital = "国有资本经营"

    /// Which fund the code list gives a functional code to.
    private func fundMark(_ function: String) -> String {
        Code(function).flatMap { standards.classification(.function).members[$0] }?.fund ?? ""
    }

    /// Fiscal money is booked on the codes of its own fund.
    private mutating func function(_ functions: [String], of fund: String) -> String {
        guard Self.fiscal.contains(fund) else { return pick(functions) }
        let mark = ["12": Self.governmentFund, "13": Self.stateCapital][fund] ?? ""
        return pick(functions.filter { fundMark($0) == mark })
    }

    private var economicCodes: [String] {
        standards.economicLines.map(\.code).filter { standards.classification(.economic).members[$0]?.level == 2 }
            .map(\.text)
    }

    /// Rows by column; columns that the sheet does not have in this place and year are left out.
    private func sheet(_ name: String, _ rows: [[String: String]]) -> RawSheet {
        let definition = standards.sheets.first { $0.id == name }
        let header = Set(rows.flatMap(\.keys)).filter { definition?.column($0) != nil }.sorted()
        return RawSheet(
            name: name, file: name + ".csv", header: header,
            rows: rows.enumerated().map { index, row in
                RawSheet.Row(number: index + 2, cells: header.map { row[$0] ?? "" })
            })
    }

    private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    private mutating func fund() -> String { chance(fiscalShare) ? pick(["11"] + Self.fiscal) : pick(Self.others) }

    private mutating func kind(of fund: String) -> String {
        if Self.fiscal.contains(fund) { return pick(["B", "P"]) }
        return fund == "33" ? "O" : pick(["B", "P", "U", "S"])
    }

    /// From one fen to ten million yuan; some whole yuan, some whole 万元.
    private mutating func fen() -> Int64 {
        let scale = ([100, 20_000, 1_000_000, 1_000_000_000] as [Int64]).randomElement(using: &random) ?? 100
        let fen = Int64.random(in: 1...scale, using: &random)
        return chance(0.1) ? fen * 100 : chance(0.05) ? fen / 100 * 1_000_000 + 1_000_000 : fen
    }

    private func text(_ fen: Int64) -> String { PrintedNumber(mantissa: fen, decimals: 2).text() }

    private mutating func income(_ functions: [String]) -> [String: String] {
        let fund = fund()
        return [
            "单位": pick(Self.units), "功能科目": function(functions, of: fund), "资金性质": fund, "支出性质": kind(of: fund),
            "金额": text(fen()),
        ]
    }

    /// A line, sometimes with a 红冲 of part of it.
    private mutating func expenditure(_ functions: [String], number: Int) -> [[String: String]] {
        let fund = fund()
        let kind = kind(of: fund)
        let amount = fen()
        var line = [
            "单位": pick(Self.units), "功能科目": function(functions, of: fund), "资金性质": fund, "支出性质": kind,
            "金额": text(amount),
        ]
        if ["B", "P"].contains(kind) { line["经济科目"] = pick(economicCodes) }
        guard chance(0.15) else { return [line] }
        line["凭证号"] = "记-\(number)"
        line["分录号"] = "1"
        var cancelled = line
        cancelled["分录号"] = "2"
        cancelled["金额"] = text(-Int64.random(in: 0...amount, using: &random))
        return [line, cancelled]
    }

    private mutating func balance(_ functions: [String]) -> [String: String] {
        let fund = fund()
        var row = [
            "单位": pick(Self.units), "功能科目": function(functions, of: fund), "资金性质": fund, "支出性质": kind(of: fund),
            "年初余额": text(fen()),
        ]
        if chance(0.3) { row["年初调整"] = text(chance(0.5) ? fen() : -fen()) }
        if chance(0.3) { row["结余收回"] = text(fen()) }
        if Self.others.contains(fund) {
            if chance(0.5) { row["使用非财政拨款结余"] = text(fen()) }
            if chance(0.5) { row["结余分配"] = text(fen()) }
        }
        return row
    }

    /// A balance stands once.
    private func distinct(_ rows: [[String: String]]) -> [[String: String]] {
        var seen: Set<[String]> = []
        return rows.filter { row in seen.insert(["单位", "功能科目", "资金性质", "支出性质"].map { row[$0] ?? "" }).inserted }
    }

    private mutating func threePublic(_ item: String) -> [String: String] {
        ["单位": pick(Self.units), "事项": item, "资金性质": pick(["11", "12"]), "年初预算": text(fen()), "全年预算": text(fen())]
    }
}
