/// How large amounts may be, so that no sum of them leaves 64 bits.
enum AmountLimit {
    /// Of one cell, in fen: a million million yuan, more than any department has.
    static let cell: UInt64 = 100_000_000_000_000
    /// Of all amounts of a book together, signs aside, in fen. A figure adds up some of them, each at most a few times.
    static let book: UInt64 = 100_000_000_000_000_000

    /// In yuan, as a person reads it.
    static let cellText = yuan(Int64(cell))
    static let bookText = yuan(Int64(book))

    /// The sum without signs, with what is known already; nil where it is beyond a book's limit.
    static func total(_ amounts: some Sequence<Int64>, beside known: UInt64 = 0) -> UInt64? {
        var total = known
        for amount in amounts {
            let (sum, overflow) = total.addingReportingOverflow(amount.magnitude)
            if overflow || sum > book { return nil }
            total = sum
        }
        return total
    }

    /// As above, of what is added up already; nil where either is beyond the limit.
    static func total(_ sum: UInt64?, beside known: UInt64) -> UInt64? {
        guard let (total, overflow) = sum?.addingReportingOverflow(known), !overflow, total <= book else { return nil }
        return total
    }
}
