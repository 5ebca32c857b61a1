package import Fiscal

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
    private var undatedLines = 0

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

    /// What a monitoring form holds execution against: the initial budget, as its column says, else the one there is.
    package func monitoringBase(_ source: Source = .total) -> (phase: Phase, amount: Int64)? {
        let phases = [Phase.initialBudget, .adjustedBudget]
        return phases.lazy.compactMap { phase in amount(source, phase).map { (phase, $0) } }.first
    }

    /// executed ÷ budget; nil where there is no budget or it is zero.
    package func execution(_ source: Source = .total) -> (executed: Int64, budget: Int64)? {
        guard let phase = budgetPhase, let budget = amount(source, phase), budget > 0 else { return nil }
        return (amount(source, .actual) ?? 0, budget)
    }

    /// What was spent by the end of a month; nil where some line has no date, or there is no line at all.
    package func spent(through month: Int) -> Int64? {
        guard undatedLines == 0, amounts[.actual] != nil else { return nil }
        return byMonth.filter { $0.key <= month }.reduce(0) { $0 + $1.value }
    }

    mutating func add(_ line: FundsLine) {
        amounts[line.phase, default: [:]][line.source, default: 0] += line.amount
        amounts[line.phase, default: [:]][.total, default: 0] += line.amount
        for name in line.kind.natures { natures[line.phase, default: [:]][name, default: 0] += line.amount }
        guard line.phase == .actual else { return }
        if let month = line.month { byMonth[month, default: 0] += line.amount } else { undatedLines += 1 }
    }
}

/// One line of the book's expenditure or of its budget, as far as subjects ask for it.
struct FundsLine {
    /// What follows from the codes of a line.
    struct Kind {
        let isFiscal: Bool
        let isProject: Bool
        let natures: [String]
    }

    let unit: String
    let counterparty: String
    let project: String
    var phase: Phase
    /// As the book has it.
    let bookedPhase: Phase
    let amount: Int64
    let source: SubjectFunds.Source
    let month: Int?
    let kind: Kind
    let function: Code
    let economic: Code
    let origin: Origin
}

/// A line of the book as a subject's money, for who asks what an amount is made of.
package struct SubjectLine: Sendable, Hashable {
    package let unit: String
    package let function: Code
    package let economic: Code
    package let amount: Int64
    /// Whether it is an initial budget that stands for the adjusted one, which the book does not have.
    package let isUnadjusted: Bool
    package let origin: Origin
}
