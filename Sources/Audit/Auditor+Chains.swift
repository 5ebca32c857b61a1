import Fiscal
import Narrative
import Publication

extension Auditor {
    /// Rates that one sentence tells together with what they are of, whatever it speaks of. Nobody knows what the figures
    /// are, so that it is never an error.
    mutating func addChains() {
        for read in paper.chains {
            let name = names.rate(isCompletion: read.chain.kind == .completion)
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
            case .completion: (second, first)
            }
        guard whole.isPositive, Bounds.rate(part, of: whole) != nil else { return nil }
        isContrary = chain.isContrary && second.isPositive && rate.isPositive
        let others = chain.wholes.compactMap { Self.bounds($0) }.map { other in
            if case .growth(let isFall) = chain.kind { return isFall ? other + second : other - second }
            return other
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

    private static func rate(_ part: Bounds, of whole: Bounds) -> String? {
        PrintedNumber.rounding(part.middle * 100, over: whole.middle, decimals: 2).map { $0.text() + "%" }
    }

    private static func bounds(_ part: RateChain.Part) -> Bounds? {
        MoneyUnit.allCases.first { $0.word == part.unit }.flatMap { Bounds(part.printed, factor: $0.rawValue) }
    }
}
