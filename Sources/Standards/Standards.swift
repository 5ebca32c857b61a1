// Standards: the dated, regional definitions as checked values.
// In: the files under Standards/ as bytes (YAML and CSV with Chinese keys).
// Out: for one region and one year: classifications, concepts, forms, sheets, phrases, the profile.
// Raw text and checked definitions are two types; every fault names file, line, what was found and what is allowed.
// Does not know: any one department, its book, or a file format of documents.

package import Fiscal

/// Everything that holds for one region and one fiscal year.
package struct Standards: Sendable {
    package let region: String
    package let year: FiscalYear
    /// Checksum over all files, so that an output can say which definitions it came from.
    package let version: String
    package let classifications: [Dimension: Classification]
    /// The same, as words and tables.
    package let space: CoordinateSpace
    package let concepts: ConceptList
    package let profile: Profile
    package let forms: [String: Form]
    package let sheets: [Sheet]
    package let phrases: [String: Phrase]
    /// How reports of performance are read.
    package let reports: ReportOutlines
    package let charts: [ChartDefinition]
    package let definitions: Definitions
    package let classLines: [ClassLine]
    package let economicLines: [EconomicLine]
    package let otherTables: [OtherTable]
    /// Code lists that are no dimension, as far as a sheet uses them, and the pairs between lists.
    package let lists: [String: Classification]
    package let pairs: [String: CodePairs]
    /// What the marks of all these stand for.
    package let sources: SourceList

    package func classification(_ dimension: Dimension) -> Classification {
        classifications[dimension] ?? .empty
    }

    /// The forms of the profile in its order, each with the number printed on it.
    package var orderedForms: [(form: Form, number: String)] {
        profile.forms.compactMap { entry in forms[entry.form].map { ($0, entry.number) } }
    }
}
