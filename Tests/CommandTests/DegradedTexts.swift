import Documents
import Fiscal
import Ledger
import Paper
import Standards
import Statements
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
            let isFigure = line.split(separator: " ").last.map { $0.contains(".") && Word(String($0), column: 1).isNumber }
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
            #expect(openAmounts == 0 && open == 0, "\(found.unassigned.prefix(8))")
        }
    }
}
