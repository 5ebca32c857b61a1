import Fiscal
import Standards

/// Closing balances of one year as opening balances of the next: by unit, function and fund, by kind of expenditure and
/// project as far as the lines tell them apart.
struct OpeningBalances {
    struct Line: Hashable {
        var unit: String
        var function: Code
        var fund: Code
        var kind: Code
        var project: String
        var amount: Int64
        /// The lines name several kinds of expenditure, and income is not booked by kind.
        var isKindOpen: Bool
    }

    private struct Leaf: Hashable {
        var unit: String
        var function: Code
        var fund: Code
    }

    private struct Part: Hashable {
        var kind: Code
        var project: String
    }

    private let book: Book
    private let standards: Standards
    private let year: FiscalYear

    /// - Parameter year: the year that closes; nil = the book's own.
    init(book: Book, standards: Standards, year: FiscalYear? = nil) {
        self.book = book
        self.standards = standards
        self.year = year ?? book.settings.year
    }

    func lines() -> [Line] {
        let signs = ClosingTerms(standards).signs
        var sums: [Leaf: [Part: Int64]] = [:]
        for fact in book.facts where fact.key.year == year && fact.key.phase == .actual {
            guard let sign = signs[fact.key.concept] else { continue }
            let place = fact.key.coordinates
            let part = Part(kind: place.kind, project: fact.key.project)
            let leaf = Leaf(unit: fact.key.unit, function: place.function, fund: place.fund)
            sums[leaf, default: [:]][part, default: 0] += sign * fact.value.amount
        }
        return pooled(sums).flatMap { split($0.key, $0.value) }.filter { $0.amount != 0 }.sorted {
            ($0.unit, $0.function, $0.fund, $0.kind, $0.project) < ($1.unit, $1.function, $1.fund, $1.kind, $1.project)
        }
    }

    /// Spending booked on a fund as a whole (非财政拨款) is taken out of what came in under its members.
    private func pooled(_ sums: [Leaf: [Part: Int64]]) -> [Leaf: [Part: Int64]] {
        let funds = standards.classification(.fund)
        var result = sums
        for (leaf, parts) in sums where parts.values.reduce(0, +) < 0 {
            for (other, members) in sums
            where other.unit == leaf.unit && other.function == leaf.function && other.fund != leaf.fund
                && funds.contains(other.fund, under: leaf.fund)
            {
                result[other] = nil
                result[leaf, default: [:]].merge(members, uniquingKeysWith: +)
            }
        }
        return result
    }

    private func split(_ leaf: Leaf, _ parts: [Part: Int64]) -> [Line] {
        let byProject = Dictionary(grouping: parts, by: \.key.project)
        let totals = byProject.mapValues { $0.reduce(0) { $0 + $1.value } }
        if totals.values.allSatisfy({ $0 >= 0 }) {
            return byProject.flatMap { project, parts in
                byKind(leaf, project, Dictionary(parts.map { ($0.key.kind, $0.value) }, uniquingKeysWith: +))
            }
        }
        let kinds = Dictionary(parts.map { ($0.key.kind, $0.value) }, uniquingKeysWith: +)
        return byKind(leaf, byProject.count == 1 ? byProject.keys.first ?? "" : "", kinds)
    }

    private func byKind(_ leaf: Leaf, _ project: String, _ sums: [Code: Int64]) -> [Line] {
        let total = sums.values.reduce(0, +)
        func line(_ kind: Code, _ amount: Int64, isOpen: Bool = false) -> Line {
            Line(
                unit: leaf.unit, function: leaf.function, fund: leaf.fund, kind: kind, project: project, amount: amount,
                isKindOpen: isOpen)
        }
        let kinds = sums.keys.filter { !$0.isAll }
        if kinds.count <= 1 { return [line(kinds.first ?? .all, total)] }
        if let income = sums[.all], income != 0 {
            let typed = typedByKind(leaf, project)
            if typed.values.reduce(0, +) == total { return typed.map { line($0.key, $0.value) } }
            return [line(.all, total, isOpen: true)]
        }
        return sums.map { line($0.key, $0.value) }
    }

    /// Closing balances as typed for control, where they are: the split that a person has made.
    private func typedByKind(_ leaf: Leaf, _ project: String) -> [Code: Int64] {
        var result: [Code: Int64] = [:]
        for fact in book.controls where fact.key.unit == leaf.unit && fact.key.project == project {
            let place = fact.key.coordinates
            guard place.function == leaf.function, place.fund == leaf.fund else { continue }
            result[place.kind, default: 0] += fact.value.amount
        }
        return result
    }
}
