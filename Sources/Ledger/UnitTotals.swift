import Fiscal
package import Standards

/// Totals of every unit beside the department's: no unit has more of anything than its department, but for transfers
/// between units, which the department leaves out.
package struct UnitTotals {
    private struct Cell: Hashable {
        let concept: Concept
        let phase: Phase
        let year: FiscalYear
        let coordinates: Coordinates
    }

    private let book: Book
    private let standards: Standards
    private var totals: [Cell: [String: Int64]] = [:]
    private var eliminated: Set<Cell> = []
    /// Concepts that may be below zero, so that the other units of a department may take something off one's figure.
    private let signed: Set<Concept>

    package init(book: Book, standards: Standards) {
        self.book = book
        self.standards = standards
        signed = Set(
            standards.sheets.flatMap { sheet in
                sheet.facts.filter { sheet.column($0.column)?.mayBeNegative ?? false }.compactMap(\.spec.concept)
            })
        let above = Self.ancestors(book.units)
        for fact in book.facts {
            for cell in cells(fact) {
                if !fact.counterparty.isEmpty {
                    eliminated.insert(cell)
                    continue
                }
                for unit in above[fact.key.unit] ?? [fact.key.unit] {
                    totals[cell, default: [:]][unit, default: 0] += fact.value.amount
                }
            }
        }
    }

    private static func ancestors(_ units: UnitTree) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for unit in units.units {
            var path: [String] = []
            var next = unit.code
            while let found = units[next], !path.contains(next) {
                path.append(next)
                next = found.parent
            }
            result[unit.code] = path
        }
        return result
    }

    /// The whole, and each dimension by itself at each of its levels: what the tables print.
    private func cells(_ fact: Fact) -> [Cell] {
        let key = fact.key
        func cell(_ coordinates: Coordinates) -> Cell {
            Cell(concept: key.concept, phase: key.phase, year: key.year, coordinates: coordinates)
        }
        return [cell(.all)]
            + Dimension.allCases.flatMap { dimension in
                standards.classification(dimension).path(key.coordinates[dimension]).map { code in
                    var one = Coordinates.all
                    one[dimension] = code
                    return cell(one)
                }
            }
    }

    /// Units that have more than their department, by lines or by what is stated for either.
    package func faults() -> [BookFault] {
        guard let root = book.units.root else { return [] }
        let comparison = UnitComparison(book: book, standards: standards, root: root.code)
        var faults = comparison.stated()
        for (cell, sums) in totals where !eliminated.contains(cell) && !signed.contains(cell.concept) {
            for (unit, amount) in sums {
                let key = FactKey(
                    unit: unit, year: cell.year, phase: cell.phase, concept: cell.concept, coordinates: cell.coordinates
                )
                faults += comparison.compare(amount, with: sums[root.code] ?? 0, key, nil)
            }
        }
        return faults.sorted { $0.chinese < $1.chinese }
    }

    /// By what is stated alone. Lines of a checked book cannot exceed: each is under the department, none is below zero.
    package static func statedFaults(book: Book, standards: Standards) -> [BookFault] {
        guard let root = book.units.root else { return [] }
        return UnitComparison(book: book, standards: standards, root: root.code).stated().sorted {
            $0.chinese < $1.chinese
        }
    }
}

/// One unit's figure beside the department's.
private struct UnitComparison {
    let book: Book
    let standards: Standards
    let root: String

    func stated() -> [BookFault] {
        var faults: [BookFault] = []
        for (key, fact) in book.stated where key.unit == root {
            // An average of one unit may well be above the department's.
            guard standards.concepts[key.concept]?.isAdditive ?? true else { continue }
            for unit in book.units.units where unit.code != root {
                var own = key
                own.unit = unit.code
                if let amount = book.stated[own]?.value.amount {
                    faults += compare(amount, with: fact.value.amount, own, fact.origin)
                }
            }
        }
        return faults
    }

    func compare(_ amount: Int64, with total: Int64, _ key: FactKey, _ place: Origin?) -> [BookFault] {
        guard amount > total, key.unit != root, let name = book.units[key.unit]?.name else { return [] }
        let isMoney = standards.concepts[key.concept]?.measure == .money
        let shown = { (value: Int64) in isMoney ? yuan(value) : "\(value)" }
        return [
            BookFault(
                .unitExceedsDepartment(
                    unit: name, what: words(key), amount: shown(amount), department: shown(total), isMoney: isMoney),
                sheet: place?.sheet ?? "账套", row: place?.row ?? 0)
        ]
    }

    private func words(_ key: FactKey) -> String {
        let phase = Phase.words.first { $0.1 == key.phase }?.0 ?? ""
        let members = Dimension.allCases.filter { !key.coordinates[$0].isAll }.map {
            standards.classification($0).name(key.coordinates[$0])
        }
        return (["\(key.year.number) 年度\(phase)\(key.concept.id)"] + members).joined(separator: "·")
    }
}
