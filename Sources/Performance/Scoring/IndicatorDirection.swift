import Fiscal
import Ledger
package import Standards

/// Whether more or less of an indicator is better, and what says so.
package struct IndicatorDirection: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// A sign, or 方向.
        case stated
        /// Its level is one of costs, its target is none at all, or its name says plainly that more is better.
        case plain
        /// Only its name says that less is better.
        case name
        /// Nothing says it: more was taken for better.
        case guessed
    }

    package let comparison: EvaluationDefinitions.Comparison
    package let source: Source

    init(
        _ record: IndicatorRecord, target: EvaluationNumber, stated: EvaluationDefinitions.Comparison?,
        definitions: EvaluationDefinitions
    ) {
        if let known = target.comparison ?? stated {
            (comparison, source) = (known, .stated)
            return
        }
        let (level, name) = (foldedLabel(record.second), foldedLabel(record.name))
        let less = Self.end(of: definitions.opposite, in: name)
        let more = Self.end(of: definitions.forward, in: name)
        // Whatever it counts, whoever wants none of it wants no more than none.
        if target.printed.isZero || definitions.opposite.contains(where: { level.contains($0) }) {
            (comparison, source) = (.atMost, .plain)
        } else if let less, less > more ?? name.startIndex {
            (comparison, source) = (.atMost, .name)
        } else {
            (comparison, source) = (.atLeast, more != nil && less == nil ? .plain : .guessed)
        }
    }

    /// Where the last of the words ends: what a name is about stands last in it (投诉办结率 is no count of complaints).
    private static func end(of words: [String], in name: String) -> String.Index? {
        words.compactMap { name.ranges(of: $0).last?.upperBound }.max()
    }
}
