package import Fiscal

/// What is wrong with the text of a formula, as facts; `FormulaMessages` has the sentences.
package struct FormulaFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case empty
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        case unexpectedCharacter(Character)
        case badNumber(NumberFault)
        /// An opening sign without its closing one.
        case unclosed(String)
        case expected(Wanted, found: Found)
        case chainedComparison
        case unknownKey(String, allowed: [String])
        /// A name that `FormulaNames` does not know.
        case name(NameFault)
        /// A form's name where one of its cells is wanted.
        case cellMissing(form: String)
        /// 此 without a range that it could mean.
        case noVariable(String)
        /// 各… outside 合计 and not before the colon.
        case rangeOutsideSum
        case sameRangeTwice(String)
        case mixedMeasures(left: Measure, right: Measure)
        case productOfMoney
        case numberOverMoney
        case valueWanted
        case conditionWanted
    }

    /// What should stand at a place.
    package enum Wanted: Hashable, Sendable {
        /// One of these signs or words.
        case signs([String])
        case end
        case formName
        case dimensionName
        case fieldName
        case valueOf(String)
        case nameOf(String)
        case value
        case figure
        case rowOrColumn
        case column
        case rowAndColumn
    }

    package enum Found: Hashable, Sendable {
        case end
        case words(String)
        /// So many names in one pair of brackets.
        case names(Int)
    }

    package var kind: Kind
    package var span: TextSpan

    package init(_ kind: Kind, at span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}

/// Why a name means nothing, or too much.
package enum NameFault: Error, Hashable, Sendable {
    case unknownForm(String, near: [String])
    case unknownFact(String, near: [String])
    case unknownRow(String, form: String, near: [String])
    case unknownColumn(String, form: String, near: [String])
    case unknownMember(String, dimension: String, near: [String])
    case unknownWord(String, key: String, allowed: [String])
    /// 各… with a filter that nothing satisfies.
    case noMembers(String)
    /// More than one row or column is so called.
    case ambiguous(String, choices: [String])
    /// The form's rows are not the members of a dimension.
    case noRowDimension(form: String)
    /// The form is asked for a concept that its cell does not settle.
    case noConcept(String)
}
