package import Fiscal
package import Ledger
import Paper
import Standards

/// Printed figures chosen so that parts add up exactly: each is its exact value rounded down or up (控制舍入).
///
/// One fact has one printed value, whatever tables and sentences print it. The sums come from the classification trees
/// and the definitions of concepts, never from a form by name.
package struct ControlledRounding: Sendable {
    /// A figure that is not printed as plain rounding would.
    package struct Move: Sendable {
        package let key: FactKey
        package let exact: Int64
        package let plain: PrintedNumber
        package let adjusted: PrintedNumber
        /// How far the printed figure stands from the exact one, in fen.
        package let distance: Int64
        /// How many cells and sentences print it.
        package let places: Int
    }

    /// A sum that stays open by a rounding tail: it cannot hold beside the others, or the search gave up.
    package struct Gap: Sendable {
        package let whole: FactKey
        package let parts: [(key: FactKey, sign: Int64)]
        /// Form, row and column of the whole; empty where only sentences print it.
        package let place: String
        /// Whether the parts are all of the whole; else printed parts pass a whole that has others too.
        package let isSum: Bool
        /// Printed whole less printed parts.
        package let difference: PrintedNumber
    }

    /// Every amount that is printed rounded and in one precision only, moved or not.
    package let printed: [FactKey: PrintedNumber]
    package let moves: [Move]
    package let gaps: [Gap]
    /// How many sums were made to hold.
    package let closed: Int

    /// The farthest that any printed figure stands from its exact value, in fen.
    package var farthest: Int64 { moves.map(\.distance).max() ?? 0 }
}

extension ControlledRounding {
    /// - Parameters:
    ///   - tables: as printed plainly.
    ///   - prose: amounts that sentences print, once for each time.
    ///   - operands: amounts that sentences compare without printing them: last year's keep their plain print.
    package static func adjust(
        _ tables: [Table], prose: [FactKey], operands: [FactKey] = [], facts: FactBase
    ) -> ControlledRounding {
        let figures = PrintedFigures(tables, prose: prose, operands: operands, facts: facts)
        let relations = RelationFinder(figures: figures, facts: facts).relations()
        var printed: [FactKey: PrintedNumber] = [:]
        var moves: [Move] = []
        for (precision, members) in figures.byPrecision.sorted(by: { $0.key < $1.key }) where precision.fen > 1 {
            let values = solved(members, precision, figures: figures, relations: relations)
            for (index, value) in zip(members, values) {
                let figure = figures.list[index]
                let number = PrintedNumber(mantissa: value, decimals: precision.decimals)
                printed[figure.key] = number
                guard value != figure.plain.mantissa, figure.weight > 0 else { continue }
                moves.append(
                    Move(
                        key: figure.key, exact: figure.exact, plain: figure.plain, adjusted: number,
                        distance: abs(value * precision.fen - figure.exact), places: figure.weight))
            }
        }
        let gaps = relations.compactMap { gap($0, figures: figures, printed: printed, tables: tables) }
        let sums = relations.filter { $0.rest == 0 }.count
        return ControlledRounding(
            printed: printed, moves: moves, gaps: gaps, closed: sums - gaps.filter(\.isSum).count)
    }

    private static func solved(
        _ members: [Int], _ precision: PrintedFigures.Precision, figures: PrintedFigures, relations: [FigureRelation]
    ) -> [Int64] {
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        var amounts = members.map { index in
            let figure = figures.list[index]
            return RoundingSystem.Amount(exact: figure.exact, plain: figure.plain.mantissa, weight: figure.weight)
        }
        let sums = relations.compactMap { relation -> RoundingSystem.Relation? in
            var terms = relation.terms.compactMap { term in places[term.figure].map { ($0, term.sign) } }
            guard terms.count == relation.terms.count else { return nil }
            if relation.rest != 0 {
                terms.append((amounts.count, -1))
                let plain = relation.rest.floored(by: precision.fen)
                amounts.append(RoundingSystem.Amount(exact: relation.rest, plain: plain, weight: 0))
            }
            return RoundingSystem.Relation(terms: terms, importance: relation.importance)
        }
        let system = RoundingSystem(unit: precision.fen, amounts: amounts, relations: sums)
        return Array(system.solved().prefix(members.count))
    }

    /// nil where the printed figures agree.
    private static func gap(
        _ relation: FigureRelation, figures: PrintedFigures, printed: [FactKey: PrintedNumber], tables: [Table]
    ) -> Gap? {
        let keys = relation.terms.map { (key: figures.list[$0.figure].key, sign: $0.sign) }
        let sum = keys.reduce(0) { $0 + $1.sign * (printed[$1.key]?.mantissa ?? 0) }
        guard !relation.holds(sum), let whole = keys.first, printed[whole.key] != nil else { return nil }
        let table = tables.max { a, b in shared(keys.map(\.key), a) < shared(keys.map(\.key), b) }
        return Gap(
            whole: whole.key, parts: keys.dropFirst().map { ($0.key, -$0.sign) },
            place: table.flatMap { $0.place(of: whole.key) } ?? tables.lazy.compactMap { $0.place(of: whole.key) }.first
                ?? "",
            isSum: relation.rest == 0,
            difference: PrintedNumber(mantissa: sum, decimals: printed[whole.key]?.decimals ?? 0))
    }

    private static func shared(_ keys: [FactKey], _ table: Table) -> Int {
        let known = Set(table.figures.values)
        return known.contains(keys[0]) ? keys.filter { known.contains($0) }.count : 0
    }
}

extension Table {
    /// `公开02表 20406 司法 / 本年收入合计`: where the table prints a figure first.
    func place(of key: FactKey) -> String? {
        guard let spot = figures.filter({ $0.value == key }).keys.min() else { return nil }
        let matrix = grid.matrix
        let labels = matrix[spot.row].indices.prefix(spot.column).compactMap { column -> String? in
            guard figures[TableSpot(row: spot.row, column: column)] == nil, let cell = matrix[spot.row][column],
                cell.column == column, !cell.text.isEmpty
            else { return nil }
            return cell.text
        }
        let titles = (0..<grid.headerRowCount).compactMap { matrix[$0][spot.column]?.text }
        let header = titles.enumerated().filter { $0.offset == 0 || titles[$0.offset - 1] != $0.element }.map(\.element)
        return
            "\(number.isEmpty ? form.title : number) \(labels.suffix(2).joined(separator: " ")) / \(header.joined(separator: " "))"
    }
}
