import Fiscal
import Foundation
import Ledger
import Paper
import Standards
import Statements
import Support
import Testing

@testable import mingzhang

let checkout = CheckedOut.path

/// An example book with its standards, as the command loads it.
struct Example {
    let name: String
    let loaded: LoadedBook

    init(_ name: String) throws {
        self.name = name
        loaded = try LoadedBook(
            path: checkout + "/Examples/" + name, library: StandardsFolder.load(checkout + "/Standards"))
    }

    func facts() throws -> FactBase {
        FactBase(book: loaded.book, standards: loaded.standards, unit: try #require(loaded.book.units.root).code)
    }

    /// Rows of one of the example's `expected/*.csv`.
    func expected(_ file: String) throws -> [[String: String]] {
        let bytes = try FileBytes.read(checkout + "/Examples/\(name)/expected/\(file).csv")
        let sheet = try CsvSheet.read(bytes, name: file, file: file)
        return sheet.rows.map { row in
            Dictionary(zip(sheet.header, row.cells), uniquingKeysWith: { first, _ in first })
        }
    }
}

/// The amounts that published papers print, against the tables built from the example books.
struct ExampleTables {
    /// How many amounts each paper prints in its tables, and how many of them are the paper's own errors.
    @Test(arguments: [("hengyang-2021", 358, 0), ("shifeng-2020", 469, 4)])
    func everyPrintedAmountOfThePaper(_ name: String, _ printed: Int, _ wrong: Int) throws {
        let example = try Example(name)
        let facts = try example.facts()
        let style = PrintStyle(zero: .blank, noun: "部门", unitName: example.loaded.book.settings.department, year: 2021)
        var ours: [String: String] = [:]
        for (form, number) in example.loaded.standards.orderedForms {
            let table = TableBuilder.table(form, number: number, facts: facts, style: style)
            for (spot, text) in cells(of: table) { ours["\(form.id) \(spot)"] = text }
        }
        let differences = Set(
            try example.expected("differences").filter { $0["place"]?.hasPrefix("T") == true }.map {
                "\($0["place"] ?? "") \($0["row"] ?? "") \($0["column"] ?? "")"
            })
        var counted = 0
        var off = 0
        for row in try example.expected("tables") {
            let spot = "\(row["form"] ?? "") \(row["row"] ?? "") \(row["column"] ?? "")"
            let wanted = try number(row["printed"] ?? "")
            let found = try number(try #require(ours[spot], "no cell \(spot)"))
            if !(row["printed"] ?? "").isEmpty { counted += 1 }
            if differences.contains(spot) {
                off += 1
                #expect(!wanted.isSameValue(as: found), "\(spot) is listed as the paper's error, but agrees")
            } else {
                #expect(wanted.isSameValue(as: found), "\(spot): paper \(wanted.text()), ours \(found.text())")
            }
        }
        #expect(counted == printed && off == wrong)
        print("\(name): \(counted) printed amounts, \(counted - off) equal, \(off) listed as the paper's errors")
    }

    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func everyTableReadsBackItsFacts(_ name: String) throws {
        let example = try Example(name)
        let facts = try example.facts()
        for zero in Profile.ZeroStyle.allCases {
            let style = PrintStyle(zero: zero, noun: "部门", unitName: "某局", year: 2021)
            for (form, number) in example.loaded.standards.orderedForms {
                let table = TableBuilder.table(form, number: number, facts: facts, style: style)
                let reading = try #require(
                    TableReader.read(table.grid, as: form, standards: example.loaded.standards, unit: facts.unit))
                #expect(reading.unrecognized.isEmpty && reading.missingColumns.isEmpty, "\(form.id)")
                #expect(Set(reading.observations.map(\.position)) == Set(table.figures.keys), "\(form.id)")
                for observation in reading.observations {
                    #expect(observation.figure == table.figures[observation.position].map { .fact($0) })
                }
            }
        }
    }

    private func number(_ text: String) throws -> PrintedNumber {
        text.isEmpty ? PrintedNumber(mantissa: 0, decimals: 2) : try NumberText.parse(text)
    }

    private func cells(of table: Table) -> [(String, String)] {
        let matrix = table.grid.matrix
        return Self.spots(of: table).map { ($0, matrix[$1.row][$1.column]?.text ?? "") }
    }

    /// Each figure's cell by what the paper calls its row (行次, code or label) and its 栏次.
    static func spots(of table: Table) -> [(String, TableSpot)] {
        let matrix = table.grid.matrix
        let numbers = matrix[table.grid.headerRowCount - 1]
        return table.figures.keys.map { spot in
            let keys = matrix[spot.row].prefix(spot.column).compactMap { $0 }.filter {
                !$0.text.isEmpty && $0.number == nil
            }
            let texts = keys.filter { cell in
                !table.figures.keys.contains(TableSpot(row: spot.row, column: cell.column))
            }
            let row: String
            switch table.form.id {
            case "T01", "T04": row = texts.last { $0.alignment == .center }?.text ?? ""
            case "T07": row = "1"
            case "T06": row = texts.last { Code($0.text) != nil || $0.text.hasSuffix("合计") }?.text ?? ""
            default: row = texts.first?.text ?? ""
            }
            let column = table.form.hasColumnNumbers ? numbers[spot.column]?.text ?? "" : "决算数"
            return ("\(row) \(column)", spot)
        }
    }
}
