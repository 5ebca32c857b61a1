import Fiscal
import Standards

// The tree of units.
extension BookReader {
    mutating func unitTree(_ parts: [RawSheet]) -> UnitTree {
        guard let definition = standards.sheet(.units) else { return UnitTree([]) }
        var checker = SheetChecker(definition: definition, standards: standards, units: UnitTree([]))
        let rows = checker.rows(of: parts)
        faults += checker.faults
        var seen: [String: Int] = [:]
        var units: [Unit] = []
        for row in rows {
            let unit = Unit(
                code: row[.unitCode], name: row[.unitName], shortName: row[.unitShortName], parent: row[.unitParent],
                kind: row[.unitKind],
                staffing: row.counts,
                formerCodes: row[.unitFormerCodes].split { "、,，;； ".contains($0) }.map(String.init))
            for id in Set([unit.code, unit.name]) {
                if let first = seen[id] {
                    faults.append(BookFault(.duplicateUnit(id, firstRow: first), sheet: row.sheet, row: row.number))
                } else {
                    seen[id] = row.number
                }
            }
            units.append(unit)
        }
        checkTree(units, rows: rows)
        checkRoots(units, rows: rows)
        return UnitTree(units)
    }

    private var parentColumn: String { standards.sheet(.units)?.name(of: .unitParent) ?? "" }

    /// A department is one: what is under no unit would be in no total.
    private mutating func checkRoots(_ units: [Unit], rows: [CheckedRow]) {
        guard let root = units.first(where: { $0.parent.isEmpty }) else { return }
        for (unit, row) in zip(units, rows) where unit.parent.isEmpty && unit.code != root.code {
            faults.append(
                BookFault(
                    .secondRoot(unit.name, root: "\(root.code) \(root.name)"), sheet: row.sheet, row: row.number,
                    column: parentColumn))
        }
    }

    /// Units with income, expenditure or balances of their own.
    func booked(_ book: Book) -> Set<String> {
        let concepts = ClosingTerms(standards).signs
        var result: Set<String> = []
        for fact in book.facts where fact.key.year == settings.year && fact.key.phase == .actual {
            if concepts[fact.key.concept] != nil { result.insert(fact.key.unit) }
        }
        for sheet in summed where sheet.concept.map({ concepts[$0] != nil }) ?? false { result.formUnion(sheet.units) }
        return result
    }

    private mutating func checkTree(_ units: [Unit], rows: [CheckedRow]) {
        let parents = Dictionary(units.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for (unit, row) in zip(units, rows) {
            var next = unit.parent
            var steps = 0
            while !next.isEmpty {
                guard let above = parents[next] else {
                    faults.append(
                        BookFault(.unknownParentUnit(next), sheet: row.sheet, row: row.number, column: parentColumn))
                    break
                }
                steps += 1
                if steps > units.count {
                    faults.append(
                        BookFault(.cycleInUnits(unit.name), sheet: row.sheet, row: row.number, column: parentColumn))
                    break
                }
                next = above
            }
        }
    }
}
