import Fiscal
package import Standards

extension Book {
    /// The book as it may be disclosed: a 款 with an item that must not be shown stands without any of its items, for the
    /// others would give that one away as the rest.
    package func withheld(_ standards: Standards) -> Book {
        guard !undisclosed.isEmpty else { return self }
        let functions = standards.classification(.function)
        var groups: [Code: Code] = [:]
        for item in undisclosed {
            guard let group = functions.members[item.function]?.parent else { continue }
            for code in functions.children(of: group) { groups[code] = group }
        }
        var copy = self
        for index in copy.facts.indices {
            if let group = groups[copy.facts[index].key.coordinates.function] {
                copy.facts[index].key.coordinates.function = group
            }
        }
        return copy
    }
}
