import Fiscal
package import Publication
package import Standards

/// What one kind of check made of a paper, for one rule.
package struct WordingResult: Sendable {
    package var findings: [Finding] = []
    package var passed = 0
    /// What was missing where it could not be checked, each once.
    package var unchecked: [String] = []

    package init() {}

    mutating func pass(_ count: Int = 1) { passed += count }

    mutating func lack(_ reason: String) {
        if !unchecked.contains(reason) { unchecked.append(reason) }
    }
}

/// One kind (种类) of the rules that are no formulas.
package protocol WordingChecker: Sendable {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult
}

/// What one rule came to on one paper.
package struct WordingOutcome: Sendable {
    package let rule: String
    package var findings: [Finding]
    package var counts: [Outcome: Int]
    /// What was missing where it could not be checked, each once.
    package var missing: [String]
}

/// rules + an understood paper → what codes, layout and words came to.
package struct WordingAuditor: Sendable {
    private let rules: [Rule]
    private let checkers: [String: any WordingChecker]

    package init(rules: [Rule], words: WordLists) {
        self.rules = rules
        checkers = WordingKinds.checkers(words)
    }

    /// One outcome for each rule that is checked here; those reported under another id are checked under it.
    ///
    /// - Parameter isConcurrent: whether all cores work on it.
    package func audit(_ paper: UnderstoodPaper, isConcurrent: Bool = false) -> [WordingOutcome] {
        let context = WordingContext(paper)
        let work = rules.compactMap { rule -> (rule: Rule, checker: any WordingChecker)? in
            guard rule.appliesHere, rule.reportedAs.isEmpty, let kind = rule.wordingKind else { return nil }
            return checkers[kind].map { (rule, $0) }
        }
        return Stretches.each(work.count, isConcurrent: isConcurrent) { index in
            let (rule, checker) = work[index]
            return outcome(
                rule.isOfOneYear && paper.standards.isOfLaterYear
                    ? unknown(paper.standards) : checker.check(context, rule: rule), of: rule)
        }
    }

    /// Codes and layouts change from year to year: what later ones say proves nothing of an older paper.
    private func unknown(_ standards: Standards) -> WordingResult {
        var result = WordingResult()
        result.lack(WordingWords.notYetDefined(standards.year.number, standards.definitionsYear.number))
        return result
    }

    private func outcome(_ result: WordingResult, of rule: Rule) -> WordingOutcome {
        var counts: [Outcome: Int] = [:]
        counts[.passed] = result.passed == 0 ? nil : result.passed
        counts[.failed] = result.findings.isEmpty ? nil : result.findings.count
        counts[.unchecked] = result.unchecked.isEmpty ? nil : result.unchecked.count
        if counts.isEmpty { counts[.notApplicable] = 1 }
        return WordingOutcome(rule: rule.id, findings: result.findings, counts: counts, missing: result.unchecked)
    }
}

extension Rule {
    /// The 种类 of a rule about codes, layout or words; nil for any other.
    package var wordingKind: String? {
        switch method {
        case .codes(let kind), .layout(let kind), .wording(let kind): kind
        case .formulas, .implied, .evaluation, .book: nil
        }
    }

    /// Whether what it checks by is another from year to year.
    fileprivate var isOfOneYear: Bool {
        switch method {
        case .codes, .layout: true
        case .wording, .formulas, .implied, .evaluation, .book: false
        }
    }
}

extension Finding {
    /// - Parameter proof: the highest severity that the evidence allows; the rule's own is never raised.
    init(
        _ rule: Rule, _ context: WordingContext, proof: Severity = .error, message: String, printed: String = "",
        expected: String = "", places: [FindingPlace]
    ) {
        let own: Severity =
            switch rule.severity {
            case .error: .error
            case .warning: .warning
            case .notice: .notice
            }
        // A rule read from a guessed place's profile proves nothing.
        let limit: Severity = context.paper.regionChoice == .guessed && proof == .error ? .warning : proof
        self.init(
            rule: rule.reportedAs.isEmpty ? rule.id : rule.reportedAs, severity: own.weaker(of: limit),
            message: message, printed: printed, expected: expected,
            basis: rule.basis.map(\.text).joined(separator: "；"), places: places)
    }
}

extension Severity {
    fileprivate func weaker(of other: Severity) -> Severity {
        let order = Severity.allCases
        return (order.firstIndex(of: self) ?? 0) >= (order.firstIndex(of: other) ?? 0) ? self : other
    }
}
