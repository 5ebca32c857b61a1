import Fiscal
import Paper
import Performance
package import Publication
package import Standards

/// One kind (种类) of the rules about forms of self-evaluation.
package protocol EvaluationChecker: Sendable {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult
}

/// A paper's forms with what checks of them ask for.
package struct EvaluationContext: Sendable {
    let paper: UnderstoodPaper
    /// Last year's paper, where one is given.
    let prior: UnderstoodPaper?
    let forms: [EvaluationForm]
    let definitions: EvaluationDefinitions
    /// The catalogue, for what belongs to another rule.
    let rules: [Rule]

    package init(_ paper: UnderstoodPaper, prior: UnderstoodPaper? = nil, rules: [Rule] = []) {
        self.paper = paper
        self.prior = prior
        self.rules = rules
        forms = paper.evaluations
        definitions = paper.standards.evaluations
    }

    /// Whether it holds a department's evaluation of a project.
    var hasReview: Bool {
        guard let review = definitions.review else { return false }
        // A list of attachments names reports, too.
        return !reviewTables(review).isEmpty || ReviewReport(paper, review).map { $0.missing(review) != nil } ?? false
    }

    var scored: [EvaluationForm] { forms.filter { $0.definition.kind == .scored } }
    var base: [EvaluationForm] { forms.filter { $0.definition.kind == .base } }
    var goals: [EvaluationForm] { forms.filter { $0.definition.kind == .goals } }
    var monitored: [EvaluationForm] { forms.filter { $0.definition.kind == .monitoring } }
    var projects: [EvaluationForm] { scored.filter { $0.definition.subject == .project } }
    var departments: [EvaluationForm] { scored.filter { $0.definition.subject == .department } }
}

/// rules + an understood paper → what its forms of self-evaluation came to.
package struct EvaluationAuditor: Sendable {
    private let rules: [Rule]
    /// Places of findings that are told already.
    private let known: Set<Set<FigurePlace>>

    package init(rules: [Rule], besides known: Set<Set<FigurePlace>> = []) {
        self.rules = rules
        self.known = known
    }

    /// One outcome for each rule that is checked here; none where the paper has no such form.
    package func audit(_ paper: UnderstoodPaper, prior: UnderstoodPaper? = nil) -> [WordingOutcome] {
        let context = EvaluationContext(paper, prior: prior, rules: rules)
        guard !paper.evaluations.isEmpty || context.hasReview || !context.scoreTables.isEmpty else { return [] }
        let repeated = RepeatedTexts(context).outcome.map { [$0] } ?? []
        return repeated
            + rules.compactMap { rule in
                guard rule.appliesHere, case .evaluation(let kind) = rule.method,
                    let checker = EvaluationKinds.checkers[kind]
                else { return nil }
                var result = checker.check(context, rule: rule)
                result.findings.removeAll { known.contains(Set($0.places.map(\.place))) }
                var counts: [Outcome: Int] = [:]
                counts[.passed] = result.passed == 0 ? nil : result.passed
                counts[.failed] = result.findings.isEmpty ? nil : result.findings.count
                counts[.unchecked] = result.unchecked.isEmpty ? nil : result.unchecked.count
                if counts.isEmpty { counts[.notApplicable] = 1 }
                return WordingOutcome(
                    rule: rule.id, findings: result.findings, counts: counts, missing: result.unchecked)
            }
    }
}

extension Finding {
    /// What a form shows by itself does not hang on the place whose profile was guessed.
    ///
    /// - Parameter proof: the highest severity that the evidence allows; the rule's own is never raised.
    init(
        _ rule: Rule, in context: EvaluationContext, proof: Severity = .error, message: String, printed: String = "",
        expected: String = "", difference: String = "", cause: String = "", places: [FindingPlace]
    ) {
        let own: Severity =
            switch rule.severity {
            case .error: .error
            case .warning: .warning
            case .notice: .notice
            }
        self.init(
            rule: rule.reportedAs.isEmpty ? rule.id : rule.reportedAs,
            severity: own.order >= proof.order ? own : proof,
            message: message + (rule.advice.isEmpty ? "" : rule.advice), printed: printed, expected: expected,
            difference: difference, basis: rule.basis.map(\.text).joined(separator: "；"), cause: cause, places: places)
    }
}

extension EvaluationForm {
    /// A place of the form for a finding.
    func spot(_ label: String, _ cell: EvaluationCell) -> FindingPlace {
        FindingPlace(
            text: cell.text.replacing("\n", with: ""),
            place: FigurePlace(label: label.isEmpty ? name : "\(name) \(label)", place: cell.place ?? place))
    }
}

extension EvaluationIndicator {
    /// Without line ends, for messages.
    var title: String { name.text.filter { !$0.isNewline } }
}
