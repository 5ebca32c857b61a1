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
    let movedPlaces: Int
    /// Farthest distance of a printed figure from the exact one, in yuan.
    let farthest: String
    let moves: [Move]
    let open: [Gap]

    /// nil where the package is rounded plainly.
    init?(_ package: BuiltPackage) {
        guard let rounding = package.rounding else { return nil }
        let describe = FactDescription(standards: package.facts.standards, units: package.facts.book.units)
        unit = package.scope.name
        mode = RoundingMode.adjusted.rawValue
        closed = rounding.closed
        movedPlaces = rounding.movedPlaces
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
    var lines: [String] {
        let head =
            moves.isEmpty
            ? "调平：\(unit)的 \(closed) 处合计都与分项相等，没有动任何数。"
            : "调平：\(unit)动了 \(moves.count) 个数（表和文字共 \(movedPlaces) 处），各在末位加减 1，"
                + "与实际数最多相差 \(farthest) 元；\(closed) 处合计等于分项之和。"
        let shown = moves.prefix(Self.shownMoves).map { "  \($0.figure)：\($0.plain) → \($0.adjusted)（\($0.places) 处）" }
        let more = moves.count > shown.count ? ["  ……另有 \(moves.count - shown.count) 个，见 --format json"] : []
        return [head] + shown + more
            + open.map { "  不能同时调平：\($0.place.isEmpty ? "文字" : $0.place)，\($0.figure)，合计减分项之和为 \($0.difference)" }
    }
}
