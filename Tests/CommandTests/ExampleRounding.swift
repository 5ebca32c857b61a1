import Fiscal
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Statements
import Testing

@testable import mingzhang

/// `build --rounding adjusted` on the example books: tables and sentences print the same figures.
struct ExampleRounding {
    private func package(_ name: String, _ mode: RoundingMode) throws -> BuiltPackage {
        let example = try Example(name)
        let root = try #require(example.loaded.book.units.root)
        return try BuiltPackage(
            example.loaded, scope: BuildScope(unit: root.code, name: root.name, kind: .department, folder: ""),
            rounding: mode)
    }

    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func oneFactOnePrintedValue(_ name: String) throws {
        let package = try package(name, .adjusted)
        let rounding = try #require(package.rounding)
        #expect(rounding.gaps.isEmpty && rounding.moves.count > 5 && rounding.closed > 100)
        #expect(rounding.farthest < 10_000)
        for table in package.publication.tables {
            let matrix = table.grid.matrix
            for (spot, key) in table.figures {
                guard let number = matrix[spot.row][spot.column]?.number, let printed = rounding.printed[key] else {
                    continue
                }
                #expect(number == printed, "\(name) \(table.form.id) \(key.concept.id)\(key.coordinates)")
            }
        }
        var compared = 0
        for figure in package.publication.narration.sentences.flatMap(\.figures) {
            guard case .fact(let key) = figure.figure, let printed = rounding.printed[key] else { continue }
            compared += 1
            #expect(figure.printed == printed, "\(name) \(key.concept.id)\(key.coordinates)")
        }
        #expect(compared > 50)
    }

    /// Changes in sentences are the difference of what is printed.
    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func changesAreOfPrintedFigures(_ name: String) throws {
        let package = try package(name, .adjusted)
        let printed = try #require(package.rounding?.printed)
        var compared = 0
        for figure in package.publication.narration.sentences.flatMap(\.figures) {
            guard case .derived(.change(let now, let before)) = figure.figure, let a = printed[now],
                let b = printed[before]
            else { continue }
            compared += 1
            #expect(figure.printed.mantissa == abs(a.mantissa - b.mantissa))
        }
        #expect(compared >= 5)
    }

    @Test(
        "What the report counts is what two readers of the two papers would count",
        arguments: ["hengyang-2021", "shifeng-2020"])
    func countsAreOfThePaper(_ name: String) throws {
        let (plain, adjusted) = (try package(name, .plain), try package(name, .adjusted))
        let report = try #require(RoundingReport(adjusted))
        func cells(_ package: BuiltPackage) -> [String] {
            package.publication.tables.flatMap { $0.grid.rows.flatMap { $0.map(\.text) } }
        }
        #expect(zip(cells(plain), cells(adjusted)).count { $0 != $1 } == report.movedCells)
        func figures(_ package: BuiltPackage, derived: Bool) -> [String] {
            package.publication.narration.sentences.flatMap(\.figures).filter { figure in
                if case .derived = figure.figure { derived } else { !derived }
            }.map { $0.printed.text() }
        }
        for (derived, count) in [(false, report.movedAmounts), (true, report.movedDerived)] {
            let (before, after) = (figures(plain, derived: derived), figures(adjusted, derived: derived))
            #expect(before.count == after.count && zip(before, after).count { $0 != $1 } == count)
        }
        #expect(report.movedCells >= report.moves.count - report.movedAmounts)
        #expect(report.remarks.map(\.message)[0].contains("表里 \(report.movedCells) 格，文字里 \(report.movedAmounts) 处"))
    }

    @Test func reportSaysWhatMoved() throws {
        let report = try #require(RoundingReport(package("hengyang-2021", .adjusted)))
        #expect(report.open.isEmpty)
        #expect(report.remarks.map(\.message)[0].contains("动了 \(report.moves.count) 个数"))
        #expect(try RoundingReport(package("hengyang-2021", .plain)) == nil)
    }
}
