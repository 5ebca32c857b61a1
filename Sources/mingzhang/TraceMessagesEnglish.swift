import Fiscal
import Ledger
import Performance
import Publication
import Standards

/// The English words of a trace; the Chinese ones are in `TraceMessages`.
extension TraceLine {
    var english: String {
        var parts = ["\(BookPlace.english(origin.sheet)), row \(origin.row)"]
        if origin.lines > 1 { parts.append("the first of \(origin.lines) lines added up") }
        if !origin.voucher.isEmpty { parts.append("voucher \(origin.voucher.quoted)") }
        if !code.isEmpty { parts.append("\(code) \(name.quoted)") }
        if !origin.summary.isEmpty { parts.append(origin.summary.quoted) }
        return parts.joined(separator: ", ") + "  \(amount)"
    }
}

extension FactDescription {
    /// 2021 “本年支出” · “一般公共预算财政拨款” · 2040601 “行政运行”.
    func english(_ key: FactKey) -> String {
        let phase =
            switch key.phase {
            case .initialBudget: "initial budget "
            case .adjustedBudget: "adjusted budget "
            case .actual: ""
            }
        let members = Dimension.allCases.compactMap { dimension -> String? in
            let code = key.coordinates[dimension]
            guard !code.isAll else { return nil }
            let name = standards.classification(dimension).name(code).quoted
            return dimension == .function || dimension == .economic ? "\(code.text) \(name)" : name
        }
        let project = key.project.isEmpty ? [] : [key.project.quoted]
        return (["\(key.year.number) \(phase)\(key.concept.id.quoted)"] + members + project).joined(separator: " · ")
    }
}

extension FactValue {
    var english: String {
        switch measure {
        case .money: yuan(amount) + " yuan"
        case .count(let word): "\(amount) \(word.quoted)"
        case .score(let word): PrintedNumber(mantissa: amount, decimals: 2).text() + " " + word.quoted
        }
    }
}

extension PrintedPlace {
    var english: String {
        switch self {
        case .cell(let table, let title, let labels): "\((table + " " + title).quoted): \(labels.quoted)"
        case .sentence(let id, let number, let text): "\(id.quoted), figure \(number): \(text.quoted)"
        case .subject(let code, let name, let labels): "\(code.quoted) \(name.quoted): \(labels.quoted)"
        }
    }
}

extension SubjectTrace.Node {
    func english(_ describe: FactDescription) -> String {
        switch self {
        case .step(let words): words
        case .row(let origin, let cells):
            "\(BookPlace.english(origin.sheet)), row \(origin.row)" + (cells.isEmpty ? "" : ": ")
                + cells.map { "\($0.column.quoted) \($0.text.quoted)" }.joined(separator: ", ")
        case .money(let label, let amount, _): "\(label.english)  \(amount.map { yuan($0) + " yuan" } ?? "none")"
        case .accounts(let trace): describe.english(trace.key)
        case .points(let name, let points, _): "\(name.quoted)  \(points.map(pointsText) ?? "—")"
        case .countedUnits: Remark.countedUnits.message
        }
    }
}

extension SubjectMoneyLabel {
    fileprivate var english: String {
        let word =
            switch phase {
            case .initialBudget: "initial budget"
            case .adjustedBudget: "adjusted budget"
            case .actual: "executed"
            }
        return word + ", " + (nature?.quoted ?? ScoreLine.english(source).trimmed)
    }
}
