package import Fiscal
package import Standards

/// form + loose rows → observations: rows by code and label, columns by the sums that the figures must satisfy.
///
/// A row with a figure in every column is read as it stands. Of the others a figure is observed only in a column where
/// every assignment that satisfies the sums puts it; all else is listed as unassigned.
package enum LooseTableReader {
    /// - Parameters:
    ///   - layout: the form as defined.
    ///   - known: the same facts as printed elsewhere in the paper, in the form's unit.
    /// - Returns: nil where no row is the form's.
    package static func read(
        _ table: LooseTable, as form: Form, standards: Standards, unit: String,
        known: [FactKey: PrintedNumber] = [:]
    ) -> LooseReading? {
        let intervals = known.mapValues { RoundingInterval($0) }
        return read(table, as: form, standards: standards, unit: unit, intervals: intervals)
    }

    /// All loose tables of a paper: what one says for certain helps to read the others.
    ///
    /// - Returns: one reading for each table; nil where no row is its form's.
    package static func read(
        _ tables: [LooseTable], standards: Standards, unit: String, known: [FactKey: PrintedNumber] = [:]
    ) -> [LooseReading?] {
        var readings = [LooseReading?](repeating: nil, count: tables.count)
        for round in 0..<4 {
            var isNew = false
            for index in tables.indices {
                let form = tables[index].form
                var facts = known.mapValues { RoundingInterval($0) }
                for (other, reading) in readings.enumerated() where other != index {
                    guard tables[other].form.unit == form.unit else { continue }
                    for observation in reading?.observations ?? [] {
                        guard case .fact(let key) = observation.figure, facts[key] == nil else { continue }
                        facts[key] = RoundingInterval(
                            observation.printed ?? PrintedNumber(mantissa: 0, decimals: form.decimals))
                    }
                }
                if round > 0, readings[index]?.unassigned.isEmpty ?? true { continue }
                let reading = read(tables[index], as: form, standards: standards, unit: unit, intervals: facts)
                if reading?.observations.count != readings[index]?.observations.count { isNew = true }
                readings[index] = reading
            }
            if !isNew { break }
        }
        return readings
    }

    private static func read(
        _ table: LooseTable, as form: Form, standards: Standards, unit: String, intervals: [FactKey: RoundingInterval]
    ) -> LooseReading? {
        let found = LooseRows(table, form: form, standards: standards, unit: unit)
        guard !found.rows.isEmpty else { return nil }
        let solver = LooseSolver(rows: found.rows, standards: standards, decimals: form.decimals, known: intervals)
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
        let fixed = Set(answer.assignments.first?.figures.enumerated().compactMap { open.contains($0) ? nil : $1 } ?? [])
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
