// Publication: one department's (or unit's) package.
// In: a book's facts, the profile's outline, tables and sentences.
// Out: one `Paper` with cover, contents, tables, 情况说明, 名词解释 and attachments; `package.json`; the 公开前核对单.
// What a sentence lacks is collected, never invented.
// Does not know: file formats.

package import Fiscal
package import Ledger
package import Narrative
package import Paper
package import Performance
package import Standards
package import Statements

/// Everything one build prints.
package struct Publication: Sendable {
    package let paper: Paper
    package let tables: [Table]
    package let narration: Narration
    /// Outline heading of each sentence, by the sentence's id.
    package let headings: [String: String]
    /// Items printed without a definition (待补释义).
    package let undefined: [String]
    /// Definitions and codes used that no public text confirms.
    package let unconfirmed: [String]
    /// Texts and reasons of the book that nothing asked for.
    package let unused: [BookFault]
    package let attachments: [PublishedAttachment]
    package let unitName: String
    package let kind: BookSettings.Kind
    package let part: PublicationOptions.Part
    /// Goals, self-evaluations and monitoring.
    package let performance: PerformancePart
}

/// What to build.
package struct PublicationOptions: Sendable {
    /// Which part of a department's papers.
    package enum Part: String, Sendable, CaseIterable {
        /// The accounts with all that is attached to them.
        case accounts
        /// Goals, self-evaluations, monitoring and their reports alone.
        case performance
    }

    package var kind: BookSettings.Kind
    package var part: Part
    /// Which forms of performance; nil = those of the latest stage that the book has got to.
    package var stage: EvaluationLayout.Stage?
    /// Printed figures that take the place of plain rounding.
    package var adjusted: [FactKey: PrintedNumber]
    /// The book's subjects where they are known already: of many packages of one book each would score them all again.
    package var evaluations: EvaluationBook?

    package init(
        kind: BookSettings.Kind, part: Part = .accounts, stage: EvaluationLayout.Stage? = nil,
        adjusted: [FactKey: PrintedNumber] = [:]
    ) {
        self.kind = kind
        self.part = part
        self.stage = stage
        self.adjusted = adjusted
    }
}
