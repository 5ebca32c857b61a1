package import Fiscal

/// What stands where a formula looks.
package enum Reading: Hashable, Sendable {
    case printed(PrintedFigure)
    /// The cell is there and says nothing: no amount.
    case blank
    /// Its form was read and has no such row.
    case noRow
    /// Nothing was read that could hold it.
    case notRead
}

/// The figures of one package of papers.
package protocol FormulaValues {
    func reading(of cell: FormulaCell) -> Reading
    /// Members of a dimension under which a figure like this one is printed, ascending; the whole is `Code.all`.
    /// What `cell` says of that dimension itself does not matter.
    func members(_ dimension: Dimension, of cell: FormulaCell) -> [Code]
}

/// 缺数: what a row that is not printed means to a rule. A form that was not read at all is always 未检查.
package enum MissingStrategy: String, Hashable, Sendable, CaseIterable {
    case unchecked = "未检查"
    case zero = "视为零"
    case notApplicable = "不适用"
}
