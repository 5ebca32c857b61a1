import Fiscal
import Formulas
import Ledger
import Standards
import Statements
import Testing

/// Rules over tables that were printed from books: what is built from one book breaks none of them.
@Suite("规则与印出的表") struct RuleTests {
    @Test("由账套印出的表，没有一条规则证明它有错", arguments: DefinitionsOnDisk.places)
    func randomBooks(_ place: DefinitionsOnDisk.Place) throws {
        let standards = try DefinitionsOnDisk.standards(place)
        let rules = try rules(standards)
        var passed: Set<String> = []
        for seed in UInt64(1)...2 {
            let book = try RandomBook(standards, seed: seed, hasFiscalOnly: seed % 2 == 0)
            passed.formUnion(check(rules, book.facts, "\(place) 种子 \(seed)"))
        }
        // Rules between the tables of one year; the rest need sentences or last year's paper.
        #expect(
            passed.isSuperset(of: ["T01-03", "T01-04", "T01-05", "T03-05", "T03-06", "T04-08", "T06-08", "T08-01"]))
    }

    @Test("示例账套印出的表，没有一条规则证明它有错", arguments: ["hengyang-2021", "shifeng-2020"])
    func examples(_ name: String) throws {
        let facts = try DefinitionsOnDisk.example(name)
        _ = check(try rules(facts.standards), facts, name)
    }

    /// One wrong figure, and the rules that see it.
    @Test(
        "改动一个数，有关的规则指出来",
        arguments: [
            ("T01{概念: 支出总计}", ["T01-04", "T01-05"]), ("T08{概念: 年末结转和结余}", ["T08-01"]),
            ("T04{概念: 支出总计, 资金性质: 一般公共预算财政拨款}", ["T04-06"]), ("T01{概念: 年初结转和结余}", ["T01-03"]),
        ] as [(String, [String])])
    func oneWrongFigure(_ name: String, _ wanted: [String]) throws {
        let standards = try DefinitionsOnDisk.standards(DefinitionsOnDisk.Place(region: "430000", year: 2021))
        let facts = try RandomBook(standards, seed: 1).facts
        var values = values(facts)
        let cell = try FormulaCell(parsing: name, names: standards)
        guard case .printed(let figure) = values.reading(of: cell) else {
            Issue.record("\(name) 没有印出")
            return
        }
        let wrong = PrintedNumber(mantissa: figure.number.mantissa + 100_000, decimals: figure.number.decimals)
        values.add(.printed(PrintedFigure(number: wrong, unit: figure.unit)), at: cell)
        let failed = try rules(standards).filter { $0.severity == .error && isFailed($0, values) }.map(\.id)
        #expect(failed == wanted)
    }

    // MARK: - Helpers

    private func rules(_ standards: Standards) throws -> [Rule] {
        try #require(DefinitionsOnDisk.library).rules(for: standards)
    }

    /// - Returns: ids of the rules that passed somewhere.
    private func check(_ rules: [Rule], _ facts: FactBase, _ what: String) -> Set<String> {
        let values = values(facts)
        var passed: Set<String> = []
        for rule in rules {
            // A made-up book has 公务接待费 and no counts of receptions: those rules rightly find it wanting.
            for formula in rule.formulas where formula.patterns.allSatisfy({ $0.form != nil }) {
                for result in formula.results(in: values, missing: rule.missing) {
                    if case .passed = result.outcome { passed.insert(rule.id) }
                    guard case .failed = result.outcome, rule.severity == .error else { continue }
                    Issue.record("\(what) \(rule.id) \(result.binding)：\(formula.text)")
                }
            }
        }
        return passed
    }

    private func isFailed(_ rule: Rule, _ values: SampleValues) -> Bool {
        rule.formulas.contains { formula in
            formula.results(in: values, missing: rule.missing).contains { result in
                if case .failed = result.outcome { return true }
                return false
            }
        }
    }

    /// Every form of the place as printed.
    private func values(_ facts: FactBase) -> SampleValues {
        let standards = facts.standards
        var result = SampleValues()
        for (form, _) in standards.orderedForms {
            result.markRead(form.id)
            for observation in Printed(form, facts: facts).expected.values {
                guard case .fact(let key) = observation.figure else { continue }
                let cell = FormulaCell(
                    form: form.id, concept: key.concept, phase: key.phase,
                    yearOffset: key.year.number - standards.year.number, coordinates: key.coordinates)
                let isMoney = standards.measure(of: key.concept) == .money
                let unit: PrintedFigure.Unit = isMoney ? .money(form.unit) : .count
                result.add(
                    observation.printed.map { .printed(PrintedFigure(number: $0, unit: unit)) } ?? .blank, at: cell)
            }
        }
        return result
    }
}
