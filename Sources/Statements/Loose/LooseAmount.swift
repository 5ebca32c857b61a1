import Fiscal

/// What one figure of a table can stand for, in units that are common to the table: an interval of whole numbers.
struct LooseAmount {
    let low: Int
    let high: Int

    static let zero = LooseAmount(low: 0, high: 0)
    /// Sums of some thousand amounts stay far from overflow.
    private static let largest = Int128(1) << 50

    init(low: Int, high: Int) {
        self.low = low
        self.high = high
    }

    /// Doubled, so that half a unit in the last place is whole; nil where the number is none of an account.
    init?(_ number: PrintedNumber, scale: Int) {
        guard number.decimals <= scale else { return nil }
        let unit = powerOfTen(scale - number.decimals)
        let (value, over) = (Int128(number.mantissa) * 2).multipliedReportingOverflow(by: unit)
        guard !over, value.magnitude < Self.largest.magnitude, unit < Self.largest else { return nil }
        low = Int(value - unit)
        high = Int(value + unit)
    }
}

/// Which column each figure of a row stands in.
struct LooseAssignment: Hashable {
    /// By column, the figure's number; nil where the cell is blank.
    let figures: [Int?]

    private static let most = 5_000

    /// Every way to put so many figures in order into these columns; nil where there are too many ways.
    static func all(figures count: Int, columns: [Int], width: Int) -> [LooseAssignment]? {
        var ways = 1
        for step in 0..<min(count, columns.count - count) {
            ways = ways * (columns.count - step) / (step + 1)
            guard ways <= most else { return nil }
        }
        var result: [LooseAssignment] = []
        var chosen: [Int?] = Array(repeating: nil, count: width)
        func place(_ figure: Int, from first: Int) {
            guard figure < count else {
                result.append(LooseAssignment(figures: chosen))
                return
            }
            let last = columns.count - (count - figure)
            guard first <= last else { return }
            for index in first...last {
                chosen[columns[index]] = figure
                place(figure + 1, from: index + 1)
                chosen[columns[index]] = nil
            }
        }
        place(0, from: 0)
        return result
    }
}
