import Fiscal
import Standards

/// A target or what was achieved, in the book's words and, where it is a figure, understood.
package struct IndicatorValue: Sendable, Hashable {
    package let text: String
    /// nil where it is no figure.
    package let number: EvaluationNumber?

    package static let blank = IndicatorValue(text: "", number: nil)

    init(text: String, number: EvaluationNumber?) {
        self.text = text
        self.number = number
    }

    /// - Parameter unit: 计量单位, where the book gives it in a column of its own.
    init(_ text: String, unit: String, definitions: EvaluationDefinitions) {
        self.text = text
        let parsed = EvaluationCellReader(definitions: definitions).number(foldedLabel(text))
        guard let parsed, parsed.isUsable else {
            number = nil
            return
        }
        guard parsed.unit.isEmpty, !unit.isEmpty else {
            number = parsed
            return
        }
        number = EvaluationNumber(printed: parsed.printed, unit: foldedLabel(unit), comparison: parsed.comparison)
    }

    /// Begins like a figure and is no day or year: 98-100%, 约6场.
    var looksLikeFigure: Bool {
        let rest = text.drop { "≥≤><=约".contains($0) }
        guard rest.first?.isNumber ?? false else { return false }
        let after = rest.drop { $0.isNumber || $0 == "." }
        return !"年月日季".contains(after.first ?? " ")
    }

    package var isBlank: Bool { text.isEmpty }
}

extension EvaluationNumber {
    /// More digits than any count or amount has would leave the integers that scores are computed with.
    fileprivate var isUsable: Bool { printed.mantissa.magnitude <= 1_000_000_000_000_000 && printed.decimals <= 6 }

    /// 万 before the unit: 15万 and 150000 are one number.
    private static let scales: [(word: String, power: Int)] = [("亿", 8), ("万", 4)]

    /// The unit without 万 and 亿, and the number in it: numerator over a power of ten.
    package var scaled: (value: Int128, decimals: Int, unit: String) {
        for scale in Self.scales where unit.hasPrefix(scale.word) {
            let value = Int128(printed.mantissa) * powerOfTen(scale.power)
            return (value, printed.decimals, String(unit.dropFirst(scale.word.count)))
        }
        return (Int128(printed.mantissa), printed.decimals, unit)
    }
}
