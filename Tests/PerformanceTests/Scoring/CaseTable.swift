import Foundation
import Standards
import Support
import Testing

/// A table of cases in `Tests/PerformanceTests/Cases`; quotes as in the CSVs that people write.
struct CaseTable {
    struct Row: CustomTestStringConvertible, Sendable {
        let line: Int
        fileprivate let fields: [String: String]

        subscript(column: String) -> String { fields[column] ?? "" }
        var testDescription: String { "\(line) \(self["说明"])\(self["写法"])" }
    }

    static func rows(_ name: String) -> [Row] {
        let path = CheckedOut.path + "/Tests/PerformanceTests/Cases/" + name
        guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { fields(String($0)) }
        guard let header = lines.first else { return [] }
        return lines.enumerated().dropFirst().map { index, cells in
            Row(line: index + 1, fields: Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func fields(_ line: String) -> [String] {
        var result = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: result.append("")
            default: result[result.count - 1].append(character)
            }
        }
        return result
    }
}
