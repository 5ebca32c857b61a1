/// What a row, a column or a slot says about its figure; laid over one another they give a whole `FactKey`.
package struct FactSpec: Hashable, Sendable {
    package var concept: Concept?
    package var phase: Phase?
    /// 0 this year, -1 last year.
    package var yearOffset: Int?
    package var coordinates: Coordinates

    package init(
        concept: Concept? = nil, phase: Phase? = nil, yearOffset: Int? = nil, coordinates: Coordinates = .all
    ) {
        self.concept = concept
        self.phase = phase
        self.yearOffset = yearOffset
        self.coordinates = coordinates
    }

    package func overlaid(by other: FactSpec) -> FactSpec {
        FactSpec(
            concept: other.concept ?? concept, phase: other.phase ?? phase,
            yearOffset: other.yearOffset ?? yearOffset,
            coordinates: coordinates.overlaid(by: other.coordinates))
    }

    /// The fact meant, for one unit and year; nil where no concept is named.
    package func key(unit: String, year: FiscalYear) -> FactKey? {
        guard let concept else { return nil }
        return FactKey(
            unit: unit, year: FiscalYear(year.number + (yearOffset ?? 0)), phase: phase ?? .actual, concept: concept,
            coordinates: coordinates)
    }
}

extension Phase {
    /// The words of the data files and the sheets.
    package static let words: [(String, Phase)] = [
        ("年初预算", .initialBudget), ("全年预算", .adjustedBudget), ("决算", .actual),
    ]
}

extension Dimension {
    /// The keys of the data files and the columns of the sheets.
    package static let words: [(String, Dimension)] = [
        ("资金性质", .fund), ("功能科目", .function), ("经济科目", .economic), ("支出性质", .kind), ("事项", .item), ("规模", .size),
    ]

    package var word: String { Dimension.words.first { $0.1 == self }?.0 ?? "" }
}
