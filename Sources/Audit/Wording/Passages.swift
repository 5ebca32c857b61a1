import Paper
import Publication
import Standards

/// A piece of text of a paper with where it stands.
struct Passage {
    enum Kind { case cover, heading, prose, caption, note, cell }

    let text: String
    let kind: Kind
    let headings: [String]
    let phrases: [String]
    let place: FigurePlace
    let isAnnex: Bool
    /// Its figures, as printed, that are understood as those of the paper's own accounts.
    var ownFigures: [String] = []
    /// White space dropped and widths folded.
    let folded: String

    init(
        _ text: String, kind: Kind, headings: [String] = [], phrases: [String] = [], label: String, place: Place?,
        isAnnex: Bool = false
    ) {
        self.isAnnex = isAnnex
        self.text = text
        self.kind = kind
        self.headings = headings
        self.phrases = phrases
        self.place = FigurePlace(label: label, place: place)
        folded = foldedLabel(text)
    }

    func at(_ words: String) -> FindingPlace { FindingPlace(text: words, place: place) }
}

extension ReadTable {
    /// 公开05表, or its title where no number is printed.
    var name: String { number.isEmpty ? title : number }
}

extension UnderstoodPaper {
    /// The highest severity that a missing thing allows: a text copied from pages may have lost it on the way.
    var proofOfAbsence: Severity {
        let places = tables.map(\.place) + paragraphs.lazy.map(\.place).prefix(1)
        return places.contains { if case .line? = $0 { true } else { false } } ? .warning : .error
    }

    /// Running text in reading order.
    var prose: [Passage] {
        paragraphs.map {
            var passage = Passage(
                $0.text, kind: .prose, headings: $0.headings, phrases: $0.phrases,
                label: $0.headings.last ?? WordingWords.prose, place: $0.place, isAnnex: $0.isAnnex)
            passage.ownFigures = $0.ownFigures
            return passage
        }
    }

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
        prose.filter { passage in
            passage.headings.contains { heading in words.contains { foldedLabel(heading).contains(foldedLabel($0)) } }
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
        var open = ""
        for character in self {
            open.append(character)
            if "。！？!?".contains(character) {
                result.append(open)
                open = ""
            }
        }
        if !open.isEmpty { result.append(open) }
        return result
    }

    /// The words around a place, for a message.
    func excerpt(_ range: Range<String.Index>, before: Int = 8, after: Int = 8) -> String {
        let start = index(range.lowerBound, offsetBy: -before, limitedBy: startIndex) ?? startIndex
        let end = index(range.upperBound, offsetBy: after, limitedBy: endIndex) ?? endIndex
        return (start > startIndex ? "…" : "") + self[start..<end] + (end < endIndex ? "…" : "")
    }
}

extension Character {
    /// 0–9 alone: 一 and 万 are whole numbers to the standard library, and digits to `\d`.
    var isDigit: Bool { isNumber && isASCII }

    var isHan: Bool { unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false }
}
