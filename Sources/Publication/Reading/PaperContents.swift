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
    private let forms: Set<String>
    private let sections: Set<String>
    private let evaluations: Set<String>
    /// Paragraphs long enough to be nobody else's, by their hashes.
    private let sentences: Set<Int>

    private static let shortestSentence = 24

    package init(_ paper: UnderstoodPaper) {
        unit = foldedLabel(paper.unit)
        year = paper.year.number
        kind = paper.standards.kind.name
        forms = Set(paper.tables.map(\.form.id))
        sections = Set(paper.paragraphs.flatMap(\.phrases))
        evaluations = Set(paper.evaluations.map { $0.definition.id + foldedLabel($0.name) })
        sentences = Set(
            paper.paragraphs.filter { $0.text.count >= Self.shortestSentence }.map { foldedLabel($0.text).hashValue })
    }

    /// Whether it is of the accounts, not only of what is attached to them.
    package var isOfAccounts: Bool { !forms.isEmpty || !sections.isEmpty }

    /// Whether it holds nothing that others could be held against.
    package var isEmpty: Bool { !isOfAccounts && evaluations.isEmpty && sentences.isEmpty }

    /// How many sections of the accounts it tells.
    var sectionCount: Int { sections.count }

    /// Whether both can be parts of one unit's paper of one year.
    func fits(_ other: PaperContents) -> Bool {
        guard year == other.year, kind == other.kind || !isOfAccounts || !other.isOfAccounts else { return false }
        // 某局 on the cover of a report is 某市某局.
        return unit.isEmpty || other.unit.isEmpty || unit.hasSuffix(other.unit) || other.unit.hasSuffix(unit)
    }

    /// Whether both say whose they are, and it is the same.
    func isOfSameUnit(as other: PaperContents) -> Bool { !unit.isEmpty && unit == other.unit }

    /// Whether one is another edition of the other (the same paper as docx and pdf): two parts of a paper share no form,
    /// no section and hardly a sentence.
    func repeats(_ other: PaperContents) -> Bool {
        !forms.isDisjoint(with: other.forms) || !sections.isDisjoint(with: other.sections)
            || !evaluations.isDisjoint(with: other.evaluations)
            || sentences.intersection(other.sentences).count * 2 > min(sentences.count, other.sentences.count)
    }
}
