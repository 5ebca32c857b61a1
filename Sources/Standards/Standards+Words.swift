package import Fiscal

extension Standards {
    /// A fact as a reader says it: 本年支出（一般公共预算财政拨款、基本支出）.
    package func words(for spec: FactSpec) -> String {
        let members = Dimension.allCases.filter { !spec.coordinates[$0].isAll }.map {
            classification($0).name(spec.coordinates[$0])
        }
        let phase = Phase.words.first { $0.1 == spec.phase && spec.phase != .actual }.map { [$0.0] } ?? []
        let year = spec.yearOffset == -1 ? ["上年"] : []
        let details = year + phase + members
        return (spec.concept?.id ?? "") + (details.isEmpty ? "" : "（\(details.joined(separator: "、"))）")
    }
}
