import Audit
import Publication

/// Why rules could not be checked: each reason once, with the rules behind it, those of most rules first.
struct UncheckedReasons {
    struct Reason: Hashable {
        let text: String
        let rules: [String]
    }

    let reasons: [Reason]

    /// Names that one reason lists.
    private static let mostNames = 6
    /// So much of two reasons must be alike for them to be said in one.
    private static let leastShared = 6

    init(_ report: AuditReport) {
        var rules: [String: [String]] = [:]
        var order: [String] = []
        for outcome in report.outcomes where outcome.counts[.unchecked, default: 0] > 0 {
            for reason in outcome.missing {
                if rules[reason] == nil { order.append(reason) }
                rules[reason, default: []].append(outcome.rule)
            }
        }
        var groups: [[String]: [String]] = [:]
        var heads: [[String]] = []
        for reason in order {
            let behind = rules[reason] ?? []
            if groups[behind] == nil { heads.append(behind) }
            groups[behind, default: []].append(reason)
        }
        reasons = heads.flatMap { behind in
            Self.joined(groups[behind] ?? []).map { Reason(text: $0, rules: behind) }
        }
        .enumerated().sorted { ($1.element.rules.count, $0.offset) < ($0.element.rules.count, $1.offset) }
        .map(\.element)
    }

    // MARK: - Reasons that are alike

    /// 没有读到公开01表…, 没有读到公开04表… → 没有读到公开01、04表…; what is not alike stays apart.
    static func joined(_ reasons: [String]) -> [String] {
        guard reasons.count > 1, let first = reasons.first else { return reasons }
        let head = reasons.dropFirst().reduce(Array(first)) { common($0, Array($1)) }
        let rests = reasons.map { Array($0.dropFirst(head.count)) }
        let tail = rests.dropFirst().reduce(Array((rests.first ?? []).reversed())) { common($0, $1.reversed()) }
        let (prefix, suffix) = (withoutDigits(head), withoutName(withoutDigits(tail), in: rests))
        guard prefix.count + suffix.count >= leastShared else { return reasons }
        let names = reasons.map { String($0.dropFirst(prefix.count).dropLast(suffix.count)) }
        let shown = names.prefix(mostNames).joined(separator: "、")
        let more = names.count > mostNames ? "等 \(names.count) 项" : ""
        return [String(prefix) + shown + more + String(suffix.reversed())]
    }

    private static func common(_ a: [Character], _ b: [Character]) -> [Character] {
        zip(a, b).prefix { $0 == $1 }.map(\.0)
    }

    /// A number is not parted.
    private static func withoutDigits(_ text: [Character]) -> [Character] {
        var text = text
        while text.last?.isNumber ?? false { text.removeLast() }
        return text
    }

    /// Where one name is the end of the others, it is not taken for what they share.
    private static func withoutName(_ reversed: [Character], in rests: [[Character]]) -> [Character] {
        guard rests.contains(where: { $0.count <= reversed.count }) else { return reversed }
        var text = reversed
        while let last = text.last, !"）”、：".contains(last) { text.removeLast() }
        return text
    }
}
