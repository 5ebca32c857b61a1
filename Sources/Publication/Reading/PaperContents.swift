import Fiscal
import Performance
import Standards
import Statements

/// What a document of a package holds, as far as it tells which others it goes with.
package struct PaperContents: Sendable {
    /// Whose it is; empty where it does not say.
    private let unit: String
    package let year: Int
    private let kind: String
    /// Six digits; nil where its name names no place.
    private let region: String?
    private let forms: Set<String>
    private let sections: Set<String>
    /// Forms of performance by name, each with the hashes of what its cells print.
    private let evaluations: [String: Set<Int>]
    /// Paragraphs long enough to be nobody else's, by their hashes.
    private let sentences: Set<Int>

    private static let shortestSentence = 24

    package init(_ paper: UnderstoodPaper) {
        unit = foldedLabel(paper.unit)
        year = paper.year.number
        kind = paper.standards.kind.name
        region = paper.regionChoice == .named ? paper.standards.region : nil
        forms = Set(paper.tables.map(\.form.id))
        sections = Set(paper.paragraphs.flatMap(\.phrases))
        evaluations = Dictionary(
            paper.evaluations.map { ($0.definition.id + foldedLabel($0.name), Self.cells(of: $0)) },
            uniquingKeysWith: { $0.union($1) })
        sentences = Set(
            paper.paragraphs.filter { $0.text.count >= Self.shortestSentence }.map { foldedLabel($0.text).hashValue })
    }

    /// Amounts and achieved values: labels and targets are much the same in any unit's form.
    private static func cells(of form: EvaluationForm) -> Set<Int> {
        let cells =
            form.funds.flatMap(\.values.values) + form.rows.flatMap(\.values.values)
            + form.indicators.compactMap(\.actual)
        return Set(cells.filter { !$0.isBlank }.map { $0.text.hashValue })
    }

    /// Whether it is of the accounts, not only of what is attached to them.
    package var isOfAccounts: Bool { !forms.isEmpty || !sections.isEmpty }

    /// Whether it holds nothing that others could be held against.
    package var isEmpty: Bool { !isOfAccounts && evaluations.isEmpty && sentences.isEmpty }

    /// Whether it says whose it is.
    var isNamed: Bool { !unit.isEmpty }

    /// How many sections of the accounts it tells.
    var sectionCount: Int { sections.count }

    /// Whether both can be parts of one unit's paper of one year.
    func fits(_ other: PaperContents) -> Bool {
        guard year == other.year, kind == other.kind || !isOfAccounts || !other.isOfAccounts else { return false }
        if let region, let place = other.region, region != place { return false }
        // 某局 on the cover of a report is 某市某局.
        return unit.isEmpty || other.unit.isEmpty || unit.hasSuffix(other.unit) || other.unit.hasSuffix(unit)
    }

    /// Whether both say whose they are, and it is the same.
    func isOfSameUnit(as other: PaperContents) -> Bool { !unit.isEmpty && unit == other.unit }

    /// Whether one is another edition of the other (the same paper as docx and pdf): two parts of a paper share no form,
    /// no section and hardly a sentence or a figure of a form of one name.
    func repeats(_ other: PaperContents) -> Bool {
        !forms.isDisjoint(with: other.forms) || !sections.isDisjoint(with: other.sections)
            || evaluations.contains { name, cells in other.evaluations[name].map { Self.overlap(cells, $0) } ?? false }
            || Self.overlap(sentences, other.sentences)
    }

    /// Whether most of the smaller set is in the other.
    private static func overlap(_ first: Set<Int>, _ second: Set<Int>) -> Bool {
        let (small, large) = first.count < second.count ? (first, second) : (second, first)
        return !small.isEmpty && small.count { large.contains($0) } * 2 > small.count
    }
}
