import ArgumentParser
import Fiscal
import Foundation
import Testing

@testable import mingzhang

/// The units' own packages beside the department's.
struct UnitPackages {
    private struct Package: Decodable {
        struct Form: Decodable {
            struct Row: Decodable {
                struct Cell: Decodable {
                    struct Fact: Decodable {
                        let concept: String
                        let dimensions: [String: String]
                        let phase: String
                        let year: Int
                    }
                    let fact: Fact?
                    let text: String
                }
                let cells: [Cell]
            }
            let id: String
            let title: String
            let rows: [Row]
        }
        let unit: String
        let kind: String
        let forms: [Form]

        /// Printed amounts in the last place printed (two decimals), by what they are about, over all forms.
        var amounts: [String: Int64] {
            var result: [String: Int64] = [:]
            for cell in forms.flatMap(\.rows).flatMap(\.cells) {
                guard let fact = cell.fact, fact.phase == "actual" else { continue }
                let printed = cell.text.isEmpty ? 0 : (try? NumberText.parse(cell.text))?.fen(in: .yuan)
                let place = fact.dimensions.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined(separator: " ")
                result["\(fact.concept) \(fact.phase) \(fact.year) \(place)"] = printed
            }
            return result
        }
    }

    @Test("What the units print adds up to what the department prints, in every form")
    func unitsAddUp() throws {
        let scratch = try Scratch()
        let output = scratch.path + "/out"
        var command = try Mingzhang.parseAsRoot([
            "build", checkout + "/Examples/hengyang-2021", "-o", output, "--each-unit", "--draft", "--only", "json",
            "--standards", checkout + "/Standards",
        ])
        try command.run()
        let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
        let units = try names.filter { FileBytes.isFolder(output + "/" + $0) }.map { try read(output + "/" + $0) }
        let department = try read(output)
        #expect(department.kind == "部门决算" && department.unit == "衡阳市司法局")
        #expect(units.count == 4 && units.allSatisfy { $0.kind == "单位决算" })
        var sums: [String: Int64] = [:]
        for (key, amount) in units.flatMap(\.amounts) { sums[key, default: 0] += amount }
        let wanted = department.amounts
        print("hengyang-2021: \(wanted.count) amounts of the department, each the sum of its units' within rounding")
        #expect(wanted.count > 200)
        // Each of the units' figures and the department's own was rounded once: half a unit of the last place each.
        let tolerance = Int64(units.count + 1) / 2
        for (key, amount) in wanted.sorted(by: { $0.key < $1.key }) {
            #expect(abs(sums[key, default: 0] - amount) <= tolerance, "\(key)")
        }
    }

    private func read(_ folder: String) throws -> Package {
        try JSONDecoder().decode(Package.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/package.json")))
    }
}
