import Fiscal

extension Formula {
    /// One result for each member it ranges over; always at least one.
    package func results(in values: some FormulaValues, missing: MissingStrategy) -> [FormulaResult] {
        let bindings = bindings(in: values)
        guard !bindings.isEmpty else { return [emptyResult(in: values)] }
        return bindings.map { binding in
            var evaluator = Evaluator(values: values, missing: missing, binding: binding)
            let verdict = evaluator.verdict(body)
            return FormulaResult(binding: binding, outcome: verdict.outcome, trace: evaluator.trace)
        }
    }

    /// Every combination of members for which some figure of the formula is printed.
    private func bindings(in values: some FormulaValues) -> [[Dimension: Code]] {
        var result: [[Dimension: Code]] = [[:]]
        let patterns = body.openPatterns
        for variable in variables {
            let open = patterns.filter { $0.open.contains(variable.dimension) }
            result = result.flatMap { binding -> [[Dimension: Code]] in
                let members = open.flatMap { values.members(variable.dimension, of: $0.cell(at: binding)) }
                return Set(members.filter { variable.allows($0) }).sorted().map { code in
                    var next = binding
                    next[variable.dimension] = code
                    return next
                }
            }
        }
        return result
    }

    /// Nothing to range over: because nothing was read, or because there is no such row.
    private func emptyResult(in values: some FormulaValues) -> FormulaResult {
        let cells = body.openPatterns.map { $0.cell(at: [:]) }
        let unread = cells.filter { values.reading(of: $0) == .notRead }.uniqued()
        return FormulaResult(
            binding: [:], outcome: unread.isEmpty ? .notApplicable(.nothingToCheck) : .unchecked(unread), trace: [])
    }
}

/// Computes one formula for one binding, writing down each step.
private struct Evaluator<Values: FormulaValues> {
    let values: Values
    let missing: MissingStrategy
    let binding: [Dimension: Code]
    var trace: [TraceStep] = []

    init(values: Values, missing: MissingStrategy, binding: [Dimension: Code]) {
        self.values = values
        self.missing = missing
        self.binding = binding
    }

    enum Evaluated {
        case value(ValueInterval)
        case missing([FormulaCell])
        case undefined(InapplicableReason)
    }

    // MARK: Conditions

    mutating func verdict(_ condition: Condition) -> Verdict {
        let result: Verdict
        switch condition.kind {
        case .comparison(let comparator, let left, let right):
            result = comparison(comparator, left, right, at: condition.span)
        case .not(let inner): result = verdict(inner).negated
        case .both(let left, let right):
            let first = verdict(left)
            result = first.and(verdict(right))
        case .either(let left, let right):
            let first = verdict(left)
            result = first.or(verdict(right))
        case .when(let premise, let then, let otherwise): result = when(premise, then, otherwise)
        }
        trace.append(TraceStep(span: condition.span, value: result.traced, cells: []))
        return result
    }

    private mutating func when(_ premise: Condition, _ then: Condition, _ otherwise: Condition?) -> Verdict {
        let known = verdict(premise)
        switch known {
        case .holds: return verdict(then)
        case .fails: return otherwise.map { verdict($0) } ?? .void(.conditionNotMet)
        case .possible: return .void(.conditionUncertain)
        case .unknown, .void: return known
        }
    }

    private mutating func comparison(
        _ comparator: Comparator, _ left: Term, _ right: Term, at span: TextSpan
    ) -> Verdict {
        switch (value(left), value(right)) {
        case (.missing(let a), .missing(let b)): return .unknown(a + b)
        case (.missing(let cells), _), (_, .missing(let cells)): return .unknown(cells)
        case (.undefined(let reason), _), (_, .undefined(let reason)): return .void(reason)
        case (.value(let a), .value(let b)):
            do {
                let difference = try a.nominal.minus(b.nominal)
                return try Comparison(
                    comparator: comparator, left: a, right: b, measure: left.measure ?? right.measure, span: span,
                    difference: difference
                ).verdict()
            } catch {
                return .void(error.reason)
            }
        }
    }

