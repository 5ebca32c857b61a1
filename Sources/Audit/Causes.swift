import Fiscal
import Publication
import Standards

/// Looks for where a wrong figure came from.
struct CauseFinder {
    private let list: [Sighting]
    private let sightings: SightingList
    /// Own and last year's figures by the size that is printed.
    private var bySize: [Int128: [Int]] = [:]

    /// A number of fewer digits is met with by chance.
    private static let leastDigits = 3

    init(_ sightings: SightingList) {
        self.sightings = sightings
        list = sightings.list
        for index in list.indices {
            guard let bounds = list[index].bounds, list[index].read.printed?.isZero == false else { continue }
            bySize[bounds.middle.magnitudeValue, default: []].append(index)
        }
    }

    /// Empty where nothing shows.
    func cause(of index: Int, expected: Bounds) -> String {
        let sighting = list[index]
        guard let printed = sighting.read.printed, let bounds = sighting.bounds else {
            return sighting.read.printed == nil ? CauseWords.noAmount : ""
        }
        let wanted = FindingWords.number(expected.middle, like: sighting)
        return same(as: index, size: bounds.middle.magnitudeValue)
            ?? (wanted.flatMap { rate(index, printed, wanted: $0) })
            ?? (wanted.flatMap { DigitCause.cause(printed.mantissa.magnitude, wanted: $0.mantissa.magnitude) }) ?? ""
    }

    // MARK: - Another figure's value

    private func same(as index: Int, size: Int128) -> String? {
        guard let printed = list[index].read.printed, digits(printed) >= Self.leastDigits else { return nil }
        let others = (bySize[size] ?? []).filter { list[$0].figure != list[index].figure }
        let near = others.compactMap { other in
            difference(list[index].figure, list[other].figure).map { (other, $0) }
        }
        // The same table before others, as the eye slips along a line.
        let found = near.first { list[$0.0].scope == list[index].scope } ?? near.first
        if let found { return CauseWords.sameAs(list[found.0], differing: found.1) }
        return nil
    }

    private func digits(_ number: PrintedNumber) -> Int { String(number.mantissa.magnitude).count }

    /// In what alone two figures differ; nil where it is more than one thing.
    private func difference(_ a: Figure, _ b: Figure) -> String? {
        switch (a, b) {
        case (.fact(let a), .fact(let b)): return difference(a, b)
        case (.derived(let a), .derived(let b)) where a.nature == b.nature:
            let (first, second) = (a.operands, b.operands)
            if first.1 == second.1 { return difference(first.0, second.0) }
            return difference(first.0, second.0) == difference(first.1, second.1)
                ? difference(first.0, second.0) : first.0 == second.0 ? difference(first.1, second.1) : nil
        default: return nil
        }
    }

    private func difference(_ a: FactKey, _ b: FactKey) -> String? {
        var found: [String] = []
        if a.year != b.year { found.append("上年") }
        if a.phase != b.phase { found.append("预算") }
        if a.concept != b.concept { found.append("指标") }
        for dimension in Dimension.allCases where a.coordinates[dimension] != b.coordinates[dimension] {
            found.append(dimension.word)
        }
        return found.count == 1 ? found[0] : nil
    }

    // MARK: - Rates

    private func rate(_ index: Int, _ printed: PrintedNumber, wanted: PrintedNumber) -> String? {
        guard case .derived(let derivation) = list[index].figure, derivation.isPercentage,
            let a = sightings.representative(derivation.operands.0).flatMap({ list[$0].bounds }),
            let b = sightings.representative(derivation.operands.1).flatMap({ list[$0].bounds })
        else { return nil }
        let size = PrintedNumber(mantissa: abs(printed.mantissa), decimals: printed.decimals)
        func prints(_ top: Int128, _ bottom: Int128) -> Bool {
            bottom != 0
                && PrintedNumber.rounding(
                    top.magnitudeValue * 100, over: bottom.magnitudeValue, decimals: size.decimals) == size
        }
        let (now, before) = (a.middle, b.middle)
        let isGrowth = derivation.nature == .growth
        let top = isGrowth ? now - before : now
        if let cause = cut(top, before, size) { return cause }
        if isGrowth, prints(top, now) { return CauseWords.wrongBase }
        if isGrowth, prints(now, before) { return CauseWords.notLessOne }
        if !isGrowth, prints(before, now) { return CauseWords.swappedOperands }
        if derivation.nature == .share, prints(before - now, before) { return CauseWords.complement }
        return otherBase(derivation, top: now, isGrowth: isGrowth, prints)
    }

