/// An amount of money in fen (1/100 yuan). The sign is kept; there is no rounding in this type.
package struct Money: Hashable, Comparable, Sendable {
    package let fen: Int64

    package init(fen: Int64) { self.fen = fen }

    package static let zero = Money(fen: 0)

    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

/// The unit an amount is printed in, as so many fen.
package enum MoneyUnit: Int64, Hashable, Sendable, CaseIterable {
    case yuan = 100
    case thousandYuan = 100_000
    case tenThousandYuan = 1_000_000
    case hundredMillionYuan = 10_000_000_000

    /// The word printed beside an amount.
    package var word: String {
        switch self {
        case .yuan: "元"
        case .thousandYuan: "千元"
        case .tenThousandYuan: "万元"
        case .hundredMillionYuan: "亿元"
        }
    }
}
