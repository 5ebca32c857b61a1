import Documents
import Fiscal
import Ledger
import Paper
import Standards
import Statements
import Support
import Testing

@testable import mingzhang

/// How a table becomes text when it is copied out of a page.
enum Degradation: CaseIterable, Sendable {
    /// Every cell between tabs; what was merged is blank.
    case tabs
    /// Blank cells vanish, one blank between the others.
    case blanksDropped
    /// As that, with a blank line behind every line.
    case doubleSpaced
    /// Each cell on a line of its own, blank ones dropped.
    case cellALine
    /// Blank cells vanish, and a label stands right behind the figure before it.
    case glued
    /// Blank cells vanish, and long labels are broken.
    case wrapped

    func lines(of grid: Grid) -> [String] {
        grid.rows.flatMap { row -> [String] in
            let cells = row.sorted { $0.column < $1.column }
            let texts = cells.map(\.text).filter { !$0.isEmpty }
            switch self {
            case .tabs:
                var line = [String](repeating: "", count: grid.columnCount)
                for cell in cells { line[cell.column] = cell.text }
                return [line.joined(separator: "\t")]
            case .blanksDropped: return texts.isEmpty ? [] : [texts.joined(separator: " ")]
            case .doubleSpaced: return texts.isEmpty ? [] : [texts.joined(separator: " "), ""]
            case .cellALine: return texts
            case .glued: return texts.isEmpty ? [] : [glue(texts)]
            case .wrapped:
                let long = texts.map { text in
                    text.count > 10 && !text.contains(".") ? text.prefix(9) + "\n" + text.dropFirst(9) : text[...]
                }
                return texts.isEmpty ? [] : [long.joined(separator: " ")]
            }
        }
    }

    private func glue(_ texts: [String]) -> String {
        var line = ""
        for text in texts {
            let isLabel = text.first.map { $0.isLetter && !$0.isASCII } ?? false
            let isFigure = line.split(separator: " ").last.map {
                $0.contains(".") && Word(String($0), column: 1).isNumber
            }
            line += (line.isEmpty || isLabel && isFigure ?? false ? "" : " ") + text
        }
        return line
    }

    func text(of tables: [Table]) -> String {
        tables.map { table in
            let lines =
                [table.form.title, table.number, "部门：某局", "金额单位：万元"] + lines(of: table.grid) + table.notes
            return lines.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }
}

/// The examples' tables as text, spoilt in the ways that copying spoils them, read back.
struct DegradedTexts {
    @Test(arguments: ["hengyang-2021", "shifeng-2020"], Degradation.allCases)
    func noFigureIsReadUnderAnotherFact(_ name: String, _ way: Degradation) throws {
        let example = try Example(name)
        let facts = try example.facts()
        for zero in Profile.ZeroStyle.allCases {
            let style = PrintStyle(zero: zero, noun: "部门", unitName: "某局", year: 2021)
            let tables = example.loaded.standards.orderedForms.map { form, number in
                TableBuilder.table(form, number: number, facts: facts, style: style)
            }
            let paper = try TextReader.read(Array(way.text(of: tables).utf8))
            let found = TextFigures(paper, standards: example.loaded.standards, unit: facts.unit)
            var (right, blank, open, openAmounts) = (0, 0, 0, 0)
            for table in tables {
                let matrix = table.grid.matrix
                for (spot, key) in table.figures {
                    let printed = matrix[spot.row][spot.column]?.number
                    guard let read = found.printed[key] else {
                        open += 1
                        if printed != nil { openAmounts += 1 }
                        continue
                    }
                    let zero = PrintedNumber(mantissa: 0, decimals: 2)
                    #expect((read ?? zero).isSameValue(as: printed ?? zero), "\(name) \(way) \(table.form.id) \(key)")
                    if printed == nil { blank += 1 } else { right += 1 }
                }
            }
            print(
                "\(name) \(way) \(zero.rawValue): \(right) amounts and \(blank) blanks right, "
                    + "\(open) unassigned (\(openAmounts) amounts)")
            #expect(found.unrecognized.isEmpty, "\(found.unrecognized.prefix(8))")
            // A budget for one kind of vehicle cost alone: only the sentences say for which.
            let isOpen = name == "shifeng-2020" && zero == .blank && way != .tabs
            #expect(openAmounts == (isOpen ? 1 : 0) && open == openAmounts * 2, "\(found.unassigned.prefix(8))")
            #expect(found.unassigned.count == openAmounts)
        }
    }

    /// A paper with an error of its own: what is observed must still be what is printed in that very cell.
    @Test(arguments: ["hengyang-2021", "shifeng-2020"]) func wrongFiguresMoveNoOther(_ name: String) throws {
        let example = try Example(name)
        let facts = try example.facts()
        let style = PrintStyle(zero: .blank, noun: "部门", unitName: "某局", year: 2021)
        let tables = example.loaded.standards.orderedForms.map { form, number in
            TableBuilder.table(form, number: number, facts: facts, style: style)
        }
        let entries = LooseTableFinder.tables(
            in: try TextReader.read(Array(Degradation.blanksDropped.text(of: tables).utf8)).blocks,
            standards: example.loaded.standards)
        #expect(entries.count == tables.count)
        var random = SplitMix64(seed: 7)
        var (right, wrong, open) = (0, 0, 0)
        for _ in 0..<25 {
            let chosen = Int.random(in: tables.indices, using: &random)
            guard let spoilt = Self.spoilt(tables[chosen], &random) else { continue }
            var all = tables.map(\.grid)
            all[chosen] = spoilt
            let loose = zip(all, tables).map { grid, table in
                let rows = Degradation.blanksDropped.lines(of: grid).map { line in
                    Word.words(of: line).enumerated().map { Cell($1.text, column: $0) }
                }
                return LooseTable(
                    Grid(rows: rows, columnCount: 0, headerRowCount: 0, isLoose: true), as: table.form)
            }
            let readings = LooseTableReader.read(loose, standards: example.loaded.standards, unit: facts.unit)
            for ((reading, table), grid) in zip(zip(readings, tables), all) {
                let matrix = grid.matrix
                var observed: [FactKey: PrintedNumber?] = [:]
                for observation in reading?.observations ?? [] {
                    if case .fact(let key) = observation.figure { observed[key] = .some(observation.printed) }
                }
                for (spot, key) in table.figures {
                    guard let found = observed[key] else {
                        open += 1
                        continue
                    }
                    if found == matrix[spot.row][spot.column]?.number { right += 1 } else { wrong += 1 }
                }
            }
        }
        print("\(name), one figure wrong, 25 times: \(right) right, \(open) unassigned, \(wrong) in a wrong column")
        #expect(wrong == 0)
    }

    /// The table with one figure changed in its last digits, or two digits of it swapped.
    private static func spoilt(_ table: Table, _ random: inout SplitMix64) -> Grid? {
        var grid = table.grid
        let spots = table.figures.keys.sorted().filter { spot in
            grid.rows[spot.row].contains { $0.column == spot.column && $0.number != nil }
        }
        guard let spot = spots.randomElement(using: &random),
            let index = grid.rows[spot.row].firstIndex(where: { $0.column == spot.column }),
            let number = grid.rows[spot.row][index].number
        else { return nil }
        let change = [1, 9, 90, 100, 1000, 12_345].randomElement(using: &random) ?? 1
        let other = PrintedNumber(mantissa: number.mantissa + Int64(change), decimals: number.decimals)
        grid.rows[spot.row][index].number = other
        grid.rows[spot.row][index].text = other.text(grouping: true)
        return grid
    }
}
