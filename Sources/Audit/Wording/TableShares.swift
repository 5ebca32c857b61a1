import Fiscal
import Publication
import Standards

/// 文内比率 of what a table prints: 涉及资金100万元，占项目支出总额的100%, where no phrase of the section knows the amount.
struct TableShares {
    private struct Whole {
        let words: [String]
        let figure: ReadFigure
        let bounds: Bounds
    }

    private let wholes: [Whole]

    init(_ words: WordLists, _ paper: WordingContext) {
        wholes = words.table("文内比率", "表中总数").compactMap { row in
            guard let figure = Self.figure(row, paper), let printed = figure.printed,
                let unit = MoneyUnit.allCases.first(where: { $0.word == figure.unit }),
                let bounds = Bounds(printed, factor: unit.rawValue), bounds.isPositive
            else { return nil }
            let names = (row["词"] ?? "").split(separator: "、").map { foldedLabel($0) }
            return Whole(words: names, figure: figure, bounds: bounds)
        }
    }

    /// The total that a table prints of what a row of words names.
    private static func figure(_ row: [String: String], _ paper: WordingContext) -> ReadFigure? {
        var wanted = Coordinates()
        for (word, dimension) in Dimension.words {
            guard let name = row[word] else { continue }
            guard let code = paper.standards.classification(dimension).find(name) else { return nil }
            wanted[dimension] = code
        }
        let concept = Concept(row["概念"] ?? "")
        return paper.tables.lazy.flatMap(\.figures).first { figure in
            guard case .fact(let key) = figure.figure, figure.certainty != .guessed else { return false }
            return key.concept == concept && key.year == paper.year && key.phase == paper.standards.kind.phase
                && key.coordinates == wanted && figure.printed != nil
        }
    }

    enum Verdict {
        case holds
        case fails(whole: ReadFigure, expected: String)
    }

    /// nil where the two do not speak of such a total.
    ///
    /// - Parameter isAnnex: the report may be a unit's, whose own total may be less than the department's, but not more.
    func verdict(_ part: RunningFigure, _ rate: RunningFigure, isAnnex: Bool) -> Verdict? {
        let lead = rate.gap.drop { $0 == "," }
        guard let money = part.money, rate.unit == "%", lead.hasPrefix("占"),
            let whole = wholes.first(where: { $0.words.contains { lead == "占\($0)的" || lead == "占\($0)" } }),
            let bounds = Bounds(part.number, factor: money.rawValue),
            let holds = Quotient.follows(rate.number, bounds, times: 100, over: whole.bounds)
        else { return nil }
        if holds { return .holds }
        if isAnnex, bounds.low <= whole.bounds.high { return nil }
        let decimals = max(rate.number.decimals, 2)
        let share = PrintedNumber.rounding(bounds.middle * 100, over: whole.bounds.middle, decimals: decimals)
        return .fails(whole: whole.figure, expected: (share?.text() ?? "？") + "%")
    }
}
