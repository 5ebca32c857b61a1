package import Fiscal

/// What the names in a formula mean in one place and year. `Standards` answers; this module only asks.
package protocol FormulaNames {
    /// The id of a form by its id, its printed number or its title; nil where there is none.
    func form(named name: String) -> String?
    /// What a form's every cell starts from.
    func base(ofForm id: String) -> FactSpec
    /// What stands in a cell.
    /// - Parameter column: nil where the form has one column, or where `row` names the column of a form with one row.
    func cell(ofForm id: String, row: RowName, column: String?) throws(NameFault) -> FactSpec
    /// Whose members the rows of a form are.
    func rowDimension(ofForm id: String) throws(NameFault) -> Dimension
    /// A concept by its name or alias; an alias may fix dimensions.
    func fact(named name: String) throws(NameFault) -> FactSpec
    func member(_ text: String, of dimension: Dimension) throws(NameFault) -> Code
    /// The members that satisfy every part of a filter, ascending.
    func members(of dimension: Dimension, where filter: MemberFilter) -> [Code]
    func measure(of concept: Concept) -> Measure
}

package enum RowName: Hashable, Sendable {
    case label(String)
    /// Any of the rows that are members of the form's dimension.
    case member
}

/// What narrows 各…: every part that is given must hold.
package struct MemberFilter: Hashable, Sendable {
    /// 1 类, 2 款, 3 项.
    package var level: Int?
    /// Below one of these (or one of them itself).
    package var ancestors: [Code] = []
    package var names: [String] = []
    package var codes: [Code] = []

    package init() {}

    package var isEmpty: Bool { self == MemberFilter() }

    static let keys = ["层级", "上级", "名称", "成员"]
    static let levels: [(String, Int)] = [("类", 1), ("款", 2), ("项", 3)]
}

/// A dimension that a formula or a sum ranges over.
package struct Variable: Hashable, Sendable {
    package let dimension: Dimension
    /// The members allowed; nil = any.
    package let members: Set<Code>?
    /// Whether the whole (the total row) is one of them.
    package let includesWhole: Bool

    package func allows(_ code: Code) -> Bool {
        if code.isAll { return includesWhole }
        guard let members else { return true }
        return members.contains(code)
    }
}

/// A figure that a formula speaks of: what it means, and which form it is to be read from.
package struct CellPattern: Hashable, Sendable {
    /// nil = wherever it is printed.
    package let form: String?
    package let concept: Concept
    package let phase: Phase
    /// 0 this year, −1 last year.
    package let yearOffset: Int
    package let coordinates: Coordinates
    /// Dimensions whose member is the one at hand.
    package let open: Set<Dimension>

    /// The cell at a member of each open dimension.
    package func cell(at binding: [Dimension: Code]) -> FormulaCell {
        var coordinates = coordinates
        for dimension in open { coordinates[dimension] = binding[dimension] ?? .all }
        return FormulaCell(
            form: form, concept: concept, phase: phase, yearOffset: yearOffset, coordinates: coordinates)
    }
}

/// One figure, of one paper and its year.
package struct FormulaCell: Hashable, Sendable {
    package var form: String?
    package var concept: Concept
    package var phase: Phase
    package var yearOffset: Int
    package var coordinates: Coordinates

    package init(form: String?, concept: Concept, phase: Phase, yearOffset: Int, coordinates: Coordinates) {
        self.form = form
        self.concept = concept
        self.phase = phase
        self.yearOffset = yearOffset
        self.coordinates = coordinates
    }
}
