import Fiscal

/// Tree as written → checked tree: names become facts, measures must fit.
struct FormulaChecker<Names: FormulaNames> {
    let names: Names
    private(set) var variables: [Variable] = []
    /// The form that 逐行 runs over.
    private(set) var rowForm: String?

    init(names: Names) { self.names = names }

    mutating func check(_ statement: Statement) throws(FormulaFault) -> ([Variable], Condition) {
        for range in statement.ranges {
            let variable: Variable
            let span: TextSpan
            switch range {
            case .each(let members):
                variable = try self.variable(members)
                span = members.span
            case .rows(let form, let at):
                let id = try formId(form, at: at)
                rowForm = id
                span = at
                variable = Variable(dimension: try rowDimension(id, at: at), members: nil, includesWhole: true)
            }
            guard !variables.contains(where: { $0.dimension == variable.dimension }) else {
                throw FormulaFault(.sameRangeTwice(variable.dimension.word), at: span)
            }
            variables.append(variable)
        }
        return (variables, try condition(statement.body, yearOffset: 0))
    }

    // MARK: Conditions

    private func condition(_ expression: Expression, yearOffset: Int) throws(FormulaFault) -> Condition {
        let kind: Condition.Kind
        switch expression.kind {
        case .comparison(let comparator, let left, let right):
            let a = try term(left, yearOffset: yearOffset)
            let b = try term(right, yearOffset: yearOffset)
            _ = try common(a, b, at: expression.span)
            kind = .comparison(comparator, a, b)
        case .not(let inner): kind = .not(try condition(inner, yearOffset: yearOffset))
        case .both(let left, let right):
            kind = .both(try condition(left, yearOffset: yearOffset), try condition(right, yearOffset: yearOffset))
        case .either(let left, let right):
            kind = .either(try condition(left, yearOffset: yearOffset), try condition(right, yearOffset: yearOffset))
        case .when(let premise, let then, let otherwise):
            var last: Condition?
            if let otherwise { last = try condition(otherwise, yearOffset: yearOffset) }
            kind = .when(
                try condition(premise, yearOffset: yearOffset), then: try condition(then, yearOffset: yearOffset),
                otherwise: last)
        case .prior(let inner): return try condition(inner, yearOffset: yearOffset - 1)
        default: throw FormulaFault(.conditionWanted, at: expression.span)
        }
        return Condition(kind: kind, span: expression.span)
    }

    // MARK: Values

    private func term(_ expression: Expression, yearOffset: Int, inSum: Bool = false) throws(FormulaFault) -> Term {
        let span = expression.span
        switch expression.kind {
        case .number(let literal):
            return Term(kind: .number(literal), measure: literal.measure, span: span)
        case .reference(let reference):
            return try self.reference(reference, yearOffset: yearOffset, inSum: inSum)
        case .sum(let expressions):
            var terms: [Term] = []
            for item in expressions { terms.append(try term(item, yearOffset: yearOffset, inSum: true)) }
            var measure = terms.first?.measure
            for (first, next) in zip(terms, terms.dropFirst()) {
                measure = try common(first, next, at: span) ?? measure
            }
            return Term(kind: .sum(terms), measure: measure, span: span)
        case .prior(let inner): return try term(inner, yearOffset: yearOffset - 1, inSum: inSum)
        case .negative(let inner):
            let value = try term(inner, yearOffset: yearOffset)
            return Term(kind: .negative(value), measure: value.measure, span: span)
        case .arithmetic(let sign, let left, let right):
            let a = try term(left, yearOffset: yearOffset)
            let b = try term(right, yearOffset: yearOffset)
            return Term(kind: .arithmetic(sign, a, b), measure: try measure(sign, a, b, at: span), span: span)
        default: throw FormulaFault(.valueWanted, at: span)
        }
    }

    /// The measure of two things that are added or compared.
    private func common(_ left: Term, _ right: Term, at span: TextSpan) throws(FormulaFault) -> Measure? {
        guard let a = left.measure, let b = right.measure else { return left.measure ?? right.measure }
        guard a.isMoney == b.isMoney else { throw FormulaFault(.mixedMeasures(left: a, right: b), at: span) }
        return a
    }

    private func measure(
        _ sign: ArithmeticOperator, _ left: Term, _ right: Term, at span: TextSpan
    ) throws(FormulaFault) -> Measure? {
        let a = left.measure ?? .number
        let b = right.measure ?? .number
        switch (sign, a.isMoney, b.isMoney) {
        case (.plus, _, _), (.minus, _, _): return try common(left, right, at: span)
        case (.times, true, true): throw FormulaFault(.productOfMoney, at: span)
        case (.times, true, _), (.times, _, true): return .money
        case (.over, false, true) where left.measure != nil: throw FormulaFault(.numberOverMoney, at: span)
        case (.over, true, false): return .money
        default: return .number
        }
    }
}

extension Measure {
    /// A number that is no amount of money.
    static let number = Measure.count("")

    var isMoney: Bool { self == .money }
}

extension Literal {
    fileprivate var measure: Measure? {
        switch suffix {
        case .money: .money
        case .none where number.isZero: nil
        default: .number
        }
    }
}
