import Fiscal
import Ledger
import Paper
import Standards
import Statements
import Testing

/// A table with what must be read from it.
struct Printed {
    let table: Table
    let standards: Standards
    /// What each square prints: nil where it is blank.
    let expected: [TableSpot: Observation<TableSpot>]

    init(_ form: Form, facts: FactBase, zero: Profile.ZeroStyle = .blank) {
        let style = PrintStyle(zero: zero, noun: "部门", unitName: "某市某局", year: facts.standards.year.number)
        let table = TableBuilder.table(form, number: "", facts: facts, style: style)
        var expected: [TableSpot: Observation<TableSpot>] = [:]
        for (spot, key) in table.figures {
            let value = facts.value(of: key)
            let isBlank = value.map { $0.amount == 0 && zero == .blank } ?? true
            let printed = isBlank ? nil : value.map { form.printed($0) }
            expected[spot] = Observation(
                figure: .fact(key), printed: printed, text: printed?.text(grouping: true) ?? "", position: spot)
        }
        self.table = table
        standards = facts.standards
        self.expected = expected
    }

    /// The grid as a reader of a file gives it: text only.
    var grid: Grid {
        var grid = table.grid
        for row in grid.rows.indices {
            for cell in grid.rows[row].indices { grid.rows[row][cell].number = nil }
        }
        return grid
    }

    /// Reads a grid as a form and asks for exactly the figures that were printed, wherever they now stand.
    func expectReads(
        _ grid: Grid, as form: Form, moved: (TableSpot) -> TableSpot = { $0 }, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let reading = try #require(
            TableReader.read(grid, as: form, standards: standards, unit: "001"), "\(what)：表头不认",
            sourceLocation: sourceLocation)
        let rows = reading.unrecognized.map(\.label)
        #expect(rows.isEmpty, "\(what)：不认的行 \(rows)", sourceLocation: sourceLocation)
        #expect(reading.missingColumns.isEmpty, "\(what)：缺的列 \(reading.missingColumns)", sourceLocation: sourceLocation)
        #expect(reading.observations.count == expected.count, "\(what)：读出的个数", sourceLocation: sourceLocation)
        let read = Dictionary(reading.observations.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        for (spot, wanted) in expected {
            var wanted = wanted
            wanted.position = moved(spot)
            guard read[wanted.position] != wanted else { continue }
            Issue.record(
                "\(what)：\(wanted.position) 应为 \(wanted)，读作 \(String(describing: read[wanted.position]))",
                sourceLocation: sourceLocation)
            return
        }
    }
}
