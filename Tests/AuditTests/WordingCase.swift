import Fiscal
import Foundation
import Paper
import Publication
import Support
import Testing

@testable import Audit
@testable import Standards

/// One sample under `Tests/AuditTests/Wording/<种类>/`: a small paper in, findings out.
struct WordingCase: Sendable, CustomStringConvertible {
    let path: String
    let kind: String
    var description: String { path }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Wording"

    static let all: [WordingCase] = {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            name.split(separator: "/").first.map { WordingCase(path: name, kind: String($0)) }
        }
    }()

    struct Expected {
        var findings: [(printed: String, severity: String)]
        var isUnchecked: Bool
    }

    /// The paper and what should come of it.
    func read() throws -> (paper: UnderstoodPaper, expected: Expected) {
        let text = try String(contentsOfFile: Self.folder + "/" + path, encoding: .utf8)
        let root = try YamlNode.document(text, file: path)
        let keys = ["单位", "年度", "地区", "段落", "表", "封面", "标题", "目录", "其他表", "未读", "不符", "未检查"]
        let entries = try root.mapping(allowed: keys)
        let standards = try WordingStandards.standards(
            region: try entries["地区"]?.text() ?? "990000", year: try entries["年度"]?.number() ?? 2021)
        var paper = UnderstoodPaper(
            file: path, unit: try entries["单位"]?.text() ?? "望江市统计局", standards: standards, regionChoice: .asked)
        paper.paragraphs = try (entries["段落"]?.list() ?? []).map(paragraph)
        paper.tables = try (entries["表"]?.list() ?? []).map { try table($0, standards) }
        paper.cover = try (entries["封面"]?.texts() ?? []).map { ReadLine($0) }
        paper.headings = try (entries["标题"]?.list() ?? []).map(heading)
        paper.contents = try (entries["目录"]?.list() ?? []).map(heading)
        paper.otherGrids = try (entries["其他表"]?.list() ?? []).map { node in
            // One row, or rows of cells between bars.
            let rows =
                try node.texts().contains { $0.contains("|") }
                ? node.texts().map { $0.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed) }
                : [node.texts()]
            let cells = rows.map { row in row.enumerated().map { Cell(String($1), column: $0) } }
            return Grid(rows: cells, columnCount: cells.map(\.count).max() ?? 0, headerRowCount: 0)
        }
        paper.unread = try (entries["未读"]?.texts() ?? []).map { UnreadPart(reason: .picture, title: $0, place: nil) }
        let findings = try (entries["不符"]?.list() ?? []).map { node -> (printed: String, severity: String) in
            let row = try node.mapping(allowed: ["印", "级"])
            return (try row["印"]?.text() ?? "", try row["级"]?.text() ?? "")
        }
        return (paper, Expected(findings: findings, isUnchecked: entries["未检查"] != nil))
    }

    private func heading(_ node: YamlNode) throws -> ReadHeading {
        if node.isText { return ReadHeading(level: 2, text: try node.text()) }
        let row = try node.mapping(allowed: ["级", "文", "页"])
        return ReadHeading(
            level: try row["级"]?.number() ?? 2, text: try row.required("文", in: node).text(),
            page: try row["页"]?.number())
    }

    private func paragraph(_ node: YamlNode) throws -> ReadParagraph {
        if node.isText { return ReadParagraph(text: try node.text(), place: nil, headings: [], phrases: []) }
        let row = try node.mapping(allowed: ["文", "节", "句", "印"])
        var paragraph = ReadParagraph(
            text: try row.required("文", in: node).text(), place: nil, headings: try row["节"]?.texts() ?? [],
            phrases: try row["句"]?.texts() ?? [])
        paragraph.ownFigures = try row["印"]?.texts() ?? []
        return paragraph
    }

    /// 行: `编码 名称`, or `编码 名称 = 数` for a figure of the form's first column of that member.
    private func table(_ node: YamlNode, _ standards: Standards) throws -> ReadTable {
        let row = try node.mapping(allowed: ["表", "表号", "表头", "表注", "行", "数"])
        let id = try row.required("表", in: node).text()
        let form = try #require(standards.forms[id])
        var table = ReadTable(
            form: form, number: try row["表号"]?.text() ?? "", title: form.title, place: nil,
            figures: try (row["数"]?.list() ?? []).map { try figure($0, form, standards) })
        table.captions = try row["表头"]?.texts().map { ReadLine($0) }
        table.notes = try row["表注"]?.texts().map { ReadLine($0) }
        table.rows = try (row["行"]?.texts() ?? []).map { text in
            var words = text.split(separator: " ").map { String($0) }
            var part = 0
            if let first = words.first, first.hasPrefix("@"), let number = Int(first.dropFirst()) {
                part = number
                words.removeFirst()
            }
            let isCoded = words.first.map { $0.allSatisfy { $0.isNumber && $0.isASCII } } ?? false
            let code = isCoded ? words.removeFirst() : ""
            let name = words.joined(separator: " ")
            return ReadRow(
                part: part, code: code, name: name,
                place: FigurePlace(
                    label: [table.name, code, name].filter { !$0.isEmpty }.joined(separator: " "), place: nil))
        }
        return table
    }

    private func figure(_ node: YamlNode, _ form: Form, _ standards: Standards) throws -> ReadFigure {
        let row = try node.mapping(allowed: ["概念", "功能科目", "经济科目", "支出性质", "资金性质", "数"])
        var spec = form.base
        if let concept = try row["概念"]?.text() { spec.concept = Concept(concept) }
        for (word, dimension) in Dimension.words {
            guard let text = try row[word]?.text() else { continue }
            spec.coordinates[dimension] = try #require(standards.classification(dimension).find(text))
        }
        let key = try #require(spec.key(unit: "1", year: standards.year))
        let text = try row["数"]?.text() ?? ""
        return ReadFigure(
            figure: .fact(key), printed: try? NumberText.parse(text), unit: form.unit.word, text: text,
            place: FigurePlace(label: form.title, place: nil))
    }
}

/// The definitions of this checkout.
enum WordingStandards {
    static let root = CheckedOut.path

    private static let library = CheckedOut.library

    private static let usual = Result { try read(region: "990000", year: 2021) }

    static func standards(region: String, year: Int) throws -> Standards {
        region == "990000" && year == 2021 ? try usual.get() : try read(region: region, year: year)
    }

    private static func read(region: String, year: Int) throws -> Standards {
        try library.get().standards(region: region, year: FiscalYear(year))
    }

    static func auditor(_ standards: Standards) throws -> WordingAuditor {
        WordingAuditor(rules: try rules(standards), words: try library.get().wordLists(for: standards))
    }

    static func checkers(_ standards: Standards) throws -> [String: any WordingChecker] {
        WordingKinds.checkers(try library.get().wordLists(for: standards))
    }

    private static let usualRules = Result { try library.get().rules(for: usual.get()) }

    static func rules(_ standards: Standards) throws -> [Rule] {
        standards.region == "990000" && standards.year.number == 2021
            ? try usualRules.get() : try library.get().rules(for: standards)
    }
}
