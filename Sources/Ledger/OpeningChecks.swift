import Fiscal
import Standards

/// Opening balances beside what last year's book closes with.
struct OpeningChecks {
    /// As fine as both sides tell balances apart.
    private struct Place: Hashable {
        var unit: String
        var function: Code
        var fund: Code
    }

    private struct Sides {
        var opening: Int64 = 0
        var closing: Int64 = 0
        var origin: Origin?
    }

    private let book: Book
    private let standards: Standards

    init(book: Book, standards: Standards) {
        self.book = book
        self.standards = standards
    }

    /// What does not go on from last year, by unit, function and fund.
    func faults() -> [BookFault] {
        let rules = standards.sheets.flatMap { sheet in sheet.facts.map { (sheet: sheet.id, rule: $0) } }
        guard let (sheet, rule) = rules.first(where: { $0.rule.continued != nil }), let opening = rule.spec.concept
        else {
            return []
        }
        let openings = book.facts.filter {
            $0.key.concept == opening && $0.key.year == book.settings.year && $0.key.phase == .actual
        }
        let closings = OpeningBalances(book: book, standards: standards, year: book.settings.year.previous).lines()
        let file = book.sheets.first { $0.name == sheet }?.file ?? sheet
        return joined(openings, closings).filter { $0.value.opening != $0.value.closing }.map { place, sides in
            BookFault(
                .openingDiffers(words(place), opening: yuan(sides.opening), closing: yuan(sides.closing)),
                sheet: sides.origin?.sheet ?? file, row: sides.origin?.row ?? 0)
        }.sorted { ($0.sheet, $0.row, $0.chinese) < ($1.sheet, $1.row, $1.chinese) }
    }

    private func joined(_ openings: [Fact], _ closings: [OpeningBalances.Line]) -> [Place: Sides] {
        var sides: [Place: Sides] = [:]
        for fact in openings {
            let place = fact.key.coordinates
            let key = Place(unit: fact.key.unit, function: place.function, fund: place.fund)
            sides[key, default: Sides()].opening += fact.value.amount
            if sides[key]?.origin == nil { sides[key]?.origin = fact.origin }
        }
        for line in closings {
            let key = Place(unit: line.unit, function: line.function, fund: line.fund)
            sides[key, default: Sides()].closing += line.amount
        }
        return Dictionary(grouping: sides) { $0.key.unit }.values.reduce(into: [:]) { result, unit in
            result.merge(coarse(unit.map { ($0.key, $0.value) }), uniquingKeysWith: { first, _ in first })
        }
    }

    /// One side may say 非财政拨款 where the other tells its funds apart, or leave the function out: then they are compared
    /// as the coarser of the two has them.
    private func coarse(_ sides: [(Place, Sides)]) -> [Place: Sides] {
        let funds = standards.classification(.fund)
        let known = Set(sides.map(\.0.fund))
        func top(_ fund: Code) -> Code { funds.path(fund).last { known.contains($0) } ?? fund }
        let open = Set(sides.filter(\.0.function.isAll).map { top($0.0.fund) })
        var result: [Place: Sides] = [:]
        for (place, side) in sides {
            var key = place
            key.fund = top(place.fund)
            if open.contains(key.fund) { key.function = .all }
            result[key, default: Sides()].opening += side.opening
            result[key]?.closing += side.closing
            let known = result[key]?.origin
            if let origin = side.origin, known.map({ origin.row < $0.row }) ?? true { result[key]?.origin = origin }
        }
        return result
    }

    private func words(_ place: Place) -> String {
        let members = [(Dimension.function, place.function), (.fund, place.fund)].filter { !$0.1.isAll }
        return
            ([book.units[place.unit]?.name ?? place.unit]
            + members.map { standards.classification($0.0).name($0.1) }).joined(separator: "、")
    }
}
