import Fiscal
import Performance
import Standards

/// What a quantitative indicator came to: target against achieved.
struct Attainment {
    let indicator: EvaluationIndicator
    let target: EvaluationCell
    let actual: EvaluationCell
    let comparison: EvaluationDefinitions.Comparison
    /// Both in thousandths of the same unit.
    let wanted: Int128
    let reached: Int128
    /// Whether the form says which way is better, or the name leaves no doubt.
    let isSure: Bool

    /// nil where the two are no figures of one unit.
    init?(_ indicator: EvaluationIndicator, _ definitions: EvaluationDefinitions) {
        guard let target = indicator.target, let actual = indicator.actual, let wanted = target.number,
            let reached = actual.number, reached.comparison == nil, Self.isSameUnit(wanted.unit, reached.unit),
            let goal = wanted.printed.thousandths, let value = reached.printed.thousandths
        else { return nil }
        self.indicator = indicator
        self.target = target
        self.actual = actual
        self.wanted = goal
        self.reached = value
        let named = Self.direction(in: indicator.name.text, definitions)
        let isOpposite = definitions.opposite.contains { foldedLabel(indicator.name.text).contains($0) }
        comparison = wanted.comparison ?? named ?? .atLeast
        isSure = wanted.comparison != nil || named != nil || !isOpposite && !indicator.second.contains("成本")
    }

    /// 件 and nothing: one of the two cells leaves the unit to the other.
    private static func isSameUnit(_ a: String, _ b: String) -> Bool {
        a == b || a.isEmpty && !b.contains("%") && !b.hasPrefix("万")
            || b.isEmpty && !a.contains("%") && !a.hasPrefix("万")
    }

    /// （≥，件）.
    private static func direction(
        in name: String, _ definitions: EvaluationDefinitions
    ) -> EvaluationDefinitions.Comparison? {
        let folded = foldedLabel(name)
        guard let open = folded.lastIndex(of: "(") else { return nil }
        let inner = folded[folded.index(after: open)...]
        return definitions.comparisons.first { inner.hasPrefix($0.word) }?.means
    }

    var isReached: Bool {
        switch comparison {
        case .atLeast: reached >= wanted
        case .above: reached > wanted
        case .atMost: reached <= wanted
        case .below: reached < wanted
        case .equal: reached == wanted
        }
    }

    var isDownward: Bool { comparison == .atMost || comparison == .below }

    var isUpward: Bool { comparison == .atLeast || comparison == .above }

    var isPercent: Bool { (target.number?.isPercent ?? false) || (actual.number?.isPercent ?? false) }

    /// Points lost, in thousandths; nil where weight or score are no figures.
    var lost: Int128? {
        guard let weight = indicator.weight?.plain?.thousandths, let score = indicator.score?.plain?.thousandths else {
            return nil
        }
        return weight - score
    }

    var hasReason: Bool { indicator.hasReason }

    /// weight × achieved ÷ target as printed with so many decimals.
    func share(decimals: Int) -> PrintedNumber? {
        guard wanted > 0, let weight = indicator.weight?.plain?.thousandths else { return nil }
        return PrintedNumber.rounding(weight * reached, over: wanted * 1000, decimals: decimals)
    }
}

extension EvaluationIndicator {
    var hasReason: Bool { reason.map { !$0.isBlank && $0.value != .nothing } ?? false }

    /// Points lost in thousandths; nil where it cannot be told.
    var lost: Int128? {
        guard let weight = weight?.plain?.thousandths, let score = score?.plain?.thousandths else { return nil }
        return weight - score
    }
}

/// Names of indicators as compared: without ordinals, remarks in brackets and words that say nothing.
struct IndicatorNames {
    let definitions: EvaluationDefinitions

    func key(_ name: String) -> String { definitions.indicatorKey(name) }
}
