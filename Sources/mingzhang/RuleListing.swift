import Fiscal
import Formulas
import Standards

/// One rule of the catalogue as listed.
struct RuleRow: Encodable {
    let id: String
    let title: String
    let family: String
    let method: String
    /// What is checked or missing, in a few words; empty for formulas.
    let kind: String
    let severity: String
    let formulas: [String]
    let basis: [String]
    let source: String
    /// From and to, as far as they are set.
    let years: String
    let regions: [String]
    let appliesHere: Bool
    let missing: String
    let reportedAs: String
    let note: String
    let advice: String
    let samples: Int

    init(_ rule: Rule, in standards: Standards) {
        id = rule.id
        title = rule.title
        family = rule.family
        method = rule.methodName.rawValue
        kind = rule.kindWords(in: standards)
        severity = rule.severity.rawValue
        formulas = rule.formulaTexts
        basis = rule.basis.map(\.text)
        source = rule.source
        years = rule.yearWords
        regions = rule.regions
        appliesHere = rule.appliesHere
        missing = rule.formulaTexts.isEmpty ? "" : rule.missing.rawValue
        reportedAs = rule.reportedAs
        note = rule.note
        advice = rule.advice
        samples = rule.samples.count
    }
}

extension Rule {
    fileprivate func kindWords(in standards: Standards) -> String {
        switch method {
        case .formulas: ""
        case .codes(let kind), .layout(let kind), .wording(let kind), .scheme(let kind): kind
        case .book(let missing): missing
        case .implied(let implication):
            implication.tie.rawValue + "：" + implication.specs.map { standards.words(for: $0) }.joined(separator: "；")
                + "；见于 " + implication.places.joined(separator: "、")
                + (implication.dimensions.isEmpty
                    ? "" : "；按" + implication.dimensions.map(\.word).joined(separator: "、"))
        }
    }

    fileprivate var yearWords: String {
        let from = years.lowerBound == 0 ? "" : "\(years.lowerBound) 年度起"
        let to = years.upperBound == 9999 ? "" : "至 \(years.upperBound) 年度"
        return from + to
    }
}

extension Standards {
    /// A fact as a reader says it: 本年支出（一般公共预算财政拨款、基本支出）.
    fileprivate func words(for spec: FactSpec) -> String {
        let members = Dimension.allCases.filter { !spec.coordinates[$0].isAll }.map {
            classification($0).name(spec.coordinates[$0])
        }
        let phase = Phase.words.first { $0.1 == spec.phase && spec.phase != .actual }.map { [$0.0] } ?? []
        let year = spec.yearOffset == -1 ? ["上年"] : []
        let details = year + phase + members
        return (spec.concept?.id ?? "") + (details.isEmpty ? "" : "（\(details.joined(separator: "、"))）")
    }
}

enum RuleListing {
    /// The catalogue by family, each with its counts.
    static func text(_ rows: [RuleRow]) -> [String] {
        var lines: [String] = []
        for family in families(rows) {
            let members = rows.filter { $0.family == family }
            lines.append("\(family)（\(members.count) 条：\(counts(members))）")
            lines += members.map(line)
        }
        lines.append("共 \(rows.count) 条：\(counts(rows))")
        return lines
    }

    private static func line(_ row: RuleRow) -> String {
        let kind = row.kind.isEmpty ? "" : "：\(row.kind)"
        let place = row.appliesHere ? "" : "（本地不适用）"
        let merged = row.reportedAs.isEmpty ? "" : "（并入 \(row.reportedAs)）"
        return "  \(row.id)\t\(row.severity)\t\(row.title)\t\(row.method)\(kind)\(merged)\(place)"
    }

    static func details(_ row: RuleRow) -> [String] {
        var lines = [
            "规则 \(row.id) \(row.title)",
            "  \(row.family)；\(row.severity)；\(row.method)" + (row.kind.isEmpty ? "" : "：\(row.kind)"),
        ]
        lines += row.formulas.map { "  公式：\($0)" }
        if !row.missing.isEmpty { lines.append("  没有印出的行：\(row.missing)；样例 \(row.samples) 个") }
        lines.append("  依据：\(row.basis.joined(separator: "；"))")
        lines.append("  来源：\(row.source)")
        if !row.years.isEmpty { lines.append("  年度：\(row.years)") }
        if !row.regions.isEmpty {
            lines.append("  地区：\(row.regions.joined(separator: "、"))" + (row.appliesHere ? "" : "（本地不适用）"))
        }
        if !row.reportedAs.isEmpty { lines.append("  并入：\(row.reportedAs)") }
        if !row.note.isEmpty { lines.append("  说明：\(row.note)") }
        if !row.advice.isEmpty { lines.append("  处理：\(row.advice)") }
        return lines
    }

    /// In the order of the catalogue.
    private static func families(_ rows: [RuleRow]) -> [String] {
        var seen: Set<String> = []
        return rows.map(\.family).filter { seen.insert($0).inserted }
    }

    private static func counts(_ rows: [RuleRow]) -> String {
        Rule.MethodName.allCases.compactMap { name in
            let count = rows.filter { $0.method == name.rawValue }.count
            return count == 0 ? nil : "\(name.rawValue) \(count)"
        }.joined(separator: "，")
    }
}
