package import Fiscal

/// Coordinates of one year's classifications packed into one word, with every member's ancestors by table.
///
/// Sums over millions of lines, and the cells of thousands of forms, compare words instead of walking trees.
package struct CoordinateSpace: Sendable {
    /// By dimension: where its number stands in the word.
    private var shifts: [UInt64] = []
    private var masks: [UInt64] = []
    private var codes: [[Code]] = []
    /// By dimension, a member's number, from 1; 0 is the whole dimension.
    private var numbers: [[Code: UInt64]] = []
    /// By dimension and number: how many members stand on the path from the root, itself counted.
    private var depths: [[UInt8]] = []
    /// By dimension, depth and number: the packed ancestor at that depth, 0 where the member stands above it.
    private var ancestors: [UInt64] = []
    /// Where the ancestors of a dimension at a depth begin: 16 entries a dimension.
    private var starts: [Int] = []
    /// How many bits of a word are used.
    package private(set) var bits = 0

    /// Stands for coordinates that there are none of.
    package static let none = UInt64.max

    package init(_ classifications: [Dimension: Classification]) {
        for dimension in Dimension.allCases { add(classifications[dimension] ?? .empty) }
        // A code list is written by people; six of them together stay far below 2^63 combinations.
        precondition(bits < 64)
    }

    private mutating func add(_ classification: Classification) {
        let members = classification.ordered
        var numbers: [Code: UInt64] = [:]
        numbers.reserveCapacity(members.count)
        for (index, code) in members.enumerated() { numbers[code] = UInt64(index + 1) }
        // One number more stands for codes that are not in the list.
        let width = 64 - (members.count + 1).leadingZeroBitCount
        var parents = [Int](repeating: 0, count: members.count + 2)
        for (index, code) in members.enumerated() {
            if let parent = classification.members[code]?.parent { parents[index + 1] = Int(numbers[parent] ?? 0) }
        }
        var depths = [UInt8](repeating: 0, count: members.count + 2)
        for index in 1..<(members.count + 1) {
            var next = index
            while next > 0, depths[index] < Self.deepest { (next, depths[index]) = (parents[next], depths[index] + 1) }
        }
        addAncestors(parents, depths, shift: UInt64(bits))
        shifts.append(UInt64(bits))
        masks.append((1 << UInt64(width)) - 1)
        codes.append(members)
        self.numbers.append(numbers)
        self.depths.append(depths)
        bits += width
    }

    private static let deepest: UInt8 = 15

    private mutating func addAncestors(_ parents: [Int], _ depths: [UInt8], shift: UInt64) {
        let first = ancestors.count
        let levels = Int(depths.max() ?? 0) + 1
        for level in 0..<16 { starts.append(first + min(level, levels - 1) * parents.count) }
        ancestors += repeatElement(0, count: levels * parents.count)
        for index in parents.indices {
            var next = index
            while next > 0, depths[next] > 0 {
                let place = first + Int(depths[next]) * parents.count + index
                if ancestors[place] != 0 { break }
                ancestors[place] = UInt64(next) << shift
                next = parents[next]
            }
        }
    }
}

// MARK: - Packing

extension CoordinateSpace {
    /// nil where a code is not in its list.
    package func pack(_ coordinates: Coordinates) -> UInt64? {
        var result: UInt64 = 0
        for index in 0..<6 where !coordinates[index].isAll {
            guard let number = numbers[index][coordinates[index]] else { return nil }
            result |= number << shifts[index]
        }
        return result
    }

    /// As `pack`, with codes that are not in their list as one member that stands under nothing.
    package func packLine(_ coordinates: Coordinates) -> UInt64 {
        var result: UInt64 = 0
        for index in 0..<6 where !coordinates[index].isAll {
            result |= (numbers[index][coordinates[index]] ?? UInt64(codes[index].count + 1)) << shifts[index]
        }
        return result
    }

