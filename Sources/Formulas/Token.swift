package import Fiscal

/// A number as written in a formula, exact, with what it counts.
package struct Literal: Hashable, Sendable {
    package enum Suffix: Hashable, Sendable {
        case none
        case percent
        case money(MoneyUnit)
    }

    package var number: PrintedNumber
    package var suffix: Suffix

    package init(number: PrintedNumber, suffix: Suffix = .none) {
        self.number = number
        self.suffix = suffix
    }

    package var text: String {
        switch suffix {
        case .none: number.text()
        case .percent: number.text() + "%"
        case .money(let unit): number.text() + unit.word
        }
    }
}

/// A word that is part of the language. A name that begins with one is written in “quotation marks”.
enum Keyword: String, CaseIterable {
    case otherwise = "否则"
    case eachRow = "逐行"
    case prior = "上年"
    case when = "若"
    case then = "则"
    case and = "且"
    case or = "或"
    case not = "非"
    case each = "各"
    case sum = "合计"
}

enum Sign: String {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case enumeration = "、"
    case colon = "："
    case plus = "+"
    case minus = "−"
    case times = "×"
    case over = "÷"
    case equal = "="
    case unequal = "≠"
    case atMost = "≤"
    case atLeast = "≥"
    case less = "<"
    case greater = ">"
}

struct Token {
    enum Kind: Equatable {
        case number(Literal)
        case name(String)
        /// The text between two delimiters inside [ ] or { }, trimmed.
        case label(String)
        case keyword(Keyword)
        case sign(Sign)
        case end
    }

    let kind: Kind
    let span: TextSpan

    /// For messages.
    var words: String {
        switch kind {
        case .number(let literal): literal.text
        case .name(let text), .label(let text): text
        case .keyword(let keyword): keyword.rawValue
        case .sign(let sign): sign.rawValue
        case .end: ""
        }
    }
}
