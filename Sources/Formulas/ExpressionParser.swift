/// Tokens → tree, by recursive descent. From loosest to tightest:
///
///     公式 = [范围 {、范围}：] 条件        范围 = 各维度[{…}] | 逐行 表
///     条件 = 若 条件 则 条件 [否则 条件] | 或式
///     或式 = 且式 {或 且式}    且式 = 非式 {且 非式}    非式 = 非 非式 | 比较
///     比较 = 和 [(= ≠ ≤ ≥ < >) 和]    和 = 积 {(+ −) 积}    积 = 元 {(× ÷) 元}
///     元 = − 元 | 上年 元 | 数 | 合计(…) | (条件) | 引用
struct ExpressionParser {
    static let depthLimit = 64
    /// Signs and words that join two parts, in a whole formula: a long chain is as deep a tree as nested parentheses.
    static let jointLimit = 400

    private let tokens: [Token]
    private(set) var index = 0
    private var depth = 0
    private var joints = 0

    init(_ tokens: [Token]) { self.tokens = tokens }

    var current: Token { tokens[min(index, tokens.count - 1)] }

    mutating func statement() throws(FormulaFault) -> Statement {
        guard current.kind != .end else { throw FormulaFault(.empty, at: current.span) }
        var ranges: [Statement.Range] = []
        if [.keyword(.each), .keyword(.eachRow)].contains(current.kind) {
            repeat {
                ranges.append(try range())
            } while taken(.enumeration) || taken(.comma)
            try expect(.colon, .signs(["："]))
        }
        let body = try condition()
        guard current.kind == .end else { throw expected(.end) }
        return Statement(ranges: ranges, body: body)
    }

    private mutating func range() throws(FormulaFault) -> Statement.Range {
        let start = current.span
        if taken(.each) { return .each(try memberRange(from: start)) }
        guard taken(.eachRow) else { throw expected(.signs(["各…", "逐行…"])) }
        let span = current.span
        return .rows(form: try name(.formName), span: span)
    }

    mutating func memberRange(from start: TextSpan) throws(FormulaFault) -> MemberRange {
        let end = current.span
        let dimension = try name(.dimensionName)
        guard current.kind == .sign(.openBrace) else {
            return MemberRange(dimension: dimension, span: start.joined(to: end))
        }
        let (filters, close) = try fields()
        return MemberRange(dimension: dimension, filters: filters, span: start.joined(to: close))
    }

    private mutating func name(_ wanted: FormulaFault.Wanted) throws(FormulaFault) -> String {
        guard case .name(let name) = current.kind else { throw expected(wanted) }
        index += 1
        return name
    }

    // MARK: Conditions

