import Fiscal
import Ledger
import Standards

/// How a score came about, in words: `ScoreArithmeticEnglish` has the English ones.
extension ScoredIndicator {
    /// In the language in force.
    package var arithmetic: String {
        switch MessageLanguage.current {
        case .chinese: chineseArithmetic
        case .english: englishArithmetic
        }
    }

    package var chineseArithmetic: String {
        guard score.isOverridden, let given = score.given else { return byScheme + timesText }
        let reason = indicator.record.givenReason
        let said = reason.isEmpty ? "没有写理由" : "理由：\(reason)"
        guard let computed = score.computed else { return "人工给 \(pointsText(given))，方案算不出（\(byScheme)）；\(said)" }
        return "人工改为 \(pointsText(given))，按方案应为 \(pointsText(computed))（\(byScheme)）；\(said)" + timesText
    }

    private var byScheme: String {
        let weight = score.weight
        switch score.basis {
        case .reached: return "达到 \(indicator.wanted)，得满分 \(pointsText(weight))"
        case .missed: return "没有达到 \(indicator.wanted)，\(indicator.way.rawValue)，得 0"
        case .share(let numerator, let denominator):
            return share(numerator, denominator)
        case .band(let band):
            let judged = score.given.map { "人工给 \(pointsText($0))" } ?? "得 \(pointsText(score.computed ?? 0))"
            return "\(band.name)，\(band.low)～\(band.high)% 之间，\(judged)"
        case .open(let gap): return open(gap)
        }
    }

    private func share(_ numerator: Int128, _ denominator: Int128) -> String {
        let pair = indicator.shown(numerator, denominator)
        let done =
            indicator.comparison == .atLeast || indicator.comparison == .above ? "完成" : "没有控制在 \(indicator.wanted)，"
        let unit = pair.unit.isEmpty || pair.unit == "%" ? pair.unit : " " + pair.unit
        let figures = done == "完成" ? "完成 \(pair.numerator)/\(pair.denominator)\(unit)" : done + indicator.reached
        let sign = isExact ? "＝" : "≈"
        let sum =
            "\(pointsText(score.weight))×\(pair.numerator)÷\(pair.denominator)\(sign)\(pointsText(score.computed ?? 0))"
        return figures + "，" + sum + (score.isHeldBack ? "（没有达到，不得满分）" : "")
    }

    private func open(_ gap: IndicatorScore.Gap) -> String {
        switch gap {
        case .noWeight: "没有分值，不能评分"
        case .noTarget: "没有指标值，不能评分"
        case .notAchievedYet: "没有完成值，不能评分"
        case .notComparable: "指标值 \(indicator.wanted) 与完成值 \(indicator.reached) 不能比较"
        case .noBand: "不知道“\(indicator.achieved.text)”算不算达成，要填完成等级"
        case .notJudged(let band): "\(band.name)，\(band.low)～\(band.high)% 之间，还没有给分"
        case .ratioOfZero: "指标值是 0 或负数，不能按比例给分"
        }
    }

    private var timesText: String {
        guard isFarAbove, let times = score.times else { return "" }
        return "；是指标值的 \(pointsText(times)) 倍"
    }

    // MARK: For both languages

    /// Whether the points printed are all of the quotient.
    var isExact: Bool {
        guard case .share(let numerator, let denominator) = score.basis, let computed = score.computed else {
            return false
        }
        return Int128(score.weight) * numerator == Int128(computed) * denominator
    }
}

extension Indicator {
    /// The target with its sign and its unit.
    package var wanted: String {
        guard let comparison, let number = target.number else { return "“\(target.text)”" }
        let sign = number.comparison == nil ? comparison.rawValue : ""
        return sign + target.text + (target.text.contains(number.unit) ? "" : number.unit)
    }

    /// What was achieved, with its unit.
    package var reached: String {
        guard let number = achieved.number, !achieved.text.contains(number.unit) else { return achieved.text }
        return achieved.text + number.unit
    }

    /// The two numbers of a share as the book writes them, or in whole units where it writes them differently.
    func shown(_ numerator: Int128, _ denominator: Int128) -> (numerator: String, denominator: String, unit: String) {
        guard let wanted = target.number, let reached = achieved.number else {
            return ("\(numerator)", "\(denominator)", "")
        }
        let unit = wanted.unit.isEmpty ? reached.unit : wanted.unit
        var pair = [wanted.text, reached.text]
        if wanted.unit != reached.unit, !wanted.unit.isEmpty, !reached.unit.isEmpty {
            pair = [wanted.plain, reached.plain]
        }
        // The smaller part stands above; of the three fractions that share knows only this one turns round.
        if numerator == 0 { pair[1] = "0" }
        let isTurned = wanted.isBelow(reached)
        let plainUnit = pair[0] == wanted.text ? unit : wanted.scaled.unit
        return isTurned ? (pair[0], pair[1], plainUnit) : (pair[1], pair[0], plainUnit)
    }
}

extension EvaluationNumber {
    fileprivate var text: String { printed.text(trimmingZeros: true) }

    /// Without 万 and 亿.
    fileprivate var plain: String {
        let number = scaled
        return Int64(exactly: number.value).map {
            PrintedNumber(mantissa: $0, decimals: number.decimals).text(trimmingZeros: true)
        } ?? text
    }

    fileprivate func isBelow(_ other: EvaluationNumber) -> Bool {
        let (left, right) = (scaled, other.scaled)
        return left.value * powerOfTen(right.decimals) < right.value * powerOfTen(left.decimals)
    }
}
