import Fiscal
import Standards

/// Tells packed lines that break some constraint of their sheet from those that break none, by one look at each code.
///
/// A constraint looks at each code of a line by itself, so what it says of every member is known beforehand: a line
/// breaks it where all of its codes allow that. `LineChecks` says what is broken and how.
struct LineScreen: Sendable {
    let space: CoordinateSpace
    /// For 64 constraints at a time: by dimension and member's number, one bit a constraint.
    private let groups: [[[UInt64]]]

    init(_ checks: LineChecks, _ definition: Sheet, standards: Standards) {
        let space = standards.space
        self.space = space
        let constraints = definition.constraints
        groups = stride(from: 0, to: constraints.count, by: UInt64.bitWidth).map { first in
            let group = constraints[first..<min(first + UInt64.bitWidth, constraints.count)]
            return Dimension.allCases.map { dimension in
                (0..<space.count(dimension) + 2).map { number in
                    // A code that is in no list counts as none, as in an unpacked line.
                    let isMember = number > 0 && number <= space.count(dimension)
                    let code = isMember ? space.code(number, dimension) : .all
                    return group.enumerated().reduce(0) { bits, entry in
                        let mayBreak = checks.mayBreak(entry.element, dimension, code)
                        return mayBreak ? bits | 1 << UInt64(entry.offset) : bits
                    }
                }
            }
        }
    }

    var isEmpty: Bool { groups.isEmpty }

    /// For each line whether it breaks anything: not 0.
    func broken(_ lines: [UInt64]) -> [UInt64] {
        guard let first = groups.first else { return Array(repeating: 0, count: lines.count) }
        return groups.dropFirst().reduce(space.common(first, of: lines)) { known, group in
            zip(known, space.common(group, of: lines)).map { $0 | $1 }
        }
    }
}
