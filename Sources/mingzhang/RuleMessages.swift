import Fiscal
import Standards

/// One line about rules.
enum RuleLine {
    case family(String, count: Int, methods: [MethodCount])
    case rule(RuleRow)
    case total(count: Int, methods: [MethodCount])
    case title(RuleRow)
    case formula(String)
    case missing(String, samples: Int)
    case basis([String])
    case source(String)
    case years(from: Int?, to: Int?)
    case regions([String], appliesHere: Bool)
    case reportedAs(String)
    case note(String)
    case advice(String)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .family(let name, let count, let methods): "\(name)（\(count) 条：\(methods.chinese)）"
        case .rule(let row): "  " + row.chineseColumns.joined(separator: "\t")
        case .total(let count, let methods): "共 \(count) 条：\(methods.chinese)"
        case .title(let row):
            "规则 \(row.id) \(row.title)\n  \(row.family)；\(row.severity)；" + row.method
                + (row.kind.isEmpty ? "" : "：\(row.kind)")
        case .formula(let text): "  公式：\(text)"
        case .missing(let strategy, let samples): "  没有印出的行：\(strategy)；样例 \(samples) 个"
        case .basis(let documents): "  依据：\(documents.joined(separator: "；"))"
        case .source(let text): "  来源：\(text)"
        case .years(let from, let to):
            "  年度：" + (from.map { "\($0) 年度起" } ?? "") + (to.map { "至 \($0) 年度" } ?? "")
        case .regions(let codes, let applies): "  地区：\(codes.joined(separator: "、"))" + (applies ? "" : "（本地不适用）")
        case .reportedAs(let id): "  并入：\(id)"
        case .note(let text): "  说明：\(text)"
        case .advice(let text): "  处理：\(text)"
        }
    }
}

extension RuleRow {
    fileprivate var chineseColumns: [String] {
        let more = (reportedAs.isEmpty ? "" : "（并入 \(reportedAs)）") + (appliesHere ? "" : "（本地不适用）")
        return [id, severity, title, method + (kind.isEmpty ? "" : "：\(kind)") + more]
    }
}

extension [MethodCount] {
    fileprivate var chinese: String { map { "\($0.method.rawValue) \($0.count)" }.joined(separator: "，") }
}
