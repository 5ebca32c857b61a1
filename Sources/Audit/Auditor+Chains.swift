import Fiscal
import Narrative
import Publication

extension Auditor {
    /// Rates that one sentence tells together with what they are of, whatever it speaks of. Nobody knows what the figures
    /// are, so that it is never an error.
    mutating func addChains() {
        for read in paper.chains {
            let name = names.rate(isCompletion: read.chain.kind == .completion)
            addChange(read, name)
            guard let check = ChainCheck(read.chain) else {
                note(name, .notApplicable)
                continue
            }
            if check.holds {
                note(name, .passed)
                continue
            }
            note(name, .failed)
            let (rate, expected) = (read.chain.rate, check.expected)
            let message =
                check.isContrary
                ? FindingWords.contrary(read) : FindingWords.chain(read, expected: expected)
            findings.append(
                Finding(
                    rule: name.id, severity: name.severity == .error ? .warning : name.severity, message: message,
                    printed: rate.text, expected: check.isContrary ? "" : expected, basis: name.basis,
                    places: zip(
                        [rate, read.chain.second, read.chain.first] + read.chain.wholes,
                        [read.rate, read.second, read.first] + read.wholes
                    ).map { FindingPlace(text: $0.text, place: $1) }))
        }
    }

    /// 收入100万元，比上年80万元减少20万元.
    private mutating func addChange(_ read: ReadChain, _ name: RuleNames.Name) {
        guard let now = read.chain.now, let place = read.now, let expected = ChainCheck.wrongChange(read.chain) else {
            return
        }
        note(name, .failed)
        let second = read.chain.second
        findings.append(
            Finding(
                rule: name.id, severity: name.severity == .error ? .warning : name.severity,
                message: FindingWords.change(now.text, read, expected: expected),
                printed: second.text, expected: expected, basis: name.basis,
                places: zip([second, now, read.chain.first], [read.second, place, read.first]).map {
                    FindingPlace(text: $0.text, place: $1)
                }))
    }
}

/// The arithmetic of one chain.
private struct ChainCheck {
    let holds: Bool
    /// The words of direction are against each other, and neither figure is nothing.
    let isContrary: Bool
    let expected: String

    /// nil where it cannot be reckoned: what was before is nothing, or the units are not those of money.
    init?(_ chain: RateChain) {
        guard let first = Self.bounds(chain.first), let second = Self.bounds(chain.second),
            let rate = Bounds(chain.rate.printed, factor: 1)
        else { return nil }
        let (part, whole): (Bounds, Bounds) =
            switch chain.kind {
            case .growth(let isFall): (second, isFall ? first + second : first - second)
            case .change, .completion: (second, first)
            }
        guard whole.isPositive, Bounds.rate(part, of: whole) != nil else { return nil }
        isContrary = chain.isContrary && second.isPositive && rate.isPositive
        let others = chain.wholes.compactMap { Self.bounds($0) }.compactMap { other -> Bounds? in
            guard case .growth(let isFall) = chain.kind else { return nil }
            return isFall ? other + second : other - second
        }
        holds =
            !isContrary
            && ([whole] + others).contains { other in
                !other.isPositive || Relation.isRate(rate, part, of: other)
            }
        let rates = ([whole] + others).compactMap { Self.rate(part, of: $0) }
        expected = rates.indices.filter { rates.firstIndex(of: rates[$0]) == $0 }.map { rates[$0] }.joined(
            separator: "或")
    }

    /// The change with its direction as the amounts before and now have it; nil where what is printed agrees.
    static func wrongChange(_ chain: RateChain) -> String? {
        guard case .change(let isFall) = chain.kind, let now = chain.now.flatMap({ bounds($0) }),
            let before = bounds(chain.first), let change = bounds(chain.second),
            let unit = MoneyUnit.allCases.first(where: { $0.word == chain.second.unit })
        else { return nil }
        // An amount in the wrong unit is told as such.
        guard chain.now?.unit == chain.first.unit else { return nil }
        if (isFall ? before - change : before + change).overlaps(now) { return nil }
        let middle = now.middle - before.middle
        let text = PrintedNumber.rounding(
            middle < 0 ? -middle : middle, over: Bounds.scale * Int128(unit.rawValue),
            decimals: chain.second.printed.decimals)
        return text.map { FindingWords.changed($0.text() + unit.word, isFall: middle < 0) }
    }

    private static func rate(_ part: Bounds, of whole: Bounds) -> String? {
        PrintedNumber.rounding(part.middle * 100, over: whole.middle, decimals: 2).map { $0.text() + "%" }
    }

    private static func bounds(_ part: RateChain.Part) -> Bounds? {
        MoneyUnit.allCases.first { $0.word == part.unit }.flatMap { Bounds(part.printed, factor: $0.rawValue) }
    }
}
