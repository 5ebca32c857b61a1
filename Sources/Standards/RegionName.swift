/// A place with its administrative division code, so that a paper's name tells its region.
package struct RegionName: Sendable, Hashable {
    /// Six digits.
    package let code: String
    /// Folded.
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

/// A word by which a table is known that papers carry beside the forms: self-evaluations, goals, base data.
package struct OtherTable: Sendable, Hashable {
    package let kind: String
    /// Folded; stands in the table's title or in its first rows.
    package let word: String
}
