import Fiscal
import Standards

/// A shared indicator for reading, in 80 columns.
struct IndicatorText {
    private let entry: SharedIndicator

    init(_ entry: SharedIndicator) { self.entry = entry }

    /// In the language in force.
    var lines: [String] {
        let details: [String] =
            switch MessageLanguage.current {
            case .chinese: chinese
            case .english: english
            }
        return details.enumerated().flatMap { index, text in
            let indent = index == 0 ? "" : "  "
            return DisplayText.wrapped(text, first: indent, rest: indent + "  ")
        }
    }

    private var measure: String { [entry.direction, entry.unit].filter { !$0.isEmpty }.joined(separator: " ") }

    private var chinese: [String] {
        let functions = entry.functions.isEmpty ? "各种资金" : entry.functions.map(\.text).joined(separator: "、")
        return [
            "\(entry.name)（\(entry.field)，\(entry.first)—\(entry.second)）",
            "\(measure)；\(entry.way.isEmpty ? "赋分方式未定" : entry.way)；\(functions)；来源 \(entry.source)",
        ] + (entry.usual.isEmpty ? [] : ["见过的指标值：\(entry.usual.joined(separator: "、"))"])
            + (entry.aliases.isEmpty ? [] : ["又名：\(entry.aliases.joined(separator: "、"))"])
            + (entry.evidence.isEmpty ? [] : ["佐证：\(entry.evidence)"])
            + (entry.note.isEmpty ? [] : ["说明：\(entry.note)"])
    }

    private var english: [String] {
        let functions = entry.functions.isEmpty ? "any money" : entry.functions.map(\.text).joined(separator: ", ")
        let way = entry.way.isEmpty ? "no way of scoring" : entry.way.quoted
        return [
            "\(entry.name.quoted) (\(entry.field.quoted), \(entry.first.quoted), \(entry.second.quoted))",
            "\(measure.quoted); \(way); \(functions); source \(entry.source.quoted)",
        ] + (entry.usual.isEmpty ? [] : ["targets seen: \(entry.usual.quoted)"])
            + (entry.aliases.isEmpty ? [] : ["also called: \(entry.aliases.quoted)"])
            + (entry.evidence.isEmpty ? [] : ["evidence: \(entry.evidence.quoted)"])
            + (entry.note.isEmpty ? [] : ["note: \(entry.note.quoted)"])
    }
}
