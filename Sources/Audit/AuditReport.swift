import Paper
import Performance
package import Publication
import Standards

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
    /// Titles of forms of self-evaluation, base data and goals.
    package var evaluationForms: [String] = []
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
    /// The other documents that were checked with it as one paper.
    package var otherFiles: [String] = []
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
    /// What became of each thing given beside the paper.
    package var companions: [Companion: CompanionFit] = [:]

    /// Whether all that was given beside the paper was held against it.
    package var isWhollyCompared: Bool { companions.values.allSatisfy(\.isCompared) }

    /// Every place with the name of its document, where several were checked as one paper.
    ///
    /// - Parameter main: the name of the first.
    package func naming(_ main: String) -> AuditReport {
        guard !otherFiles.isEmpty else { return self }
        func named(_ place: Place?) -> Place? { place.map { $0.document == nil ? .document(main, $0) : $0 } }
        func named(_ places: [FigurePlace]) -> [FigurePlace] {
            places.map { FigurePlace(label: $0.label, place: named($0.place)) }
        }
        var report = self
        for index in report.findings.indices {
            report.findings[index].places = report.findings[index].places.map { spot in
                var spot = spot
                // Last year's paper and the department's are files of their own.
                if spot.file.isEmpty || spot.file == file {
                    spot.place = FigurePlace(label: spot.place.label, place: named(spot.place.place))
                }
                return spot
            }
        }
        report.coverage.openClaims = named(coverage.openClaims)
        report.coverage.unassigned = named(coverage.unassigned)
        report.coverage.unread = coverage.unread.map {
            UnreadPart(reason: $0.reason, title: $0.title, place: named($0.place))
        }
        return report
    }

    package func count(_ outcome: Outcome) -> Int { outcomes.reduce(0) { $0 + $1.counts[outcome, default: 0] } }

    package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension AuditCoverage {
    init(_ paper: UnderstoodPaper, figures: Int, checked: Int) {
        let found = Set(paper.tables.map(\.form.id))
        formsFound = paper.tables.map { [$0.number, $0.title].filter { !$0.isEmpty }.joined(separator: " ") }
        formsMissing = paper.standards.orderedForms.filter { !found.contains($0.form.id) }.map {
            [$0.number, $0.form.title].filter { !$0.isEmpty }.joined(separator: " ")
        }
        evaluationForms = paper.evaluations.map(\.title)
        self.figures = figures
        checkedFigures = checked
        openClaims = paper.openClaims
        unassigned = paper.tables.flatMap { $0.unrecognizedRows + $0.unassigned }
        unread = paper.unread
    }
}

extension AuditGap {
    init?(_ paper: UnderstoodPaper) {
        if paper.standards.profile.forms.isEmpty {
            self = .noForms(kind: paper.standards.kind.name)
        } else if paper.tables.isEmpty, paper.evaluations.isEmpty, paper.reports.isEmpty,
            !EvaluationContext(paper).hasReview
        {
            self = .noTables
        } else {
            return nil
        }
    }

    /// Each grid that could have been a form; at least the paper itself.
    func outcome(_ paper: UnderstoodPaper) -> RuleOutcome {
        var outcome = RuleOutcome(rule: FindingWords.formsRule)
        outcome.counts[.unchecked] = max(1, paper.otherGrids.count)
        outcome.missing = [FindingWords.gap(self)]
        return outcome
    }
}
