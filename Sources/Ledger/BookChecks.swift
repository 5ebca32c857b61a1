import Fiscal
import Standards

/// What must hold over the lines of a whole book.
struct BookChecks {
    let book: Book
    let standards: Standards

    func faults() -> [BookFault] {
        faults { FactBase(book: book, standards: standards, unit: $0) }
    }

    /// - Parameter base: the figures of a unit.
    func faults(base: (String) -> FactBase) -> [BookFault] { negativeLeaves() + closingControls(base) }

    /// 红冲 may cancel what was booked, never more.
    private func negativeLeaves() -> [BookFault] {
        var sums: [FactKey: (sum: Int64, origin: Origin)] = [:]
        let booked = bookedConcepts
        for fact in book.facts where fact.key.year == book.settings.year && booked.contains(fact.key.concept) {
            sums[fact.key, default: (0, fact.origin)].sum += fact.value.amount
        }
        return sums.filter { $0.value.sum < 0 }.map { key, entry in
            let names = Dimension.allCases.filter { !key.coordinates[$0].isAll }.map {
                standards.classification($0).name(key.coordinates[$0])
            }
            let leaf = ([book.units[key.unit]?.name ?? key.unit] + names).joined(separator: "、")
            return BookFault(.negativeSum(leaf), sheet: entry.origin.sheet, row: entry.origin.row)
        }.sorted { ($0.sheet, $0.row) < ($1.sheet, $1.row) }
    }

    /// What sheets of vouchers tell.
    private var bookedConcepts: Set<Concept> {
        let sheets = standards.sheets.filter { $0.column(.voucher) != nil }
        return Set(sheets.flatMap(\.facts).compactMap(\.spec.concept))
    }

    /// A typed closing balance is a control: it must be what the lines give.
    ///
    /// Income is not booked by kind of expenditure, so rows that differ only in kind or project are compared together.
    private func closingControls(_ make: (String) -> FactBase) -> [BookFault] {
        var stated: [FactKey: (sum: Int64, origin: Origin)] = [:]
        for fact in book.controls {
            var key = fact.key
            key.coordinates.kind = .all
            key.project = ""
            stated[key, default: (0, fact.origin)].sum += fact.value.amount
        }
        var bases: [String: FactBase] = [:]
        return stated.compactMap { key, entry -> BookFault? in
            let base = bases[key.unit] ?? make(key.unit)
            bases[key.unit] = base
            guard let computed = base.value(of: key), computed.amount != entry.sum else { return nil }
            return BookFault(
                .controlMismatch(key.concept.id, stated: yuan(entry.sum), computed: yuan(computed.amount)),
                sheet: entry.origin.sheet, row: entry.origin.row)
        }.sorted { ($0.sheet, $0.row) < ($1.sheet, $1.row) }
    }
}

/// Yuan with thousands separators, as a person reads an amount of the book.
package func yuan(_ fen: Int64) -> String {
    PrintedNumber(mantissa: fen, decimals: 2).text(grouping: true)
}
