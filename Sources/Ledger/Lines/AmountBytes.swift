import Fiscal

/// Yuan as typed in a cell → fen, by the rules of `NumberText`.
enum AmountBytes {
    /// Most amounts are a sign, digits, and up to two decimals; nil where the text is anything else.
    @inline(__always)
    static func plainFen(_ field: Field) -> Int64? {
        var index = 0
        let isNegative = field.length > 0 && field.start[0] == 0x2D
        if isNegative { index = 1 }
        // 15 digits of yuan stay far below the largest fen.
        guard field.length - index <= 18, index < field.length else { return nil }
        let first = index
        var value: Int64 = 0
        while index < field.length {
            let digit = field.start[index] &- 0x30
            if digit > 9 { break }
            value = value &* 10 &+ Int64(digit)
            index += 1
        }
        let whole = index - first
        guard whole > 0, whole <= 15 else { return nil }
        let decimals = field.length - index - 1
        if decimals == -1 {
            value *= 100
        } else {
            guard field.start[index] == 0x2E, decimals == 1 || decimals == 2 else { return nil }
            let tenth = field.start[index + 1] &- 0x30
            let hundredth = decimals == 2 ? field.start[index + 2] &- 0x30 : 0
            guard tenth <= 9, hundredth <= 9 else { return nil }
            value = value * 100 + Int64(tenth) * 10 + Int64(hundredth)
        }
        return isNegative ? -value : value
    }
}
