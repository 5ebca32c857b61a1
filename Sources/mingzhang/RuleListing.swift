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
    /// First and last year, as far as they are set.
    let from: Int?
    let to: Int?
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
        from = rule.years.lowerBound == 0 ? nil : rule.years.lowerBound
        to = rule.years.upperBound == 9999 ? nil : rule.years.upperBound
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
        case .codes(let kind), .layout(let kind), .wording(let kind), .evaluation(let kind): kind
        case .book(let missing): missing
        case .implied(let implication):
            implication.tie.rawValue + "：" + implication.specs.map { standards.words(for: $0) }.joined(separator: "；")
                + "；见于 " + implication.places.joined(separator: "、")
                + (implication.dimensions.isEmpty
                    ? "" : "；按" + implication.dimensions.map(\.word).joined(separator: "、"))
        }
    }
}

enum RuleListing {
    /// The catalogue by family, each with its counts.
    static func lines(_ rows: [RuleRow]) -> [RuleLine] {
        families(rows).flatMap { family -> [RuleLine] in
            let members = rows.filter { $0.family == family }
            return [.family(family, count: members.count, methods: counts(members))] + members.map { .rule($0) }
        } + [.total(count: rows.count, methods: counts(rows))]
    }

    static func details(_ row: RuleRow) -> [RuleLine] {
        var lines: [RuleLine] = [.title(row)] + row.formulas.map { .formula($0) }
        if !row.missing.isEmpty { lines.append(.missing(row.missing, samples: row.samples)) }
        lines += [.basis(row.basis), .source(row.source)]
        if row.from != nil || row.to != nil { lines.append(.years(from: row.from, to: row.to)) }
        if !row.regions.isEmpty { lines.append(.regions(row.regions, appliesHere: row.appliesHere)) }
        if !row.reportedAs.isEmpty { lines.append(.reportedAs(row.reportedAs)) }
        if !row.note.isEmpty { lines.append(.note(row.note)) }
        if !row.advice.isEmpty { lines.append(.advice(row.advice)) }
        return lines
    }

    /// In the order of the catalogue.
    private static func families(_ rows: [RuleRow]) -> [String] {
        var seen: Set<String> = []
        return rows.map(\.family).filter { seen.insert($0).inserted }
    }

    private static func counts(_ rows: [RuleRow]) -> [MethodCount] {
        Rule.MethodName.allCases.compactMap { name in
            let count = rows.filter { $0.method == name.rawValue }.count
            return count == 0 ? nil : MethodCount(method: name, count: count)
        }
    }
}

/// How many rules are checked in one way.
struct MethodCount {
    let method: Rule.MethodName
    let count: Int
}
