import Fiscal
import Standards

// The tree of units.
extension BookReader {
    mutating func unitTree(_ parts: [RawSheet]) -> UnitTree {
        guard let definition = standards.sheets.first(where: { $0.id == "单位" }) else { return UnitTree([]) }
        var checker = SheetChecker(definition: definition, standards: standards, units: UnitTree([]))
        let rows = checker.rows(of: parts)
        faults += checker.faults
        var seen: [String: Int] = [:]
        var units: [Unit] = []
        for row in rows {
            let unit = Unit(
                code: row["编码"], name: row["名称"], shortName: row["简称"], parent: row["上级编码"], kind: row["单位性质"],
                staffing: row.counts)
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
        return UnitTree(units)
    }

    private mutating func checkTree(_ units: [Unit], rows: [CheckedRow]) {
        let parents = Dictionary(units.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for (unit, row) in zip(units, rows) {
            var next = unit.parent
            var steps = 0
            while !next.isEmpty {
                guard let above = parents[next] else {
                    faults.append(
                        BookFault(.unknownParentUnit(next), sheet: row.sheet, row: row.number, column: "上级编码"))
                    break
                }
                steps += 1
                if steps > units.count {
                    faults.append(
                        BookFault(.cycleInUnits(unit.name), sheet: row.sheet, row: row.number, column: "上级编码"))
                    break
                }
                next = above
            }
        }
    }
}
