import Fiscal
import Ledger
import Performance
import Publication
import Standards

/// One line of the book in a trace.
struct TraceLine {
    let origin: Origin
    /// Code and name of the economic item; empty where the line has none.
    let code: String
    let name: String
    let amount: String
}

extension TraceLine {
    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let voucher = origin.voucher.isEmpty ? "" : " 凭证 \(origin.voucher)"
        let item = code.isEmpty ? "" : " \(code) \(name)"
        let summary = origin.summary.isEmpty ? "" : " \(origin.summary)"
        let more = origin.lines > 1 ? "起共 \(origin.lines) 行" : ""
        return "\(origin.sheet) 第 \(origin.row) 行\(more)\(voucher)\(item)\(summary)  \(amount)"
    }
}

extension FactDescription {
    /// A fact with its amount, and whether it is taken away, in the language in force.
    func message(_ key: FactKey, _ value: FactValue?, sign: Int64) -> String {
        switch MessageLanguage.current {
        case .chinese: "\(sign < 0 ? "减 " : "")\(words(key))  \(value?.message ?? "不知道")"
        case .english: "\(sign < 0 ? "less " : "")\(english(key))  \(value?.message ?? "not known")"
        }
    }
}

extension FactValue {
    /// With its unit, in the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch measure {
        case .money: yuan(amount) + " 元"
        case .count(let word): "\(amount) \(word)"
        case .score(let word): PrintedNumber(mantissa: amount, decimals: 2).text() + " " + word
        }
    }
}

extension PrintedPlace {
    /// As JSON has it too, whatever the language.
    var chinese: String {
        switch self {
        case .cell(let table, let title, let labels): "\(table) \(title)：\(labels)"
        case .sentence(let id, let number, let text): "\(id) 第 \(number) 个数：\(text)"
        case .subject(let code, let name, let labels): "\(code) \(name)：\(labels)"
        }
    }
}

extension SubjectTrace.Node {
    /// Without what stands below it, in the language in force.
    func message(_ describe: FactDescription) -> String {
        switch MessageLanguage.current {
        case .chinese: chinese(describe)
        case .english: english(describe)
        }
    }

    /// As JSON has it too.
    func chinese(_ describe: FactDescription) -> String {
        switch self {
        case .step(let words): words
        case .row(let origin, let cells):
            "\(origin.sheet) 第 \(origin.row) 行" + (cells.isEmpty ? "" : "：")
                + cells.map { "\($0.column) \($0.text)" }.joined(separator: "，")
        case .money(let label, let amount, _): "\(label.chinese)  \(amount.map { yuan($0) + " 元" } ?? "没有")"
        case .accounts(let trace): describe.words(trace.key)
        case .points(let name, let points, _): "\(name)  \(points.map(pointsText) ?? "—")"
        case .countedUnits: Remark.countedUnits.message
        }
    }
}

extension SubjectMoneyLabel {
    var chinese: String {
        let word: String =
            switch phase {
            case .initialBudget: FundColumn.initial
            case .adjustedBudget: FundColumn.budget
            case .actual: FundColumn.actual
            }
        return word + "数 · " + (nature ?? source.rawValue)
    }
}
