/// One unit of the department.
package struct Unit: Sendable, Hashable {
    package var code: String
    package var name: String
    package var shortName: String
    /// Empty for the department itself.
    package var parent: String
    package var kind: String
    package var staffing: [String: Int64]
}

/// The department with the units under it.
package struct UnitTree: Sendable {
    package let units: [Unit]
    private let byName: [String: String]
    private let byCode: [String: Unit]
    private let children: [String: [String]]

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
        return result
    }

    /// Units that keep accounts of their own: those without units under them, and the rest where they have lines.
    package var leaves: [Unit] {
        let parents = Set(units.map(\.parent))
        return units.filter { !parents.contains($0.code) }
    }
}
