import Fiscal
package import Standards

extension Book {
    /// The book as it may be disclosed: items that must not be shown stand in their 款.
    package func withheld(_ standards: Standards) -> Book {
        guard !undisclosed.isEmpty else { return self }
        let functions = standards.classification(.function)
        var groups: [Code: Code] = [:]
        for item in undisclosed { groups[item.function] = functions.members[item.function]?.parent }
        var copy = self
        for index in copy.facts.indices {
            if let group = groups[copy.facts[index].key.coordinates.function] {
                copy.facts[index].key.coordinates.function = group
            }
        }
        return copy
    }
}
