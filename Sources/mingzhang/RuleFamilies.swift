import Audit
import Publication
import Standards

/// The rules of a check by family, each with how often it passed, failed, did not apply or could not be checked.
struct RuleFamilies {
    struct Row {
        let id: String
        let title: String
        let outcome: RuleOutcome

        var line: CheckLine {
            .rule(
                id, title: title, passed: outcome.counts[.passed, default: 0],
                failed: outcome.counts[.failed, default: 0], notApplicable: outcome.counts[.notApplicable, default: 0],
                unchecked: outcome.counts[.unchecked, default: 0])
        }
    }

    struct Family {
        let name: String
        var rows: [Row] = []
        /// Rules of the catalogue that met nothing to check.
        var notMet = 0
        /// Rules that no paper can decide.
        var needsBook = 0

        var count: Int { rows.count + notMet + needsBook }

        func sum(_ outcome: Outcome) -> Int { rows.reduce(0) { $0 + $1.outcome.counts[outcome, default: 0] } }
    }

    /// In the order of the catalogue; what it has no entry for comes last.
    let families: [Family]

    init(_ report: AuditReport, _ rules: [Rule]) {
        let outcomes = Dictionary(report.outcomes.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
        var families: [Family] = []
        var places: [String: Int] = [:]
        func add(_ name: String, _ change: (inout Family) -> Void) {
            let place = places[name] ?? families.count
            if place == families.count { families.append(Family(name: name)) }
            places[name] = place
            change(&families[place])
        }
        for rule in rules where rule.appliesHere {
            add(rule.family) { family in
                if let outcome = outcomes[rule.id] {
                    family.rows.append(Row(id: rule.id, title: rule.title, outcome: outcome))
                } else if case .book = rule.method {
                    family.needsBook += 1
                } else if rule.reportedAs.isEmpty {
                    family.notMet += 1
                }
            }
        }
        let known = Set(rules.map(\.id))
        for outcome in report.outcomes where !known.contains(outcome.rule) {
            add(CheckLine.otherFamily) { $0.rows.append(Row(id: outcome.rule, title: "", outcome: outcome)) }
        }
        self.families = families.filter { $0.count > 0 }
    }
}
