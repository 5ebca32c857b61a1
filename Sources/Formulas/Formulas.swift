// Formulas: the small language that rules are written in.
// In: expression text; the names of one place and year (`FormulaNames`); figures as printed (`FormulaValues`).
// Out: a checked tree, and for each member it ranges over one outcome (通过, 不符, 不适用, 未检查) with its trace.
// Exact: rationals on Int128, each with the bounds that the printed decimals leave; no floating point.
// Does not know: forms, standards, papers, findings.

/// Where in the text of a formula something stands, in characters from 0.
package struct TextSpan: Hashable, Sendable {
    package var offset: Int
    package var length: Int

    package init(offset: Int, length: Int) {
        self.offset = offset
        self.length = length
    }

    package var end: Int { offset + length }

    package func joined(to other: TextSpan) -> TextSpan {
        let start = min(offset, other.offset)
        return TextSpan(offset: start, length: max(end, other.end) - start)
    }
}

/// A formula whose names and measures have been checked; what is evaluated.
package struct Formula: Sendable {
    /// As written.
    package let text: String
    package let statement: Statement
    /// What it ranges over, outermost first; empty where it is one assertion.
    package let variables: [Variable]
    package let body: Condition

    /// Parses and checks a text against the names of one place and year.
    package init(_ text: String, names: some FormulaNames) throws(FormulaFault) {
        try self.init(statement: Statement(parsing: text), text: text, names: names)
    }

    package init(statement: Statement, text: String, names: some FormulaNames) throws(FormulaFault) {
        var checker = FormulaChecker(names: names)
        self.text = text
        self.statement = statement
        (variables, body) = try checker.check(statement)
    }
}
