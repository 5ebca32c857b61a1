import Fiscal
import Foundation
import Ledger
import Paper
import Performance
import Publication
import Standards
import Testing

@testable import mingzhang

/// The cells that published forms of performance print, against ours as written to docx and xlsx and read back.
struct PerformanceCells {
    /// How many cells each paper prints in these forms, and how many of them differ for a reason that is listed.
    struct Wanted: Sendable, CustomTestStringConvertible {
        let book: String
        let cells: Int
        let differing: Int
        var testDescription: String { book }
    }

    static let wanted = [
        Wanted(book: "hengshan-2022", cells: 168, differing: 11),
        Wanted(book: "hengyang-2023", cells: 1072, differing: 45),
        Wanted(book: "shifeng-2020", cells: 739, differing: 50),
        Wanted(book: "hengyang-2021", cells: 387, differing: 34),
        Wanted(book: "hengyang-2020-goals", cells: 163, differing: 5),
    ]

    private static let blocks: Set = ["字段", "资金", "性质", "指标", "合计", "任务"]

    @Test("Every printed cell of the paper's forms", arguments: wanted, [PaperCopy.docx, .xlsx])
    func everyCell(_ wanted: Wanted, _ copy: PaperCopy) throws {
        let package = try PerformanceForms.built(wanted.book)
        let part = package.publication.performance
        let paper = try #require(try copy.read(package.publication.paper))
        let grids = paper.blocks.compactMap { block -> Grid? in
            if case .grid(let grid) = block { grid } else { nil }
        }
        try #require(grids.count == part.forms.count)
        let rows = try Example(wanted.book).expected("performance").filter { row in
            Self.blocks.contains(row["block"] ?? "") && !(row["form"] ?? "").hasPrefix("综述")
        }
        var (counted, differing) = (0, 0)
        for row in rows {
            let index = try #require(Self.form(row["form"] ?? "", in: part), "\(row["form"] ?? "")")
            let spot = "\(row["form"] ?? "") \(row["row"] ?? "") / \(row["column"] ?? "")"
            let found = FormCells(grids[index]).text(
                row["block"] ?? "", row["row"] ?? "", row["column"] ?? "")
            let printed = row["printed"] ?? ""
            counted += 1
            guard let text = found else {
                Issue.record("no cell \(spot)")
                continue
            }
            if row["reason"]?.isEmpty ?? true {
                #expect(Self.same(printed, text, in: row), "\(spot): paper “\(printed)”, ours “\(text)”")
            } else {
                differing += 1
                #expect(!Self.same(printed, text, in: row), "\(spot) is listed as different, but agrees")
                let ours = row["ours"] ?? ""
                #expect(Self.same(ours, text, in: row), "\(spot): listed “\(ours)”, ours “\(text)”")
            }
        }
        print("\(wanted.book) \(copy): \(counted) printed cells, \(differing) listed as different")
        #expect(counted == wanted.cells && differing == wanted.differing)
    }

    /// 自评-整体, 自评-项目:P1, 目标-整体.
    private static func form(_ name: String, in part: PerformancePart) -> Int? {
        let code = name.split(separator: ":").dropFirst().first.map(String.init)
        return part.forms.firstIndex { form in
            guard let subject = part.subjects.first(where: { $0.record.code == form.subject }) else { return false }
            // Tables of base data have a test of their own.
            guard form.base.isEmpty else { return false }
            return code.map { subject.record.code == $0 } ?? (subject.record.kind == .department)
        }
    }

    /// Numbers by their value, blank as zero; words without white space, the paper's own numbering and its signs as TeX.
    private static func same(_ a: String, _ b: String, in row: [String: String]) -> Bool {
        var (x, y) = (plain(a), plain(b))
        // Direction and unit of an indicator, and points of a level, stand in the name in some forms and not in others.
        if ["一级指标", "三级指标"].contains(row["column"]) { (x, y) = (FormCells.bare(x), FormCells.bare(y)) }
        if x == y { return true }
        // A label of the level before, glued to the name where the paper was copied out of a page.
        if row["column"] == "三级指标", x.hasSuffix(y), x.contains("指标") { return true }
        if row["column"] == "二级指标", x.hasPrefix("生态环境"), y.hasPrefix("生态环境") { return true }
        // A unit's name with or without the place that it is in.
        if row["block"] == "字段", y.hasSuffix(x), !x.isEmpty { return true }
        func number(_ text: String) -> PrintedNumber? {
            text.isEmpty ? PrintedNumber(mantissa: 0, decimals: 0) : try? NumberText.parse(text)
        }
        guard x.hasSuffix("%") == y.hasSuffix("%"), let one = number(x.filter { $0 != "%" }),
            let two = number(y.filter { $0 != "%" })
        else { return false }
        return one.isSameValue(as: two)
    }

    private static func plain(_ text: String) -> String {
        var text = foldedLabel(text).replacing(#"\geq"#, with: "≥").replacing(#"\leq"#, with: "≤").replacing(
            ">=", with: "≥")
        if text.hasPrefix("指标"), let dot = text.firstIndex(of: "."), text[..<dot].dropFirst(2).allSatisfy(\.isNumber) {
            text = String(text[text.index(after: dot)...])
        }
        if text.hasSuffix("。") { text.removeLast() }
        return text.replacing("万元", with: "")
    }
}

