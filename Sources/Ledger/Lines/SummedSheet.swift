import Fiscal
import Standards

/// A large sheet after reading: for each unit, its lines added up by everything that tells facts apart.
struct SummedSheet: Sendable {
    /// What a stretch of the sheet counts its rows and its projects from.
    private struct Part: Sendable {
        /// The row of its first line.
        let start: Int
        /// Projects by their number in keys, from 1.
        var extras: [String]
    }

    let sheet: String
    private let name: String
    let plan: LinePlan
    /// By unit's number.
    private var tables: [SumTable]
    /// By unit's number: the part that its table is of. Most units stand in one stretch, and their sums stay as they are.
    private var homes: [Int]
    private var parts: [Part]
    /// Of the sums as they are once all lines are added.
    private(set) var digest = SumDigest()
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
        homes = Array(repeating: 0, count: tables.count)
        parts = [Part(start: 0, extras: [])]
    }

    /// - Parameters:
    ///   - results: what the stretches of the sheet gave.
    ///   - starts: the row of each stretch's first line.
    ///   - suspects: lines that could not be summed and those with a key that occurs twice.
    init(
        _ sheet: LargeSheet, plan: LinePlan, _ results: [LineScanner.Result], starts: [Int],
        suspects: [(row: RawSheet.Row, isSummed: Bool)], threads: Int
    ) {
        self.init(sheet, plan: plan)
        parts = zip(results, starts).map { Part(start: $1, extras: $0.extras) } + parts
        var projects = ProjectNumbers()
        for unit in tables.indices {
            let found = results.indices.filter { !results[$0].sums[unit].entries.isEmpty }
            guard found.count > 1 else {
                if let only = found.first { (tables[unit], homes[unit]) = (results[only].sums[unit], only) }
                continue
            }
            homes[unit] = parts.count - 1
            for part in found { add(results[part].sums[unit], of: parts[part], to: unit, &projects) }
        }
        parts[parts.count - 1].extras = projects.texts
        add(suspects)
        // Nobody asks for the sums of a sheet that is refused.
        if faults.isEmpty { makeDigest(threads) }
    }

    private mutating func add(_ table: SumTable, of part: Part, to unit: Int, _ projects: inout ProjectNumbers) {
        for entry in table.entries {
            let (key, row) = (renumbered(entry.key, of: part, &projects), part.start + entry.firstRow)
            if !tables[unit].add(entry.sum, to: key, row: row, count: entry.count) { tooLarge(row) }
        }
    }

    private func renumbered(_ key: UInt64, of part: Part, _ projects: inout ProjectNumbers) -> UInt64 {
        let extra = Int(key >> UInt64(plan.standards.space.bits))
        return extra == 0 ? key : codes(key) | number(projects.number(of: part.extras[extra - 1]))
    }

    /// The packed coordinates of a key.
    private func codes(_ key: UInt64) -> UInt64 { key & (1 << UInt64(plan.standards.space.bits) - 1) }

    /// A project's number where it stands in a key.
    private func number(_ extra: Int) -> UInt64 { UInt64(extra) << UInt64(plan.standards.space.bits) }

    private mutating func makeDigest(_ threads: Int) {
        let screen = LineScreen(LineChecks(plan.standards), plan.definition, standards: plan.standards)
        let checksums = parts.map { $0.extras.map(SumDigest.checksum) }
        let (tables, homes, parts) = (tables, homes, parts)
        let digests = Stretches.map(tables.count, threads: threads) { units in
            var digest = SumDigest()
            for unit in units {
                let home = homes[unit]
                digest.append(tables[unit], projects: checksums[home], start: parts[home].start, screen: screen)
            }
            return digest
        }
        for part in digests { digest.append(part) }
    }

    private mutating func tooLarge(_ row: Int) {
        faults.append(BookFault(.badAmount("合计", .tooLong), sheet: sheet, row: row, column: plan.rule.column))
    }

    /// Looks cell by cell at the lines that could not be summed and at those with a key that occurs twice.
    private mutating func add(_ suspects: [(row: RawSheet.Row, isSummed: Bool)]) {
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
        guard let place = plan.numbers[row.unit], let amount = row.amounts[plan.rule.column] else { return }
        let unit = Int(place)
        var key = plan.standards.space.packLine(row.coordinates)
        if !row[.project].isEmpty {
            parts[homes[unit]].extras.append(row[.project])
            key |= number(parts[homes[unit]].extras.count)
        }
        // Counted as the rows of the table that it joins.
        let counted = row.number - parts[homes[unit]].start
        if !tables[unit].add(amount, to: key, row: counted) { tooLarge(row.number) }
    }
}

/// Projects as they are numbered in keys.
private struct ProjectNumbers {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    /// From 1.
    mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        texts.append(text)
        numbers[text] = texts.count
        return texts.count
    }
}

// MARK: - Packed lines

extension SummedSheet {
    var concept: Concept? { plan.rule.spec.concept }
    var phase: Phase { plan.rule.spec.phase ?? .actual }

    /// The packed coordinates of a unit's lines, and their sums.
    func sums(of unit: Int) -> ([UInt64], [Int64]) {
        (tables[unit].entries.map { codes($0.key) }, tables[unit].entries.map(\.sum))
    }
}

// MARK: - Facts

extension SummedSheet {
    /// Codes of the units that have lines here.
    var units: [String] {
        plan.units.units.indices.filter { !tables[$0].entries.isEmpty }.map { plan.units.units[$0].code }
    }

    var hasLines: Bool { tables.contains { !$0.entries.isEmpty } }

    /// The unit's sums as facts, in the order of their first rows.
    func facts(of unit: Int, year: FiscalYear) -> [Fact] {
        facts(tables[unit], of: parts[homes[unit]], unit: plan.units.units[unit].code, year: year)
    }

    /// The sums of several units put together, as facts of the first of them.
    func facts(of units: [Int], year: FiscalYear) -> [Fact] {
        guard let first = units.first else { return [] }
        var sum = SumTable()
        var projects = ProjectNumbers()
        for unit in units {
            let part = parts[homes[unit]]
            for entry in tables[unit].entries {
                let key = renumbered(entry.key, of: part, &projects)
                // What does not fit is left to the facts themselves, each of which fits.
                if !sum.add(entry.sum, to: key, row: part.start + entry.firstRow, count: entry.count) {
                    return units.flatMap { facts(of: $0, year: year) }
                }
            }
        }
        let together = Part(start: 0, extras: projects.texts)
        return facts(sum, of: together, unit: plan.units.units[first].code, year: year)
    }

    private func facts(_ table: SumTable, of part: Part, unit: String, year: FiscalYear) -> [Fact] {
        guard let key = plan.rule.spec.key(unit: unit, year: year) else { return [] }
        let space = plan.standards.space
        let measure = plan.standards.concepts[key.concept]?.measure ?? .money
        return table.entries.sorted { $0.firstRow < $1.firstRow }.map { entry in
            var full = key
            full.coordinates = space.unpack(entry.key)
            let extra = Int(entry.key >> UInt64(space.bits))
            if extra > 0 { full.project = part.extras[extra - 1] }
            return Fact(
                key: full, value: FactValue(amount: entry.sum, measure: measure),
                origin: Origin(sheet: sheet, row: part.start + entry.firstRow, lines: entry.count))
        }
    }
}
