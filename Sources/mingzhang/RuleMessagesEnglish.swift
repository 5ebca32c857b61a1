import Fiscal
import Standards

extension RuleLine {
    var english: String {
        switch self {
        case .family(let name, let count, let methods): "\(name.quoted) (\(counted(count, "rule")): \(methods.english))"
        case .rule(let row): "  " + row.englishColumns.joined(separator: "\t")
        case .total(let count, let methods): "\(counted(count, "rule")): \(methods.english)"
        case .title(let row):
            "rule \(row.id.quoted) \(row.title.quoted)\n"
                + "  \(row.family.quoted); \(row.englishSeverity); \(row.englishMethod)"
                + (row.kind.isEmpty ? "" : ": \(row.kind.quoted)")
        case .formula(let text): "  formula: \(text.quoted)"
        case .missing(let strategy, let samples):
            "  a row that is not printed: \(strategy.quoted); \(counted(samples, "sample"))"
        case .basis(let documents): "  basis: \(documents.quoted)"
        case .source(let text): "  source: \(text.quoted)"
        case .years(let from, let to):
            "  years: " + [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
        case .regions(let codes, let applies): "  regions: \(codes.quoted)" + (applies ? "" : " (not here)")
        case .reportedAs(let id): "  reported as: \(id)"
        case .note(let text): "  note: \(text.quoted)"
        case .advice(let text): "  what to do: \(text.quoted)"
        }
    }
}

extension RuleRow {
    fileprivate var englishColumns: [String] {
        let more = (reportedAs.isEmpty ? "" : " (reported as \(reportedAs))") + (appliesHere ? "" : " (not here)")
        let how = englishMethod + (kind.isEmpty ? "" : ": \(kind.quoted)") + more
        return [id, englishSeverity, title.quoted, how]
    }

    fileprivate var englishSeverity: String {
        switch Rule.Severity(rawValue: severity) {
        case .error, nil: "error"
        case .warning: "warning"
        case .notice: "notice"
        }
    }

    fileprivate var englishMethod: String { Rule.MethodName(rawValue: method)?.english ?? "" }
}

extension Rule.MethodName {
    fileprivate var english: String {
        switch self {
        case .formulas: "formula"
        case .implied: "follows from the meaning"
        case .codes: "codes"
        case .layout: "layout"
        case .wording: "wording"
        case .evaluation: "self-evaluation forms"
        case .book: "needs the book"
        }
    }
}

extension [MethodCount] {
    fileprivate var english: String { map { "\($0.method.english) \($0.count)" }.joined(separator: ", ") }
}
