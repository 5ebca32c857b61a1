import Fiscal
import Formulas
import Foundation

/// The case files under `Tests/Fixtures/formulas`: text, so that a rule's author can add one.
enum CaseFile {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Fixtures/formulas/"

    private static func lines(_ name: String) -> [String] {
        let text = (try? String(contentsOfFile: folder + name, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }.filter {
            !$0.hasPrefix("#")
        }
    }

    /// `left ⇒ right`, a line each.
    struct Pair: Sendable, CustomStringConvertible {
        let left: String
        let right: String
        var description: String { left }
    }

    static func pairs(_ name: String) -> [Pair] {
        lines(name).compactMap { line in
            guard let arrow = line.range(of: " ⇒ ") else { return nil }
            return Pair(left: String(line[..<arrow.lowerBound]), right: String(line[arrow.upperBound...]))
        }
    }

    /// Blocks between blank lines: 公式, 缺数, 已读, figures, and what comes of it.
    struct Block: Sendable, CustomStringConvertible {
        var formula = ""
        var missing = MissingStrategy.unchecked
        var readForms: [String] = []
        var figures: [(cell: String, text: String)] = []
        var outcomes = ""
        var description: String { formula + " ⇒ " + outcomes }
    }

    static func blocks(_ name: String) -> [Block] {
        lines(name).split(separator: "").map { block($0) }
    }

    private static func block(_ lines: ArraySlice<String>) -> Block {
        var result = Block()
        for line in lines {
            if line.hasPrefix("⇒ ") {
                result.outcomes = String(line.dropFirst(2))
            } else if line.hasPrefix("公式 ") {
                result.formula = String(line.dropFirst(3))
            } else if line.hasPrefix("缺数 ") {
                result.missing = MissingStrategy(rawValue: String(line.dropFirst(3))) ?? .unchecked
            } else if line.hasPrefix("已读 ") {
                result.readForms = line.dropFirst(3).split(separator: " ").map { String($0) }
            } else if let sign = line.range(of: " := ") {
                result.figures.append((String(line[..<sign.lowerBound]), String(line[sign.upperBound...])))
            }
        }
        return result
    }
}

extension CaseFile.Block {
    /// Money in 万元; 空 is a blank cell.
    func values(_ names: TestNames) throws -> TestValues {
        var result = TestValues(figures: [:], readForms: Set(readForms))
        for (name, text) in figures {
            let cell = try FormulaCell(parsing: name, names: names)
            if let form = cell.form { result.readForms.insert(form) }
            result.figures[cell] = text == "空" ? .blank : .printed(try figure(text, names.measure(of: cell.concept)))
        }
        return result
    }

    private func figure(_ text: String, _ measure: Measure) throws -> PrintedFigure {
        let unit: PrintedFigure.Unit
        switch measure {
        case .money: unit = .money(.tenThousandYuan)
        case .count: unit = .count
        case .score: unit = .plain
        }
        return PrintedFigure(number: try NumberText.parse(text), unit: unit)
    }
}
