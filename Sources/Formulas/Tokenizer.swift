import Fiscal

/// Text → tokens. Full-width signs and digits mean the same as ASCII ones.
///
/// Inside [ ] and { } everything between two delimiters is one label, so that rows and columns are named as printed.
struct Tokenizer {
    static let lengthLimit = 4_000

    private let characters: [Character]
    private var index = 0
    private var tokens: [Token] = []
    /// The brackets that are open, innermost last.
    private var open: [(sign: Sign, offset: Int)] = []

    private init(_ text: String) { characters = Array(text) }

    static func tokens(_ text: String) throws(FormulaFault) -> [Token] {
        var tokenizer = Tokenizer(text)
        return try tokenizer.all()
    }

    private mutating func all() throws(FormulaFault) -> [Token] {
        guard characters.count <= Self.lengthLimit else {
            throw FormulaFault(.tooLong(limit: Self.lengthLimit), at: TextSpan(offset: Self.lengthLimit, length: 0))
        }
        while true {
            skipBlanks()
            guard index < characters.count else { break }
            let inLabels = open.last.map { $0.sign != .openParenthesis } ?? false
            if inLabels { try label() } else { try next() }
        }
        if let last = open.last {
            throw FormulaFault(.unclosed(last.sign.rawValue), at: TextSpan(offset: last.offset, length: 1))
        }
        append(.end, from: characters.count)
        return tokens
    }

    private mutating func skipBlanks() {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
    }

    private mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: TextSpan(offset: start, length: index - start)))
    }

    // MARK: Inside brackets

    private mutating func label() throws(FormulaFault) {
        let start = index
        var end = index
        while index < characters.count {
            if isDelimiter(characters[index]) { break }
            index += 1
            if !characters[index - 1].isWhitespace { end = index }
        }
        if end > start {
            tokens.append(
                Token(kind: .label(String(characters[start..<end])), span: TextSpan(offset: start, length: end - start))
            )
        }
        guard index < characters.count, let sign = Self.signs[characters[index]] else { return }
        index += 1
        try take(sign, from: index - 1)
    }

    private func isDelimiter(_ character: Character) -> Bool {
        switch Self.signs[character] {
        case .closeBracket, .openBrace, .closeBrace, .comma: true
        case .colon: open.last?.sign == .openBrace
        default: false
        }
    }

    // MARK: Outside

    private mutating func next() throws(FormulaFault) {
        let start = index
        let character = characters[index]
        if Self.isDigit(character) {
            try number()
        } else if character == "“" {
            try quoted(until: "”")
        } else if character == "《" {
            try quoted(until: "》")
        } else if let sign = Self.longSign(characters[index...]) {
            index += 2
            append(.sign(sign), from: start)
        } else if let sign = Self.signs[character] {
            index += 1
            try take(sign, from: start)
        } else if Self.isNameCharacter(character) {
            name()
        } else {
            throw FormulaFault(.unexpectedCharacter(character), at: TextSpan(offset: start, length: 1))
        }
    }

    private mutating func take(_ sign: Sign, from start: Int) throws(FormulaFault) {
        let span = TextSpan(offset: start, length: index - start)
        switch sign {
        case .openParenthesis, .openBracket, .openBrace: open.append((sign, start))
        case .closeParenthesis: try close(.openParenthesis, sign, at: span)
        case .closeBracket: try close(.openBracket, sign, at: span)
        case .closeBrace: try close(.openBrace, sign, at: span)
        default: break
        }
        append(.sign(sign), from: start)
    }

    private mutating func close(_ opening: Sign, _ sign: Sign, at span: TextSpan) throws(FormulaFault) {
        guard let last = open.popLast() else { throw FormulaFault(.unclosed(sign.rawValue), at: span) }
        guard last.sign == opening else {
            throw FormulaFault(.unclosed(last.sign.rawValue), at: TextSpan(offset: last.offset, length: 1))
        }
    }

    private mutating func number() throws(FormulaFault) {
        let start = index
        while index < characters.count, Self.isNumberCharacter(characters[index]) { index += 1 }
        let number: PrintedNumber
        do {
            number = try NumberText.parse(String(characters[start..<index]))
        } catch {
            throw FormulaFault(.badNumber(error), at: TextSpan(offset: start, length: index - start))
        }
        append(.number(Literal(number: number, suffix: suffix())), from: start)
    }

    private mutating func suffix() -> Literal.Suffix {
        guard index < characters.count else { return .none }
        if characters[index] == "%" || characters[index] == "％" {
            index += 1
            return .percent
        }
        for unit in MoneyUnit.allCases where characters[index...].starts(with: unit.word) {
            index += unit.word.count
            return .money(unit)
        }
        return .none
    }

    private mutating func quoted(until end: Character) throws(FormulaFault) {
        let start = index
        guard let close = characters[index...].firstIndex(of: end) else {
            throw FormulaFault(
                .unclosed(String(characters[start])), at: TextSpan(offset: start, length: 1))
        }
        index = close + 1
        append(.name(String(characters[(start + 1)..<close])), from: start)
    }

    /// A run of name characters, or the keyword at its front.
    private mutating func name() {
        let start = index
        let rest = characters[index...].prefix(while: Self.isNameCharacter)
        if let keyword = Self.keyword(of: rest) {
            index += keyword.rawValue.count
            append(.keyword(keyword), from: start)
        } else {
            index += rest.count
            append(.name(String(rest)), from: start)
        }
    }

    /// 合计 is a keyword only by itself: it is the first word of many names.
    static func keyword(of run: some Collection<Character>) -> Keyword? {
        Keyword.allCases.first { keyword in
            keyword == .sum ? run.elementsEqual(keyword.rawValue) : run.starts(with: keyword.rawValue)
        }
    }

    static func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "·"
    }

    private static func isNumberCharacter(_ character: Character) -> Bool {
        character == "." || character == "．" || isDigit(character)
    }

    /// Not `isNumber`, which takes 一 for a digit.
    private static func isDigit(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }

    private static func longSign(_ rest: ArraySlice<Character>) -> Sign? {
        let longSigns: [(String, Sign)] = [
            ("<=", .atMost), (">=", .atLeast), ("<>", .unequal), ("!=", .unequal), ("==", .equal),
        ]
        return longSigns.first { rest.starts(with: $0.0) }?.1
    }

    private static let signs: [Character: Sign] = [
        "(": .openParenthesis, "（": .openParenthesis, ")": .closeParenthesis, "）": .closeParenthesis,
        "[": .openBracket, "［": .openBracket, "【": .openBracket, "]": .closeBracket, "］": .closeBracket,
        "】": .closeBracket, "{": .openBrace, "｛": .openBrace, "}": .closeBrace, "｝": .closeBrace,
        ",": .comma, "，": .comma, "、": .enumeration, ":": .colon, "：": .colon,
        "+": .plus, "＋": .plus, "-": .minus, "−": .minus, "－": .minus, "×": .times, "*": .times, "＊": .times,
        "÷": .over, "/": .over, "／": .over, "=": .equal, "＝": .equal, "≠": .unequal, "≤": .atMost, "≦": .atMost,
        "≥": .atLeast, "≧": .atLeast, "<": .less, "＜": .less, ">": .greater, "＞": .greater,
    ]
}
