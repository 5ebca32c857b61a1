// Ledger: what a department knows about one year.
// In: sheets of text (from CSV or xlsx) and the standards of its region and year.
// Out: a checked `Book`; for any scope of units a `FactBase` that answers what a figure is and which lines made it.
// Every wrong row is a fault with sheet, row, column, what was found and what is allowed; all are reported at once.
// Does not know: how anything is printed, nor where bytes come from.

package import Fiscal
import Standards

/// The book of one department's year, checked.
package struct Book: Sendable {
    package var settings: BookSettings
    package var units: UnitTree
    /// Lines of the book as facts; last year's lines too where a book of last year is linked.
    package var facts: [Fact]
    /// Figures given as they are (last year's, controls), by exact key.
    package var stated: [FactKey: Fact]
    /// Figures typed only to be compared with what the lines give.
    package var controls: [Fact]
    package var reasons: [ReasonKey: String]
    /// 文字: paragraphs by unit and name, in their order.
    package var texts: [TextKey: [String]]
    package var projects: [Project]
    /// Goals, indicators and monitoring.
    package var evaluation = EvaluationRecords()
    package var attachments: [Attachment]
    package var undisclosed: [Undisclosed]
    package var warnings: [BookFault]
    /// SHA-256 of the sheets' text, the first 12 hex digits.
    package var checksum: String
    /// The sheets as read, for consolidation and for opening next year.
    package var sheets: [RawSheet]
    /// The first row of each text, and that of each reason.
    package var textPlaces: [TextKey: Origin] = [:]
    package var reasonPlaces: [ReasonKey: Origin] = [:]
    package var attachmentPlaces: [Attachment: Origin] = [:]
}

/// Whose reason for what.
package struct ReasonKey: Hashable, Sendable {
    package var unit: String
    package var matter: String
    package var object: String

    package init(unit: String, matter: String, object: String) {
        self.unit = unit
        self.matter = matter
        self.object = object
    }
}

package struct TextKey: Hashable, Sendable {
    package var unit: String
    package var name: String

    package init(unit: String, name: String) {
        self.unit = unit
        self.name = name
    }
}

package struct Project: Hashable, Sendable {
    package var unit: String
    package var code: String
    package var name: String
    /// 业务工作, 运行维护, 本级专项; empty where the book does not say.
    package var group = ""
    /// nil where it goes on.
    package var endYear: Int?

    /// Whether it has no money after the year.
    func hasEnded(by year: FiscalYear) -> Bool { endYear.map { $0 <= year.number } ?? false }
}

package struct Attachment: Hashable, Sendable {
    /// Whose package it goes with.
    package var unit: String
    package var name: String
    /// Where it lies, from the book's folder on.
    package var file: String
}

/// A functional item that may not be disclosed: it is merged into its 款.
package struct Undisclosed: Hashable, Sendable {
    package var function: Code
    package var note: String
}
