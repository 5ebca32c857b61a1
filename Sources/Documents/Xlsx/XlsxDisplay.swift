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

    private static func number(_ raw: String, _ format: NumberFormat) -> (text: String, number: PrintedNumber?) {
        guard let exact = ReadNumber.of(shortened(raw)) else { return (raw, nil) }
        guard format.isPlain, format.decimals <= ReadNumber.decimalLimit else { return (raw, exact) }
        let factor: Int128 = format.isPercent ? 100 : 1
        let numerator = Int128(exact.mantissa) * factor
        guard
            let printed = PrintedNumber.rounding(
                numerator, over: powerOfTen(exact.decimals), decimals: format.decimals)
        else { return (raw, exact) }
        let text = printed.text(grouping: format.isGrouped)
        return format.isPercent ? (text + "%", nil) : (text, printed)
    }

    /// Decimals beyond what any figure has are the dust of binary arithmetic (`0.00000000000000001137`).
    private static func shortened(_ raw: String) -> Substring {
        guard let point = raw.firstIndex(of: ".") else { return raw[...] }
        return raw.prefix(through: point) + raw[point...].dropFirst().prefix(ReadNumber.decimalLimit)
    }
}
