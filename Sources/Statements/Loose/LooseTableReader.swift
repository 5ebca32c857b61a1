package import Fiscal
package import Standards

/// form + loose rows → observations: rows by code and label, columns by the sums that the figures must satisfy.
///
/// A row with a figure in every column is read as it stands. Of the others a figure is observed only in a column where
/// every assignment that satisfies the sums puts it; all else is listed as unassigned.
package enum LooseTableReader {
    /// - Parameter known: the same facts, or parts and wholes of them, as printed elsewhere in the paper, in the form's
    ///   unit.
    /// - Returns: nil where no row is the form's.
    package static func read(
        _ table: LooseTable, as form: Form, standards: Standards, unit: String,
        known: [FactKey: PrintedNumber] = [:]
    ) -> LooseReading? {
        let rows = LooseRows(table, form: form, standards: standards, unit: unit)
        return read(rows, as: form, standards: standards, known: known.mapValues { RoundingInterval($0) })
    }

    /// All loose tables of a paper: what one says for certain helps to read the others.
    ///
    /// - Returns: one reading for each table; nil where no row is its form's.
    package static func read(
        _ tables: [LooseTable], standards: Standards, unit: String, known: [FactKey: PrintedNumber] = [:]
    ) -> [LooseReading?] {
        let rows = tables.map { LooseRows($0, form: $0.form, standards: standards, unit: unit) }
        let given = known.mapValues { RoundingInterval($0) }
        var readings = [LooseReading?](repeating: nil, count: tables.count)
        for round in 0..<mostRounds {
            var isNew = false
            for (index, table) in tables.enumerated() {
                if round > 0, readings[index]?.unassigned.isEmpty ?? true { continue }
                var facts = given
                for (other, reading) in readings.enumerated() where other != index {
                    guard let reading, tables[other].form.unit == table.form.unit else { continue }
                    facts.merge(Self.facts(reading, decimals: table.form.decimals)) { known, _ in known }
                }
                let reading = read(rows[index], as: table.form, standards: standards, known: facts)
                if reading?.observations.count != readings[index]?.observations.count { isNew = true }
                readings[index] = reading
            }
            if !isNew { break }
        }
        return readings
    }

    private static let mostRounds = 4

    /// A blank cell says what rounds to zero.
    private static func facts(_ reading: LooseReading, decimals: Int) -> [FactKey: RoundingInterval] {
        var result: [FactKey: RoundingInterval] = [:]
        for observation in reading.observations {
            guard case .fact(let key) = observation.figure, result[key] == nil else { continue }
            result[key] = RoundingInterval(observation.printed ?? PrintedNumber(mantissa: 0, decimals: decimals))
        }
        return result
    }

    private static func read(
        _ found: LooseRows, as form: Form, standards: Standards, known: [FactKey: RoundingInterval]
    ) -> LooseReading? {
        guard !found.rows.isEmpty else { return nil }
        let solver = LooseSolver(rows: found.rows, standards: standards, decimals: form.decimals, known: known)
        var report = LooseReport(form: form)
        for (row, answer) in zip(found.rows, solver.answers) { report.add(row, answer) }
        return LooseReading(
            form: form.id, observations: report.observations, assigned: report.assigned,
            unrecognized: found.unrecognized.filter { !$0.label.isEmpty }, unassigned: report.unassigned)
    }
}

/// Collects what the rows of a table say.
private struct LooseReport {
    let form: Form
    var observations: [Observation<TableSpot>] = []
    var assigned: Set<FactKey> = []
    var unassigned: [LooseReading.Unassigned] = []

    mutating func add(_ row: LooseRow, _ answer: LooseSolver.Answer) {
        var open: [Int] = []
        for (column, key) in row.keys.enumerated() {
            guard let key else { continue }
            guard let first = answer.assignments.first,
                answer.assignments.allSatisfy({ $0.figures[column] == first.figures[column] })
            else {
                open.append(column)
                continue
            }
            observe(key, row, first.figures[column])
            if !answer.isCertain { assigned.insert(key) }
        }
        guard !open.isEmpty else { return }
        let fixed = Set(
            answer.assignments.first?.figures.enumerated().compactMap { open.contains($0) ? nil : $1 } ?? [])
        unassigned.append(
            LooseReading.Unassigned(
                spot: row.spot, label: row.label,
                texts: row.values.indices.filter { !fixed.contains($0) }.map { row.values[$0].text },
                columns: answer.assignments.isEmpty ? [] : open.map { title($0, row.part) },
                reason: answer.reason ?? .ambiguous))
    }

    private func title(_ column: Int, _ part: Int) -> String {
        form.parts.indices.contains(part) ? form.parts[part].columns[column].title.joined(separator: "/") : ""
    }

    private mutating func observe(_ key: FactKey, _ row: LooseRow, _ figure: Int?) {
        guard let figure, case .number(let number) = row.values[figure].kind else {
            observations.append(Observation(figure: .fact(key), printed: nil, text: "", position: row.spot))
            return
        }
        let token = row.values[figure]
        observations.append(Observation(figure: .fact(key), printed: number, text: token.text, position: token.spot))
    }
}
