/// The tree of a text, as written: names are not yet looked up. Two trees are equal whatever the places of their parts.
package struct Expression: Hashable, Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case number(Literal)
        case reference(Reference)
        /// 合计(a, b, …)
        case sum([Expression])
        /// 上年 a
        case prior(Expression)
        case negative(Expression)
        case arithmetic(ArithmeticOperator, Expression, Expression)
        case comparison(Comparator, Expression, Expression)
        /// 非 a
        case not(Expression)
        case both(Expression, Expression)
        case either(Expression, Expression)
        /// 若 a 则 b 否则 c
        case when(Expression, then: Expression, otherwise: Expression?)
    }

    package var kind: Kind
    package var span: TextSpan

    package init(_ kind: Kind, at span: TextSpan) {
        self.kind = kind
        self.span = span
    }

    package static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

package enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "−"
    case times = "×"
    case over = "÷"
}

package enum Comparator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "≠"
    case atMost = "≤"
    case atLeast = "≥"
    case less = "<"
    case greater = ">"
}

/// A figure by the names on paper.
package struct Reference: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// `公开05[合计, 基本支出]`, `T01[31]`; with an empty name a column of the row at hand.
        case cell([Selector])
        /// `本年支出{资金性质: 一般公共预算财政拨款}`, or a form's `T05{支出性质: 基本支出}`; no fields for a bare name.
        case fact([Field])
    }

    package struct Field: Hashable, Sendable {
        package var key: String
        package var value: Selector
        package var keySpan: TextSpan

        package init(key: String, value: Selector, keySpan: TextSpan) {
            self.key = key
            self.value = value
            self.keySpan = keySpan
        }

        package static func == (left: Field, right: Field) -> Bool {
            left.key == right.key && left.value == right.value
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    package var name: String
    package var place: Place
    package var span: TextSpan

    package init(name: String, place: Place, span: TextSpan) {
        self.name = name
        self.place = place
        self.span = span
    }

    package static func == (left: Reference, right: Reference) -> Bool {
        left.name == right.name && left.place == right.place
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(place)
    }
}

/// What is chosen along one dimension.
package struct Selector: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case label(String)
        /// 此, or 此功能科目: the member at hand.
        case this(dimension: String)
        /// 各功能科目{层级: 类}: all of them, in a sum.
        case each(MemberRange)
    }

    package var kind: Kind
    package var span: TextSpan

    package init(_ kind: Kind, at span: TextSpan) {
        self.kind = kind
        self.span = span
    }

    package static func == (left: Selector, right: Selector) -> Bool { left.kind == right.kind }

    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// 各功能科目{层级: 项, 上级: 20805、22102, 名称: 行政运行}
package struct MemberRange: Hashable, Sendable {
    package var dimension: String
    package var filters: [Reference.Field]
    package var span: TextSpan

    package init(dimension: String, filters: [Reference.Field] = [], span: TextSpan) {
        self.dimension = dimension
        self.filters = filters
        self.span = span
    }

    package static func == (left: MemberRange, right: MemberRange) -> Bool {
        left.dimension == right.dimension && left.filters == right.filters
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        hasher.combine(filters)
    }
}

/// A whole formula: what it ranges over, and what it says of each.
package struct Statement: Hashable, Sendable {
    package enum Range: Hashable, Sendable {
        case each(MemberRange)
        /// 逐行 T08: each row of a form, its total row too.
        case rows(form: String, span: TextSpan)

        package static func == (left: Range, right: Range) -> Bool {
            switch (left, right) {
            case (.each(let a), .each(let b)): a == b
            case (.rows(let a, _), .rows(let b, _)): a == b
            default: false
            }
        }

        package func hash(into hasher: inout Hasher) {
            switch self {
            case .each(let range): hasher.combine(range)
            case .rows(let form, _): hasher.combine(form)
            }
        }
    }

    package var ranges: [Range]
    package var body: Expression

    package init(ranges: [Range] = [], body: Expression) {
        self.ranges = ranges
        self.body = body
    }

    package init(parsing text: String) throws(FormulaFault) {
        var parser = ExpressionParser(try Tokenizer.tokens(text))
        self = try parser.statement()
    }
}

extension Reference {
    /// One reference by itself, as samples and messages write it; 上年 may stand before it.
    package static func parsing(_ text: String) throws(FormulaFault) -> (reference: Reference, isPrior: Bool) {
        let statement = try Statement(parsing: text)
        switch statement.body.kind {
        case .reference(let reference) where statement.ranges.isEmpty: return (reference, false)
        case .prior(let inner):
            if case .reference(let reference) = inner.kind, statement.ranges.isEmpty { return (reference, true) }
        default: break
        }
        throw FormulaFault(.expected(.figure, found: .words(text)), at: statement.body.span)
    }
}