    package func unpack(_ packed: UInt64) -> Coordinates {
        func code(_ index: Int) -> Code {
            let number = Int(packed >> shifts[index] & masks[index])
            return number > 0 && number <= codes[index].count ? codes[index][number - 1] : .all
        }
        return Coordinates(
            fund: code(0), function: code(1), economic: code(2), kind: code(3), item: code(4), size: code(5))
    }

    /// `packed` with what `other` fixes laid over it.
    package func overlay(_ packed: UInt64, by other: UInt64) -> UInt64 {
        var result = packed
        for index in 0..<6 {
            let own = other & masks[index] << shifts[index]
            if own != 0 { result = result & ~(masks[index] << shifts[index]) | own }
        }
        return result
    }
}

// MARK: - Trees

extension CoordinateSpace {
    /// How deep each coordinate stands: what a line must be lifted to, to be compared with it.
    package func depths(_ packed: UInt64) -> Depths {
        var result = Depths()
        for index in 0..<6 { result[index] = Int(depths[index][Int(packed >> shifts[index] & masks[index])]) }
        return result
    }

    /// The coordinates that each line has at these depths; `none` for a line that stands above one of them.
    package func lifted(_ lines: [UInt64], to depths: Depths) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: lines.count)
        ancestors.withUnsafeBufferPointer { ancestors in
            for index in 0..<6 where depths[index] > 0 {
                let (shift, mask, start) = (shifts[index], masks[index], starts[index * 16 + depths[index]])
                for place in 0..<lines.count {
                    let ancestor = ancestors[start + Int(lines[place] >> shift & mask)]
                    // All bits once set stay set.
                    result[place] |= ancestor == 0 ? Self.none : ancestor
                }
            }
        }
        return result
    }

    /// For each line the bits that all of its members have.
    ///
    /// - Parameter bits: by dimension and member's number.
    package func common(_ bits: [[UInt64]], of lines: [UInt64]) -> [UInt64] {
        var result = [UInt64](repeating: .max, count: lines.count)
        for (index, bits) in bits.enumerated() {
            let (shift, mask) = (shifts[index], masks[index])
            for place in lines.indices { result[place] &= bits[Int(lines[place] >> shift & mask)] }
        }
        return result
    }

    /// The packed member of one dimension and its ancestors, from the root.
    package func path(_ number: Int, _ dimension: Dimension) -> [Int] {
        let index = dimension.rawValue
        let depth = Int(depths[index][number])
        return (0..<depth).map { Int(ancestors[starts[index * 16 + $0 + 1] + number] >> shifts[index]) }
    }

    /// A member's number within its dimension, in order of code; 0 is the whole.
    package func number(_ packed: UInt64, _ dimension: Dimension) -> Int {
        Int(packed >> shifts[dimension.rawValue] & masks[dimension.rawValue])
    }

    /// A member of one dimension alone.
    package func packed(_ number: Int, _ dimension: Dimension) -> UInt64 {
        UInt64(number) << shifts[dimension.rawValue]
    }

    /// The whole for 0 and for the number of codes that are not in the list.
    package func code(_ number: Int, _ dimension: Dimension) -> Code {
        let codes = codes[dimension.rawValue]
        return number > 0 && number <= codes.count ? codes[number - 1] : .all
    }

    package func count(_ dimension: Dimension) -> Int { codes[dimension.rawValue].count }

    package func depth(_ number: Int, _ dimension: Dimension) -> Int { Int(depths[dimension.rawValue][number]) }
}

/// A depth for each dimension; 0 is the whole.
package struct Depths: Hashable, Sendable {
    /// Four bits a dimension.
    private var packed: UInt32 = 0

    package init() {}

    package subscript(index: Int) -> Int {
        get { Int(packed >> UInt32(4 * index) & 15) }
        set { packed = packed & ~(15 << UInt32(4 * index)) | UInt32(newValue) << UInt32(4 * index) }
    }
}

extension Coordinates {
    /// The member of the dimension of this number.
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
