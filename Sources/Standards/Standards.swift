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
    /// Which papers it is for.
    package let kind: PaperKind
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
    /// Self-evaluation forms and what goes with them.
    package let evaluations: EvaluationDefinitions
    /// How subjects of evaluation are scored.
    package let schemes: Schemes
    /// How forms of performance are printed.
    package let evaluationLayouts: [EvaluationLayout]
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

extension Standards {
    /// What a column says narrowed to a row: where both fix a dimension, the narrower holds; nil where neither lies in the
    /// other, so that there can be no such figure.
    package func narrowed(_ column: FactSpec, by row: FactSpec) -> FactSpec? {
        var result = column.overlaid(by: row)
        for dimension in Dimension.allCases {
            let (wide, narrow) = (column.coordinates[dimension], row.coordinates[dimension])
            guard !wide.isAll, !narrow.isAll, wide != narrow else { continue }
            let list = classification(dimension)
            if list.contains(narrow, under: wide) { continue }
            guard list.contains(wide, under: narrow) else { return nil }
            result.coordinates[dimension] = wide
        }
        return result
    }
}
