import Fiscal
package import Ledger
import Narrative
package import Performance
package import Publication
package import Standards

/// What a paper is checked against, besides itself.
package struct AuditOptions {
    /// Last year's paper of the same unit.
    package var prior: UnderstoodPaper?
    /// The department's paper, when this one is a unit's.
    package var department: UnderstoodPaper?
    /// The facts of the book that the paper should have come from.
    package var book: FactBase?
    /// Forms of performance as that book prints them.
    package var bookForms: [EvaluationForm] = []
    /// The catalogue, for ids, severities and bases.
    package var rules: [Rule]
    /// What the checks of codes, layout and words look for; nil = they are left out.
    package var words: WordLists?
    /// Whether tails of rounding are findings too.
    package var reportsTails: Bool
    /// Whether all cores work on one paper: for who checks one alone.
    package var isConcurrent = false

    package init(
        prior: UnderstoodPaper? = nil, department: UnderstoodPaper? = nil, book: FactBase? = nil, rules: [Rule] = [],
        words: WordLists? = nil, reportsTails: Bool = false
    ) {
        self.prior = prior
        self.department = department
        self.book = book
        self.rules = rules
        self.words = words
        self.reportsTails = reportsTails
    }
}

extension AuditOptions {
    /// Without what the paper cannot be held against.
    fileprivate func leavingOut(_ isUnfit: (Companion) -> Bool) -> AuditOptions {
        var options = self
        if isUnfit(.prior) { options.prior = nil }
        if isUnfit(.department) { options.department = nil }
        if isUnfit(.book) { (options.book, options.bookForms) = (nil, []) }
        return options
    }
}

extension CompanionFit {
    fileprivate static func all(_ paper: UnderstoodPaper, _ options: AuditOptions) -> [Companion: CompanionFit] {
        var fits: [Companion: CompanionFit] = [:]
        fits[.prior] = options.prior.map { CompanionFit(paper, prior: $0) }
        fits[.department] = options.department.map { CompanionFit(paper, department: $0) }
        fits[.book] = options.book.map { CompanionFit(paper, book: $0) }
        return fits
    }
}

