import Fiscal
import Standards

/// What a sound book's figures keep, but a true one may not: told, never refused.
struct BalanceChecks {
    private let book: Book
    private let standards: Standards
    private let summed: [SummedSheet]

    init(book: Book, standards: Standards, summed: [SummedSheet]) {
        self.book = book
        self.standards = standards
        self.summed = summed
    }

    func warnings() -> [BookFault] { standards.sheets.flatMap { negative($0) + exceeded($0) } }

    // MARK: - Closing balances

    /// Which balance: whose, and of which kind of money.
    private struct Balance: Hashable {
        let unit: Int
        let fund: Int
    }

    /// In one pass over the lines: a book may have thousands of units.
    private func negative(_ sheet: Sheet) -> [BookFault] {
        sheet.floors.flatMap { floor -> [BookFault] in
            let sums = sums(floor)
            return sums.filter { $0.value < 0 }.sorted { ($0.key.unit, $0.key.fund) < ($1.key.unit, $1.key.fund) }.map {
                balance, amount in
                let kind = BookFault.Kind.negativeBalance(
                    unit: book.units.units[balance.unit].name,
                    fund: standards.classification(.fund).name(
                        floor.funds[balance.fund]), what: floor.concept.id, amount: yuan(amount))
                return BookFault(kind, sheet: sheet.id)
            }
        }
    }

    private func sums(_ floor: SheetFloor) -> [Balance: Int64] {
        let signs = signs(of: floor.concept)
        let numbers = Dictionary(
            book.units.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var places: [Code: Int?] = [:]
        var sums: [Balance: Int64] = [:]
        // What does not fit into 64 bits is refused where the figure itself is computed.
        func add(_ unit: Int, _ fund: Code, _ amount: Int64) {
            let place = places[fund] ?? place(of: fund, in: floor)
            places[fund] = place
            if let place { sums[Balance(unit: unit, fund: place), default: 0] &+= amount }
        }
        for fact in book.facts where fact.key.year == book.settings.year && fact.key.phase == .actual {
            guard let sign = signs[fact.key.concept], let unit = numbers[fact.key.unit] else { continue }
            add(unit, fact.key.coordinates.fund, sign &* fact.value.amount)
        }
        for sheet in summed where sheet.phase == .actual {
            guard let sign = sheet.concept.flatMap({ signs[$0] }) else { continue }
            for (unit, digest) in sheet.digest.units.enumerated() {
                for (fund, amount) in digest.funds.enumerated() where amount != 0 {
                    add(unit, standards.space.code(fund, .fund), sign &* amount)
                }
            }
        }
        return sums
    }

    private func place(of fund: Code, in floor: SheetFloor) -> Int? {
        floor.funds.firstIndex { standards.classification(.fund).contains(fund, under: $0) }
    }

    /// A concept down to those that have lines of their own, each with its sign.
    private func signs(of concept: Concept) -> [Concept: Int64] {
        guard let terms = standards.concepts[concept]?.terms, !terms.isEmpty else { return [concept: 1] }
        var result: [Concept: Int64] = [:]
        for term in terms {
            for (part, sign) in signs(of: term.concept) { result[part, default: 0] += term.sign * sign }
        }
        return result
    }

    // MARK: - Parts and wholes

    private func exceeded(_ sheet: Sheet) -> [BookFault] {
        let limits = sheet.limits.filter { limit in book.facts.contains { $0.key.concept == limit.part.concept } }
        guard !limits.isEmpty, let root = book.units.root else { return [] }
        let facts = FactBase(book: book, standards: standards, unit: root.code)
        return limits.compactMap { limit in
            guard let part = facts.key(limit.part), let whole = facts.key(limit.whole),
                let amount = facts.value(of: part)?.amount, let most = facts.value(of: whole)?.amount, amount > most
            else { return nil }
            let kind = BookFault.Kind.partExceeds(
                words(part), amount: yuan(amount), whole: words(whole), most: yuan(most))
            return BookFault(kind, sheet: sheet.id)
        }
    }

    private func words(_ key: FactKey) -> String {
        let members = Dimension.allCases.filter { !key.coordinates[$0].isAll }.map {
            standards.classification($0).name(key.coordinates[$0])
        }
        return ([key.concept.id] + members).joined(separator: "、")
    }
}
