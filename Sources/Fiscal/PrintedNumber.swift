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
        // At most 19 digits with a separator after every third, a leading zero, a point and a sign.
        return String(unsafeUninitializedCapacity: 32 + places) { buffer in
            let start = Self.write(digits, places: places, grouping: grouping, into: buffer)
            for index in start..<buffer.count { buffer[index - start] = buffer[index] }
            return buffer.count - start
        }
    }

    /// Appends what `text` says, without making a text of it.
    package func append(to bytes: inout [UInt8], grouping: Bool = false) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32 + decimals) { buffer in  // ok: used within the call
            let start = Self.write(mantissa, places: decimals, grouping: grouping, into: buffer)
            bytes.append(contentsOf: buffer[start...])
        }
    }

    /// Writes the digits at the end of the buffer.
    ///
    /// - Returns: where they begin.
    private static func write(
        _ digits: Int64, places: Int, grouping: Bool, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var rest = digits.magnitude
        var start = buffer.count
        var written = 0
        while rest > 0 || written <= places {
            if written == places, places > 0 {
                start -= 1
                buffer[start] = 0x2E
            } else if grouping, written > places, (written - places) % 3 == 0 {
                start -= 1
                buffer[start] = 0x2C
            }
            start -= 1
            buffer[start] = 0x30 + UInt8(rest % 10)
            rest /= 10
            written += 1
        }
        if digits < 0 {
            start -= 1
            buffer[start] = 0x2D
        }
        return start
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
        if let top = Int64(exactly: scaled)?.magnitude, top <= UInt64(Int64.max),
            let bottom = Int64(exactly: denominator)?.magnitude
        {
            // Most figures fit in 64 bits, where division is many times faster.
            let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
            let mantissa = Int64(whole) + (rest >= bottom - rest ? 1 : 0)
            return PrintedNumber(mantissa: negative ? -mantissa : mantissa, decimals: decimals)
        }
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
