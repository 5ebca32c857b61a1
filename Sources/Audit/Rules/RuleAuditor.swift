import Fiscal
import Formulas
package import Publication
package import Standards

/// Written rules over a paper → what each came to.
package struct RuleAuditor {
    /// What one rule came to over the whole paper.
    package struct Result: Sendable {
        package let rule: Rule
        package var findings: [Finding] = []
        package var counts: [Outcome: Int] = [:]
        /// Of those passed, how many hold only within what rounding explains.
        package var roundingTails = 0
        /// What was missing, each once.
        package var missing: [String] = []

        init(_ rule: Rule) { self.rule = rule }
    }

    private let paper: UnderstoodPaper
    private let values: PaperValues
    private let words: RuleWords

    package init(_ paper: UnderstoodPaper, prior: UnderstoodPaper? = nil) {
        self.paper = paper
        values = PaperValues(paper, prior: prior)
        words = RuleWords(standards: paper.standards)
    }

    /// Rules without a formula that holds here are passed over.
    package func audit(_ rules: [Rule]) -> [Result] {
        rules.filter { $0.appliesHere && !$0.formulas.isEmpty }.map(result)
    }

    private func result(_ rule: Rule) -> Result {
        var result = Result(rule)
        for formula in rule.formulas {
            for one in formula.results(in: values, missing: rule.missing) {
                switch one.outcome {
                case .passed(let byRounding):
                    result.counts[.passed, default: 0] += 1
                    if !byRounding.isEmpty { result.roundingTails += 1 }
                case .notApplicable: result.counts[.notApplicable, default: 0] += 1
                case .unchecked(let cells):
                    result.counts[.unchecked, default: 0] += 1
                    for cell in cells.map(words.missing) where !result.missing.contains(cell) {
                        result.missing.append(cell)
                    }
                case .failed(let comparisons):
                    result.counts[.failed, default: 0] += 1
                    if let finding = finding(rule, one, comparisons) { result.findings.append(finding) }
                }
            }
        }
        return result
    }

    /// nil where no figure stands at a place of the paper: there is nothing to show.
    private func finding(
        _ rule: Rule, _ result: FormulaResult, _ comparisons: [Comparison]
    ) -> Finding? {
        let sides = comparisons.map { comparison in
            let (left, right) = result.sides(of: comparison)
            return RuleWords.Sides(
                left: left.compactMap(values.figure), right: right.compactMap(values.figure), comparison: comparison)
        }
        var figures: [ReadFigure] = []
        for figure in sides.flatMap({ $0.left + $0.right }) where !figures.contains(figure) { figures.append(figure) }
        guard let first = figures.first, let comparison = comparisons.first else { return nil }
        let isGuessed = paper.regionChoice == .guessed || figures.contains { $0.certainty == .guessed }
        return Finding(
            rule: rule.reportedAs.isEmpty ? rule.id : rule.reportedAs, severity: severity(rule, isGuessed: isGuessed),
            message: words.message(rule, sides, result), printed: first.text,
            difference: words.amount(comparison.difference, comparison.measure),
            basis: rule.basis.map(\.text).joined(separator: "；"),
            places: figures.map { FindingPlace(text: $0.text, place: $0.place, file: paper.file) })
    }

    private func severity(_ rule: Rule, isGuessed: Bool) -> Severity {
        switch rule.severity {
        case .error: isGuessed ? .warning : .error
        case .warning: .warning
        case .notice: .notice
        }
    }
}
