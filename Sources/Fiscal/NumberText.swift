/// What is wrong with a text that should be a number.
package enum NumberFault: Error, Hashable, Sendable {
    case empty
    case unexpected(Character)
    case secondPoint
    case misplacedSeparator
    case noDigit
    case tooLong
    case tooManyDecimals(Int)
}

/// Reads printed numbers: ASCII and full-width digits, thousands separators in threes, one point, one sign.
///
/// Foundation's `Decimal(string:)` reads `1,234.56` as 1 and `12abc` as 12 without an error, hence an own parser.
package enum NumberText {
    /// The number exactly as printed. Parentheses are not read as a minus: publications do not use them so.
    package static func parse(_ text: some StringProtocol) throws(NumberFault) -> PrintedNumber {
        var scan = Scan()
        for character in text.unicodeScalars { try scan.take(character) }
        return try scan.finish()
    }

    /// Yuan, to the fen at most, as an exact amount.
    package static func parseYuan(_ text: some StringProtocol) throws(NumberFault) -> Money {
        let number = try parse(text)
        guard let fen = number.fen(in: .yuan) else { throw .tooManyDecimals(number.decimals) }
        return Money(fen: fen)
    }

    private struct Scan {
        var mantissa: Int64 = 0
        var decimals = 0
        var digits = 0
        var negative = false
        var seenSign = false
        var seenPoint = false
        var digitsSinceSeparator = -1
        var ended = false
        var any = false

        mutating func take(_ scalar: Unicode.Scalar) throws(NumberFault) {
            switch scalar {
            case "0"..."9": try digit(Int64(scalar.value - 0x30))
            case "\u{FF10}"..."\u{FF19}": try digit(Int64(scalar.value - 0xFF10))
            case ".", "\u{FF0E}": try point()
            case ",", "\u{FF0C}": try separator()
            case "-", "\u{FF0D}", "\u{2212}", "+": try sign(minus: scalar != "+")
            case " ", "\t", "\u{3000}", "\u{A0}": if any { ended = true }
            default: throw .unexpected(Character(scalar))
            }
        }

        mutating func digit(_ value: Int64) throws(NumberFault) {
            guard !ended else { throw .unexpected(Character("\(value)")) }
            any = true
            digits += 1
            if seenPoint { decimals += 1 }
            // More would overflow the powers of ten that intervals are scaled by.
            guard decimals <= 15 else { throw .tooLong }
            if digitsSinceSeparator >= 0 { digitsSinceSeparator += 1 }
            let (product, over) = mantissa.multipliedReportingOverflow(by: 10)
            let (sum, over2) = product.addingReportingOverflow(value)
            guard !over, !over2 else { throw .tooLong }
            mantissa = sum
        }

        mutating func point() throws(NumberFault) {
            guard !seenPoint else { throw .secondPoint }
            guard digitsSinceSeparator < 0 || digitsSinceSeparator == 3 else { throw .misplacedSeparator }
            seenPoint = true
            any = true
            digitsSinceSeparator = -1
        }

        mutating func separator() throws(NumberFault) {
            guard !seenPoint, digits > 0 else { throw .misplacedSeparator }
            guard digitsSinceSeparator < 0 ? digits <= 3 : digitsSinceSeparator == 3 else { throw .misplacedSeparator }
            digitsSinceSeparator = 0
        }

        mutating func sign(minus: Bool) throws(NumberFault) {
            guard !seenSign, !any else { throw .unexpected(minus ? "-" : "+") }
            seenSign = true
            any = true
            negative = minus
        }

        func finish() throws(NumberFault) -> PrintedNumber {
            guard any else { throw .empty }
            guard digits > 0 else { throw .noDigit }
            guard digitsSinceSeparator < 0 || digitsSinceSeparator == 3 else { throw .misplacedSeparator }
            return PrintedNumber(mantissa: negative ? -mantissa : mantissa, decimals: decimals)
        }
    }
}