    private mutating func condition() throws(FormulaFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw FormulaFault(.tooDeep(limit: Self.depthLimit), at: current.span)
        }
        let start = current.span
        guard taken(.when) else { return try disjunction() }
        let premise = try condition()
        guard taken(.then) else { throw expected(.signs(["则"])) }
        let consequence = try condition()
        let otherwise = taken(.otherwise) ? try condition() : nil
        return Expression(
            .when(premise, then: consequence, otherwise: otherwise),
            at: start.joined(to: (otherwise ?? consequence).span))
    }

    private mutating func disjunction() throws(FormulaFault) -> Expression {
        var left = try conjunction()
        while taken(.or) {
            try joint()
            let right = try conjunction()
            left = Expression(.either(left, right), at: left.span.joined(to: right.span))
        }
        return left
    }

    private mutating func conjunction() throws(FormulaFault) -> Expression {
        var left = try negation()
        while taken(.and) {
            try joint()
            let right = try negation()
            left = Expression(.both(left, right), at: left.span.joined(to: right.span))
        }
        return left
    }

    private mutating func negation() throws(FormulaFault) -> Expression {
        let start = current.span
        var count = 0
        while taken(.not) {
            try joint()
            count += 1
        }
        var result = try comparison()
        for _ in 0..<count { result = Expression(.not(result), at: start.joined(to: result.span)) }
        return result
    }

    private mutating func comparison() throws(FormulaFault) -> Expression {
        let left = try sum()
        guard let comparator = comparator() else { return left }
        index += 1
        let right = try sum()
        guard self.comparator() == nil else { throw FormulaFault(.chainedComparison, at: current.span) }
        return Expression(.comparison(comparator, left, right), at: left.span.joined(to: right.span))
    }

    private func comparator() -> Comparator? {
        guard case .sign(let sign) = current.kind else { return nil }
        return Comparator(rawValue: sign.rawValue)
    }

    // MARK: Values

    private mutating func sum() throws(FormulaFault) -> Expression {
        var left = try product()
        while let arithmetic = arithmetic([.plus, .minus]) {
            index += 1
            try joint()
            let right = try product()
            left = Expression(.arithmetic(arithmetic, left, right), at: left.span.joined(to: right.span))
        }
        return left
    }

    private mutating func product() throws(FormulaFault) -> Expression {
        var left = try primary()
        while let arithmetic = arithmetic([.times, .over]) {
            index += 1
            try joint()
            let right = try primary()
            left = Expression(.arithmetic(arithmetic, left, right), at: left.span.joined(to: right.span))
        }
        return left
    }

    private func arithmetic(_ allowed: [ArithmeticOperator]) -> ArithmeticOperator? {
        guard case .sign(let sign) = current.kind, let found = ArithmeticOperator(rawValue: sign.rawValue) else {
            return nil
        }
        return allowed.contains(found) ? found : nil
    }

    private mutating func primary() throws(FormulaFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw FormulaFault(.tooDeep(limit: Self.depthLimit), at: current.span)
        }
        let start = current.span
        switch current.kind {
        case .number(let literal):
            index += 1
            return Expression(.number(literal), at: start)
        case .sign(.minus):
            index += 1
            let inner = try primary()
            return Expression(.negative(inner), at: start.joined(to: inner.span))
        case .keyword(.prior):
            index += 1
            let inner = try primary()
            return Expression(.prior(inner), at: start.joined(to: inner.span))
        case .keyword(.sum):
            index += 1
            return try sumCall(from: start)
        case .sign(.openParenthesis):
            index += 1
            let inner = try condition()
            let end = current.span
            try expect(.closeParenthesis, .signs([")"]))
            return Expression(inner.kind, at: start.joined(to: end))
        case .name, .sign(.openBracket):
            let reference = try reference()
            return Expression(.reference(reference), at: reference.span)
        default: throw expected(.value)
        }
    }

    private mutating func sumCall(from start: TextSpan) throws(FormulaFault) -> Expression {
        try expect(.openParenthesis, .signs(["("]))
        var terms: [Expression] = []
        repeat {
            terms.append(try sum())
        } while taken(.comma) || taken(.enumeration)
        let end = current.span
        try expect(.closeParenthesis, .signs([",", ")"]))
        return Expression(.sum(terms), at: start.joined(to: end))
    }

    // MARK: Small steps

    private mutating func joint() throws(FormulaFault) {
        joints += 1
        guard joints <= Self.jointLimit else {
            throw FormulaFault(.tooDeep(limit: Self.jointLimit), at: current.span)
        }
    }

    func expected(_ wanted: FormulaFault.Wanted) -> FormulaFault {
        FormulaFault(.expected(wanted, found: current.kind == .end ? .end : .words(current.words)), at: current.span)
    }

    mutating func expect(_ sign: Sign, _ wanted: FormulaFault.Wanted) throws(FormulaFault) {
        guard taken(sign) else { throw expected(wanted) }
    }

    mutating func taken(_ sign: Sign) -> Bool { taken(.sign(sign)) }

    mutating func taken(_ keyword: Keyword) -> Bool { taken(.keyword(keyword)) }

    private mutating func taken(_ kind: Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        index += 1
        return true
    }

    mutating func label() -> (text: String, span: TextSpan)? {
        guard case .label(let text) = current.kind else { return nil }
        defer { index += 1 }
        return (text, current.span)
    }

    mutating func takenName() -> String {
        guard case .name(let name) = current.kind else { return "" }
        index += 1
        return name
    }
}
