import Fiscal
import Ledger
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
