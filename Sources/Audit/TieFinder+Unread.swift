import Fiscal
import Publication

extension TieFinder {
    /// Beyond so many amounts that were not understood some of them make up nearly any difference.
    private static let mostUnread = 12

    /// Whether amounts that stand among the parts of a sentence's list, and were not understood, are what it lacks: a list
    /// that was half read proves nothing.
    func unreadParts(_ whole: Int, _ parts: [Int]) -> [String] {
        let order = ([whole] + parts).compactMap { sightings.claims[$0] }
        guard let first = order.min(), let last = order.max(), let total = list[whole].bounds else { return [] }
        let lack = parts.reduce(total) { $0 - (list[$1].bounds ?? .zero) }
        if lack.low <= 0 { return [] }
        let unread = sightings.openAmounts.filter { (first...(last + 1)).contains($0.position) }.compactMap { open in
            MoneyUnit.allCases.first { $0.word == open.unit }.flatMap { Bounds(open.printed, factor: $0.rawValue) }
        }.filter { $0.isPositive }
        guard !unread.isEmpty else { return [] }
        let explains = unread.count > Self.mostUnread || Self.sums(unread).contains { $0.overlaps(lack) }
        return explains ? [FindingWords.unreadAmounts] : []
    }

    private static func sums(_ amounts: [Bounds]) -> [Bounds] {
        amounts.reduce(into: [.zero]) { sums, amount in sums += sums.map { $0 + amount } }
    }
}
