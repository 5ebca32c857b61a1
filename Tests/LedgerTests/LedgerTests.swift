import Testing

@testable import Ledger

struct AmountLimits {
    @Test("Amounts that could not be added up are found before they are")
    func total() {
        let limit = Int64(AmountLimit.book)
        #expect(AmountLimit.total([limit, 0]) == AmountLimit.book)
        #expect(AmountLimit.total([limit, -1]) == nil)
        #expect(AmountLimit.total([1], beside: AmountLimit.book) == nil)
        #expect(AmountLimit.total([.min, .max]) == nil)
    }
}