    // MARK: Values

    private mutating func value(_ term: Term) -> Evaluated {
        var cells: [FormulaCell] = []
        let result: Evaluated
        switch term.kind {
        case .number(let literal): result = exactly { () throws(ArithmeticFault) in try ValueInterval(literal) }
        case .cell(let pattern):
            let cell = pattern.cell(at: binding)
            cells = [cell]
            result = figure(cell)
        case .sumOver(let pattern, let variables):
            cells = expanded(pattern, variables)
            result = sum(cells.map { figure($0) }, of: pattern)
        case .sum(let terms): result = terms.map { value($0) }.reduce(.value(.zero)) { combined(.plus, $0, $1) }
        case .negative(let inner): result = combined(.minus, .value(.zero), value(inner))
        case .arithmetic(let sign, let left, let right):
            let first = value(left)
            result = combined(sign, first, value(right))
        }
        trace.append(TraceStep(span: term.span, value: result.traced(term.measure), cells: cells))
        return result
    }

    private func figure(_ cell: FormulaCell) -> Evaluated {
        switch values.reading(of: cell) {
        case .printed(let figure): exactly { () throws(ArithmeticFault) in try ValueInterval(figure) }
        case .blank: .value(.zero)
        case .notRead: .missing([cell])
        case .noRow:
            switch missing {
            case .zero: .value(.zero)
            case .unchecked: .missing([cell])
            case .notApplicable: .undefined(.figureNotPrinted)
            }
        }
    }

    /// The printed cells of a sum over members.
    private func expanded(_ pattern: CellPattern, _ variables: [Variable]) -> [FormulaCell] {
        var bindings = [binding]
        for variable in variables {
            bindings = bindings.flatMap { known -> [[Dimension: Code]] in
                values.members(variable.dimension, of: pattern.cell(at: known)).filter { variable.allows($0) }.map {
                    var next = known
                    next[variable.dimension] = $0
                    return next
                }
            }
        }
        return bindings.map { pattern.cell(at: $0) }
    }

    /// A sum of no rows is zero where its form was read.
    private func sum(_ parts: [Evaluated], of pattern: CellPattern) -> Evaluated {
        let whole = pattern.cell(at: binding)
        if parts.isEmpty, values.reading(of: whole) == .notRead { return .missing([whole]) }
        return parts.reduce(.value(.zero)) { combined(.plus, $0, $1) }
    }

    private func combined(_ sign: ArithmeticOperator, _ left: Evaluated, _ right: Evaluated) -> Evaluated {
        switch (left, right) {
        case (.value(let a), .value(let b)):
            exactly { () throws(ArithmeticFault) in try a.applying(sign, b) }
        case (.missing(let a), .missing(let b)): .missing(a + b)
        case (.missing, _): left
        case (_, .missing): right
        case (.undefined, _): left
        case (_, .undefined): right
        }
    }

    private func exactly(_ compute: () throws(ArithmeticFault) -> ValueInterval) -> Evaluated {
        do {
            return .value(try compute())
        } catch {
            return .undefined(error.reason)
        }
    }
}

extension Evaluator.Evaluated {
    fileprivate func traced(_ measure: Measure?) -> TraceStep.Value {
        switch self {
        case .value(let value): .number(value, measure)
        case .missing(let cells): .missing(cells)
        case .undefined(let reason): .inapplicable(reason)
        }
    }
}

extension Verdict {
    fileprivate var traced: TraceStep.Value {
        switch self {
        case .holds: .holds
        case .possible: .uncertain
        case .fails: .fails
        case .unknown(let cells): .missing(cells)
        case .void(let reason): .inapplicable(reason)
        }
    }
}

extension ArithmeticFault {
    fileprivate var reason: InapplicableReason {
        switch self {
        case .divisionByZero: .divisionByZero
        case .overflow: .tooLarge
        }
    }
}
