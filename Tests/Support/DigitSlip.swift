/// What a hand makes of the digits of a figure.
package enum DigitSlip {
    /// The first digit becomes the next one.
    package static func otherFirst(_ mantissa: Int64) -> Int64 {
        var digits = Array(String(mantissa.magnitude))
        let first = Int(String(digits[0])) ?? 0
        digits[0] = Character(String(first == 9 ? 1 : first + 1))
        return (Int64(String(digits)) ?? mantissa) * mantissa.signum()
    }

    /// The first two neighbours that differ change places; the figure itself where none do.
    package static func swapped(_ mantissa: Int64) -> Int64 {
        var digits = Array(String(mantissa.magnitude))
        guard let place = digits.indices.dropLast().first(where: { digits[$0] != digits[$0 + 1] }) else {
            return mantissa
        }
        digits.swapAt(place, place + 1)
        return (Int64(String(digits)) ?? mantissa) * mantissa.signum()
    }
}
