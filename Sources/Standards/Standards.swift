// Standards: the dated, regional definitions as checked values.
// In: the files under Standards/ as bytes (YAML and CSV with Chinese keys).
// Out: for one region and one year: classifications, concepts, forms, sheets, phrases, the profile.
// Raw text and checked definitions are two types; every fault names file, line, what was found and what is allowed.
// Does not know: any one department, its book, or a file format of documents.

package import Fiscal

/// Everything that holds for one region and one fiscal year. A class, since all that is read or checked knows it and nothing
/// changes it.
package final class Standards: Sendable {
    package let region: String
    package let year: FiscalYear
    /// The year whose definitions these are: a later one than `year` only where papers older than all definitions are read.
    package let definitionsYear: FiscalYear
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
    /// Empty where papers are only read.
    package let charts: [ChartDefinition]
    package let definitions: Definitions
    package let classLines: [ClassLine]
    package let economicLines: [EconomicLine]
    package let otherTables: [OtherTable]
    /// Self-evaluation forms and what goes with them.
    package let evaluations: EvaluationDefinitions
    /// What running text, headings and covers are read by.
    package let reading: ReadingWords
    /// How subjects of evaluation are scored.
    package let schemes: Schemes
    /// How forms of performance are printed; empty where papers are only read.
    package let evaluationLayouts: [EvaluationLayout]
    /// Code lists that are no dimension, as far as a sheet uses them, and the pairs between lists.
    package let lists: [String: Classification]
    package let pairs: [String: CodePairs]
    /// What the marks of all these stand for.
    package let sources: SourceList

    init(
        region: String, year: FiscalYear, definitionsYear: FiscalYear, kind: PaperKind, version: String,
        classifications: [Dimension: Classification], space: CoordinateSpace, concepts: ConceptList, profile: Profile,
        forms: [String: Form], sheets: [Sheet], phrases: [String: Phrase], reports: ReportOutlines,
        charts: [ChartDefinition], definitions: Definitions, classLines: [ClassLine], economicLines: [EconomicLine],
        otherTables: [OtherTable], evaluations: EvaluationDefinitions, reading: ReadingWords, schemes: Schemes,
        evaluationLayouts: [EvaluationLayout], lists: [String: Classification], pairs: [String: CodePairs],
        sources: SourceList
    ) {
        self.region = region
        self.year = year
        self.definitionsYear = definitionsYear
        self.kind = kind
        self.version = version
        self.classifications = classifications
        self.space = space
        self.concepts = concepts
        self.profile = profile
        self.forms = forms
        self.sheets = sheets
        self.phrases = phrases
        self.reports = reports
        self.charts = charts
        self.definitions = definitions
        self.classLines = classLines
        self.economicLines = economicLines
        self.otherTables = otherTables
        self.evaluations = evaluations
        self.reading = reading
        self.schemes = schemes
        self.evaluationLayouts = evaluationLayouts
        self.lists = lists
        self.pairs = pairs
        self.sources = sources
    }

    package func classification(_ dimension: Dimension) -> Classification {
        classifications[dimension] ?? .empty
    }

    /// The forms of the profile in its order, each with the number printed on it.
    package var orderedForms: [(form: Form, number: String)] {
        profile.forms.compactMap { entry in forms[entry.form].map { ($0, entry.number) } }
    }
}

extension Standards {
    /// Whether the year is older than all that is known, so that codes, names and layouts of that year cannot be told.
    package var isOfLaterYear: Bool { definitionsYear != year }

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
