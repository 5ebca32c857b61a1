/// One unit of the department.
package struct Unit: Sendable, Hashable {
    package var code: String
    package var name: String
    package var shortName: String
    /// Empty for the department itself.
    package var parent: String
    package var kind: String
    package var staffing: [String: Int64]
    /// What it was called in last year's book, where that is another code.
    package var formerCodes: [String] = []
}

/// The department with the units under it.
package struct UnitTree: Sendable {
    package let units: [Unit]
    private let byName: [String: String]
    private let byCode: [String: Unit]
    private let children: [String: [String]]
    /// Codes of units with income, expenditure or balances of their own.
    var booked: Set<String> = []
    /// Codes of last year's units that are not in the tree any more: they count only in what the department had last year.
    var former: Set<String> = []

    /// What the name of a unit ends in where it stands for itself, without the units under it.
    static let ownSuffix = "本级"

    package init(_ units: [Unit]) {
        self.units = units
        byCode = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        children = Dictionary(grouping: units, by: \.parent).mapValues { $0.map(\.code) }
        var names: [String: String] = [:]
        for unit in units {
            for name in [unit.code, unit.name, unit.shortName] where !name.isEmpty && names[name] == nil {
                names[name] = unit.code
            }
        }
        byName = names
    }

    /// The department itself: the first unit without a parent.
    package var root: Unit? { units.first { $0.parent.isEmpty } }

    package subscript(code: String) -> Unit? { byCode[code] }

    /// By code, name or short name.
    package func find(_ text: String) -> String? { byName[text] }

    package var names: [String] { units.map(\.name) }

    /// The unit and all under it.
    package func subtree(of code: String) -> Set<String> {
        var result: Set<String> = [code]
        var open = [code]
        while let next = open.popLast() {
            for child in children[next] ?? [] where result.insert(child).inserted { open.append(child) }
        }
        if !former.isEmpty, code == root?.code { result.formUnion(former) }
        return result
    }

    /// Whose lines a package is made of: a unit's with those of all under it, or its own alone.
    package func scope(of code: String, isAlone: Bool) -> Set<String> { isAlone ? [code] : subtree(of: code) }

    /// A count of a unit's staff: its own, else that of all units under it; nil where one of them does not say.
    package func staff(_ column: String, of code: String) -> Int64? {
        if let own = byCode[code]?.staffing[column] { return own }
        let counts = (children[code] ?? []).map { staff(column, of: $0) }
        return counts.isEmpty || counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }

    package func hasUnits(under code: String) -> Bool { !(children[code] ?? []).isEmpty }

    /// Units that keep accounts of their own: those without units under them, and the rest where they have lines.
    package var leaves: [Unit] { units.filter { !hasUnits(under: $0.code) || booked.contains($0.code) } }

    /// What a unit's own accounts are called: a unit with others under it is told apart from the sum of them all.
    package func ownName(_ unit: Unit) -> String {
        let name = unit.name + Self.ownSuffix
        return hasUnits(under: unit.code) && find(name) == nil ? name : unit.name
    }
}
