import Fiscal
import Standards

/// A large sheet after reading: for each unit, its lines added up by everything that tells facts apart.
struct SummedSheet: Sendable {
    let sheet: String
    private let name: String
    let plan: LinePlan
    /// By unit's number.
    private var tables: [SumTable]
    private var extras: [String] = []
    private(set) var faults: [BookFault]
    private(set) var warnings: [BookFault] = []
    /// Lines that name a unit of the book as counterparty: they are not summed, so that transfers can be checked.
    private(set) var kept: [CheckedRow] = []

    init(_ sheet: LargeSheet, plan: LinePlan, faults: [BookFault] = []) {
        self.sheet = sheet.file
        name = sheet.name
        self.plan = plan
        self.faults = faults
        tables = Array(repeating: SumTable(), count: plan.units.units.count)
    }

    /// Puts together what the stretches of the sheet gave.
    ///
    /// - Parameter starts: the row of each stretch's first line.
    mutating func add(_ parts: [LineScanner.Result], starts: [Int]) {
        guard let first = parts.first, let row = starts.first else { return }
        // The first stretch is taken as it is: its units are not in the others, but for one.
        tables = first.sums
        extras = first.extras
        for unit in tables.indices { tables[unit].moveRows(by: row) }
        var numbers = Dictionary(extras.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        for (part, start) in zip(parts, starts).dropFirst() {
            let places = part.extras.map { number(of: $0, in: &numbers) }
            for unit in tables.indices {
                for entry in part.sums[unit].entries {
                    add(entry, to: unit, extras: places, from: start)
                }
            }
        }
    }

    private mutating func number(of extra: String, in numbers: inout [String: Int]) -> Int {
        if let known = numbers[extra] { return known }
        extras.append(extra)
        numbers[extra] = extras.count
        return extras.count
    }

    private mutating func add(_ entry: SumTable.Entry, to unit: Int, extras places: [Int], from start: Int) {
        let shift = UInt64(plan.standards.space.bits)
        let extra = Int(entry.key >> shift)
        let coordinates = entry.key & (1 << shift - 1)
        let key = extra == 0 ? coordinates : coordinates | UInt64(places[extra - 1]) << shift
        let row = start + entry.firstRow
        if !tables[unit].add(entry.sum, to: key, row: row, count: entry.count) { tooLarge(row) }
    }

    private mutating func tooLarge(_ row: Int) {
        faults.append(BookFault(.badAmount("合计", .tooLong), sheet: sheet, row: row, column: plan.rule.column))
    }

    /// Looks cell by cell at the lines that could not be summed and at those with a key that occurs twice.
    mutating func add(_ suspects: [(row: RawSheet.Row, isSummed: Bool)]) {
        let rows = suspects.filter { suspect in suspect.row.cells.contains { !$0.trimmedCell.isEmpty } }
        guard !rows.isEmpty else { return }
        var checker = SheetChecker(definition: plan.definition, standards: plan.standards, units: plan.units)
        let raw = RawSheet(name: name, file: sheet, header: plan.header, rows: rows.map(\.row))
        let checked = checker.rows(of: [raw])
        faults += checker.faults
        warnings += checker.warnings
        guard faults.isEmpty else { return }
        for (row, isSummed) in zip(checked, rows.map(\.isSummed)) where !isSummed {
            if row.counterparty.isEmpty { add(row) } else { kept.append(row) }
        }
    }

    private mutating func add(_ row: CheckedRow) {
        guard let unit = plan.numbers[row.unit], let amount = row.amounts[plan.rule.column] else { return }
        var key = plan.standards.space.packLine(row.coordinates)
        if !row[.project].isEmpty {
            extras.append(row[.project])
            key |= UInt64(extras.count) << UInt64(plan.standards.space.bits)
        }
        if !tables[Int(unit)].add(amount, to: key, row: row.number) { tooLarge(row.number) }
    }
}

// MARK: - Packed lines

extension SummedSheet {
    var concept: Concept? { plan.rule.spec.concept }
    var phase: Phase { plan.rule.spec.phase ?? .actual }

