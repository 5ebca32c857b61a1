import Fiscal
import Ledger
import Publication
import Standards
import Statements

/// What a paper can be held against besides itself.
package enum Companion: Sendable, Hashable, CaseIterable {
    /// Last year's paper, or the book it is printed from.
    case prior
    /// The department's paper, when the one checked is a unit's.
    case department
    /// The book that the paper should have come from.
    case book
}

/// Whether what was given beside a paper is one that its figures can be held against.
package enum CompanionFit: Sendable, Hashable {
    case fits
    /// The names differ, but most of what both hold agrees: the department was renamed.
    case renamed(from: String, shared: Int, agreeing: Int)
    /// One of the two does not say whose it is.
    case unnamed
    case otherUnit(own: String, given: String)
    /// - Parameter year: of what was given.
    case otherYear(Int, wanted: Int)
    case otherKind(own: String, given: String)
    /// What was given does not say of which year it is.
    case noYear

    /// Whether the figures were held against each other.
    package var isCompared: Bool {
        switch self {
        case .fits, .renamed, .unnamed: true
        case .otherUnit, .otherYear, .otherKind, .noYear: false
        }
    }

    init(_ paper: UnderstoodPaper, prior: UnderstoodPaper) {
        let (own, other) = (foldedLabel(paper.unit), foldedLabel(prior.unit))
        if let unlike = Self.unlike(paper, kind: prior.standards.kind, year: prior.year, wanted: paper.year.previous) {
            self = unlike
        } else if own.isEmpty || other.isEmpty {
            self = .unnamed
        } else if own == other {
            self = .fits
        } else {
            self = Self.named(paper.unit, prior.unit, Self.agreement(paper, prior))
        }
    }

    /// A unit's paper beside its department's, whose name says nothing of which units it has.
    init(_ paper: UnderstoodPaper, department: UnderstoodPaper) {
        self =
            Self.unlike(paper, kind: department.standards.kind, year: department.year, wanted: paper.year) ?? .fits
    }

    /// A paper beside the facts of that unit of a book which it names, or of the whole where the book has none such.
    init(_ paper: UnderstoodPaper, book facts: FactBase) {
        let settings = facts.book.settings
        if let unlike = Self.unlike(paper, kind: facts.standards.kind, year: settings.year, wanted: paper.year) {
            self = unlike
        } else if paper.unit.isEmpty {
            self = .unnamed
        } else if let unit = facts.book.units[facts.unit],
            [unit.name, unit.shortName].contains(where: { foldedLabel($0) == foldedLabel(paper.unit) })
        {
            self = .fits
        } else {
            let name = facts.book.units[facts.unit]?.name ?? ""
            self = Self.named(paper.unit, name, Self.agreement(paper, facts))
        }
    }

    private static func unlike(
        _ paper: UnderstoodPaper, kind: PaperKind, year: FiscalYear, wanted: FiscalYear
    ) -> CompanionFit? {
        if kind.name != paper.standards.kind.name {
            return .otherKind(own: paper.standards.kind.name, given: kind.name)
        }
        return year == wanted ? nil : .otherYear(year.number, wanted: wanted.number)
    }

    private static func named(_ own: String, _ given: String, _ checks: (shared: Int, agreeing: Int)) -> CompanionFit {
        checks.agreeing >= fewestAgreeing && checks.agreeing * 2 > checks.shared
            ? .renamed(from: given, shared: checks.shared, agreeing: checks.agreeing)
            : .otherUnit(own: own, given: given)
    }

    /// Fewer may agree by chance.
    private static let fewestAgreeing = 3

    /// How many relations hold a figure of last year's paper against this one's, and how many of these are true.
    private static func agreement(_ paper: UnderstoodPaper, _ prior: UnderstoodPaper) -> (shared: Int, agreeing: Int) {
        var sightings = SightingList(paper)
        sightings.add(tablesOf: prior, as: .prior)
        return agreement(TieFinder.find(sightings).relations, sightings) { $0.source == .prior }
    }

    /// How many of a paper's figures the book has, and how many of these are what the paper prints.
    private static func agreement(_ paper: UnderstoodPaper, _ facts: FactBase) -> (shared: Int, agreeing: Int) {
        let sightings = SightingList(paper)
        var finder = TieFinder.find(sightings)
        finder.book(facts, isAdjusted: false)
        return agreement(finder.relations.filter { $0.nature == .book }, sightings) { $0.source == .own }
    }

    private static func agreement(
        _ relations: [Relation], _ sightings: SightingList, telling: (Sighting) -> Bool
    ) -> (shared: Int, agreeing: Int) {
        let list = sightings.list
        let values = Values(list)
        let shared = relations.filter { relation in
            // That nothing is nothing proves nobody's name.
            relation.figures.contains { telling(list[$0]) && list[$0].bounds != .zero }
        }.compactMap { $0.holds(values) }
        return (shared.count, shared.count { $0 })
    }
}
