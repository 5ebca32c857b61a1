/// The digits a workbook keeps for a number, brought to plain decimals without passing through floating point.
///
/// A workbook holds binary doubles and writes up to 17 digits of them (`0.30000000000000004`), of which 15 are what
/// anyone typed or saw; more are rounded away, half up.
enum DecimalText {
    static let significantDigits = 15
    /// Exponents beyond this are no amount of anything, and would make very long texts.
    private static let exponentLimit = 60

    /// nil where the text is no decimal number.
    static func plain(_ raw: some StringProtocol) -> String? {
        if isPlain(raw.utf8) { return String(raw) }
        guard var number = Parts(raw) else { return nil }
        number.round(to: significantDigits)
        return number.text
    }

    /// What nearly every cell holds: at most 15 digits, none of them needless.
    private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= significantDigits, let first = bytes.first, (0x31...0x39).contains(first) else {
            return false
        }
        var seenPoint = false
        var last = first
        for byte in bytes {
            guard (0x30...0x39).contains(byte) || byte == 0x2E && !seenPoint else { return false }
            seenPoint = seenPoint || byte == 0x2E
            last = byte
        }
        return !seenPoint || last != 0x30 && last != 0x2E
    }

    /// Sign, digits and where the point stands: value = 0.d₁d₂d₃… × 10^pointAt.
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        var pointAt = 0

        init?(_ raw: some StringProtocol) {
            var seenPoint = false
            var seenDigit = false
            var rest = Substring(raw).utf8[...]
            if let sign = rest.first, sign == 0x2D || sign == 0x2B {
                isNegative = sign == 0x2D
                rest = rest.dropFirst()
            }
            while let byte = rest.first, byte != 0x45, byte != 0x65 {
                rest = rest.dropFirst()
                switch byte {
                case 0x2E where !seenPoint: seenPoint = true
                case 0x30...0x39:
                    seenDigit = true
                    if byte == 0x30, digits.isEmpty {
                        if seenPoint { pointAt -= 1 }
                    } else {
                        digits.append(byte - 0x30)
                        if !seenPoint { pointAt += 1 }
                    }
                default: return nil
                }
            }
            guard seenDigit, addExponent(rest) else { return nil }
        }

        private mutating func addExponent(_ text: Substring.UTF8View.SubSequence) -> Bool {
            guard !text.isEmpty else { return true }
            guard let exponent = Int(String(Substring(text.dropFirst()))), abs(exponent) <= exponentLimit else {
                return false
            }
            pointAt += exponent
            return true
        }

        mutating func round(to count: Int) {
            if digits.count > count {
                let up = digits[count] >= 5
                digits.removeSubrange(count...)
                if up { increment() }
            }
            while digits.last == 0 { digits.removeLast() }
        }

        private mutating func increment() {
            for index in digits.indices.reversed() {
                if digits[index] < 9 {
                    digits[index] += 1
                    return
                }
                digits[index] = 0
            }
            digits.insert(1, at: 0)
            pointAt += 1
        }

        var text: String {
            guard !digits.isEmpty else { return "0" }
            let printed = digits.map { Character(Unicode.Scalar($0 + 0x30)) }
            var result = isNegative ? "-" : ""
            if pointAt <= 0 {
                result += "0." + String(repeating: "0", count: -pointAt) + String(printed)
            } else if pointAt >= printed.count {
                result += String(printed) + String(repeating: "0", count: pointAt - printed.count)
            } else {
                result += String(printed[..<pointAt]) + "." + String(printed[pointAt...])
            }
            return result
        }
    }
}
