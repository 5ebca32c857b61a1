package import Fiscal

/// Coordinates of one year's classifications packed into one word, with every member's ancestors by table.
///
/// Sums over millions of lines, and the cells of thousands of forms, compare words instead of walking trees.
package struct CoordinateSpace: Sendable {
    private struct Axis: Sendable {
        let shift: UInt64
        let mask: UInt64
        let codes: [Code]
        /// A member's number, from 1; 0 is the whole dimension.
        let numbers: [Code: UInt64]
        /// How many members stand on the path from the root to each member, itself counted.
        let depths: [Int]
        /// `lifted[depth][number]`: the packed ancestor at that depth, 0 where the member stands above it.
        let lifted: [[UInt64]]
    }

    private let axes: [Axis]
    /// How many bits of a word are used.
    package let bits: Int

    package init(_ classifications: [Dimension: Classification]) {
        var axes: [Axis] = []
        var shift = 0
        for dimension in Dimension.allCases {
            let axis = Self.axis(classifications[dimension] ?? .empty, shift: shift)
            axes.append(axis)
            shift += axis.mask.nonzeroBitCount
        }
        // A code list is written by people; six of them together stay far below 2^64 combinations.
        precondition(shift <= 64)
        self.axes = axes
        bits = shift
    }

    private static func axis(_ classification: Classification, shift: Int) -> Axis {
        let codes = classification.ordered
        var numbers: [Code: UInt64] = [:]
        numbers.reserveCapacity(codes.count)
        for (index, code) in codes.enumerated() { numbers[code] = UInt64(index + 1) }
        // One number more stands for codes that are not in the list.
        let width = 64 - (codes.count + 1).leadingZeroBitCount
        var depths = [Int](repeating: 0, count: codes.count + 2)
        func depth(_ code: Code) -> Int {
            guard let number = numbers[code], depths[Int(number)] == 0 else {
                return numbers[code].map { depths[Int($0)] } ?? 0
            }
            let above = classification.members[code]?.parent.map { depth($0) } ?? 0
            depths[Int(number)] = above + 1
            return above + 1
        }
        for code in codes { _ = depth(code) }
        let deepest = depths.max() ?? 0
        var lifted = [[UInt64]](repeating: Array(repeating: 0, count: codes.count + 2), count: deepest + 1)
        for (index, code) in codes.enumerated() {
            var next: Code? = code
            while let current = next, let number = numbers[current] {
                lifted[depths[Int(number)]][index + 1] = number << UInt64(shift)
                next = classification.members[current]?.parent
            }
        }
        return Axis(
            shift: UInt64(shift), mask: (1 << UInt64(width)) - 1, codes: codes, numbers: numbers, depths: depths,
            lifted: lifted)
    }
}

extension CoordinateSpace {
    /// nil where a code is not in its list.
    package func pack(_ coordinates: Coordinates) -> UInt64? {
        var result: UInt64 = 0
        for (index, axis) in axes.enumerated() {
            let code = coordinates[index]
            if code.isAll { continue }
            guard let number = axis.numbers[code] else { return nil }
            result |= number << axis.shift
        }
        return result
    }

    /// As `pack`, with codes that are not in their list as one member that stands under nothing.
    package func packLine(_ coordinates: Coordinates) -> UInt64 {
        var result: UInt64 = 0
        for (index, axis) in axes.enumerated() {
            let code = coordinates[index]
            if code.isAll { continue }
            result |= (axis.numbers[code] ?? UInt64(axis.codes.count + 1)) << axis.shift
        }
        return result
    }

    package func unpack(_ packed: UInt64) -> Coordinates {
        var result = Coordinates.all
        for (dimension, axis) in zip(Dimension.allCases, axes) {
            let number = Int(packed >> axis.shift & axis.mask)
            if number > 0, number <= axis.codes.count { result[dimension] = axis.codes[number - 1] }
        }
        return result
    }

    /// How deep each coordinate stands: what a line must be lifted to, to be compared with it.
    package func depths(_ packed: UInt64) -> Depths {
        var result = Depths()
        for (index, axis) in axes.enumerated() {
            result.packed |= UInt32(axis.depths[Int(packed >> axis.shift & axis.mask)]) << UInt32(4 * index)
        }
        return result
    }

    /// The coordinates that a line has at these depths; nil where it stands above one of them.
    @inline(__always)
    package func lift(_ packed: UInt64, to depths: Depths) -> UInt64? {
        var result: UInt64 = 0
        var left = depths.packed
        var index = 0
        while left != 0 {
            let depth = Int(left & 15)
            if depth > 0 {
                let axis = axes[index]
                let ancestor = axis.lifted[depth][Int(packed >> axis.shift & axis.mask)]
                if ancestor == 0 { return nil }
                result |= ancestor
            }
            left >>= 4
            index += 1
        }
        return result
    }

    /// The packed member of one dimension and its ancestors, nearest first.
    package func path(_ packed: UInt64, _ dimension: Dimension) -> [Code] {
        let axis = axes[dimension.rawValue]
        let number = Int(packed >> axis.shift & axis.mask)
        let depth = axis.depths[number]
        return stride(from: depth, to: 0, by: -1).map { level in
            axis.codes[Int(axis.lifted[level][number] >> axis.shift) - 1]
        }
    }

    /// A member's number within its dimension; 0 is the whole.
    package func number(_ packed: UInt64, _ dimension: Dimension) -> Int {
        Int(packed >> axes[dimension.rawValue].shift & axes[dimension.rawValue].mask)
    }

    package func count(_ dimension: Dimension) -> Int { axes[dimension.rawValue].codes.count }
}

/// A depth for each dimension; 0 is the whole.
package struct Depths: Hashable, Sendable {
    /// Four bits a dimension.
    fileprivate(set) var packed: UInt32 = 0
}

extension Coordinates {
    /// The member of the dimension of this number.
    @inline(__always)
    fileprivate subscript(index: Int) -> Code {
        switch index {
        case 0: fund
        case 1: function
        case 2: economic
        case 3: kind
        case 4: item
        default: size
        }
    }
}
