// Fiscal: the plain values of the field.
// In: text of amounts, codes and years, already cut out of whatever held it.
// Out: money in fen, printed numbers with their intervals, codes, coordinates, facts, derivations, observations.
// Also `Stretches`, work on several threads, since every module may need it.
// Arithmetic is exact everywhere: Int64 fen, Int128 where a product could pass it; no floating point.
// Does not know: files, tables, sentences, nor the name of any code, year, region or unit.

/// The unit a quantity is kept in. Money is kept in fen, counts in whole pieces, scores in hundredths.
package enum Measure: Hashable, Sendable {
    case money
    /// A count and the word printed behind it (辆, 人次, 批).
    case count(String)
    /// A quantity with two decimals and the word printed behind it (分).
    case score(String)

    /// How many decimals it is kept and printed with; nil for money, which every form prints in its own unit.
    package var decimals: Int? {
        switch self {
        case .money: nil
        case .count: 0
        case .score: 2
        }
    }
}

/// Whether a figure was planned or really happened.
package enum Phase: String, Hashable, Sendable, CaseIterable {
    case initialBudget
    case adjustedBudget
    case actual
}

/// A calendar year of accounts, never of publication.
package struct FiscalYear: Hashable, Comparable, Sendable {
    package let number: Int

    package init(_ number: Int) { self.number = number }

    package var previous: FiscalYear { FiscalYear(number - 1) }
    package var next: FiscalYear { FiscalYear(number + 1) }

    package static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.number < right.number }
}

/// The id of a concept (本年支出, 年初结转和结余, …); the list of concepts is data.
package struct Concept: Hashable, Sendable, Comparable {
    package let id: String

    package init(_ id: String) { self.id = id }

    package static func < (left: Concept, right: Concept) -> Bool { left.id < right.id }

    package static func == (left: Concept, right: Concept) -> Bool { left.id.hasSameBytes(as: right.id) }

    package func hash(into hasher: inout Hasher) { id.hashBytes(into: &hasher) }
}
