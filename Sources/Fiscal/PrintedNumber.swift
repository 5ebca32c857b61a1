/// A decimal exactly as printed: `9,101.60` is mantissa 910160 with 2 decimals, not the same print as `9101.6`.
package struct PrintedNumber: Hashable, Sendable {
    package let mantissa: Int64
    package let decimals: Int

    package init(mantissa: Int64, decimals: Int) {
        self.mantissa = mantissa
        self.decimals = decimals
    }

    package var isZero: Bool { mantissa == 0 }

    /// Equal in value, whatever the decimals (`5` and `5.00`).
    package func isSameValue(as other: PrintedNumber) -> Bool {
        let scale = max(decimals, other.decimals)
        return scaled(to: scale) == other.scaled(to: scale)
    }

    private func scaled(to scale: Int) -> Int128 { Int128(mantissa) * powerOfTen(scale - decimals) }

    /// Digits with a point and, where asked, thousands separators.
    package func text(grouping: Bool = false, trimmingZeros: Bool = false) -> String {
        var digits = mantissa
        var places = decimals
        if trimmingZeros {
            while places > 0, digits % 10 == 0 {
                digits /= 10
                places -= 1
            }
        }
        let magnitude = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - magnitude.count)) + magnitude
        let whole = padded.dropLast(places)
        let fraction = padded.suffix(places)
        let sign = digits < 0 ? "-" : ""
        let grouped = grouping ? Self.grouped(whole) : String(whole)
        return sign + grouped + (places > 0 ? "." + fraction : "")
    }

    private static func grouped(_ digits: Substring) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// The number in the smallest units of `unit` (fen for money) when the print is exact in them, else nil.
    package func fen(in unit: MoneyUnit) -> Int64? {
        let scaled = Int128(mantissa) * Int128(unit.rawValue)
        let divisor = powerOfTen(decimals)
        guard scaled % divisor == 0 else { return nil }
        return Int64(exactly: scaled / divisor)
    }

    /// Prints an exact amount once, half away from zero (四舍五入).
    package static func printing(_ fen: Int64, in unit: MoneyUnit, decimals: Int) -> PrintedNumber {
        rounding(Int128(fen), over: Int128(unit.rawValue), decimals: decimals)
            ?? PrintedNumber(mantissa: 0, decimals: decimals)
    }

    /// numerator ÷ denominator to so many decimals, half away from zero; nil where the denominator is 0 or it does not fit.
    package static func rounding(_ numerator: Int128, over denominator: Int128, decimals: Int) -> PrintedNumber? {
        guard denominator != 0 else { return nil }
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: powerOfTen(decimals))
        guard !overflow else { return nil }
        let negative = (scaled < 0) != (denominator < 0)
        let top = scaled.magnitude
        let bottom = denominator.magnitude
        let half = (top % bottom) * 2 >= bottom
        let magnitude = top / bottom + (half ? 1 : 0)
        guard magnitude <= UInt128(Int64.max) else { return nil }
        let mantissa = Int64(magnitude)
        return PrintedNumber(mantissa: negative ? -mantissa : mantissa, decimals: decimals)
    }
}

/// 10 to a power that is not negative.
package func powerOfTen(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
}
