/// How much an archive may hold before it is refused.
package struct ZipLimits: Sendable, Equatable {
    /// Expanded bytes of all entries together.
    package var expandedSize: Int
    /// Expanded ÷ compressed of one entry; looked at only above `ratioFreeSize`, since small blank parts pack well.
    package var ratio: Int
    package var ratioFreeSize: Int
    package var entryCount: Int

    /// 1 GiB, 500 : 1 above 1 MiB, 10 000 entries.
    package static let standard = ZipLimits()

    package init(
        expandedSize: Int = 1 << 30, ratio: Int = 500, ratioFreeSize: Int = 1 << 20, entryCount: Int = 10_000
    ) {
        self.expandedSize = expandedSize
        self.ratio = ratio
        self.ratioFreeSize = ratioFreeSize
        self.entryCount = entryCount
    }
}
