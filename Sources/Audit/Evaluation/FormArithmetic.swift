import Fiscal
import Performance

/// Figures of forms as intervals.
///
/// Such forms drop trailing zeros as they please (115 beside 265.58): a figure is as exact as the most exact beside it.
struct FormArithmetic {
    let decimals: Int

    private static let most = 2

    init(_ cells: some Sequence<EvaluationCell?>) {
        decimals = min(Self.most, cells.compactMap { $0?.number?.printed.decimals }.max() ?? 0)
    }

    /// nil where the cell is no amount.
    func money(_ cell: EvaluationCell?) -> Bounds? {
        guard let number = cell?.number, number.comparison == nil else { return nil }
        let unit: MoneyUnit
        switch number.unit {
        case "", MoneyUnit.tenThousandYuan.word: unit = .tenThousandYuan
        case MoneyUnit.yuan.word: unit = .yuan
        default: return nil
        }
        let printed = number.printed.padded(to: unit == .yuan ? number.printed.decimals : decimals)
        return Bounds(printed, factor: unit.rawValue)
    }

    /// 万元 with the decimals of the form.
    func text(_ fenScaled: Int128) -> String {
        PrintedNumber.rounding(
            fenScaled, over: Bounds.scale * Int128(MoneyUnit.tenThousandYuan.rawValue), decimals: decimals)?
            .text() ?? "？"
    }
}

/// Quotients to the last printed digit: `Bounds.rate` is rounded to 200ths, which hides an error of that size.
enum Quotient {
    /// Whether top × factor ÷ bottom can be printed so; nil where the bottom may be nothing or it does not fit.
    static func follows(_ printed: PrintedNumber, _ top: Bounds, times factor: Int128, over bottom: Bounds) -> Bool? {
        guard bottom.isPositive, top.low >= 0, printed.mantissa >= 0, (0...9).contains(printed.decimals) else {
            return nil
        }
        let unit = 2 * powerOfTen(printed.decimals)
        let (low, high) = (Int128(printed.mantissa) * 2 - 1, Int128(printed.mantissa) * 2 + 1)
        guard let least = product(top.low, factor, unit), let most = product(top.high, factor, unit),
            let floor = product(low, bottom.low, 1), let ceiling = product(high, bottom.high, 1)
        else { return nil }
        return least <= ceiling && most >= floor
    }

    private static func product(_ a: Int128, _ b: Int128, _ c: Int128) -> Int128? {
        let (first, isOver) = a.multipliedReportingOverflow(by: b)
        guard !isOver else { return nil }
        let (second, isOverToo) = first.multipliedReportingOverflow(by: c)
        return isOverToo ? nil : second
    }
}

extension PrintedNumber {
    /// The same value with at least so many decimals.
    func padded(to wanted: Int) -> PrintedNumber {
        guard wanted > decimals, let mantissa = Int64(exactly: Int128(mantissa) * powerOfTen(wanted - decimals)) else {
            return self
        }
        return PrintedNumber(mantissa: mantissa, decimals: wanted)
    }

    /// In thousandths of one: points and targets are compared exactly; nil where it is finer.
    var thousandths: Int128? {
        guard decimals <= 3 else { return nil }
        return Int128(mantissa) * powerOfTen(3 - decimals)
    }

    /// Of so many thousandths, without needless zeros.
    static func text(thousandths: Int128) -> String {
        guard let mantissa = Int64(exactly: thousandths) else { return "？" }
        return PrintedNumber(mantissa: mantissa, decimals: 3).text(trimmingZeros: true)
    }

    var isNegative: Bool { mantissa < 0 }
}

extension EvaluationNumber {
    /// Whether both print the same figure, one of them perhaps rounded; nil where one may be the fraction (0.98) of which the
    /// other is the percentage (98 %), a slip of a sheet's format and not of the figure.
    func isSame(as other: EvaluationNumber) -> Bool? {
        guard let own = Bounds(printed, factor: 1), let wanted = Bounds(other.printed, factor: 1) else { return nil }
        // Of figures with the same decimals neither is the other rounded.
        if printed.decimals == other.printed.decimals ? own == wanted : own.overlaps(wanted) { return true }
        let plain = isPercent ? wanted : own
        return isPercent != other.isPercent && plain.high <= Bounds.scale * 3 / 2 ? nil : false
    }
}

extension Bounds {
    /// Whether it is the other in yuan where that is in 万元: of a form whose unit stands above it alone.
    func isInYuan(beside other: Bounds) -> Bool {
        !overlaps(.zero) && overlaps(Bounds(low: other.low * 10_000, high: other.high * 10_000))
    }
}

extension EvaluationCell {
    /// A label without its colon and 其中.
    var bare: String {
        var text = text.filter { !$0.isWhitespace }
        for head in ["其中：", "其中:", "其中"] where text.hasPrefix(head) {
            text.removeFirst(head.count)
            break
        }
        while let last = text.last, last == "：" || last == ":" { text.removeLast() }
        return text
    }
}
