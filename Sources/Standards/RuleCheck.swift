import Formulas

/// What `standards check` asks of rules beyond that they can be read.
package struct RuleCheck {
    package private(set) var faults: [StandardsFault] = []
    package private(set) var sampleCount = 0
    private var formulaRules: Set<String> = []
    private var printedRules: Set<String> = []

    package init() {}

    /// Takes the rules of one place and year.
    package mutating func add(_ rules: [Rule], in standards: Standards) {
        for rule in rules where rule.appliesHere {
            sampleCount += rule.samples.count
            for fault in rule.sampleFaults() where !faults.contains(fault) { faults.append(fault) }
            guard !rule.formulas.isEmpty else { continue }
            formulaRules.insert(rule.id)
            if rule.formulas.allSatisfy({ $0.patterns.allSatisfy(standards.prints) }) { printedRules.insert(rule.id) }
        }
    }

    /// How many rules have formulas that apply somewhere.
    package var formulaCount: Int { formulaRules.count }

    /// Rules whose formulas look into a form for what it prints nowhere: they would never check anything.
    package var blindRules: [String] { formulaRules.subtracting(printedRules).sorted() }
}
