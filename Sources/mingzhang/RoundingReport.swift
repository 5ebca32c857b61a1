import ArgumentParser
import Fiscal
import Ledger
import Publication
import Statements

/// How printed figures are rounded.
enum RoundingMode: String, ExpressibleByArgument, CaseIterable {
    /// Each figure once, half up; parts may miss their total by a tail.
    case plain
    /// Each figure down or up, so that parts add up.
    case adjusted
}

/// What adjusting the last digits of one package did.
struct RoundingReport: Encodable {
    struct Move: Encodable {
        let figure: String
        let plain: String
        let adjusted: String
        let places: Int
    }

    struct Gap: Encodable {
        let place: String
        let figure: String
        let difference: String
    }

    let unit: String
    let mode: String
    let closed: Int
    /// Squares of the forms, amounts in sentences, and shares, changes and rates that follow from them, that print
    /// otherwise than by plain rounding.
    let movedCells: Int
    let movedAmounts: Int
    let movedDerived: Int
    /// Farthest distance of a printed figure from the exact one, in yuan.
    let farthest: String
    let moves: [Move]
    let open: [Gap]

    /// nil where the package is rounded plainly.
    init?(_ package: BuiltPackage) {
        guard let rounding = package.rounding, let changes = package.changes else { return nil }
        let describe = FactDescription(standards: package.facts.standards, units: package.facts.book.units)
        unit = package.scope.name
        mode = RoundingMode.adjusted.rawValue
        closed = rounding.closed
        (movedCells, movedAmounts, movedDerived) = (changes.cells, changes.amounts, changes.derived)
        farthest = yuan(rounding.farthest)
        moves = rounding.moves.map {
            Move(
                figure: describe.words($0.key), plain: $0.plain.text(), adjusted: $0.adjusted.text(),
                places: $0.places)
        }
        open = rounding.gaps.map {
            Gap(place: $0.place, figure: describe.words($0.whole), difference: $0.difference.text())
        }
    }

    private static let shownMoves = 12

    /// For a person.
    var remarks: [Remark] {
        let head: Remark =
            moves.isEmpty
            ? .nothingAdjusted(unit: unit, closed: closed)
            : .adjusted(
                unit: unit, figures: moves.count, cells: movedCells, amounts: movedAmounts, derived: movedDerived,
                farthest: farthest, closed: closed)
        let shown = moves.prefix(Self.shownMoves).map {
            Remark.move(figure: $0.figure, plain: $0.plain, adjusted: $0.adjusted, places: $0.places)
        }
        let more: [Remark] = moves.count > shown.count ? [.moreMoves(moves.count - shown.count)] : []
        return [head] + shown + more
            + open.map { .openGap(place: $0.place, figure: $0.figure, difference: $0.difference) }
    }
}