/// An understood paper → findings.
package struct Auditor {
    let paper: UnderstoodPaper
    private let options: AuditOptions
    private let prior: UnderstoodPaper?
    private let fits: [Companion: CompanionFit]
    let sightings: SightingList
    let names: RuleNames
    private let forms: [String]
    let causes: CauseFinder
    /// Each figure exactly as printed.
    let printed: Values
    var relations: [Relation] = []
    private var outcomes: [String: RuleOutcome] = [:]
    var findings: [Finding] = []
    private var reportFigures = 0

    package static func audit(_ paper: UnderstoodPaper, options: AuditOptions) -> AuditReport {
        var auditor = Auditor(paper, options)
        return auditor.run()
    }

    /// Reports behind the body: their figures are held against each other alone, and what disagrees is a warning, since
    /// their words are freer than those of the accounts.
    private mutating func addReports() {
        for report in paper.reports {
            var auditor = Auditor(report, AuditOptions(rules: options.rules, reportsTails: options.reportsTails))
            auditor.relate()
            for (rule, outcome) in auditor.outcomes {
                outcomes[rule, default: RuleOutcome(rule: rule)].add(outcome)
            }
            reportFigures += auditor.list.count
            // What the sentences of the report tell already is not told again.
            let known = Set(findings.flatMap(\.places).map(\.spot))
            findings += auditor.findings.filter { $0.places.first.map { !known.contains($0.spot) } ?? true }.map {
                finding in
                var finding = finding
                if finding.severity == .error { finding.severity = .warning }
                return finding
            }
        }
    }

    private init(_ paper: UnderstoodPaper, _ options: AuditOptions) {
        self.paper = paper
        fits = CompanionFit.all(paper, options)
        let options = options.leavingOut { [fits] in fits[$0]?.isCompared == false }
        self.options = options
        prior = options.prior
        var list = SightingList(paper)
        if let prior { list.add(tablesOf: prior, as: .prior) }
        if let department = options.department { list.add(tablesOf: department, as: .department) }
        sightings = list
        names = RuleNames(options.rules, standards: paper.standards)
        forms = paper.tables.map(\.form.id)
        causes = CauseFinder(list)
        printed = Values(list.list).asPrinted
    }

    var list: [Sighting] { sightings.list }

    /// Checks what the meaning of the figures implies.
    private mutating func relate() {
        var finder = TieFinder.find(sightings)
        if options.department != nil { finder.department() }
        if let book = options.book { finder.book(book, isAdjusted: isAdjusted) }
        relations = finder.relations
        for gap in finder.unchecked {
            let relation = Relation(
                nature: gap.nature, equation: .sum([(figure: gap.figure, sign: Int128(1))], low: nil, high: nil))
            note(name(relation), .unchecked, missing: gap.reason)
        }
        addChains()
        let values = Values(list)
        let failing = relations.indices.filter { check($0, values) }
        let blame = Blame(relations, failing: failing, values: values) { [list] in list[$0].source == .own }
        // Those of one severity stand in the order of the paper.
        for verdicts in sameFigures(blame.verdicts) { findings.append(finding(verdicts, values)) }
        for group in blame.undecided { findings.append(finding(undecided: group, values)) }
    }

    private mutating func run() -> AuditReport {
        relate()
        let gap = AuditGap(paper)
        // Of a paper whose forms nobody knows nothing is said.
        if !paper.standards.profile.forms.isEmpty {
            addWrittenRules()
            if gap == nil || paper.paragraphs.contains(where: { !$0.phrases.isEmpty }) || !paper.reports.isEmpty {
                addCheckers()
            }
        }
        addReports()
        addBookForms()
        if let gap { outcomes[FindingWords.formsRule] = gap.outcome(paper) }
        if gap == nil, isOnlyEvaluation { setAsideAccounts() }
        let list = list
        var order: [FigurePlace: Int] = [:]
        for index in list.indices where order[list[index].read.place] == nil { order[list[index].read.place] = index }
        findings.sort { a, b in
            let first = a.places.first.flatMap { order[$0.place] } ?? list.count
            let second = b.places.first.flatMap { order[$0.place] } ?? list.count
            return (a.severity.order, first) < (b.severity.order, second)
        }
        return AuditReport(
            file: paper.file, otherFiles: paper.otherFiles, unit: paper.unit, year: paper.year.number,
            region: paper.standards.region,
            kind: paper.standards.kind.name,
            regionChoice: paper.regionChoice, findings: findings,
            outcomes: outcomes.values.sorted { $0.rule < $1.rule }, coverage: coverage, gap: gap, companions: fits)
    }

    /// What has to be written as a rule. A figure that is blamed already is not reported again for what it makes untrue.
    private mutating func addWrittenRules() {
        let blamed = Set(findings.compactMap { $0.places.first?.place })
        let known = findings.map { Set($0.places.map(\.place)) }
        for result in RuleAuditor(paper, prior: prior).audit(options.rules) {
            // A balance of one table is a relation too: it is counted once, as the rule.
            var outcome = RuleOutcome(rule: result.rule.id)
            outcome.counts = result.counts
            outcome.roundingTails = result.roundingTails
            outcome.missing = result.missing
            outcomes[result.rule.id] = outcome
            findings += result.findings.filter { finding in
                let places = Set(finding.places.map(\.place))
                return places.isDisjoint(with: blamed) && !known.contains(where: places.isSubset)
            }
        }
    }

    /// Codes, layout and words; then forms of self-evaluation, where a figure that is blamed already is not told again.
    private mutating func addCheckers() {
        var results =
            options.words.map {
                WordingAuditor(rules: options.rules, words: $0).audit(paper, isConcurrent: options.isConcurrent)
            } ?? []
        let known = Set(findings.map { Set($0.places.map(\.place)) })
        results += EvaluationAuditor(rules: options.rules, besides: known).audit(paper, prior: prior)
        for result in results {
            var outcome = RuleOutcome(rule: result.rule)
            outcome.counts = result.counts
            outcome.missing = result.missing
            outcomes[result.rule] = outcome
            findings += result.findings
        }
    }

    /// Whether the paper holds forms or reports of performance, and nothing of the accounts.
    private var isOnlyEvaluation: Bool {
        paper.tables.isEmpty && !paper.paragraphs.contains { !$0.phrases.isEmpty }
    }

    /// Rules of accounts do not apply to a paper without any, which is told once instead of rule by rule.
    private mutating func setAsideAccounts() {
        let ofAccounts: Set<Rule.MethodName> = [.formulas, .codes, .layout, .wording]
        for rule in options.rules where ofAccounts.contains(rule.methodName) {
            guard var outcome = outcomes[rule.id],
                outcome.counts.keys.allSatisfy({ $0 == .unchecked || $0 == .notApplicable })
            else { continue }
            outcome.counts = [.notApplicable: outcome.counts.values.reduce(0, +)]
            outcome.missing = []
            outcomes[rule.id] = outcome
        }
        var forms = RuleOutcome(rule: FindingWords.formsRule)
        forms.counts[.unchecked] = 1
        forms.missing = [FindingWords.noAccounts(paper.standards.kind.name)]
        outcomes[forms.rule] = forms
    }

    /// Forms of performance beside those that the book prints.
    private mutating func addBookForms() {
        guard !options.bookForms.isEmpty, !paper.evaluations.isEmpty else { return }
        let rule = FindingWords.ruleName(.book)
        let compared = BookFormComparison(paper.evaluations, book: options.bookForms, rule: rule)
        var outcome = RuleOutcome(rule: rule)
        outcome.counts[.passed] = compared.passed == 0 ? nil : compared.passed
        outcome.counts[.failed] = compared.findings.isEmpty ? nil : compared.findings.count
        outcomes[rule, default: RuleOutcome(rule: rule)].add(outcome)
        findings += compared.findings
    }

    /// Exact sums printed by adjusting last places differ from their book by up to one more unit.
    private var isAdjusted: Bool {
        let note = paper.standards.profile.adjustmentNote
        return !note.isEmpty && paper.paragraphs.contains { $0.text.contains(note) }
    }

    // MARK: - Outcomes

    func name(_ relation: Relation) -> RuleNames.Name { names.name(relation, list, tables: forms) }

    mutating func note(_ name: RuleNames.Name, _ outcome: Outcome, isTail: Bool = false, missing: String = "") {
        var known = outcomes[name.id] ?? RuleOutcome(rule: name.id)
        known.counts[outcome, default: 0] += 1
        if isTail { known.roundingTails += 1 }
        if !missing.isEmpty, !known.missing.contains(missing) { known.missing.append(missing) }
        outcomes[name.id] = known
    }

    /// Counts one relation.
    ///
    /// - Returns: whether it is proved not to hold.
    private mutating func check(_ number: Int, _ values: Values) -> Bool {
        let relation = relations[number]
        let name = name(relation)
        guard let holds = relation.holds(values) else {
            note(name, .notApplicable)
            return false
        }
        if !holds {
            note(name, .failed)
            return true
        }
        if !relation.missing.isEmpty {
            note(name, .unchecked, missing: relation.missing.joined(separator: FindingWords.comma))
            return false
        }
        let isTail = !relation.isExact(values)
        note(name, .passed, isTail: isTail)
        if isTail, options.reportsTails { findings.append(tail(relation, name, values)) }
        return false
    }

    private var coverage: AuditCoverage {
        let own = Set(list.indices.filter { list[$0].source == .own })
        return AuditCoverage(
            paper, figures: own.count + reportFigures,
            checked: own.intersection(relations.flatMap(\.figures)).count)
    }
}

extension Severity {
    /// Errors first.
    package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
