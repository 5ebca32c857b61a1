import Fiscal
import Paper
import Performance
package import Publication
import Standards

/// A piece of text of a paper with where it stands. Shared by all checkers, so that each text is taken apart once.
final class Passage: Sendable {
    enum Kind { case cover, heading, prose, caption, note, cell }

    let text: String
    let kind: Kind
    let headings: [String]
    let phrases: [String]
    let place: FigurePlace
    let isAnnex: Bool
    /// Its figures, as printed, that are understood as those of the paper's own accounts.
    let ownFigures: [String]
    /// White space dropped and widths folded.
    let folded: String
    /// Of prose, the folded text cut after each end of a sentence.
    let sentences: [String]
    /// Of prose, the paths of items that it names.
    let paths: [FunctionPath]
    /// Of prose, budgets with what was spent of them.
    let budgets: [BudgetWords]

    init(
        _ text: String, kind: Kind, headings: [String] = [], phrases: [String] = [], label: String, place: Place?,
        isAnnex: Bool = false, ownFigures: [String] = []
    ) {
        self.isAnnex = isAnnex
        self.ownFigures = ownFigures
        self.text = text
        self.kind = kind
        self.headings = headings
        self.phrases = phrases
        self.place = FigurePlace(label: label, place: place)
        folded = foldedLabel(text)
        sentences = kind == .prose ? folded.sentences : []
        paths = kind == .prose ? FunctionPath.all(in: folded) : []
        budgets = kind == .prose ? BudgetWords.all(in: folded) : []
    }

    func at(_ words: String) -> FindingPlace { FindingPlace(text: words, place: place) }
}

extension ReadTable {
    /// 公开05表, or its title where no number is printed.
    var name: String { number.isEmpty ? title : number }
}

/// A paper with its pieces of text, for the checkers of words.
package struct WordingContext: Sendable {
    let paper: UnderstoodPaper
    /// Running text in reading order.
    let prose: [Passage]
    /// Headings as compared, for those of `prose`.
    private let foldedHeadings: [String: String]

    package init(_ paper: UnderstoodPaper) {
        self.paper = paper
        prose = paper.paragraphs.map {
            Passage(
                $0.text, kind: .prose, headings: $0.headings, phrases: $0.phrases,
                label: $0.headings.last ?? WordingWords.prose, place: $0.place, isAnnex: $0.isAnnex,
                ownFigures: $0.ownFigures)
        }
        let headings = Set(paper.paragraphs.flatMap(\.headings))
        foldedHeadings = Dictionary(uniqueKeysWithValues: headings.map { ($0, foldedLabel($0)) })
    }

    var tables: [ReadTable] { paper.tables }
    var paragraphs: [ReadParagraph] { paper.paragraphs }
    var standards: Standards { paper.standards }
    var year: FiscalYear { paper.year }
    var unit: String { paper.unit }
    var headings: [ReadHeading] { paper.headings }
    var contents: [ReadHeading] { paper.contents }
    var cover: [ReadLine] { paper.cover }
    var unread: [UnreadPart] { paper.unread }
    var otherGrids: [Grid] { paper.otherGrids }
    /// Empty where none is printed.
    func otherTitle(_ index: Int) -> String {
        paper.otherTitles.indices.contains(index) ? paper.otherTitles[index] : ""
    }
    var evaluations: [EvaluationForm] { paper.evaluations }

    /// The highest severity that a missing thing allows: a text copied from pages may have lost it on the way.
    var proofOfAbsence: Severity {
        let places = tables.map(\.place) + paragraphs.lazy.map(\.place).prefix(1)
        return places.contains { if case .line? = $0?.inside { true } else { false } } ? .warning : .error
    }

    /// Whether the layout is the place's own: one that is guessed, or borrowed from elsewhere, proves nothing.
    var isOwnLayout: Bool { !standards.profile.isBorrowed && paper.regionChoice != .guessed }

    /// The same where a place's layout calls for it.
    var proofOfLayout: Severity { isOwnLayout ? proofOfAbsence : .notice }

    var coverPassages: [Passage] {
        cover.map { Passage($0.text, kind: .cover, label: WordingWords.cover, place: $0.place) }
    }

    var headingPassages: [Passage] {
        headings.map { Passage($0.text, kind: .heading, label: $0.text, place: $0.place) }
    }

    var captionPassages: [Passage] {
        tables.flatMap { table in
            (table.captions ?? []).map { Passage($0.text, kind: .caption, label: table.name, place: $0.place) }
        }
    }

    var notePassages: [Passage] {
        tables.flatMap { table in
            (table.notes ?? []).map { Passage($0.text, kind: .note, label: table.name, place: $0.place) }
        }
    }

    /// All text but that of cells.
    var passages: [Passage] { coverPassages + headingPassages + prose + captionPassages + notePassages }

    /// Paragraphs under a heading that has one of these words.
    func prose(under words: [String]) -> [Passage] {
        let wanted = words.map { foldedLabel($0) }
        return prose.filter { passage in
            passage.headings.contains { heading in
                let folded = foldedHeadings[heading] ?? foldedLabel(heading)
                return wanted.contains { folded.contains($0) }
            }
        }
    }
}

extension String {
    /// The words that stand in it.
    func first(of words: [String]) -> String? { words.first { contains($0) } }

    /// The first of some words, by where they stand, and where.
    func firstRange(of words: [String]) -> Range<String.Index>? {
        words.compactMap { firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }

    /// Cut after each end of a sentence.
    var sentences: [String] {
        var result: [String] = []
        var start = unicodeScalars.startIndex
        var place = start
        while place < unicodeScalars.endIndex {
            let isEnd = Self.sentenceEnds.contains(unicodeScalars[place])
            unicodeScalars.formIndex(after: &place)
            guard isEnd else { continue }
            result.append(String(self[start..<place]))
            start = place
        }
        if start < endIndex { result.append(String(self[start...])) }
        return result
    }

    private static let sentenceEnds: [Unicode.Scalar] = ["。", "！", "？", "!", "?"]

    /// The words around a place, for a message.
    func excerpt(_ range: Range<String.Index>, before: Int = 8, after: Int = 8) -> String {
        let start = index(range.lowerBound, offsetBy: -before, limitedBy: startIndex) ?? startIndex
        let end = index(range.upperBound, offsetBy: after, limitedBy: endIndex) ?? endIndex
        return (start > startIndex ? "…" : "") + self[start..<end] + (end < endIndex ? "…" : "")
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        self.init()
        unicodeScalars.append(contentsOf: scalars)
    }
}

extension Unicode.Scalar {
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}

extension Character {
    /// 0–9 alone: 一 and 万 are whole numbers to the standard library, and digits to `\d`.
    var isDigit: Bool { isNumber && isASCII }

    var isHan: Bool { unicodeScalars.first?.isHan ?? false }
}
