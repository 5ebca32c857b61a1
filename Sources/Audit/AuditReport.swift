package import Publication

/// How often a rule passed, failed, did not apply or could not be checked.
package struct RuleOutcome: Sendable, Hashable {
    package let rule: String
    package var counts: [Outcome: Int]
    /// Of those passed, how many hold only within what rounding explains.
    package var roundingTails: Int
    /// What was missing where it could not be checked, each once.
    package var missing: [String]

    package init(rule: String) {
        self.rule = rule
        counts = [:]
        roundingTails = 0
        missing = []
    }
}

/// What of a paper was looked at, and what was not.
package struct AuditCoverage: Sendable {
    /// Number and title of each form that was read.
    package var formsFound: [String] = []
    /// Forms of the profile that were not.
    package var formsMissing: [String] = []
    package var figures = 0
    /// Figures that at least one relation checks.
    package var checkedFigures = 0
    /// Figures of sentences that could not be bound to what they are about.
    package var openClaims: [FigurePlace] = []
    /// Cells whose column or row could not be told.
    package var unassigned: [FigurePlace] = []
    package var unread: [UnreadPart] = []
}

/// Why a paper cannot be called checked, whatever was found in it.
package enum AuditGap: Sendable, Hashable {
    /// Nobody has defined the forms of such papers for the place and year.
    case noForms(kind: String)
    /// None of its grids is a form.
    case noTables
}

/// What a check of one paper came to.
package struct AuditReport: Sendable {
    package let file: String
    package let unit: String
    package let year: Int
    package let region: String
    /// 决算, 预算.
    package let kind: String
    package let regionChoice: RegionChoice
    package var findings: [Finding]
    package var outcomes: [RuleOutcome]
    package var coverage: AuditCoverage
    /// nil where at least one form was read.
    package var gap: AuditGap?

    package func count(_ outcome: Outcome) -> Int { outcomes.reduce(0) { $0 + $1.counts[outcome, default: 0] } }

    package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
