package import Fiscal
package import Paper
package import Standards

/// One cell of a form as printed, with what it says.
package struct EvaluationCell: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case blank
        /// 无, 不适用.
        case nothing
        case number(EvaluationNumber)
        case words
    }

    /// As printed, without white space at its ends.
    package let text: String
    package let value: Value
    package let place: Place?

    package init(text: String, value: Value, place: Place?) {
        self.text = text
        self.value = value
        self.place = place
    }

    package var number: EvaluationNumber? {
        if case .number(let number) = value { return number }
        return nil
    }

    /// A number without a unit or sign of comparison.
    package var plain: PrintedNumber? {
        guard let number, number.unit.isEmpty, number.comparison == nil else { return nil }
        return number.printed
    }

    package var isBlank: Bool { value == .blank }
}

/// A figure with its unit and, of a target, its direction.
package struct EvaluationNumber: Sendable, Hashable {
    package let printed: PrintedNumber
    /// %, 次, 万元; empty where none is printed.
    package let unit: String
    package let comparison: EvaluationDefinitions.Comparison?

    package init(printed: PrintedNumber, unit: String, comparison: EvaluationDefinitions.Comparison?) {
        self.printed = printed
        self.unit = unit
        self.comparison = comparison
    }

    package var isPercent: Bool { unit == "%" }
}

/// Reads cells by the definitions' words.
package struct EvaluationCellReader: Sendable {
    let definitions: EvaluationDefinitions

    /// A longer unit is a sentence.
    private static let longestUnit = 5

    package init(definitions: EvaluationDefinitions) { self.definitions = definitions }

    package func cell(_ text: String, _ place: Place?) -> EvaluationCell {
        let trimmed = text.trimmed
        return EvaluationCell(text: trimmed, value: value(trimmed), place: place)
    }

    func value(_ text: String) -> EvaluationCell.Value {
        let folded = foldedLabel(text)
        if folded.isEmpty { return .blank }
        if definitions.nothing.contains(folded) { return .nothing }
        return number(folded).map { .number($0) } ?? .words
    }

    /// - Parameter text: folded.
    func number(_ text: String) -> EvaluationNumber? {
        var rest = text[...]
        var comparison: EvaluationDefinitions.Comparison?
        if let sign = definitions.comparisons.first(where: { rest.hasPrefix($0.word) }) {
            comparison = sign.means
            rest = rest.dropFirst(sign.word.count)
        }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "-") }
        guard let printed = try? NumberText.parse(digits) else { return nil }
        var unit = String(rest.dropFirst(digits.count))
        for (words, means) in [
            (definitions.above, EvaluationDefinitions.Comparison.atLeast), (definitions.below, .atMost),
        ] {
            guard comparison == nil, let word = words.first(where: { unit.hasSuffix($0) }) else { continue }
            comparison = means
            unit.removeLast(word.count)
        }
        guard unit.count <= Self.longestUnit, !unit.contains(where: { $0.isNumber && $0.isASCII }),
            !unit.hasPrefix("年"), !unit.hasPrefix("月"), !unit.contains("-"), !unit.contains("、"), !unit.contains("。")
        else { return nil }
        return EvaluationNumber(printed: printed, unit: unit, comparison: comparison)
    }

    /// Digits and a point alone: points, amounts, counts without a unit.
    func isPlain(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        return !folded.isEmpty && (try? NumberText.parse(folded)) != nil
    }
}
