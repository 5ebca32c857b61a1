import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Standards
import Statements
import Testing

@testable import mingzhang

/// What was read of a text: each fact as printed, and how.
struct TextFigures {
    var printed: [FactKey: PrintedNumber?] = [:]
    var texts: [(text: String, place: Place?)] = []
    var assigned: Set<FactKey> = []
    var unassigned: [String] = []
    var unrecognized: [String] = []

    init(_ paper: Paper, standards: Standards, unit: String) {
        let blocks = paper.blocks
        var form: Form?
        for block in blocks {
            switch block {
            case .paragraph(let paragraph), .heading(_, let paragraph):
                let title = foldedLabel(paragraph.text)
                form =
                    standards.orderedForms.first { entry in
                        ([entry.form.title] + entry.form.aliases).contains { foldedLabel($0) == title }
                    }?.form ?? form
            case .grid(let grid) where !grid.isLoose:
                guard let known = form,
                    let reading = TableReader.read(grid, as: known, standards: standards, unit: unit)
                else { continue }
                form = nil
                let matrix = grid.matrix
                for observation in reading.observations {
                    add(observation, place: matrix[observation.position.row][observation.position.column]?.place)
                }
                unrecognized += reading.unrecognized.map { known.id + " " + $0.label }
            default: break
            }
        }
        let tables = LooseTableFinder.tables(in: blocks, standards: standards)
        for (table, reading) in zip(tables, LooseTableReader.read(tables, standards: standards, unit: unit)) {
            guard let reading else { continue }
            for observation in reading.observations {
                add(observation, place: table.cell(at: observation.position)?.place)
            }
            assigned.formUnion(reading.assigned)
            unassigned += reading.unassigned.map { "\(table.form.id) \($0.label) \($0.texts) \($0.reason)" }
            unrecognized += reading.unrecognized.map { table.form.id + " " + $0.label }
        }
    }

    private mutating func add(_ observation: Observation<TableSpot>, place: Place?) {
        guard case .fact(let key) = observation.figure else { return }
        if let printed = observation.printed {
            self.printed[key] = printed
            texts.append((observation.text, place))
        } else if printed[key] == nil {
            printed[key] = .some(nil)
        }
    }
}

/// Real papers as text, where their copies are at hand: none is part of the project.
struct PublishedTexts {
    private static func seed(_ number: String) throws -> [UInt8]? {
        for folder in ["/../shared/seeds", "/../../shared/seeds"] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: checkout + folder)) ?? []
            if let name = names.first(where: { $0.hasPrefix(number + "_") }) {
                return Array(try Data(contentsOf: URL(fileURLWithPath: checkout + folder + "/" + name)))
            }
        }
        print("seed \(number): not at hand, skipped")
        return nil
    }

    @Test(arguments: [("000", "hengyang-2021"), ("004", "shifeng-2020")])
    func everyCellOfTheFormsIsReadUnderItsFact(_ number: String, _ name: String) throws {
        guard let bytes = try Self.seed(number) else { return }
        let example = try Example(name)
        let facts = try example.facts()
        let found = TextFigures(
            try TextReader.read(bytes), standards: example.loaded.standards, unit: facts.unit)
        var keys: [String: FactKey] = [:]
        let style = PrintStyle(zero: .blank, noun: "部门", unitName: "某局", year: 2021)
        for (form, printed) in example.loaded.standards.orderedForms {
            let table = TableBuilder.table(form, number: printed, facts: facts, style: style)
            for (spot, place) in ExampleTables.spots(of: table) {
                keys["\(form.id) \(spot)"] = table.figures[place]
            }
        }
        var (equal, assigned, missing, wrong, amounts) = (0, 0, 0, 0, 0)
        for row in try example.expected("tables") {
            let spot = "\(row["form"] ?? "") \(row["row"] ?? "") \(row["column"] ?? "")"
            let text = row["printed"] ?? ""
            let key = try #require(keys[spot], "no cell \(spot)")
            let wanted = text.isEmpty ? PrintedNumber(mantissa: 0, decimals: 2) : try NumberText.parse(text)
            guard let read = found.printed[key] else {
                missing += 1
                print("\(name) unread: \(spot) \(text)")
                continue
            }
            let value = read ?? PrintedNumber(mantissa: 0, decimals: 2)
            guard value.isSameValue(as: wanted) else {
                wrong += 1
                Issue.record("\(name) \(spot): paper \(text), read \(value.text())")
                continue
            }
            equal += 1
            if !text.isEmpty { amounts += 1 }
            if found.assigned.contains(key) { assigned += 1 }
        }
        print(
            "seed \(number): \(equal) cells equal (\(amounts) amounts), \(assigned) of them assigned by sums, "
                + "\(missing) unassigned, \(wrong) wrong")
        for text in found.unassigned { print("  unassigned: \(text)") }
        for text in found.unrecognized { print("  unrecognized: \(text)") }
        #expect(wrong == 0 && missing == 0)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (text, place) in found.texts {
            guard case .line(let line, let column) = place else {
                Issue.record("no place for \(text)")
                continue
            }
            #expect(lines[line - 1].dropFirst(column - 1).hasPrefix(text))
        }
    }

    @Test(arguments: ["001", "002", "003"]) func otherPapersHoldNoForm(_ number: String) throws {
        guard let bytes = try Self.seed(number) else { return }
        let example = try Example("hengyang-2021")
        let found = TextFigures(try TextReader.read(bytes), standards: example.loaded.standards, unit: "x")
        #expect(found.printed.isEmpty && found.unassigned.isEmpty)
        print("seed \(number): no form, \(found.printed.count) cells")
    }
}
