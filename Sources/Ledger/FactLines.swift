import Fiscal
import Standards

/// The lines of one concept, phase and year in a scope, as packed coordinates and amounts.
final class FactLines {
    private let space: CoordinateSpace
    private var coordinates: [UInt64] = []
    private var amounts: [Int64] = []
    /// Where each line stands among the book's facts.
    private var places: [Int] = []
    private var groups: [(depths: Depths, sums: SumTable)] = []
    private var occurring: [Dimension: [Code]] = [:]

    init(_ space: CoordinateSpace) { self.space = space }

    func append(_ packed: UInt64, _ amount: Int64, place: Int) {
        coordinates.append(packed)
        amounts.append(amount)
        places.append(place)
    }

    /// The sum of all lines under these coordinates.
    func sum(_ packed: UInt64) -> Int64 {
        let depths = space.depths(packed)
        if let group = groups.first(where: { $0.depths == depths }) { return group.sums[packed] }
        var sums = SumTable()
        for (lifted, amount) in zip(space.lifted(coordinates, to: depths), amounts) where lifted != CoordinateSpace.none
        {
            let fits = sums.add(amount, to: lifted, row: 0)
            precondition(fits, "a sum of fen does not fit in 64 bits")
        }
        groups.append((depths, sums))
        return sums[packed]
    }

    func places(under packed: UInt64) -> [Int] {
        let depths = space.depths(packed)
        return zip(space.lifted(coordinates, to: depths), places).filter { $0.0 == packed }.map(\.1)
    }

    /// The members that occur in a dimension, with all above them.
    func members(_ dimension: Dimension) -> [Code] {
        if let known = occurring[dimension] { return known }
        var isSeen = [Bool](repeating: false, count: space.count(dimension) + 2)
        var found: Set<Int> = []
        for line in coordinates {
            let number = space.number(line, dimension)
            guard number > 0, !isSeen[number] else { continue }
            isSeen[number] = true
            found.formUnion(space.path(number, dimension))
        }
        let members = found.map { space.code($0, dimension) }
        occurring[dimension] = members
        return members
    }
}
