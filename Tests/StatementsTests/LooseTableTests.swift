import Fiscal
import Ledger
import Paper
import Standards
import Testing

@testable import Statements

/// Forms of every place over made-up books, with blank cells dropped: what is read stands where it was printed.
struct LooseTableTests {
    private static let places = [
        Checkout.Place(region: "610000", year: 2022), Checkout.Place(region: "430400", year: 2021),
        Checkout.Place(region: "310000", year: 2024), Checkout.Place(region: "530100", year: 2023),
        Checkout.Place(region: "310000", year: 2023, variant: "编码分列"),
    ]

    @Test(arguments: places) func noFigureIsReadUnderAnotherFact(_ place: Checkout.Place) throws {
        let standards = try Checkout.standards(place)
        var count = Count()
        for seed in 1...2 as ClosedRange<UInt64> {
            let facts = try RandomBook(standards, seed: seed * 77, lines: seed == 1 ? 20 : 60).facts
            try count.add(Self.tables(facts), facts: facts)
        }
        print("\(place): \(count.right) right, \(count.open) unassigned (\(count.openAmounts) amounts)")
        #expect(count.wrong.isEmpty, "\(count.wrong.prefix(8))")
        #expect(count.unrecognized.isEmpty, "\(count.unrecognized.prefix(8))")
    }

    private static func tables(_ facts: FactBase) -> [Table] {
        let style = PrintStyle(zero: .blank, noun: "部门", unitName: "某局", year: facts.standards.year.number)
        return facts.standards.orderedForms.map { form, number in
            TableBuilder.table(form, number: number, facts: facts, style: style)
        }
    }

    /// The words of a grid, line by line, as a page that is copied gives them.
    static func loose(_ grid: Grid, as form: Form) -> LooseTable {
        let rows = grid.rows.map { row in
            let line = row.sorted { $0.column < $1.column }.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
            return Word.words(of: line).enumerated().map { Cell($1.text, column: $0) }
        }
        return LooseTable(Grid(rows: rows, columnCount: 0, headerRowCount: 0, isLoose: true), as: form)
    }

    private struct Count {
        var right = 0
        var open = 0
        var openAmounts = 0
        var wrong: [String] = []
        var unrecognized: [String] = []

        mutating func add(_ tables: [Table], facts: FactBase) throws {
            let loose = tables.map { LooseTableTests.loose($0.grid, as: $0.form) }
            let readings = LooseTableReader.read(loose, standards: facts.standards, unit: facts.unit)
            for (table, reading) in zip(tables, readings) {
                let matrix = table.grid.matrix
                var observed: [FactKey: PrintedNumber?] = [:]
                for observation in reading?.observations ?? [] {
                    if case .fact(let key) = observation.figure { observed[key] = .some(observation.printed) }
                }
                unrecognized += reading?.unrecognized.map { "\(table.form.id) \($0.label)" } ?? []
                for (spot, key) in table.figures {
                    let printed = matrix[spot.row][spot.column]?.number
                    if let found = observed[key] {
                        if found == printed {
                            right += 1
                        } else {
                            wrong.append("\(table.form.id) \(spot) \(found?.text() ?? "-") \(printed?.text() ?? "-")")
                        }
                    } else {
                        open += 1
                        if printed != nil { openAmounts += 1 }
                    }
                }
            }
        }
    }

    /// A hostile text: many rows, many figures, nothing that adds up. Time stays in proportion.
    @Test(arguments: ["201 一般公共服务支出 1.00 1.00", "合计 1.00 2.00", "1.00", "201", "合计", "9 九 10 十"])
    func nonsenseIsReadInTime(_ line: String) throws {
        let standards = try Checkout.standards(Self.places[1])
        let rows = Array(repeating: Word.words(of: line).enumerated().map { Cell($1.text, column: $0) }, count: 1_000)
        let grid = Grid(rows: rows, columnCount: 0, headerRowCount: 0, isLoose: true)
        let clock = ContinuousClock()
        let time = clock.measure {
            for (form, _) in standards.orderedForms {
                _ = LooseTableReader.read(LooseTable(grid, as: form), as: form, standards: standards, unit: "x")
            }
        }
        print("nonsense \(line): \(time)")
        #expect(time < .seconds(120))
    }
}
