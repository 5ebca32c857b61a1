import Fiscal

/// The English sentences of this module's faults; the Chinese ones are in `FormulaMessages`.
extension FormulaFault {
    package func english(in text: String) -> String {
        let words = String(text.dropFirst(span.offset).prefix(max(1, span.length)))
        let place = words.isEmpty ? "at the end of the formula" : "at character \(span.offset + 1), \(words.quoted)"
        return "\(place): \(kind.english)"
    }
}

extension FormulaFault.Kind {
    fileprivate var english: String {
        switch self {
        case .empty: "the formula is empty"
        case .tooLong(let limit): "the formula is too long, at most \(counted(limit, "character"))"
        case .tooDeep(let limit): "parentheses are nested too deep, at most \(counted(limit, "level"))"
        case .unexpectedCharacter(let character): "unknown character \(String(character).quoted)"
        case .badNumber(let fault): "not a number: \(fault.english)"
        case .unclosed(let sign): "\(sign.quoted) without its partner"
        case .expected(let wanted, let found): "\(wanted.english) should stand here, not \(found.english)"
        case .chainedComparison: "one comparison at a time; join several with “且”"
        case .unknownKey(let key, let allowed): "unknown entry \(key.quoted); allowed: \(allowed.quoted)"
        case .name(let fault): fault.english
        case .cellMissing(let form):
            "\(form.quoted) is a form; say which row and column, as in “\(form)[合计, 本年支出合计]”"
        case .noVariable(let word): "“此\(word)” has no “各…：” or “逐行…：” before it"
        case .rangeOutsideSum: "“各…” stands only before the colon or within “合计(…)”"
        case .sameRangeTwice(let word): "“各\(word)” stands twice"
        case .mixedMeasures(let left, let right):
            "\(left.english) and \(right.english) cannot be added, subtracted or compared"
        case .productOfMoney: "money cannot be multiplied by money"
        case .numberOverMoney: "a number cannot be divided by money"
        case .valueWanted: "a number should stand here, not a condition"
        case .conditionWanted: "a condition (such as a = b) should stand here, not a number"
        }
    }
}

extension FormulaFault.Wanted {
    fileprivate var english: String {
        switch self {
        case .signs(let signs): signs.map(\.quoted).joined(separator: " or ")
        case .end: "the end of the formula"
        case .formName: "a form's id or name"
        case .dimensionName: "a dimension (such as “功能科目”)"
        case .fieldName: "an entry (such as “资金性质”)"
        case .valueOf(let key): "the value of \(key.quoted)"
        case .nameOf(let key): "a name for \(key.quoted)"
        case .value: "a number, a cell, a figure or a parenthesis"
        case .figure: "a cell or a figure"
        case .rowOrColumn: "a row or a column"
        case .column: "a column's name or number"
        case .rowAndColumn: "one row and one column"
        }
    }
}

extension FormulaFault.Found {
    fileprivate var english: String {
        switch self {
        case .end: "the end of the formula"
        case .words(let text): text.quoted
        case .names(let count): counted(count, "name")
        }
    }
}

extension NameFault {
    fileprivate var english: String {
        switch self {
        case .unknownForm(let name, let near): "there is no form \(name.quoted)" + offered(near)
        case .unknownFact(let name, let near):
            "there is no figure \(name.quoted) (a name and a keyword need a space between them)" + offered(near)
        case .unknownRow(let row, let form, let near): "\(form.quoted) has no row \(row.quoted)" + offered(near)
        case .unknownColumn(let column, let form, let near):
            "\(form.quoted) has no column \(column.quoted)" + offered(near)
        case .unknownMember(let text, let dimension, let near):
            "\(dimension.quoted) has no \(text.quoted)" + offered(near)
        case .unknownWord(let text, let key, let allowed):
            "\(key.quoted) is written \(text.quoted); allowed: \(allowed.quoted)"
        case .noMembers(let range): "nothing is within \(range.quoted)"
        case .ambiguous(let name, let choices): "\(name.quoted) may be any of \(choices.quoted); be more exact"
        case .noRowDimension(let form): "the rows of \(form.quoted) are not the members of a classification"
        case .noConcept(let text): "\(text.quoted) does not say which figure is meant; add “概念”"
        }
    }

    private func offered(_ near: [String]) -> String {
        near.isEmpty ? "" : "; there are: \(Array(near.prefix(8)).quoted)"
    }
}

extension NumberFault {
    fileprivate var english: String {
        switch self {
        case .empty, .noDigit: "there is no digit"
        case .unexpected(let character): "\(String(character).quoted) does not belong there"
        case .secondPoint: "there are two decimal points"
        case .misplacedSeparator: "a thousands separator is misplaced"
        case .tooLong: "too many digits"
        case .tooManyDecimals(let decimals): "too many decimals, \(decimals)"
        }
    }
}

extension Measure {
    fileprivate var english: String {
        switch self {
        case .money: "money"
        case .count, .score: "a number"
        }
    }
}

extension Outcome {
    var englishWord: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .notApplicable: "not applicable"
        case .unchecked: "unchecked"
        }
    }
}

extension InapplicableReason {
    var english: String {
        switch self {
        case .conditionNotMet: "its premise does not hold"
        case .conditionUncertain: "within rounding its premise may hold or not"
        case .divisionByZero: "the divisor is zero, or may be within rounding"
        case .tooLarge: "the numbers are too large"
        case .nothingToCheck: "there is no row to check"
        case .figureNotPrinted: "a figure is not printed"
        }
    }
}
