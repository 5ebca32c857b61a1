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

    mutating func add(_ other: RuleOutcome) {
        counts.merge(other.counts) { $0 + $1 }
        roundingTails += other.roundingTails
        for reason in other.missing where !missing.contains(reason) { missing.append(reason) }
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

/// What a check of one paper came to.
package struct AuditReport: Sendable {
    package let file: String
    package let unit: String
    package let year: Int
    package let region: String
    package let regionChoice: RegionChoice
    package var findings: [Finding]
    package var outcomes: [RuleOutcome]
    package var coverage: AuditCoverage

    package func count(_ outcome: Outcome) -> Int { outcomes.reduce(0) { $0 + $1.counts[outcome, default: 0] } }

    package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