    /// The packed coordinates of its lines, each with the first row that has them.
    var firstRows: [UInt64: Int] {
        let codes: UInt64 = 1 << UInt64(plan.standards.space.bits) - 1
        var rows: [UInt64: Int] = [:]
        for table in tables {
            for entry in table.entries {
                rows[entry.key & codes] = min(rows[entry.key & codes] ?? .max, entry.firstRow)
            }
        }
        return rows
    }

    /// Gives the packed coordinates and sums of a unit.
    func eachSum(of unit: Int, _ body: (UInt64, Int64) -> Void) {
        let shift = UInt64(plan.standards.space.bits)
        for entry in tables[unit].entries {
            body(entry.key & (1 << shift - 1), entry.sum)
        }
    }
}

extension SummedSheet {
    /// One word a unit that changes with any of its sums, whatever their order.
    var checksums: [UInt64] {
        let shift = UInt64(plan.standards.space.bits)
        let texts = extras.map(Self.checksum)
        return tables.map { table in
            table.entries.reduce(0) { total, entry in
                // Extras are numbered as they are met, which depends on the number of threads.
                let extra = Int(entry.key >> shift)
                var mixed = entry.key & (1 << shift - 1)
                for word in [extra > 0 ? texts[extra - 1] : 0, UInt64(bitPattern: entry.sum), UInt64(entry.count)] {
                    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 &+ word
                }
                mixed = (mixed ^ mixed >> 32) &* 0x94D0_49BB_1331_11EB
                return total &+ (mixed ^ mixed >> 31)
            }
        }
    }
}

extension SummedSheet {
    /// FNV-1a over a project's name.
    private static func checksum(_ project: String) -> UInt64 {
        project.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

// MARK: - Facts

extension SummedSheet {
    /// The sums without signs, with what is known already; nil where they are beyond a book's limit.
    func total(beside known: UInt64) -> UInt64? {
        tables.reduce(Optional(known)) { total, table in
            total.flatMap { AmountLimit.total(table.entries.lazy.map(\.sum), beside: $0) }
        }
    }

    /// Codes of the units that have lines here.
    var units: [String] {
        plan.units.units.indices.filter { tables[$0].entries.contains { _ in true } }.map { plan.units.units[$0].code }
    }

    /// Whether some sum of the unit is negative: 红冲 may have cancelled more than was booked.
    func mayBeNegative(_ unit: Int) -> Bool { tables[unit].entries.contains { $0.sum < 0 } }

    /// The unit's sums as facts, in the order of their first rows.
    func facts(of unit: Int, year: FiscalYear) -> [Fact] {
        facts(tables[unit], unit: plan.units.units[unit].code, year: year)
    }

    /// The sums of several units put together, as facts of the first of them.
    func facts(of units: [Int], year: FiscalYear) -> [Fact] {
        guard let first = units.first else { return [] }
        var sum = SumTable()
        for unit in units {
            for entry in tables[unit].entries {
                // What does not fit is left to the facts themselves, each of which fits.
                if !sum.add(entry.sum, to: entry.key, row: entry.firstRow, count: entry.count) {
                    return units.flatMap { facts(of: $0, year: year) }
                }
            }
        }
        return facts(sum, unit: plan.units.units[first].code, year: year)
    }

    private func facts(_ table: SumTable, unit: String, year: FiscalYear) -> [Fact] {
        guard let key = plan.rule.spec.key(unit: unit, year: year) else { return [] }
        let space = plan.standards.space
        let measure = plan.standards.concepts[key.concept]?.measure ?? .money
        return table.entries.sorted { $0.firstRow < $1.firstRow }.map { entry in
            var full = key
            full.coordinates = space.unpack(entry.key)
            let extra = Int(entry.key >> UInt64(space.bits))
            if extra > 0 { full.project = extras[extra - 1] }
            return Fact(
                key: full, value: FactValue(amount: entry.sum, measure: measure),
                origin: Origin(sheet: sheet, row: entry.firstRow, lines: entry.count))
        }
    }
}
