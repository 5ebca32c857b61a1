import Fiscal
import Publication
import Standards
import Statements

/// Whether what was given as last year's paper is one that a paper's figures of last year can be held against.
package enum PriorFit: Sendable, Hashable {
    case fits
    /// The names differ, but most of what both print of last year agrees: the department was renamed.
    case renamed(from: String, shared: Int, agreeing: Int)
    /// One of the two does not say whose it is.
    case unnamed
    case otherUnit(own: String, prior: String)
    /// - Parameter year: of what was given.
    case otherYear(Int, wanted: Int)
    case otherKind(own: String, prior: String)
    /// What was given does not say of which year it is.
    case noYear

    /// Whether the figures were held against each other.
    package var isCompared: Bool {
        switch self {
        case .fits, .renamed, .unnamed: true
        case .otherUnit, .otherYear, .otherKind, .noYear: false
        }
    }

    init(_ paper: UnderstoodPaper, _ prior: UnderstoodPaper) {
        let wanted = paper.year.previous
        let (own, other) = (foldedLabel(paper.unit), foldedLabel(prior.unit))
        if prior.standards.kind.name != paper.standards.kind.name {
            self = .otherKind(own: paper.standards.kind.name, prior: prior.standards.kind.name)
        } else if prior.year != wanted {
            self = .otherYear(prior.year.number, wanted: wanted.number)
        } else if own.isEmpty || other.isEmpty {
            self = .unnamed
        } else if own == other {
            self = .fits
        } else {
            let (shared, agreeing) = Self.agreement(paper, prior)
            self =
                agreeing >= Self.fewestAgreeing && agreeing * 2 > shared
                ? .renamed(from: prior.unit, shared: shared, agreeing: agreeing)
                : .otherUnit(own: paper.unit, prior: prior.unit)
        }
    }

    /// Fewer may agree by chance.
    private static let fewestAgreeing = 3

    /// How many relations hold a figure of last year's paper against this one's, and how many of these are true.
    private static func agreement(_ paper: UnderstoodPaper, _ prior: UnderstoodPaper) -> (shared: Int, agreeing: Int) {
        var sightings = SightingList(paper)
        sightings.add(tablesOf: prior, as: .prior)
        let list = sightings.list
        let values = Values(list)
        let shared = TieFinder.find(sightings).relations.filter { relation in
            // That nothing is nothing proves nobody's name.
            relation.figures.contains { list[$0].source == .prior && list[$0].bounds != .zero }
        }.compactMap { $0.holds(values) }
        return (shared.count, shared.count { $0 })
    }
}
