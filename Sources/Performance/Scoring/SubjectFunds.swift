package import Fiscal
import Ledger
import Standards

/// The money of a subject by where it came from, out of the book's lines; amounts in fen.
package struct SubjectFunds: Sendable, Hashable {
    package enum Source: String, Sendable, CaseIterable {
        case total = "总额"
        case fiscal = "财政拨款"
        case carried = "上年结转"
        case other = "其他资金"
    }

    private var amounts: [Phase: [Source: Int64]] = [:]
    private var natures: [Phase: [String: Int64]] = [:]
    /// Money spent by the end of a month, of lines that have a date; and what has none.
    private var byMonth: [Int: Int64] = [:]
    private var undated: Int64 = 0

    /// nil where the book has no line of the phase for the subject.
    package func amount(_ source: Source, _ phase: Phase) -> Int64? {
        amounts[phase].map { $0[source] ?? 0 }
    }

    /// - Parameter nature: a name of `SubjectMoney.natures`.
    package func amount(nature: String, _ phase: Phase) -> Int64? {
        natures[phase].map { $0[nature] ?? 0 }
    }

    /// The budget that execution is held against: the adjusted one, else the initial one.
    package var budgetPhase: Phase? {
        [Phase.adjustedBudget, .initialBudget].first { amounts[$0] != nil }
    }

    /// executed ÷ budget; nil where there is no budget or it is zero.
    package func execution(_ source: Source = .total) -> (executed: Int64, budget: Int64)? {
        guard let phase = budgetPhase, let budget = amount(source, phase), budget > 0 else { return nil }
        return (amount(source, .actual) ?? 0, budget)
    }

    /// What was spent by the end of a month; nil where some lines have no date.
    package func spent(through month: Int) -> Int64? {
        guard undated == 0 else { return nil }
        return byMonth.filter { $0.key <= month }.reduce(0) { $0 + $1.value }
    }

    mutating func add(_ fact: Fact, source: Source, natures names: [String]) {
        let (phase, amount) = (fact.key.phase, fact.value.amount)
        amounts[phase, default: [:]][source, default: 0] += amount
        amounts[phase, default: [:]][.total, default: 0] += amount
        for name in names { natures[phase, default: [:]][name, default: 0] += amount }
        guard phase == .actual else { return }
        if let month = fact.month { byMonth[month, default: 0] += amount } else { undated += amount }
    }
}

/// Finds the lines of each subject.
struct FundsFinder {
    private let book: Book
    private let standards: Standards
    private let facts: [Fact]

    init(book: Book, standards: Standards) {
        self.book = book
        self.standards = standards
        let concept = standards.schemes.rules.money.expenditure.concept
        facts = book.facts.filter { $0.key.concept == concept && $0.key.year == book.settings.year }
    }

    /// - Parameter projects: codes and names of the subject's projects; nil where all money of the unit is its.
    func funds(unit: String, projects: Set<String>?, isProject: Bool) -> SubjectFunds {
        let scope = book.units.subtree(of: unit)
        let money = standards.schemes.rules.money
        var result = SubjectFunds()
        for fact in facts where scope.contains(fact.key.unit) && !scope.contains(fact.counterparty) {
            if let projects {
                guard projects.contains(fact.key.project) else { continue }
            } else if isProject {
                guard lies(fact.key.coordinates, in: money.project) else { continue }
            }
            let source: SubjectFunds.Source =
                fact.source == money.carried
                ? .carried : lies(fact.key.coordinates, in: money.fiscal) ? .fiscal : .other
            result.add(fact, source: source, natures: natures(of: fact.key.coordinates))
        }
        return result
    }

    private func natures(of coordinates: Coordinates) -> [String] {
        let all = standards.schemes.rules.money.natures
        let within = all.filter { lies(coordinates, in: $0.coordinates) }
        let names = within.map(\.name)
        return within.filter { nature in !nature.without.contains(where: names.contains) }.map(\.name)
    }

    private func lies(_ line: Coordinates, in wanted: Coordinates) -> Bool {
        Dimension.allCases.allSatisfy { dimension in
            wanted[dimension].isAll
                || standards.classification(dimension).contains(line[dimension], under: wanted[dimension])
        }
    }
}
