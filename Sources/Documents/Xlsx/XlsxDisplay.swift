import Fiscal
import Paper

/// What a cell of a workbook prints.
enum XlsxDisplay {
    /// Text as a user sees it, and the number behind it where it is one.
    ///
    /// `readsText`: text that is a number counts as one; in our own files text never is.
    static func of(_ cell: WorkbookCell, readsText: Bool) -> (text: String, number: PrintedNumber?) {
        switch cell.value {
        case .number(let raw): number(raw, NumberFormat(cell.style.numberFormat))
        case .text(let text): (text, readsText ? ReadNumber.of(text) : nil)
        default: (cell.text, nil)
        }
    }

    /// What a percent cell shows, with all decimals that it has; nil of any other cell.
    static func percent(_ cell: WorkbookCell) -> String? {
        guard case .number(let raw) = cell.value, NumberFormat(cell.style.numberFormat).isPercent,
            let exact = ReadNumber.of(shortened(raw)),
            let hundredfold = PrintedNumber.rounding(
                Int128(exact.mantissa) * 100, over: powerOfTen(exact.decimals), decimals: 4)
        else { return nil }
        return trimmed(hundredfold, to: 0).text(grouping: false) + "%"
    }

    private static func number(_ raw: String, _ format: NumberFormat) -> (text: String, number: PrintedNumber?) {
        guard let exact = ReadNumber.of(shortened(raw)) else { return (raw, nil) }
        if exact.mantissa == 0, let text = format.zeroText { return (text, ReadNumber.of(text)) }
        if format.isGeneral { return general(raw, exact) }
        let most = format.mostDecimals
        guard format.isPlain, most <= ReadNumber.decimalLimit, format.thousands <= 3 else { return (raw, exact) }
        let factor: Int128 = format.isPercent ? 100 : 1
        let divisor = powerOfTen(exact.decimals) * powerOfTen(3 * format.thousands)
        guard
            var printed = PrintedNumber.rounding(Int128(exact.mantissa) * factor, over: divisor, decimals: most)
        else { return (raw, exact) }
        printed = trimmed(printed, to: format.decimals)
        if format.drawnDecimals > 0, most == 0 {
            printed = PrintedNumber(mantissa: printed.mantissa, decimals: min(format.drawnDecimals, 15))
        }
        let text = printed.text(grouping: format.isGrouped) + format.scaleSuffix
        if format.isPercent { return (text + "%", nil) }
        return (text, format.scaleSuffix.isEmpty ? printed : nil)
    }

    /// Without a format a cell shows eleven characters at most.
    private static func general(_ raw: String, _ exact: PrintedNumber) -> (text: String, number: PrintedNumber?) {
        let whole = raw.drop { $0 == "-" }.prefix { $0 != "." }.count
        guard exact.decimals > max(0, 10 - whole),
            let rounded = PrintedNumber.rounding(
                Int128(exact.mantissa), over: powerOfTen(exact.decimals), decimals: max(0, 10 - whole))
        else { return (raw, exact) }
        let printed = trimmed(rounded, to: 0)
        return (printed.text(grouping: false), printed)
    }

    /// Without the zeros at the end of its decimals, down to `least` places.
    private static func trimmed(_ number: PrintedNumber, to least: Int) -> PrintedNumber {
        var (mantissa, decimals) = (number.mantissa, number.decimals)
        while decimals > least, mantissa % 10 == 0 {
            mantissa /= 10
            decimals -= 1
        }
        return PrintedNumber(mantissa: mantissa, decimals: decimals)
    }

    /// Decimals beyond what any figure has are the dust of binary arithmetic (`0.00000000000000001137`).
    private static func shortened(_ raw: String) -> Substring {
        guard let point = raw.firstIndex(of: ".") else { return raw[...] }
        return raw.prefix(through: point) + raw[point...].dropFirst().prefix(ReadNumber.decimalLimit)
    }
}