/// Finds a cell of a printed form by the labels of its row and column, as a person does.
private struct FormCells {
    private let rows: [[Cell?]]

    init(_ grid: Grid) { rows = grid.matrix }

    func text(_ block: String, _ row: String, _ column: String) -> String? {
        switch block {
        case "字段": beside(row)
        case "性质": row == "资金总额" ? beside(row) : nature(row)
        case "合计": total(column)
        case "资金": crossing(["年初预算数"], row: row, column: column)
        case "任务": crossing(["任务名称"], row: row, column: column)
        default: indicator(row, column)
        }
    }

    private func label(_ cell: Cell?) -> String { foldedLabel(cell?.text ?? "").filter { $0 != ":" } }

    /// The first other cell to the right of a label.
    private func beside(_ printed: String) -> String? {
        let wanted = printed.filter { !":：".contains($0) }
        for row in rows {
            guard let place = row.firstIndex(where: { label($0) == foldedLabel(wanted) }) else { continue }
            return row[place...].first { label($0) != foldedLabel(wanted) }?.map(\.text) ?? ""
        }
        return nil
    }

    private static let natures = [
        "一般公共预算": ["一般公共预算", "一般公共预算收入", "公共财政拨款"], "政府性基金": ["政府性基金拨款"],
        "专户管理": ["纳入专户管理的非税收入拨款"], "其他资金": ["其他资金"], "基本支出": ["基本支出"], "项目支出": ["项目支出"],
    ]

    private func nature(_ name: String) -> String? {
        for row in rows {
            for word in Self.natures[name] ?? [] {
                let found = row.firstIndex { label($0) == foldedLabel(word) || label($0) == foldedLabel("其中" + word) }
                guard let found else { continue }
                let own = label(row[found])
                return row[found...].first { label($0) != own }?.map(\.text) ?? ""
            }
        }
        return nil
    }

    private func crossing(_ heads: [String], row: String, column: String) -> String? {
        guard
            let head = rows.firstIndex(where: { row in
                heads.contains { head in row.contains { label($0) == foldedLabel(head) } }
            })
        else { return nil }
        let names = Self.columns[column] ?? [column]
        guard
            let place = rows[head].firstIndex(where: { cell in names.contains { label(cell).hasPrefix(foldedLabel($0)) }
            })
        else { return nil }
        let labels = Self.synonyms.first { $0.contains(row) } ?? [row]
        for line in rows[(head + 1)...] {
            let found = line.contains { cell in
                labels.contains { label(cell) == foldedLabel($0) || label(cell) == foldedLabel("其中" + $0) }
            }
            if found { return line[place]?.text ?? "" }
        }
        return nil
    }

    /// Labels that differ between the years of one form.
    private static let synonyms = [
        ["年度资金总额", "资金总额", "合计"], ["上年结转资金", "上年结转金额"], ["其他资金", "其它资金"],
        ["生态环境指标", "生态环境成本指标"],
    ]
    private static let columns = [
        "年度预算申请": ["年初预算数"], "执行数": ["全年执行数"], "资金执行率": ["执行率"], "得分": ["得分"],
        "实际完成值": ["实际完成值"], "年度指标值": ["年度指标值", "指标值"], "偏差原因": ["偏差原因"],
    ]

    private func total(_ column: String) -> String? {
        guard let line = rows.first(where: { label($0.first ?? nil) == "总分" }),
            let head = rows.first(where: { row in row.contains { label($0) == "三级指标" } })
        else { return nil }
        if column == "等级" {
            let text = line.compactMap { $0?.text }.first { $0.hasPrefix("等级") }
            return text.map { String($0.dropFirst(3)) }
        }
        return head.firstIndex { label($0) == column }.flatMap { line[$0]?.text }
    }

    private func indicator(_ printed: String, _ column: String) -> String? {
        let name = printed.filter { !":：".contains($0) }
        guard let head = rows.firstIndex(where: { row in row.contains { label($0) == "三级指标" } }),
            let first = rows[head].firstIndex(where: { label($0) == "一级指标" }),
            let second = rows[head].firstIndex(where: { label($0) == "二级指标" }),
            let third = rows[head].firstIndex(where: { label($0) == "三级指标" })
        else { return nil }
        let body = rows[(head + 1)...]
        if column == "一级分值" {
            let text = body.map { label($0[first]) }.first { $0.hasPrefix(foldedLabel(name)) }
            return text.map { $0.filter(\.isNumber) }
        }
        let own =
            body.first { Self.bare(label($0[third])) == foldedLabel(name) || label($0[third]) == foldedLabel(name) }
            ?? body.first { line in
                let names = Self.synonyms.first { $0.contains(name) } ?? [name]
                return names.contains { label(line[second]) == foldedLabel($0) } && label(line[third]).isEmpty
            }
        guard let own else { return nil }
        switch column {
        case "一级指标": return own[first]?.text
        case "二级指标": return own[second]?.text
        case "三级指标": return own[third]?.text
        default:
            let names = Self.columns[column] ?? [column]
            return rows[head].firstIndex { cell in names.contains { label(cell).hasPrefix(foldedLabel($0)) } }.map {
                own[$0]?.text ?? ""
            }
        }
    }

    /// Without a remark in brackets at the end: （≥，件）, （50分）.
    static func bare(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return text }
        return String(text[..<open])
    }
}