    private func cut(_ top: Int128, _ bottom: Int128, _ size: PrintedNumber) -> String? {
        guard bottom != 0 else { return nil }
        let scaled = top.magnitudeValue * 100 * powerOfTen(size.decimals)
        if scaled / bottom.magnitudeValue == Int128(size.mantissa) { return CauseWords.truncated }
        // Truncated to fewer decimals and filled up with zeros: 82.00 for 82.54.
        let whole = (top.magnitudeValue * 100 / bottom.magnitudeValue) * powerOfTen(size.decimals)
        if size.decimals > 0, whole == Int128(size.mantissa) { return CauseWords.truncated }
        for more in 1...2 {
            guard
                let finer = PrintedNumber.rounding(
                    top.magnitudeValue * 100, over: bottom.magnitudeValue, decimals: size.decimals + more)
            else { continue }
            let again = PrintedNumber.rounding(
                Int128(finer.mantissa), over: powerOfTen(finer.decimals), decimals: size.decimals)
            if again == size { return CauseWords.roundedTwice }
        }
        return nil
    }

    /// The same rate over the other phase's amount, or last year's.
    private func otherBase(
        _ derivation: Derivation, top: Int128, isGrowth: Bool, _ prints: (Int128, Int128) -> Bool
    ) -> String? {
        for phase in Phase.allCases {
            for year in [sightings.standards.year, sightings.standards.year.previous] {
                var base = derivation.operands.1
                (base.phase, base.year) = (phase, year)
                guard base != derivation.operands.1, base != derivation.operands.0,
                    let other = sightings.representative(base), let bottom = list[other].bounds?.middle
                else { continue }
                if prints(isGrowth ? top - bottom : top, bottom) { return CauseWords.otherBase(list[other]) }
            }
        }
        return nil
    }

    // MARK: - Sums that one other printed value closes

    func closing(_ relation: Relation, _ values: Values) -> String {
        let total = relation.total(values)
        var found: [String] = []
        for figure in relation.figures {
            guard let allowed = relation.allowed(figure, values, total: total),
                let wanted = FindingWords.number(allowed.middle, like: list[figure]),
                digits(wanted) >= Self.leastDigits,
                let size = Bounds(wanted, factor: list[figure].factor)?.middle.magnitudeValue
            else { continue }
            let near = (bySize[size] ?? []).first { other in
                !relation.figures.contains(other) && difference(list[figure].figure, list[other].figure) != nil
            }
            if let near { found.append(CauseWords.closes(list[figure], by: list[near])) }
        }
        return found.count == 1 ? found[0] : ""
    }
}

extension Int128 {
    /// Its size as a signed number.
    var magnitudeValue: Int128 { self < 0 ? -self : self }
}

/// Slips of the hand, told by the digits.
enum DigitCause {
    static func cause(_ printed: UInt64, wanted: UInt64) -> String? {
        guard printed != wanted, printed > 0, wanted > 0 else { return nil }
        if let factor = factor(printed, wanted) { return factor }
        let (a, b) = (Array(String(printed)), Array(String(wanted)))
        if a.count == b.count {
            let off = a.indices.filter { a[$0] != b[$0] }
            if off.count == 2, a[off[0]] == b[off[1]], a[off[1]] == b[off[0]] { return CauseWords.swappedDigits }
            return off.count == 1 && a.count > 2 ? CauseWords.oneDigit : nil
        }
        if a.count + 1 == b.count { return isOneLess(a, b) ? CauseWords.droppedDigit : nil }
        if b.count + 1 == a.count { return isOneLess(b, a) ? CauseWords.addedDigit : nil }
        return nil
    }

    private static func factor(_ printed: UInt64, _ wanted: UInt64) -> String? {
        let isBigger = printed > wanted
        let (big, small) = isBigger ? (printed, wanted) : (wanted, printed)
        // An amount in 元 keeps the digits that 万元 rounds away.
        let (product, overflow) = small.multipliedReportingOverflow(by: 10_000)
        if !overflow, max(product, big) - min(product, big) <= 5_000 { return CauseWords.unitFactor(isBigger) }
        guard big % small == 0 else { return nil }
        switch big / small {
        case 10, 100, 1000: return CauseWords.pointMoved(isBigger, String(big / small))
        default: return nil
        }
    }

    /// Whether the shorter is the longer without one digit.
    private static func isOneLess(_ short: [Character], _ long: [Character]) -> Bool {
        let head = zip(short, long).prefix { $0 == $1 }.count
        return short[head...].elementsEqual(long[(head + 1)...])
    }
}
