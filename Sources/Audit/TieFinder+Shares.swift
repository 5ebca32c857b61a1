import Fiscal
import Standards

extension TieFinder {
    /// A share of a part that is printed nowhere itself: 货物采购授予中小企业合同金额占货物支出金额的 80%.
    struct HiddenPart {
        let rate: Int
        let part: FactKey
        let base: Int
    }

    private struct Mean: Hashable {
        let whole: Int
        let dimension: Dimension
    }

    /// Parts that only their shares tell add up to the printed whole, where the bases of the shares are all there are.
    mutating func means(_ hidden: [HiddenPart]) {
        var found: [Mean: [HiddenPart]] = [:]
        for part in hidden {
            for dimension in Dimension.allCases where !part.part.coordinates[dimension].isAll {
                guard let whole = nearestAbove(part.part, dimension, { sightings.representative($0) }),
                    list[whole].source == .own
                else { continue }
                found[Mean(whole: whole, dimension: dimension), default: []].append(part)
            }
        }
        for (mean, parts) in found.sorted(by: { $0.key.whole < $1.key.whole }) where isComplete(mean, parts) {
            relations.append(
                Relation(
                    nature: .mean, equation: .mean(mean.whole, parts.map { (rate: $0.rate, base: $0.base) }),
                    isProof: false))
            let rates = Set(parts.map(\.rate))
            unchecked.removeAll { rates.contains($0.figure) }
        }
    }

    /// Whether the bases are whole: they add up to the figure above them.
    private func isComplete(_ mean: Mean, _ parts: [HiddenPart]) -> Bool {
        guard Set(parts.map(\.part)).count == parts.count, let first = parts.first, let key = list[first.base].key,
            let above = nearestAbove(key, mean.dimension, { sightings.representative($0) }),
            let whole = list[above].bounds
        else { return false }
        return parts.compactMap { list[$0.base].bounds }.reduce(.zero) { $0 + $1 }.overlaps(whole)
    }
}
